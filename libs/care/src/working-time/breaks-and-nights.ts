import { addDays, instantOf, intersection } from '#time';
import type { WorkingTimeFinding } from './finding.js';
import type { WorkingRecord } from './working-record.js';
import { workedSeconds, type WorkSpan } from './work-span.js';

/** Breaks that long work owes (Labour Law, s. 145), and work at night (s. 138), of the plan's own spans. */
export function breaksAndNights(record: WorkingRecord): readonly WorkingTimeFinding[] {
  const planned = record.spans.filter((span) => record.isPlanned([span]));
  return planned.flatMap((span) => [...breakOf(record, span), ...nightOf(record, span)]);
}

function breakOf(record: WorkingRecord, span: WorkSpan): readonly WorkingTimeFinding[] {
  const at = { from: span.date, to: span.date };
  const owed = record.above('break_after', { ...at, seconds: workedSeconds(span, 'work') });
  const shortest = (record.limit('break_part', span.date)?.minutes ?? 0) * 60;
  const parts = span.breaks.filter(({ start, end }) => end - start >= shortest).toSorted((a, b) => a.start - b.start);
  if (owed.length === 0 || parts.length === 0) return owed;
  const rested = parts.reduce((sum, { start, end }) => sum + end - start, 0);
  return [
    ...record.below('break_length', { ...at, seconds: rested }),
    ...record.above('break_by', { ...at, seconds: parts[0].start - span.start }),
  ];
}

function nightOf(record: WorkingRecord, span: WorkSpan): readonly WorkingTimeFinding[] {
  const nights = [addDays(span.date, -1), span.date].map((day) => ({
    start: instantOf(day, '22:00'),
    end: instantOf(addDays(day, 1), '06:00'),
  }));
  const seconds = nights.reduce((sum, night) => {
    const worked = intersection(span, night);
    return sum + (worked === null ? 0 : worked.end - worked.start);
  }, 0);
  return record.above('night', { from: span.date, to: span.date, seconds });
}
