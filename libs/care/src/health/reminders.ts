import { addDays, daysFrom, type IsoDay, LATVIA, nextWorkingDay, type WorkingCalendar } from '#time';
import type { EpisodeKind } from './episode.js';
import type { Term } from './terms.js';

/** What somebody is reminded of. `windowDay` is a morning between the window's first day and the end. */
export type ReminderKind = 'askForOpinion' | 'windowOpens' | 'windowDay' | 'lastDay';

/** A reminder on a day, at a wall-clock time. */
export interface Reminder {
  readonly on: IsoDay;
  /** `HH:MM`, Europe/Riga. */
  readonly at: string;
  readonly kind: ReminderKind;
}

/** Calendar days before the end on which the GP is to be asked: a week; after surgery day 7 of the 10, three before the end. */
const ASK_DAYS_BEFORE: Readonly<Record<EpisodeKind, number>> = { chronic_mobility: 7, post_surgery: 3, rehab: 7 };
const MORNING = '08:00';
const NOON = '12:00';
/** GP practices take requests for visits at least until then on working days. */
const REQUESTS_UNTIL = '15:00';

/**
 * Every reminder of a term, in order: to ask the GP, at the opening of the
 * opinion's window, on each morning in it, and on the last day by noon. None
 * from the day of the opinion on, and none to ask once the GP has been asked.
 */
export function remindersOf({ kind, end, window, requestedOn, opinion }: Term): readonly Reminder[] {
  if (end === null) return [];
  const ask = addDays(end, -ASK_DAYS_BEFORE[kind]);
  const asked = requestedOn !== null && requestedOn <= ask;
  const mornings = window === null ? [] : daysFrom(window.from, end);
  const reminders: Reminder[] = [
    ...(asked ? [] : [{ on: ask, at: MORNING, kind: 'askForOpinion' } as const]),
    ...mornings.map((on): Reminder => ({ on, at: MORNING, kind: on === mornings[0] ? 'windowOpens' : 'windowDay' })),
    { on: end, at: NOON, kind: 'lastDay' },
  ];
  return reminders
    .filter(({ on }) => opinion === null || on < opinion.givenOn)
    .sort((a, b) => `${a.on} ${a.at}`.localeCompare(`${b.on} ${b.at}`));
}

/** The working day a request to the GP counts for: the same until 15:00 (`at` is `HH:MM`), else the next. */
export function requestCountsOn(day: IsoDay, at: string, calendar: WorkingCalendar = LATVIA): IsoDay {
  return calendar.isWorkingDay(day) && at <= REQUESTS_UNTIL ? day : nextWorkingDay(day, calendar);
}
