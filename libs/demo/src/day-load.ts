import { DAYS_OF_WEEK, type DayOfWeek } from '#time';

/** Minutes of travel and change-over that come with every visit. */
const PER_VISIT = 12;

/** How much work a team has on each weekday, against how much it can do. */
export class DayLoad {
  private readonly minutes = new Map<DayOfWeek, number>(DAYS_OF_WEEK.map((day) => [day, 0]));

  /** `capacity`: minutes of work of each weekday, Monday first. */
  constructor(private readonly capacity: readonly number[]) {}

  add(days: readonly DayOfWeek[], minutes: number, staffCount = 1): void {
    for (const day of days) this.minutes.set(day, this.at(day) + (minutes + PER_VISIT) * staffCount);
  }

  /** The set of days that, with these minutes on each, leaves the days most equally full (least sum of load^2 / capacity); the first of equals. */
  lightest(choices: readonly (readonly DayOfWeek[])[], minutes: number): readonly DayOfWeek[] {
    const added = (days: readonly DayOfWeek[]): number =>
      days.reduce((sum, day) => sum + this.burden(day, minutes + PER_VISIT) - this.burden(day, 0), 0);
    return choices.reduce((best, days) => (added(days) < added(best) ? days : best));
  }

  private burden(day: DayOfWeek, more: number): number {
    return (this.at(day) + more) ** 2 / this.capacity[DAYS_OF_WEEK.indexOf(day)];
  }

  private at(day: DayOfWeek): number {
    return this.minutes.get(day) ?? 0;
  }
}

const days = (...texts: readonly string[]): DayOfWeek[][] =>
  texts.map((text) => text.split(' ').map((short) => short as DayOfWeek));

/** Days of a week that suit so many visits, by number of days: spread out, Sundays only where nothing else is left. */
export const DAY_SETS: Readonly<Record<number, readonly (readonly DayOfWeek[])[]>> = {
  1: days('MO', 'TU', 'WE', 'TH', 'FR'),
  2: days('MO TH', 'TU FR', 'MO WE', 'TU TH', 'WE FR', 'MO FR'),
  3: days('MO WE FR', 'MO TU TH', 'TU TH FR', 'MO WE TH', 'TU WE FR'),
  4: days('MO TU TH FR', 'MO TU WE FR', 'MO WE TH FR', 'MO TU WE TH', 'TU WE TH FR'),
  5: days('MO TU WE TH FR'),
  6: days('MO TU WE TH FR SA', 'MO TU WE TH FR SU'),
  7: days('MO TU WE TH FR SA SU'),
};

/** The same with a Saturday or Sunday in it. */
export const WEEKEND_SETS: Readonly<Record<number, readonly (readonly DayOfWeek[])[]>> = {
  1: days('SA', 'SU'),
  2: days('TU SA', 'WE SA', 'WE SU', 'MO SA', 'TH SU'),
  3: days('MO TH SA', 'TU TH SA', 'TU FR SU', 'WE FR SU', 'MO WE SA'),
  4: days('MO WE FR SA', 'TU TH FR SU', 'MO TU TH SA'),
  5: days('MO TU WE FR SA', 'MO TU TH FR SU', 'TU WE TH FR SA'),
  6: days('MO TU WE TH FR SA', 'MO TU WE TH FR SU'),
  7: days('MO TU WE TH FR SA SU'),
};
