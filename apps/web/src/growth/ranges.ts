/** Of the same number in several draws: the smallest, the median (of two in the middle the larger) and the largest. */
export interface Range {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** At least one value. */
export function rangeOf(values: readonly number[]): Range {
  const sorted = [...values].sort((a, b) => a - b);
  return { least: sorted[0], median: sorted[Math.floor(sorted.length / 2)], most: sorted[sorted.length - 1] };
}
