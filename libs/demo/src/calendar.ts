import {
  addDays,
  DAYS_OF_WEEK,
  type DayOfWeek,
  daysBetween,
  type IsoDay,
  isoWeekStart,
  nextWorkingDay,
  weekdayIndex,
  weekdayOf,
} from '#time';
import { ROSTER_WEEKS } from './settings.js';

/** The days the demo turns on. */
export interface DemoCalendar {
  readonly today: IsoDay;
  /** The next working day, on which every story is to be seen. */
  readonly storyDay: IsoDay;
  readonly storyWeekday: DayOfWeek;
  /** First day of the rosters, a Monday. */
  readonly rosterFrom: IsoDay;
  /** Last day of the rosters, a Sunday. */
  readonly rosterTo: IsoDay;
}

export function demoCalendar(today: IsoDay): DemoCalendar {
  const storyDay = nextWorkingDay(today);
  const rosterFrom = addDays(isoWeekStart(today), -7);
  return {
    today,
    storyDay,
    storyWeekday: weekdayOf(storyDay),
    rosterFrom,
    rosterTo: addDays(rosterFrom, ROSTER_WEEKS * 7 - 1),
  };
}

/** Weekdays `steps` working days after `first`, wrapped into Monday to Friday, in calendar order. */
export function weekdaysAfter(first: DayOfWeek, ...steps: readonly number[]): DayOfWeek[] {
  const start = DAYS_OF_WEEK.indexOf(first);
  const days = steps.map((step) => DAYS_OF_WEEK[(start + step) % 5]);
  return DAYS_OF_WEEK.filter((day) => days.includes(day));
}

export const WEEKDAYS: readonly DayOfWeek[] = DAYS_OF_WEEK.slice(0, 5);

/** `from`, or the Monday after, so that a rhythm of two weeks counted from there falls on `anchor`'s week (0) or the one after (1). */
export function inRhythm(from: IsoDay, anchor: IsoDay, week: 0 | 1): IsoDay {
  const weeks = daysBetween(isoWeekStart(from), isoWeekStart(anchor)) / 7;
  return Math.abs(weeks % 2) === week ? from : addDays(from, 7 - weekdayIndex(from));
}
