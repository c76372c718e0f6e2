import { readFile, writeFile } from 'node:fs/promises';
import { rowKey, type BenchRow } from './rows.js';

/** The best a long search of our own problem has reached, which shorter ones are compared to. */
export interface OwnBest {
  /** The beginning of the problem's SHA-256: a changed problem has another best. */
  readonly problem: string;
  readonly cost: number;
  readonly seconds: number;
}

/** All that was measured: docs/benchmarks.json. */
export interface BenchResults {
  readonly rows: readonly BenchRow[];
  readonly own: Readonly<Record<string, OwnBest>>;
}

/**
 * Reads results; where there is no file, empty ones.
 * @throws Error when the file is none of results, or must exist and does not
 */
export async function readResults(file: string, missing: 'empty' | 'must exist' = 'empty'): Promise<BenchResults> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as BenchResults;
  } catch (error) {
    if (missing === 'empty' && (error as NodeJS.ErrnoException).code === 'ENOENT') return { rows: [], own: {} };
    throw error;
  }
}

/** Newer rows in place of those with the same key; ordered by family, size, seconds and threads. */
export function merged(results: BenchResults, rows: readonly BenchRow[], own: BenchResults['own']): BenchResults {
  const byKey = new Map([...results.rows, ...rows].map((row) => [rowKey(row), row]));
  const order = (a: BenchRow, b: BenchRow): number =>
    a.family.localeCompare(b.family, 'en') || a.sizes[1] - b.sizes[1] || a.seconds - b.seconds || a.threads - b.threads;
  return { rows: [...byKey.values()].toSorted(order), own: { ...results.own, ...own } };
}

/** Writes results with a line for each row, so that a new measurement is one line of a diff. */
export async function writeResults(file: string, { rows, own }: BenchResults): Promise<void> {
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  await writeFile(file, `{"own": ${JSON.stringify(own)},\n"rows": [\n${lines}\n]}\n`);
}
