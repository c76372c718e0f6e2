import { familyOf } from './choose.js';
import type { Circumstances } from './circumstances.js';
import { gapTo } from './gap.js';
import { MARKS, type Moment } from './run.js';
import type { LoggedRun } from './run-log.js';

/** Sizes are put together up to these; a family of many sizes would otherwise have a row for every instance. */
const BRACKETS = [10, 25, 50, 75, 100, 200, 300, 400, 600, 1000, 3000, 11_000, Infinity] as const;

/** Searches of one family, size, time and number of threads, put together. All of it is kept in docs/benchmarks.json. */
export interface BenchRow extends Circumstances {
  /** `hhcrsp/mankowska` */
  readonly family: string;
  /** Smallest and largest instance, in visits. */
  readonly sizes: readonly [number, number];
  readonly seconds: number;
  readonly threads: number;
  readonly seeds: readonly number[];
  /** By instance: best known cost, and the cost for each seed; null for a plan that breaks a rule. */
  readonly instances: Readonly<Record<string, Costs>>;
  /** Load average of the machine, lowest and highest. */
  readonly load: readonly [number, number];
  /** Share of the processor time asked for that the searches got, mean. */
  readonly processor: number;
  readonly servedShare: number;
  /** Visits left out, mean. */
  readonly unserved: number;
  /** Cost of a served visit without the price of those left out, mean, in the format's own unit. */
  readonly costPerServed: number;
  readonly iterationsPerSecond: number;
  /** Places priced a second. */
  readonly evaluatedPerSecond: number;
  /** Most memory a search ever held. */
  readonly memoryMb: number;
  /** Seconds until the first plan, the longest. */
  readonly firstPlan: number;
  /** Mean gap (null: none known) and most memory after so many seconds of these searches; the last is the end. */
  readonly moments: readonly MeanMoment[];
}

export interface Costs {
  readonly best: number | null;
  readonly proved?: true;
  readonly costs: readonly (number | null)[];
}

export interface MeanMoment {
  readonly seconds: number;
  readonly gap: number | null;
  readonly memoryMb: number;
}

/** Which row a run belongs to; a newer row replaces the one of the same key. */
export function rowKey({ family, sizes, seconds, threads }: Pick<BenchRow, 'family' | 'sizes' | 'seconds' | 'threads'>): string {
  return [family, bracketOf(sizes[1]), seconds, threads].join(' ');
}

const bracketOf = (size: number): number => BRACKETS.find((bound) => size <= bound) ?? Infinity;

/** The rows of some runs, in the order of their first runs. */
export function rowsOf(runs: readonly LoggedRun[]): BenchRow[] {
  const groups = new Map<string, LoggedRun[]>();
  for (const run of runs) {
    const { size } = run.instance;
    const key = rowKey({ family: familyOf(run.instance), sizes: [size, size], seconds: run.seconds, threads: run.threads });
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()].map(rowOf);
}

function rowOf(runs: readonly LoggedRun[]): BenchRow {
  const [first] = runs;
  const sizes = runs.map(({ instance }) => instance.size);
  const loads = runs.map(({ load }) => load);
  const seeds = [...new Set(runs.map(({ seed }) => seed))].sort((a, b) => a - b);
  return {
    family: familyOf(first.instance),
    sizes: [Math.min(...sizes), Math.max(...sizes)],
    seconds: first.seconds,
    threads: first.threads,
    seeds,
    version: [...new Set(runs.map(({ version }) => version))].join(', '),
    machine: first.machine,
    date: first.date,
    load: [Math.min(...loads), Math.max(...loads)],
    processor: rounded(mean(runs.map(({ processor }) => processor)), 2),
    servedShare: rounded(sum(runs.map(({ served }) => served)) / sum(sizes), 5),
    unserved: rounded(mean(runs.map(({ unserved }) => unserved)), 2),
    costPerServed: rounded(mean(runs.map((run) => (run.cost - run.unservedCost) / Math.max(1, run.served))), 2),
    iterationsPerSecond: Math.round(mean(runs.map(({ iterations, seconds }) => iterations / seconds))),
    evaluatedPerSecond: Math.round(mean(runs.map(({ evaluated, seconds }) => evaluated / seconds))),
    memoryMb: Math.max(...runs.map(({ memoryMb }) => memoryMb)),
    firstPlan: rounded(Math.max(...runs.map(({ firstPlan, seconds }) => firstPlan ?? seconds)), 2),
    moments: momentsOf(runs),
    instances: costsOf(runs, seeds),
  };
}

