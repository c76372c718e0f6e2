import { rmSync } from 'node:fs';
import { filesUnder, fingerprint, isFilledFolder, isThere, readJson } from './files.mjs';
import { inProject, program } from './project.mjs';
import { runNpm, runQuietly } from './processes.mjs';

/**
 * One thing that must be done before a command can run.
 * @typedef {object} Step
 * @property {string} name also the name of its stamp
 * @property {string} title what a person reads
 * @property {() => string} inputs fingerprint of all it depends on
 * @property {() => boolean} [applies] false when there is nothing to do it for
 * @property {() => boolean} hasOutput false when something it makes is missing
 * @property {() => Promise<{ code: number, output: string }>} run
 */

const COMPILED = ['apps', 'libs', 'test'];

/** Installs exactly what the lock file names. @type {Step} */
export const install = {
  name: 'install',
  title: 'install packages',
  inputs: () => fingerprint(['package-lock.json']),
  hasOutput: isInstalled,
  run: () => runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']),
};

/** Writes the database client. @type {Step} */
export const generate = {
  name: 'generate',
  title: 'generate the database client',
  inputs: () => fingerprint(['prisma/schema.prisma', 'package-lock.json']),
  hasOutput: () => isFilledFolder('libs/persistence/src/generated'),
  run: () =>
    runQuietly([program.prisma, 'generate', '--schema', 'prisma/schema.prisma'], {
      // Generating needs no native engine, but the command looks for one and would download it: any existing file will do.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
    }),
};

/** Compiles the programs, the libraries and their tests into dist/. @type {Step} */
export const compile = {
  name: 'compile',
  title: 'compile',
  inputs: () => fingerprint([...sources(), 'tsconfig.json', 'package.json', 'package-lock.json', 'prisma/schema.prisma']),
  hasOutput: () => sources().every((path) => isThere(compiledName(path))),
  run: async () => {
    pruneCompiled();
    forgetLostOutput();
    return runQuietly([program.tsc, '-p', 'tsconfig.json', '--pretty', String(process.stderr.isTTY === true)]);
  },
};

/** Builds the browser app into dist/apps/web. @type {Step} */
export const web = {
  name: 'web',
  title: 'build the web app',
  applies: () => isThere('apps/web/vite.config.ts'),
  inputs: () =>
    fingerprint([...filesUnder(['apps/web', 'libs/contracts/src', 'libs/time/src']).filter(isProductFile), 'package-lock.json']),
  hasOutput: () =>
    ['apps/web/index.html', ...filesUnder(['apps/web/public'])].every((path) => isThere(`dist/${path.replace('/public/', '/')}`)),
  run: () => runQuietly([program.vite, 'build', '--logLevel', 'warn'], { cwd: inProject('apps', 'web') }),
};

/** Sources the compiler must turn into files of their own; what the browser app needs of its own sources vite makes. */
function sources() {
  const own = COMPILED.flatMap((folder) => filesUnder([folder]));
  return own.filter((path) => /\.ts$/.test(path) && !/\.d\.ts$|^apps\/web\//.test(path));
}

const isProductFile = (path) => !path.endsWith('.spec.ts');

/** @param {string} source */
const compiledName = (source) => `dist/${source.replace(/\.tsx?$/, '.js')}`;

/** Deletes compiled files whose source is gone, else a deleted test would go on running. */
function pruneCompiled() {
  // Of the browser app only what lies under its sources is compiled: beside it vite puts files that have no source of that name.
  const compiled = filesInDist().filter((path) => /\.js(\.map)?$/.test(path) && !/^dist\/apps\/web\/(?!src\/)/.test(path));
  for (const path of compiled) {
    const source = path.replace(/^dist\//, '').replace(/\.js(\.map)?$/, '');
    if (!['.ts', '.tsx'].some((ending) => isThere(source + ending))) rmSync(inProject(path), { force: true });
  }
}

const filesInDist = () => filesUnder(COMPILED.map((folder) => `dist/${folder}`));

/** The compiler trusts its notes and does not make a file again that somebody deleted: without the notes it does. */
function forgetLostOutput() {
  const notes = readJson('dist/.tsbuildinfo');
  const known = new Set((notes?.fileNames ?? []).map((name) => name.replace(/^\.\.\//, '')));
  if (sources().some((path) => known.has(path) && !isThere(compiledName(path)))) {
    rmSync(inProject('dist', '.tsbuildinfo'), { force: true });
  }
}

/** True when npm's own record of what it installed has every package of the lock file in the version asked for. */
function isInstalled() {
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const found = readJson('node_modules/.package-lock.json')?.packages;
  if (found === undefined) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || found[path]?.version === entry.version || (entry.optional && found[path] === undefined),
  );
}
