import { markdownTable } from '../text-table.js';
import { gapFigures, infeasible, type BenchRow } from './rows.js';

/** Below this share of the processor time asked for, a row's searches were held up by other work. */
const HELD_UP = 0.9;

/** How a row's figures are marked when its searches were held up by other work. */
export const HELD_UP_MARK = '†';

/** `mankowska` for hhcrsp/mankowska; the format stays where it tells more than the family. */
const short = (family: string): string => family.replace(/^(?:hhcrsp|vrptw|apgaita)\//, '').replace('/', ' ');
const sizesOf = ([least, most]: readonly [number, number]): string => (least === most ? String(most) : `${least}–${most}`);
const secondsOf = (row: BenchRow): string => `${row.seconds}${row.processor < HELD_UP ? ` ${HELD_UP_MARK}` : ''}`;
const whole = (figure: number): string => Math.round(figure).toLocaleString('en');
const signed = (figure: number | null | undefined, digits = 2): string =>
  figure?.toFixed(digits).replace(/^-(0\.?0*)$/, '$1') ?? '–';
const percent = (share: number): string => (100 * share).toFixed(share === 1 ? 0 : 1);
const countOf = (row: BenchRow): number => Object.keys(row.instances).length;

/** A row for each family, size, time and number of threads: gaps, speed and memory. */
export function sizeTable(rows: readonly BenchRow[], setOf: (row: BenchRow) => string): string {
  const head = [
    'family',
    'visits',
    'inst.',
    's',
    'thr.',
    'mean gap %',
    'worst gap %',
    'below',
    'at',
    'new best',
    'broken',
    'served %',
  ];
  return markdownTable(
    [...head, 'iterations/s', 'places/s', 'MB', 'set'],
    rows.map((row) => [
      short(row.family),
      sizesOf(row.sizes),
      String(countOf(row)),
      secondsOf(row),
      String(row.threads),
      ...gapCells([row]),
      String(infeasible(row)),
      percent(row.servedShare),
      whole(row.iterationsPerSecond),
      whole(row.evaluatedPerSecond),
      whole(row.memoryMb),
      setOf(row),
    ]),
  );
}

/** A row for each family, time and number of threads: gaps over all its sizes. */
export function familyTable(rows: readonly BenchRow[]): string {
  const groups = new Map<string, BenchRow[]>();
  for (const row of rows) {
    const key = [row.family, row.seconds, row.threads].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return markdownTable(
    ['family', 'inst.', 's', 'thr.', 'mean gap %', 'worst gap %', 'below', 'at', 'new best', 'broken'],
    [...groups.values()].map((group) => [
      short(group[0].family),
      String(group.reduce((sum, row) => sum + countOf(row), 0)),
      `${group[0].seconds}${group.some((row) => row.processor < HELD_UP) ? ` ${HELD_UP_MARK}` : ''}`,
      String(group[0].threads),
      ...gapCells(group),
      String(group.reduce((sum, row) => sum + infeasible(row), 0)),
    ]),
  );
}

function gapCells(rows: readonly BenchRow[]): string[] {
  const figures = gapFigures(rows);
  if (!figures) return ['–', '–', '–', '–', '–'];
  const { mean, worst, below, at, newBest, counted } = figures;
  return [signed(mean), signed(worst), `${below}/${counted}`, `${at}/${counted}`, String(newBest)];
}

/** A row for each problem of our own: how served share, cost, speed and memory change with size. */
export function growthTable(rows: readonly BenchRow[], setOf: (row: BenchRow) => string): string {
  const head = ['problem', 'visits', 's', 'thr.', 'first plan s', 'served %', 'left out', 'cost a visit', 'gap %', 'broken'];
  return markdownTable(
    [...head, 'iterations/s', 'places/s', 'MB', 'set'],
    rows.map((row) => [
      short(row.family),
      sizesOf(row.sizes),
      secondsOf(row),
      String(row.threads),
      row.firstPlan.toFixed(1),
      percent(row.servedShare),
      row.unserved.toFixed(1).replace(/\.0$/, ''),
      whole(row.costPerServed),
      signed(gapFigures([row])?.mean),
      String(infeasible(row)),
      whole(row.iterationsPerSecond),
      whole(row.evaluatedPerSecond),
      whole(row.memoryMb),
      setOf(row),
    ]),
  );
}

/** Mean gap after some seconds of one search, for rows that have such moments. */
export function curveTable(rows: readonly BenchRow[]): string {
  const marks = [...new Set(rows.flatMap(({ moments }) => moments.map(({ seconds }) => seconds)))].toSorted((a, b) => a - b);
  return markdownTable(
    ['family', 'visits', 'search of s', ...marks.map((mark) => `${mark} s`)],
    rows.map((row) => [short(row.family), sizesOf(row.sizes), secondsOf(row), ...marks.map((mark) => gapAt(row, mark))]),
  );
}

/** The engine's penalty for a visit that must be served makes early gaps meaningless. */
function gapAt({ moments }: BenchRow, mark: number): string {
  const gap = moments.find(({ seconds }) => seconds === mark)?.gap;
  if (gap === undefined || gap === null) return '';
  return gap > 1000 ? '> 1000' : signed(gap);
}

/** Memory after ten seconds and at the end of the same searches. */
export function memoryTable(rows: readonly BenchRow[]): string {
  return markdownTable(
    ['family', 'visits', 's', 'MB after 10 s', 'MB at the end'],
    rows.flatMap((row) => {
      const early = row.moments.find(({ seconds }) => seconds === 10);
      const last = row.moments[row.moments.length - 1];
      if (!early || last.seconds <= 10) return [];
      return [[short(row.family), sizesOf(row.sizes), secondsOf(row), whole(early.memoryMb), whole(last.memoryMb)]];
    }),
  );
}

/** Rows measured before and now, over the instances both have; for commit messages. */
export function comparison(before: readonly BenchRow[], now: readonly BenchRow[], keyOf: (row: BenchRow) => string): string {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const lines = now.flatMap((row) => {
    const was = old.get(keyOf(row));
    if (!was) return [];
    const both = Object.keys(row.instances).filter((name) => name in was.instances);
    const [a, b] = [was, row].map(({ instances }) =>
      gapFigures([{ instances: Object.fromEntries(both.map((n) => [n, instances[n]])) }]),
    );
    const change = a && b ? signed(b.mean - a.mean) : '–';
    return [
      [
        `${short(row.family)} ${sizesOf(row.sizes)}`,
        secondsOf(row),
        String(both.length),
        signed(a?.mean),
        signed(b?.mean),
        change,
        signed(a?.worst),
        signed(b?.worst),
        whole(was.iterationsPerSecond),
        whole(row.iterationsPerSecond),
      ],
    ];
  });
  const head = [
    'family',
    's',
    'inst.',
    'mean before',
    'mean now',
    'change',
    'worst before',
    'worst now',
    'it/s before',
    'it/s now',
  ];
  return markdownTable(head, lines);
}
