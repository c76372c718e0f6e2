import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPlan } from '#checker';
import { ownCost, readInstance, readSolution } from '#instances';
import type { BenchInstance } from './best-known.js';

/** How to search. */
export interface BenchSetting {
  readonly seconds: number;
  readonly threads: number;
  readonly seed: number;
}

/** What was known at a moment of a search. */
export interface Moment {
  readonly seconds: number;
  /** In the format's own unit, with the engine's penalty while a visit that must be served is not. */
  readonly cost: number;
  readonly memoryMb: number;
}

/** What a search came to. */
export interface Answer {
  /** By the checker, from the instance and the written solution alone. */
  readonly feasible: boolean;
  readonly cost: number;
  /** Price of the visits left out, a part of the cost. */
  readonly unservedCost: number;
  readonly served: number;
  readonly unserved: number;
  readonly iterations: number;
  /** Places priced. */
  readonly evaluated: number;
  /** Most memory the process held at any of the moments it told of. */
  readonly memoryMb: number;
  /** Share of the processor time asked for (seconds times threads) that the search got. */
  readonly processor: number;
  /** Load average of the machine when the search began. */
  readonly load: number;
  /** Seconds until the first plan was there. */
  readonly firstPlan: number | undefined;
  /** The last moment before each of {@link MARKS} seconds, and the end. */
  readonly moments: readonly Moment[];
}

/** One search of one instance. */
export interface BenchRun extends BenchSetting, Answer {
  readonly instance: BenchInstance;
}

/** Seconds after which a search is looked at. */
export const MARKS = [1, 3, 10, 30, 60, 120, 300, 600] as const;

interface SolvedLine {
  readonly cost: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly served: number;
  readonly unserved: number;
  readonly seconds: number;
  readonly iterations: number;
  readonly evaluated?: number;
  readonly memoryMb: number;
  readonly cpuSeconds: number;
}

const program = fileURLToPath(new URL('../main.js', import.meta.url));

/**
 * Solves in a process of its own, so that every run begins fresh and its memory is its own, and judges the written solution
 * here. Undefined when the signal ended it.
 * @throws Error when the search fails, or when it and the checker disagree on the cost of a feasible plan
 */
export async function benchRun(
  instance: BenchInstance,
  setting: BenchSetting,
  signal: AbortSignal,
): Promise<BenchRun | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'apgaita-bench-'));
  try {
    const files = { solution: join(folder, 'solution'), progress: join(folder, 'progress') };
    const where = ['--format', instance.format, '--input', instance.file, '--output', files.solution];
    const how = ['--seconds', setting.seconds, '--threads', setting.threads, '--seed', setting.seed].map(String);
    const load = loadavg()[0];
    const out = await solveApart([program, 'solve', ...where, ...how, '--progress', files.progress], signal);
    if (out === undefined) return undefined;
    const line = JSON.parse(out) as SolvedLine;
    const judged = await judge(instance, files.solution);
    if (judged.feasible && Math.abs(judged.cost - line.cost) > 1e-6) {
      throw new Error(`${instance.name}: solve says ${line.cost}, the checker ${judged.cost}`);
    }
    return {
      ...setting,
      instance,
      ...judged,
      unservedCost: line.parts['unserved'] ?? 0,
      served: line.served,
      unserved: line.unserved,
      iterations: line.iterations,
      evaluated: line.evaluated ?? 0,
      processor: Math.round((100 * line.cpuSeconds) / (line.seconds * setting.threads)) / 100,
      load: Math.round(load * 10) / 10,
      ...(await watched(files.progress, { seconds: setting.seconds, cost: judged.cost, memoryMb: line.memoryMb })),
    };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function solveApart(args: readonly string[], signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const options = { signal, killSignal: 'SIGTERM' as const, maxBuffer: 2 ** 26 };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (signal.aborted) resolve(undefined);
      else if (error) reject(new Error(`${args.join(' ')}\n${stderr}`, { cause: error }));
      else resolve(stdout);
    });
  });
}

async function judge({ format, name, file }: BenchInstance, solution: string): Promise<Pick<Answer, 'feasible' | 'cost'>> {
  const read = readInstance(format, await readFile(file), name);
  if (!read.ok) throw new Error(`${name}: ${read.issues[0].message}`);
  const answer = readSolution(read.context, await readFile(solution));
  if (!answer.ok) throw new Error(`${name}: its solution cannot be read: ${answer.issues[0].message}`);
  const { feasible, cost } = checkPlan(read.problem, answer.plan);
  return { feasible, cost: ownCost(read.context, cost).total };
}

/** What the progress tells; the end's memory stands in where the search was too short to tell of any. */
async function watched(file: string, end: Moment): Promise<Pick<Answer, 'firstPlan' | 'moments' | 'memoryMb'>> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  const all = lines.map((line) => JSON.parse(line) as Moment);
  const before = MARKS.filter((mark) => mark < end.seconds);
  const moments = before.flatMap((mark) => {
    const last = all.findLast(({ seconds }) => seconds <= mark);
    return last ? { seconds: mark, cost: last.cost, memoryMb: last.memoryMb } : [];
  });
  return {
    firstPlan: all[0]?.seconds,
    memoryMb: all.length === 0 ? end.memoryMb : Math.max(...all.map(({ memoryMb }) => memoryMb)),
    moments: [...moments, { ...end, memoryMb: all.at(-1)?.memoryMb ?? end.memoryMb }],
  };
}
