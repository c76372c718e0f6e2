import type { GrowthCell, GrowthDraw, GrowthResult } from '#contracts';

type Row = readonly (string | number)[];

const MEASURES = {
  need: ({ need }: GrowthCell) => need,
  covered: ({ covered }: GrowthCell) => covered,
  missing: ({ need, covered }: GrowthCell) => need - covered,
  shifts: ({ shifts }: GrowthCell) => shifts,
  beyond: ({ beyond }: GrowthCell) => beyond,
} as const;
const NAMES = Object.keys(MEASURES) as readonly (keyof typeof MEASURES)[];
const UNITS = {
  need: 'need_minutes',
  covered: 'covered_minutes',
  missing: 'missing_minutes',
  shifts: 'shifts',
  beyond: 'beyond_minutes',
};

/** Every cell of every draw, under a row of names; minutes. */
export function growthDraws({ draws }: GrowthResult): readonly Row[] {
  const head = [
    'seed',
    'profession',
    'district',
    'part',
    'need_now_minutes',
    'covered_now_minutes',
    ...NAMES.map((name) => UNITS[name]),
  ];
  const rows = draws.flatMap(({ seed, cells }) =>
    cells.map((cell) => [
      ...[seed, cell.profession, cell.district, cell.part, cell.needNow, cell.coveredNow],
      ...NAMES.map((name) => MEASURES[name](cell)),
    ]),
  );
  return [head, ...rows];
}

/** Sums by profession or district: of the draws the smallest, the median and the largest, measure by measure. */
export function growthRanges({ draws }: GrowthResult, by: 'profession' | 'district'): readonly Row[] {
  const keys = [...new Set(draws.flatMap(({ cells }) => cells.map((cell) => cell[by])))].sort();
  const head = [by, ...NAMES.flatMap((name) => ['min', 'median', 'max'].map((end) => `${UNITS[name]}_${end}`))];
  const sumOf = ({ cells }: GrowthDraw, key: string, name: keyof typeof MEASURES): number =>
    cells.reduce((sum, cell) => sum + (cell[by] === key ? MEASURES[name](cell) : 0), 0);
  return [head, ...keys.map((key) => [key, ...NAMES.flatMap((name) => rangeOf(draws.map((draw) => sumOf(draw, key, name))))])];
}

/** Shifts and people each profession lacks: of the draws the smallest, the median and the largest. */
export function growthPeople({ draws }: GrowthResult): readonly Row[] {
  const of = (draw: GrowthDraw, profession: string) => draw.professions.find((one) => one.profession === profession);
  const names = [...new Set(draws.flatMap(({ professions }) => professions.map(({ profession }) => profession)))].sort();
  const columns = (['shifts', 'people'] as const).flatMap((name) => ['min', 'median', 'max'].map((end) => `${name}_${end}`));
  const rows = names.map((name) => [
    name,
    ...(['shifts', 'people'] as const).flatMap((field) => rangeOf(draws.map((draw) => of(draw, name)?.[field] ?? 0))),
  ]);
  return [['profession', ...columns], ...rows];
}

/** The smallest, the median (of two in the middle the larger) and the largest of some numbers, at least one. */
export function rangeOf(values: readonly number[]): readonly [min: number, median: number, max: number] {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted[sorted.length - 1]];
}
