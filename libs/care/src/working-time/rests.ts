import type { WorkingTimeFinding } from './finding.js';
import type { WorkingRecord } from './working-record.js';
import type { WorkSpan } from './work-span.js';

/** Seven days as the law counts them for rest: seven times 24 hours, whatever the clocks do. */
export const WEEK_SECONDS = 7 * 24 * 3600;

/**
 * Rest between days and in seven days (Labour Law, s. 142, 143). Between two
 * spans of one day (a split shift) there is a pause, not a daily rest. The
 * weekly rest as the State Labour Inspectorate reads it: in any seven days one
 * begins, so that no work stretches over more than seven days of 24 hours from
 * the end of one long rest to the beginning of the next.
 */
export function rests(record: WorkingRecord): readonly WorkingTimeFinding[] {
  const { spans } = record;
  const daily = spans.flatMap((span, i) => {
    const next = spans.at(i + 1);
    if (next === undefined || span.date === next.date || !record.isPlanned([span, next])) return [];
    return record.below('daily_rest', { from: span.date, to: next.date, seconds: next.start - span.end });
  });
  const weekly = stretchesOf(record).flatMap((stretch) => {
    const [first, last] = [stretch[0], stretch[stretch.length - 1]];
    if (last.end - first.start <= WEEK_SECONDS || !record.isPlanned(stretch)) return [];
    return record.below('weekly_rest', { from: first.date, to: last.date, seconds: longestRest(stretch) });
  });
  return [...daily, ...weekly];
}

/** Work parted wherever there is a weekly rest between two spans. */
export function stretchesOf(record: WorkingRecord): readonly (readonly WorkSpan[])[] {
  const result: WorkSpan[][] = [];
  for (const span of record.spans) {
    const last = result.at(-1);
    const least = record.limit('weekly_rest', span.date)?.minutes ?? 0;
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && span.start - before.end < least * 60) last.push(span);
    else result.push([span]);
  }
  return result;
}

function longestRest(stretch: readonly WorkSpan[]): number {
  return stretch.reduce((longest, span, i) => (i === 0 ? 0 : Math.max(longest, span.start - stretch[i - 1].end)), 0);
}
