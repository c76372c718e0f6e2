/** Time from `start` to `end`, the end left out: two visits may touch. `start <= end`; equal ends hold nothing. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Length in the interval's own unit. */
export function lengthOf(interval: Interval): number {
  return interval.end - interval.start;
}

/** Whether the two have an instant in common; touching ends do not count, nor does an empty interval. */
export function overlap(a: Interval, b: Interval): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** Whether the instant lies inside. */
export function holds(interval: Interval, instant: number): boolean {
  return interval.start <= instant && instant < interval.end;
}

/** What the two have in common, or null. */
export function intersection(a: Interval, b: Interval): Interval | null {
  return overlap(a, b) ? { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) } : null;
}

/** The same instants as sorted, disjoint intervals that do not touch; empty ones vanish. */
export function united(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.filter((i) => i.start < i.end).sort((a, b) => a.start - b.start);
  const result: Interval[] = [];
  for (const next of sorted) {
    const last = result.at(-1);
    if (last !== undefined && next.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
    } else {
      result.push(next);
    }
  }
  return result;
}

/** What is left of `from` after taking the others out: sorted and disjoint. */
export function without(from: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  const holes = united(taken);
  return united(from).flatMap((interval) => {
    const left: Interval[] = [];
    let start = interval.start;
    for (const hole of holes) {
      if (hole.end <= start || hole.start >= interval.end) continue;
      if (hole.start > start) left.push({ start, end: hole.start });
      start = Math.max(start, hole.end);
    }
    if (start < interval.end) left.push({ start, end: interval.end });
    return left;
  });
}
