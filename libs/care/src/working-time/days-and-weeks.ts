import { addDays, daysFrom, isoWeekStart, type IsoDay } from '#time';
import type { WorkingTimeFinding } from './finding.js';
import type { WorkingRecord } from './working-record.js';

/**
 * Work above a day's and a week's normal time (Labour Law, s. 131, 133, 140).
 * With overtime agreed it is told, else forbidden; the cap of a summarised week
 * holds either way.
 */
export function daysAndWeeks(record: WorkingRecord): readonly WorkingTimeFinding[] {
  const { regime, contractMinutesPerWeek, overtimeAgreed } = record.terms;
  const severity = regime === 'normal' && overtimeAgreed ? 'warning' : undefined;
  const days = record.plannedDays().flatMap((day) => {
    const found = { from: day, to: day, seconds: record.worked(day) };
    return mayBeLonger(record, day) ? record.above('day_longer', found, severity) : record.above('day', found, severity);
  });
  const weeks = record.plannedWeeks().flatMap((monday) => {
    const found = { from: monday, to: addDays(monday, 6), seconds: record.workedInWeek(monday) };
    const beyond = record.above('week', found, severity);
    if (beyond.length > 0) return beyond;
    return record.above('contract', { ...found, limitMinutes: contractMinutesPerWeek });
  });
  return [...days, ...weeks];
}

/** A day may be longer where another day that week is worked, shorter, and the week stays within its own limit (s. 133). */
function mayBeLonger(record: WorkingRecord, day: IsoDay): boolean {
  const normal = record.limit('day', day)?.minutes;
  const week = record.limit('week', day)?.minutes;
  if (normal === undefined || week === undefined || record.limit('day_longer', day) === null) return false;
  const monday = isoWeekStart(day);
  if (record.workedInWeek(monday) > week * 60) return false;
  return daysFrom(monday, addDays(monday, 6)).some((other) => {
    const worked = record.worked(other);
    return other !== day && worked > 0 && worked < normal * 60;
  });
}
