import { addDays, instantOf } from '#time';
import { rowName } from '../tables/table.js';
import type { Check, CheckedRow, Context } from './context.js';

/** A shift as instants, epoch seconds: on the nights the clocks change, clock times alone would mislead. */
interface Span {
  readonly shift: CheckedRow<'shifts'>;
  readonly start: number;
  readonly end: number;
}

/** Start, end and break of every shift, and that nobody has two at once. */
export const soundShifts: Check = (context) => {
  const byStaff = new Map<string, Span[]>();
  for (const shift of context.rows('shifts')) {
    const span = spanOf(context, shift);
    const { staff } = shift.values;
    if (!span || staff === undefined) continue;
    const spans = byStaff.get(staff);
    if (spans) spans.push(span);
    else byStaff.set(staff, [span]);
  }
  for (const spans of byStaff.values()) checkOverlaps(context, spans);
};

function spanOf(context: Context, shift: CheckedRow<'shifts'>): Span | undefined {
  const { date, start, end, breakMinutes } = shift.values;
  if (start === '24:00') {
    context.issue('time.start_at_24', shift, 'start', { allowed: 'a time from 00:00 to 23:59' });
    return undefined;
  }
  if (start === undefined || end === undefined) return undefined;
  if (date === undefined) return undefined;
  const begin = instantOf(date, start);
  const finish = instantOf(end <= start ? addDays(date, 1) : date, end);
  if (finish <= begin) {
    context.issue('time.order', shift, 'end', { allowed: 'a time after the start', detail: 'The clocks go forward that night.' });
    return undefined;
  }
  const minutes = (finish - begin) / 60;
  if (breakMinutes !== undefined && breakMinutes >= minutes) {
    context.issue('shift.break', shift, 'breakMinutes', { allowed: `less than the shift's ${minutes} minutes` });
  }
  return { shift, start: begin, end: finish };
}

function checkOverlaps(context: Context, spans: Span[]): void {
  // Ties keep the order of the file: sort is stable.
  spans.sort((a, b) => a.start - b.start);
  let longest: Span | undefined;
  for (const span of spans) {
    if (longest && span.start < longest.end) {
      const { shift } = longest;
      const detail = `It overlaps ${rowName(shift.table, shift.row)} (${shift.values.date} ${shift.values.start}-${shift.values.end}).`;
      context.issue('shift.overlap', span.shift, 'start', { allowed: 'shifts of one person that do not overlap', detail });
    }
    if (!longest || span.end > longest.end) longest = span;
  }
}
