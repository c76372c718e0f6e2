import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BAD_INPUT, say } from '../instance-files.js';
import { readBestKnown, type BenchInstance } from './best-known.js';
import { choose, familyOf, named } from './choose.js';
import { circumstances } from './circumstances.js';
import { curvePicture } from './curve-picture.js';
import { measure } from './measure.js';
import { OWN_FAMILIES, ownInstances, type OwnInstance } from './own-problems.js';
import { report, withReport } from './report.js';
import { merged, readResults, writeResults, type BenchResults, type OwnBest } from './results-file.js';
import { rowKey, rowsOf, type BenchRow } from './rows.js';
import { readRunLog, type LoggedRun } from './run-log.js';
import { comparison, curveTable, growthTable, memoryTable, sizeTable } from './tables.js';

/** Options of `apgaita bench`. */
export interface BenchFlags {
  readonly instances: string;
  readonly families?: readonly string[];
  readonly seconds?: readonly number[];
  readonly threads: number;
  readonly seeds: readonly number[];
  readonly limit?: number;
  readonly short?: true;
  readonly curve?: true;
  readonly write?: true;
  readonly compare?: string;
  readonly log?: string;
  readonly resume?: true;
}

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
const RESULTS = join(ROOT, 'docs', 'benchmarks.json');
const PAGE = join(ROOT, 'docs', 'benchmarks.md');
const PICTURE = 'benchmarks-curve.svg';
/** A search of our own problems as long as this is what shorter ones are compared to. */
const OWN_BEST_SECONDS = 600;

/** Measures, prints tables and, if asked, keeps them. The exit code: 0; 1 when a plan broke a rule; 2 for bad input. */
export async function bench(flags: BenchFlags): Promise<0 | 1 | 2> {
  const before = flags.compare === undefined ? undefined : await readResults(flags.compare, 'must exist').catch(reason);
  if (typeof before === 'string') return refuse(`${flags.compare}: ${before}`);
  const kept = await readResults(RESULTS);
  const instances = await chosen(flags, kept).catch(reason);
  if (typeof instances === 'string') return refuse(instances);
  if (instances.length === 0) return refuse('No instance was chosen; see apgaita bench --help for the folder and the families.');
  const runs = await measured(flags, instances);
  if (runs.length === 0) return 0;
  const rows = rowsOf(runs);
  process.stdout.write(`${printed(rows, flags)}\n`);
  if (before) process.stdout.write(`\n${comparison(before.rows, rows, rowKey)}\n`);
  if (flags.write) await keep(merged(kept, rows, ownBest(kept, instances, runs)));
  return runs.every(({ feasible }) => feasible) ? 0 : 1;
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function refuse(words: string): typeof BAD_INPUT {
  say(words);
  return BAD_INPUT;
}

async function chosen(flags: BenchFlags, kept: BenchResults): Promise<BenchInstance[]> {
  const own = flags.families?.flatMap((name) => named(OWN_FAMILIES, name)) ?? [];
  const limit = flags.limit ?? (flags.short ? 2 : undefined);
  const choice = { ...(flags.families && { families: flags.families }), ...(limit !== undefined && { limit }) };
  const made = own.length > 0 ? await ownInstances(own, join(ROOT, '.data', 'bench')) : [];
  const all = [...(await readBestKnown(flags.instances)), ...made.map((instance) => withBest(instance, kept))];
  for (const name of flags.families ?? []) if (named(all.map(familyOf), name).length === 0) say(`No family is called ${name}.`);
  return choose(all, choice);
}

function withBest(instance: OwnInstance, { own }: BenchResults): OwnInstance {
  const known = own[instance.name];
  return known?.problem === instance.problem ? { ...instance, best: known.cost } : instance;
}

async function measured(flags: BenchFlags, instances: readonly BenchInstance[]): Promise<LoggedRun[]> {
  const log = flags.log ?? join(ROOT, '.data', 'bench', 'runs.jsonl');
  const seconds = flags.seconds ?? [flags.curve ? 60 : flags.short ? 5 : 10];
  const { threads } = flags;
  const interrupted = new AbortController();
  const stop = (): void => interrupted.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await measure({
      instances,
      settings: seconds.flatMap((budget) => flags.seeds.map((seed) => ({ seconds: budget, threads, seed }))),
      circumstances: circumstances(ROOT),
      log,
      done: flags.resume ? await readRunLog(log) : [],
      signal: interrupted.signal,
      say,
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function printed(rows: readonly BenchRow[], { curve }: BenchFlags): string {
  const date = (row: BenchRow): string => row.version;
  const open = rows.filter(({ family }) => !family.startsWith('apgaita/'));
  const own = rows.filter(({ family }) => family.startsWith('apgaita/'));
  const tables = [
    ...(open.length > 0 ? [sizeTable(open, date)] : []),
    ...(own.length > 0 ? [growthTable(own, date)] : []),
    ...(curve ? [curveTable(rows), memoryTable(rows)] : []),
  ];
  return tables.join('\n\n');
}

/** The lowest cost that long searches of our own problems have reached. */
function ownBest(kept: BenchResults, instances: readonly BenchInstance[], runs: readonly LoggedRun[]): Record<string, OwnBest> {
  const best: Record<string, OwnBest> = {};
  for (const { name, problem } of instances.filter((instance): instance is OwnInstance => 'problem' in instance)) {
    const long = runs.filter((run) => run.instance.name === name && run.feasible && run.seconds >= OWN_BEST_SECONDS);
    const known = kept.own[name]?.problem === problem ? [kept.own[name]] : [];
    const [lowest] = [...known, ...long].toSorted((a, b) => a.cost - b.cost);
    if (lowest) best[name] = { problem, cost: lowest.cost, seconds: lowest.seconds };
  }
  return best;
}

async function keep(results: BenchResults): Promise<void> {
  await writeResults(RESULTS, results);
  const picture = curvePicture(results.rows.filter(({ seconds }) => seconds >= 30));
  await writeFile(join(ROOT, 'docs', PICTURE), picture);
  const page = await readFile(PAGE, 'utf8').catch(() => '# Benchmarks\n');
  await writeFile(PAGE, withReport(page, report(results, PICTURE)));
  say('Wrote docs/benchmarks.json and docs/benchmarks.md.');
}
