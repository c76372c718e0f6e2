import {
  addDays,
  addMonths,
  daysFrom,
  earlierDay,
  isoWeekStart,
  laterDay,
  startOfDay,
  workingDaysBetween,
  type IsoDay,
} from '#time';
import type { WorkingTimeFinding } from './finding.js';
import { referencePeriod } from './work-span.js';
import type { WorkingRecord } from './working-record.js';

/** Working days of a week: contract minutes a week are dealt out to them. */
const WORKING_DAYS = 5;

/** What is averaged: overtime over four months (Labour Law, s. 136), summarised time over its reference period (s. 140). */
export function averages(record: WorkingRecord): readonly WorkingTimeFinding[] {
  const { regime, overtimeAgreed } = record.terms;
  if (regime === 'summarised')
    return periodsOf(record).flatMap((period) => [...periodWork(record, period), ...periodRest(record, period)]);
  return overtimeAgreed ? overtimeOf(record) : [];
}

/** Days, both included. */
export interface Period {
  readonly from: IsoDay;
  readonly to: IsoDay;
}

/** The reference periods in which the plan has work, in order. */
export function periodsOf(record: WorkingRecord): readonly Period[] {
  const periods = record.plannedDays().map((day) => referencePeriod(day, record.terms.referenceMonths));
  return periods.filter((period, i) => i === 0 || periods[i - 1].from !== period.from);
}

/** Minutes of normal time in a period: its working days, at a fifth of the week that the law or the contract gives. */
export function normMinutes(record: WorkingRecord, { from, to }: Period): number | null {
  const limit = record.limit('period', from);
  if (limit === null) return null;
  const week = Math.min(limit.minutes, record.terms.contractMinutesPerWeek);
  return Math.floor((workingDaysBetween(from, to, record.calendar) * week) / WORKING_DAYS);
}

function periodWork(record: WorkingRecord, period: Period): readonly WorkingTimeFinding[] {
  const limitMinutes = normMinutes(record, period);
  if (limitMinutes === null) return [];
  const found = { ...period, seconds: record.worked(period.from, period.to), limitMinutes };
  return record.above('period', found, record.terms.overtimeAgreed ? 'warning' : undefined);
}

/** The longest rest of each week that lies in the period, on average: told once the plan reaches the period's last week. */
function periodRest(record: WorkingRecord, { from, to }: Period): readonly WorkingTimeFinding[] {
  const mondays = daysFrom(from, addDays(to, -6)).filter((day) => day === isoWeekStart(day));
  const last = mondays.at(-1);
  if (last === undefined || !record.plannedDays().some((day) => day >= last)) return [];
  const rested = mondays.reduce((sum, monday) => sum + longestRestOf(record, monday), 0);
  return record.below('average_weekly_rest', { from, to, seconds: Math.floor(rested / mondays.length) });
}

/** The longest rest that begins in a week: up to the next work, or to the week's end where none is known; a week without work rests throughout. */
function longestRestOf({ spans }: WorkingRecord, monday: IsoDay): number {
  const [start, end] = [startOfDay(monday), startOfDay(addDays(monday, 7))];
  const rests = spans.flatMap((span, i) =>
    start <= span.end && span.end < end ? [(spans.at(i + 1)?.start ?? end) - span.end] : [],
  );
  return rests.length === 0 ? end - start : Math.max(...rests);
}

/** Overtime a week over the months that end with each week planned (s. 136); a week within normal time adds none. */
function overtimeOf(record: WorkingRecord): readonly WorkingTimeFinding[] {
  return record.plannedWeeks().flatMap((monday) => {
    if (overtimeIn(record, monday) === 0) return [];
    const mondays = overtimeWeeks(record, monday);
    const overtime = mondays.reduce((sum, week) => sum + overtimeIn(record, week), 0);
    return record.above('overtime', {
      from: mondays[0],
      to: addDays(monday, 6),
      seconds: Math.ceil(overtime / mondays.length),
    });
  });
}

/** Mondays of the weeks that overtime in a week is averaged over: those of the last months from which work is known. */
export function overtimeWeeks(record: WorkingRecord, monday: IsoDay): readonly IsoDay[] {
  const earliest = isoWeekStart(addDays(addMonths(monday, -record.law.overtimeMonths), 7));
  const known = isoWeekStart(earlierDay(monday, record.spans.at(0)?.date ?? null));
  return daysFrom(laterDay(earliest, known), monday).filter((day) => day === isoWeekStart(day));
}

/** Seconds of work in a week above a normal one. */
export function overtimeIn(record: WorkingRecord, monday: IsoDay): number {
  const normal = (record.limit('week', monday)?.minutes ?? 0) * 60;
  return Math.max(0, record.workedInWeek(monday) - normal);
}
