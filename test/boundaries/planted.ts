/** One file that breaks one rule of .dependency-cruiser.mjs. */
export interface Planted {
  /** Name of the rule that must fire. */
  readonly rule: string;
  /** Where the file would lie in the project. */
  readonly file: string;
  readonly source: string;
  /** A second file that it takes to break the rule. */
  readonly beside?: { readonly file: string; readonly source: string };
}

const layers = {
  time: '#care',
  care: '#engine',
  engine: '#time',
  checker: '#instances',
  instances: '#checker',
  contracts: '#time',
  planning: '#persistence',
  persistence: '#jobs',
  travel: '#persistence',
  jobs: '#engine',
  threads: '#care',
  'provider-files': '#planning',
  demo: '#planning',
  config: '#observability',
  observability: '#config',
  embedded: '#persistence',
};

/** Every rule broken once, by the smallest file that can. */
export const planted: readonly Planted[] = [
  ...Object.entries(layers).flatMap(([lib, other]) => [
    { rule: `layers-${lib}`, file: `libs/${lib}/src/layer.ts`, source: `import '${other}';` },
    {
      rule: `layers-${lib}-specs`,
      file: `libs/${lib}/src/layer.spec.ts`,
      source: `import '${lib === 'jobs' ? '#travel' : '#jobs'}';`,
    },
  ]),
  {
    rule: 'no-cycles',
    file: 'libs/demo/src/egg.ts',
    source: `import type { Hen } from './hen.js'; export type Egg = Hen;`,
    beside: { file: 'libs/demo/src/hen.ts', source: `import type { Egg } from './egg.js'; export type Hen = Egg;` },
  },
  {
    rule: 'enter-libs-by-index',
    file: 'libs/planning/src/deep.ts',
    source: `import '../../../../../libs/time/src/interval.js';`,
  },
  {
    rule: 'enter-libs-by-index-from-outside',
    file: 'apps/api/src/deep.ts',
    source: `import '../../../../../libs/time/src/interval.js';`,
  },
  { rule: 'apps-apart', file: 'apps/worker/src/neighbour.ts', source: `import '../../../../../apps/api/src/main.js';` },
  { rule: 'libs-below-apps', file: 'libs/jobs/src/above.ts', source: `import '../../../../../apps/worker/src/main.js';` },
  { rule: 'web-in-browser', file: 'apps/web/src/planner.ts', source: `import '#planning';` },
  { rule: 'pure-libs', file: 'libs/engine/src/package.ts', source: `import 'luxon';` },
  {
    rule: 'pure-libs',
    file: 'libs/care/src/type.ts',
    source: `import type { DateTime } from 'luxon'; export type When = DateTime;`,
  },
  { rule: 'pure-libs', file: 'libs/checker/src/built-in.ts', source: `import 'node:fs';` },
  { rule: 'time-only-luxon', file: 'libs/time/src/package.ts', source: `import 'zod';` },
  { rule: 'contracts-only-zod', file: 'libs/contracts/src/built-in.ts', source: `import 'node:fs';` },
  { rule: 'prisma-in-persistence', file: 'apps/api/src/database.ts', source: `import '@prisma/client';` },
  { rule: 'queue-in-jobs-and-worker', file: 'apps/api/src/queue.ts', source: `import 'bullmq';` },
  { rule: 'nest-in-apps', file: 'libs/planning/src/service.ts', source: `import '@nestjs/common';` },
  { rule: 'resolvable', file: 'apps/cli/src/nowhere.ts', source: `import './nowhere-at-all.js';` },
  { rule: 'listed-in-package-json', file: 'apps/cli/src/borrowed.ts', source: `import 'semver';` },
];
