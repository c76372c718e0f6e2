import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoProvider } from '#demo';
import type { ProblemInput } from '#engine';
import { importProvider, preparePlan } from '#planning';
import { createTravelTimes } from '#travel';
import { openStores } from '../stores.js';
import type { BenchInstance } from './best-known.js';
import { weekProblem } from './week-problem.js';

/** Visits of the problems that show how cost, memory and speed grow. */
const GROWTH = [10, 30, 100, 300, 1000, 3000, 11_000] as const;

/** The demo provider is drawn around this Sunday; the days planned are the Monday and the week after it. */
const TODAY = '2026-11-22';
const DAYS = { day: ['2026-11-23', '2026-11-23'], week: ['2026-11-23', '2026-11-29'] } as const;

/** A problem of our own, with what tells it from the same name of another version. */
export interface OwnInstance extends BenchInstance {
  /** The beginning of the problem's SHA-256. */
  readonly problem: string;
}

/** Families whose problems are made here and not read from a folder. */
export const OWN_FAMILIES = ['apgaita/riga', 'apgaita/growth'] as const;

/**
 * Makes the problems of the families in a folder: `riga`, the demo provider riga-400 on a Monday and in a week, taken
 * through import, database and planning like any provider; `growth`, weeks of 10 to 11,000 visits.
 */
export async function ownInstances(families: readonly string[], folder: string): Promise<OwnInstance[]> {
  await mkdir(folder, { recursive: true });
  const made: OwnInstance[] = [];
  if (families.includes('apgaita/riga')) {
    for (const [name, problem] of Object.entries(await rigaProblems(folder))) {
      made.push(await store(folder, `riga/${name}`, problem));
    }
  }
  if (families.includes('apgaita/growth')) {
    for (const visits of GROWTH) made.push(await store(folder, `growth/${visits}`, weekProblem(visits)));
  }
  return made;
}

async function store(folder: string, name: string, problem: ProblemInput): Promise<OwnInstance> {
  const file = join(folder, `${name.replace('/', '-')}.json`);
  const text = JSON.stringify(problem, (_key, value: unknown) => (value instanceof Int32Array ? Array.from(value) : value));
  await writeFile(file, text);
  return {
    format: 'apgaita',
    name,
    family: name.split('/')[0],
    file,
    size: problem.visits.length,
    best: undefined,
    proved: false,
    problem: createHash('sha256').update(text).digest('hex').slice(0, 12),
  };
}

async function rigaProblems(folder: string): Promise<Record<string, ProblemInput>> {
  // A database of its own: DATABASE_URL may hold somebody's data.
  const stores = await openStores({ databaseUrl: undefined, dataDir: join(folder, 'provider') });
  const { providers } = stores.persistence;
  try {
    const imported = await importProvider(providers, demoProvider('riga-400', { today: TODAY }));
    if (!imported.ok) throw new Error(`the demo provider is refused: ${imported.issues[0]?.message}`);
    const problems: Record<string, ProblemInput> = {};
    for (const [name, [from, to]] of Object.entries(DAYS)) {
      const data = await providers.planningData(imported.providerId, from, to);
      problems[name] = (await preparePlan(data, { from, to }, createTravelTimes())).problem;
    }
    return problems;
  } finally {
    await stores.close();
  }
}
