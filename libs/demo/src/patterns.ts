import type { DayOfWeek, IsoDay } from '#time';
import { type Book, given, type Row } from './book.js';
import type { DayLoad } from './day-load.js';
import type { TaskCode } from './tasks.js';

/** A start window of wall-clock times, both ends included. */
export interface StartWindow {
  readonly from: string;
  readonly to: string;
}

/** What a pattern is given under. */
export interface PatternOwner {
  readonly client: string;
  readonly decision?: string;
  readonly episode?: string;
  readonly validFrom: IsoDay;
  readonly validTo: IsoDay | null;
}

export interface PatternPlan {
  readonly tasks: readonly TaskCode[];
  readonly minutes: number;
  readonly profession: NonNullable<Row<'patterns'>['profession']>;
  readonly days: readonly DayOfWeek[];
  readonly windows: readonly StartWindow[];
  readonly priority: number;
  readonly staffCount?: number;
  readonly skills?: readonly string[];
  readonly everyWeeks?: number;
  /** Written as so many times a week instead of on the days. */
  readonly floating?: boolean;
  readonly paused?: { readonly from: IsoDay; readonly to: IsoDay };
}

/** Writes a pattern and counts its work on its days. */
export function addPattern(book: Book, load: DayLoad | null, owner: PatternOwner, plan: PatternPlan): void {
  const { days, everyWeeks = 1, staffCount = 1 } = plan;
  for (let visit = 0; visit < plan.windows.length; visit++) load?.add(days, plan.minutes / everyWeeks, staffCount);
  book.patterns.push({
    id: book.id('patterns', 'P'),
    client: owner.client,
    ...given('decision', owner.decision),
    ...given('episode', owner.episode),
    tasks: [...plan.tasks],
    durationMinutes: plan.minutes,
    profession: plan.profession,
    skills: [...(plan.skills ?? [])],
    staffCount,
    ...(plan.floating ? { timesPerWeek: days.length, minDaysBetween: 2 } : { weekdays: [...days] }),
    everyWeeks,
    windows: plan.windows.map((window) => ({ ...window })),
    priority: plan.priority,
    validFrom: owner.validFrom,
    ...given('validTo', owner.validTo),
    ...(plan.paused && { pausedFrom: plan.paused.from, pausedTo: plan.paused.to }),
  });
}

/** `08:05` as minutes after midnight and back. */
export function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

export function clockAt(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
