import { readFileSync } from 'node:fs';

// Who may import whom, in one table. Every lib is entered by its index.ts; a lib that is not named here may import no other.
const mayImport = {
  time: [],
  care: ['time'],
  engine: [],
  checker: ['engine'],
  instances: ['engine'],
  contracts: [],
  planning: ['time', 'care', 'engine', 'checker', 'contracts'],
  persistence: ['planning', 'time', 'care', 'engine', 'contracts'],
  travel: ['planning', 'time', 'care', 'engine', 'contracts'],
  jobs: ['planning', 'contracts'],
  threads: ['planning', 'engine'],
  'provider-files': ['contracts', 'time'],
  demo: ['contracts', 'time'],
  config: [],
  observability: [],
  embedded: [],
};
// What a spec file may use beside what its lib may: oracles, data and servers.
const forSpecs = ['embedded', 'checker', 'demo', 'instances', 'time', 'contracts'];
const webMayImport = ['contracts', 'time'];

const { imports } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const libs = Object.keys(imports).map((name) => name.slice(1));
const unlisted = libs.filter((lib) => !(lib in mayImport));
if (unlisted.length > 0) throw new Error(`.dependency-cruiser.mjs does not say what ${unlisted.join(', ')} may import`);

const SPEC = '\\.spec\\.tsx?$';
// test/boundaries plants violations in a small tree of its own, where the same rules hold.
const TREE = '(?:^|^\\.data/violations-[^/]+/)';
const lib = (...names) => `${TREE}libs/(?:${names.join('|')})/`;

const layers = libs.flatMap((name) => {
  const others = (allowed) => ({ path: `${TREE}libs/`, pathNot: lib(name, ...allowed) });
  return [
    {
      name: `layers-${name}`,
      comment: `${name} imports ${mayImport[name].join(', ') || 'no other lib'}`,
      severity: 'error',
      from: { path: lib(name), pathNot: SPEC },
      to: others(mayImport[name]),
    },
    {
      name: `layers-${name}-specs`,
      comment: `specs of ${name} may use ${forSpecs.join(', ')} besides`,
      severity: 'error',
      from: { path: `${lib(name)}.*${SPEC}` },
      to: others([...mayImport[name], ...forSpecs]),
    },
  ];
});

export default {
  forbidden: [
    ...layers,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'enter-libs-by-index',
      comment: 'Another lib is entered by its index.ts only: write #name.',
      severity: 'error',
      from: { path: `${TREE}libs/([^/]+)/` },
      to: { path: `${TREE}libs/[^/]+/`, pathNot: `${TREE}libs/($1/|[^/]+/src/index\\.ts$)` },
    },
    {
      name: 'enter-libs-by-index-from-outside',
      comment: 'Apps and tests enter a lib by its index.ts only: write #name.',
      severity: 'error',
      from: { path: `${TREE}(?:apps|test)/` },
      to: { path: `${TREE}libs/`, pathNot: `${TREE}libs/[^/]+/src/index\\.ts$` },
    },
    {
      name: 'apps-apart',
      comment: 'Apps never import apps; what two need belongs into a lib.',
      severity: 'error',
      from: { path: `${TREE}apps/([^/]+)/` },
      to: { path: `${TREE}apps/`, pathNot: `${TREE}apps/$1/` },
    },
    {
      name: 'libs-below-apps',
      comment: 'Libs import neither apps nor tests.',
      severity: 'error',
      from: { path: `${TREE}libs/` },
      to: { path: `${TREE}(apps|test)/` },
    },
    {
      name: 'web-in-browser',
      comment: `The browser app imports ${webMayImport.join(' and ')} only.`,
      severity: 'error',
      from: { path: `${TREE}apps/web/` },
      to: { path: `${TREE}libs/`, pathNot: lib(...webMayImport) },
    },
    {
      name: 'pure-libs',
      comment: 'engine, checker and care resolve only inside libs/: no npm package, no Node built-in.',
      severity: 'error',
      from: { path: lib('engine', 'checker', 'care'), pathNot: SPEC },
      to: { pathNot: `${TREE}libs/` },
    },
    {
      name: 'time-only-luxon',
      comment: 'time may use luxon and nothing else from outside.',
      severity: 'error',
      from: { path: lib('time'), pathNot: SPEC },
      to: { pathNot: `(${TREE}libs/|^node_modules/(@types/)?luxon/)` },
    },
    {
      name: 'contracts-only-zod',
      comment: 'contracts stands alone with zod, for the browser reads it too.',
      severity: 'error',
      from: { path: lib('contracts'), pathNot: SPEC },
      to: { pathNot: `(${TREE}libs/|^node_modules/zod/)` },
    },
    {
      name: 'prisma-in-persistence',
      comment: 'Only persistence knows the database client.',
      severity: 'error',
      from: { pathNot: lib('persistence') },
      to: { path: ['^node_modules/(@prisma|prisma)/', 'libs/persistence/src/generated/'] },
    },
    {
      name: 'queue-in-jobs-and-worker',
      comment: 'Only jobs and the worker know the queue.',
      severity: 'error',
      from: { path: `${TREE}(?:libs|apps)/`, pathNot: [lib('jobs'), `${TREE}apps/worker/`, SPEC] },
      to: { path: '^node_modules/(bullmq|@nestjs/bullmq)/' },
    },
    {
      name: 'nest-in-apps',
      comment: 'Libs are plain TypeScript.',
      severity: 'error',
      from: { path: `${TREE}libs/` },
      to: { path: '^node_modules/@nestjs/' },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'listed-in-package-json',
      comment: 'A package that only another package brings along may vanish.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // package.json maps #name to compiled files; here the same names must lead to the sources.
    webpackConfig: { fileName: '.dependency-cruiser.aliases.mjs' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
    doNotFollow: { path: ['node_modules', 'libs/persistence/src/generated'] },
    exclude: { path: ['^dist/', '^test/fixtures/'] },
    moduleSystems: ['es6'],
  },
};
