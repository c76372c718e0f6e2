import { addDays, type IsoDay } from './iso-day.js';
import { addWorkingDays, LATVIA, type WorkingCalendar } from './working-days.js';

/** Longest health care at home for a chronic patient without a new opinion, calendar days (S030). */
export const CHRONIC_TERM_DAYS = 30;
/** The same after surgery, calendar days (S032). */
export const POST_SURGERY_TERM_DAYS = 10;
/** The GP's opinion is due within this many working days before the term's end (S031). */
export const OPINION_WORKING_DAYS = 2;

/** Whether the first day of care is day 1 of the term (`inclusive`) or the term begins the day after. The law leaves it open. */
export type TermCounting = 'inclusive' | 'exclusive';

/** Both days included. */
export interface DayRange {
  readonly from: IsoDay;
  readonly to: IsoDay;
}

/**
 * Last day of a term of calendar days: `start + days - 1`, or `start + days`
 * when the first day is not counted. Weekends and holidays do not move it.
 */
export function termEnd(start: IsoDay, days: number, counting: TermCounting = 'inclusive'): IsoDay {
  return addDays(start, counting === 'inclusive' ? days - 1 : days);
}

/**
 * When the GP visits and gives the opinion on going on or stopping (S031): from
 * the second working day strictly before the term's end, to the end itself.
 */
export function opinionWindow(
  end: IsoDay,
  calendar: WorkingCalendar = LATVIA,
  workingDays: number = OPINION_WORKING_DAYS,
): DayRange {
  return { from: addWorkingDays(end, -workingDays, calendar), to: end };
}
