import { latvianHolidays, type Holiday } from './holidays.js';
import { addDays, isWeekend, type IsoDay } from './iso-day.js';

/** A working day the Cabinet moves to a Saturday (Labour Law, section 133(4)). */
export interface WorkdayTransfer {
  /** The working day that becomes free. */
  readonly from: IsoDay;
  /** The Saturday that becomes a working day. */
  readonly to: IsoDay;
  /** How well the order is documented. */
  readonly confidence: 'high' | 'medium' | 'low';
}

/**
 * The Cabinet's transfers. They bind state institutions; municipalities and
 * businesses are only advised to follow, so no calendar follows them unasked.
 */
export const CABINET_TRANSFERS: readonly WorkdayTransfer[] = [
  { from: '2018-04-30', to: '2018-04-21', confidence: 'high' },
  { from: '2023-05-05', to: '2023-05-20', confidence: 'high' },
  { from: '2024-12-23', to: '2024-12-14', confidence: 'low' },
  { from: '2024-12-30', to: '2024-12-28', confidence: 'low' },
  { from: '2025-05-02', to: '2025-05-10', confidence: 'medium' },
  { from: '2025-11-17', to: '2025-11-08', confidence: 'high' },
  { from: '2026-01-02', to: '2026-01-17', confidence: 'high' },
  { from: '2026-06-22', to: '2026-06-27', confidence: 'high' },
];

/** What a provider's calendar adds to the law's. */
export interface CalendarOptions {
  /** Follow these transfers ({@link CABINET_TRANSFERS}, say); none by default. */
  readonly transfers?: readonly WorkdayTransfer[];
  /** Days off beside those of the law: a festival's closing, a visit of state. */
  readonly daysOff?: readonly IsoDay[];
}

/** Tells working days from days off. */
export interface WorkingCalendar {
  /** The holiday of a day by law, or null. */
  holidayOn(day: IsoDay): Holiday | null;
  /** Monday to Friday without days off, and Saturdays that replace a transferred day. */
  isWorkingDay(day: IsoDay): boolean;
}

/** The Latvian calendar with a provider's additions. */
export function workingCalendar(options: CalendarOptions = {}): WorkingCalendar {
  const years = new Map<string, ReadonlyMap<IsoDay, Holiday>>();
  const daysOff = new Set(options.daysOff ?? []);
  const freed = new Set((options.transfers ?? []).map((transfer) => transfer.from));
  const worked = new Set((options.transfers ?? []).map((transfer) => transfer.to));
  const holidayOn = (day: IsoDay): Holiday | null => {
    const year = day.slice(0, 4);
    let holidays = years.get(year);
    if (holidays === undefined) {
      holidays = new Map(latvianHolidays(Number(year)).map((holiday) => [holiday.date, holiday]));
      years.set(year, holidays);
    }
    return holidays.get(day) ?? null;
  };
  return {
    holidayOn,
    isWorkingDay: (day) => {
      if (holidayOn(day) !== null || daysOff.has(day) || freed.has(day)) return false;
      return !isWeekend(day) || worked.has(day);
    },
  };
}

/** The calendar of the law alone: no transfers, no additions. */
export const LATVIA: WorkingCalendar = workingCalendar();

/** The first working day after the day. */
export function nextWorkingDay(day: IsoDay, calendar: WorkingCalendar = LATVIA): IsoDay {
  return addWorkingDays(day, 1, calendar);
}

/** The last working day before the day. */
export function previousWorkingDay(day: IsoDay, calendar: WorkingCalendar = LATVIA): IsoDay {
  return addWorkingDays(day, -1, calendar);
}

/** The `count`-th working day after the day (before it when negative); the day itself when 0. Does not count the day. */
export function addWorkingDays(day: IsoDay, count: number, calendar: WorkingCalendar = LATVIA): IsoDay {
  const step = count < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(count); left > 0;) {
    current = addDays(current, step);
    if (calendar.isWorkingDay(current)) left--;
  }
  return current;
}

/** Working days from `from` to `to`, both included; 0 when `to` is earlier. */
export function workingDaysBetween(from: IsoDay, to: IsoDay, calendar: WorkingCalendar = LATVIA): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) count++;
  return count;
}
