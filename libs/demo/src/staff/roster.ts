import { addDays, type IsoDay } from '#time';
import type { DemoCalendar } from '../calendar.js';
import { ROSTER_WEEKS } from '../settings.js';

/** A shift's hours, with the break that is not paid. */
export interface ShiftHours {
  readonly start: string;
  readonly end: string;
  readonly breakMinutes: number;
}

/** The shifts of the house: each is eight hours of work. */
export const SHIFTS = {
  day: { start: '08:00', end: '17:00', breakMinutes: 60 },
  early: { start: '07:00', end: '15:30', breakMinutes: 30 },
  late: { start: '12:00', end: '21:00', breakMinutes: 60 },
  office: { start: '08:00', end: '16:30', breakMinutes: 30 },
} as const satisfies Readonly<Record<string, ShiftHours>>;
export type ShiftKind = keyof typeof SHIFTS;

/** Days of one person's roster. */
export interface RosterDay {
  readonly date: IsoDay;
  readonly hours: ShiftHours;
}

/** How somebody works. */
export interface Contract {
  readonly kind: ShiftKind;
  /** Three shifts of eight hours a week instead of five. */
  readonly isPartTime: boolean;
  /** Weeks (0 to 3) in which the person works Saturday and Sunday. */
  readonly weekends: readonly number[];
  /** The kind worked at weekends, where another. */
  readonly weekendKind?: ShiftKind;
  /** 0 Monday to 2 Wednesday: the third day of somebody with part of a week. */
  readonly middleDay: number;
}

/**
 * Four weeks of shifts. Whoever works a weekend works all of it and is off on
 * the Thursday and Friday before, so that every week has 63 hours of rest
 * without a break (42 are owed) and five shifts of eight hours at the most.
 * Nobody changes between early and late.
 */
export function roster(contract: Contract, { rosterFrom }: DemoCalendar): RosterDay[] {
  return Array.from({ length: ROSTER_WEEKS }, (_, week) => {
    const isWeekend = contract.weekends.includes(week);
    return workingDays(contract, isWeekend).map((day) => ({
      date: addDays(rosterFrom, week * 7 + day),
      hours: SHIFTS[day > 4 ? (contract.weekendKind ?? contract.kind) : contract.kind],
    }));
  }).flat();
}

/** Days worked in a week, 0 for Monday. */
function workingDays({ isPartTime, middleDay }: Contract, isWeekend: boolean): readonly number[] {
  if (isPartTime) return isWeekend ? [middleDay, 5, 6] : [middleDay, 3, 4];
  return isWeekend ? [0, 1, 2, 5, 6] : [0, 1, 2, 3, 4];
}

/**
 * Deals weekends out: `people` in turn, so many each week. Gives each person's
 * weeks. Where there are fewer people than turns somebody works several.
 */
export function weekendTurns(people: readonly string[], eachWeek: number): ReadonlyMap<string, readonly number[]> {
  const turns = new Map<string, number[]>(people.map((id) => [id, []]));
  for (let turn = 0; turn < eachWeek * ROSTER_WEEKS; turn++) {
    turns.get(people[turn % people.length])?.push(Math.floor(turn / eachWeek));
  }
  return turns;
}

/**
 * The week of the carer whose weekly rest is just what the law asks for: off
 * from Tuesday 15:30 to Thursday 09:30, 42 hours, with the Saturday worked and
 * the Monday after free.
 */
export function tightWeek(days: readonly RosterDay[], monday: IsoDay): RosterDay[] {
  const others = days.filter(({ date }) => date < monday || date > addDays(monday, 7));
  const tight = [
    { date: monday, hours: SHIFTS.early },
    { date: addDays(monday, 1), hours: SHIFTS.early },
    { date: addDays(monday, 3), hours: { start: '09:30', end: '18:00', breakMinutes: 30 } },
    { date: addDays(monday, 4), hours: SHIFTS.office },
    { date: addDays(monday, 5), hours: SHIFTS.office },
  ];
  return [...others, ...tight].sort((a, b) => (a.date < b.date ? -1 : 1));
}
