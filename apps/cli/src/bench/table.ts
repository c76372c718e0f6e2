import { markdownTable } from '../text-table.js';
import { gap, type BenchRun } from './run.js';

/** How runs are grouped into rows. */
export type Grouping = 'family' | 'size';

const HEAD = [
  'family',
  's',
  'threads',
  'instances',
  'runs',
  'mean gap %',
  'worst gap %',
  'better',
  'served %',
  'infeasible',
  'eval/s',
  'MB',
];

/** A row for every group of runs; gaps over the runs that are feasible and have a best known cost. */
export function benchTable(runs: readonly BenchRun[], grouping: Grouping): string {
  const groups = new Map<string, BenchRun[]>();
  for (const run of runs) {
    const { format, family, size } = run.instance;
    const key = [`${format}/${family}${grouping === 'size' ? ` ${size}` : ''}`, run.seconds].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return markdownTable(
    HEAD,
    [...groups].map(([key, group]) => row(key.split('\n')[0], group)),
  );
}

function row(name: string, runs: readonly BenchRun[]): string[] {
  const { seconds, threads } = runs[0];
  const gaps = runs.map(gap).filter((value) => value !== undefined);
  const better = gaps.filter((value) => value < 0).length;
  const visits = sum(runs.map(({ served, unserved }) => served + unserved));
  const counted = runs.filter(({ evaluated }) => evaluated !== undefined);
  return [
    name,
    String(seconds),
    String(threads),
    String(new Set(runs.map(({ instance }) => instance.name)).size),
    String(runs.length),
    gaps.length === 0 ? '-' : (sum(gaps) / gaps.length).toFixed(2),
    gaps.length === 0 ? '-' : Math.max(...gaps).toFixed(2),
    gaps.length === 0 ? '-' : `${better}/${gaps.length}`,
    ((100 * sum(runs.map(({ served }) => served))) / visits).toFixed(1),
    String(runs.filter(({ feasible }) => !feasible).length),
    counted.length === 0
      ? '-'
      : Math.round(sum(counted.map((run) => (run.evaluated ?? 0) / run.seconds)) / counted.length).toString(),
    String(Math.max(...runs.map(({ memoryMb }) => memoryMb))),
  ];
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