function costsOf(runs: readonly LoggedRun[], seeds: readonly number[]): Record<string, Costs> {
  const names = [...new Set(runs.map(({ instance }) => instance.name))];
  return Object.fromEntries(
    names.map((name) => {
      const own = runs.filter(({ instance }) => instance.name === name);
      const costs = seeds.flatMap((seed) => {
        const run = own.find((one) => one.seed === seed);
        return run ? [run.feasible ? run.cost : null] : [];
      });
      const { best, proved } = own[0].instance;
      return [name, { best: best ?? null, ...(proved && { proved: true as const }), costs }];
    }),
  );
}

/** Moments every run tells of, and the end. */
function momentsOf(runs: readonly LoggedRun[]): MeanMoment[] {
  const before = MARKS.filter((mark) => mark < runs[0].seconds);
  const marks = before.filter((mark) => runs.every(({ moments }) => moments.some(({ seconds }) => seconds === mark)));
  const at = (seconds: number, moments: readonly Moment[]): MeanMoment => {
    const gaps = runs.map(({ instance, feasible }, k) => (feasible ? gapTo(instance.best, moments[k].cost) : undefined));
    const known = gaps.filter((gap) => gap !== undefined);
    return {
      seconds,
      gap: known.length === 0 ? null : rounded(mean(known), 3),
      memoryMb: Math.max(...moments.map(({ memoryMb }) => memoryMb)),
    };
  };
  return [
    ...marks.map((mark) =>
      at(
        mark,
        runs.map(({ moments }) => moments.find(({ seconds }) => seconds === mark)!),
      ),
    ),
    at(
      runs[0].seconds,
      runs.map(({ moments }) => moments[moments.length - 1]),
    ),
  ];
}

/** The figures of a row that hang on best known costs. */
export interface GapFigures {
  /** Mean over the instances of the mean over the seeds. */
  readonly mean: number;
  readonly worst: number;
  /** Instances whose mean is below, and at, the best known cost. */
  readonly below: number;
  readonly at: number;
  /** Instances where some seed is below. */
  readonly newBest: number;
  /** Instances counted: feasible with every seed, best known cost published. */
  readonly counted: number;
}

/** Undefined when nothing can be compared. An instance with a plan that breaks a rule is not counted. */
export function gapFigures(rows: readonly Pick<BenchRow, 'instances'>[]): GapFigures | undefined {
  const all = rows.flatMap(({ instances }) => Object.values(instances));
  const gaps = all.flatMap(({ best, costs }) => {
    const own = costs.map((cost) => (cost === null || best === null ? undefined : gapTo(best, cost)));
    const known = own.filter((gap) => gap !== undefined);
    return known.length === own.length && known.length > 0 ? [known] : [];
  });
  if (gaps.length === 0) return undefined;
  const means = gaps.map(mean);
  return {
    mean: mean(means),
    worst: Math.max(...means),
    below: means.filter((gap) => gap < 0).length,
    at: means.filter((gap) => gap === 0).length,
    newBest: gaps.filter((own) => own.some((gap) => gap < 0)).length,
    counted: gaps.length,
  };
}

/** Plans of a row that break a rule. */
export function infeasible({ instances }: Pick<BenchRow, 'instances'>): number {
  return Object.values(instances).reduce((total, { costs }) => total + costs.filter((cost) => cost === null).length, 0);
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
const mean = (figures: readonly number[]): number => sum(figures) / figures.length;
const rounded = (figure: number, digits: number): number => Math.round(figure * 10 ** digits) / 10 ** digits;
