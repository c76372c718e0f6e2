/** A calendar day as `YYYY-MM-DD` (proleptic Gregorian); no time, no zone. */
export type IsoDay = string;
/** A day of the week, Monday first, as calendars exchange it (RFC 5545). */
export type DayOfWeek = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

/** The days of an ISO week in order, Monday first. */
export const DAYS_OF_WEEK: readonly DayOfWeek[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_OF_UTC_DAY = 86_400_000;
/** 1970-01-01 was a Thursday: day number 0 is the fourth of its week. */
const EPOCH_WEEKDAY = 3;

/** Days that were asked for, both ways: a ledger asks for the same few hundred a million times. */
const NUMBERS = new Map<IsoDay, number>();
const DAYS = new Map<number, IsoDay>();
/** More days than anybody works with at once: about 270 years. */
const MOST_DAYS = 100_000;

/** Whether the text names a day that exists: `2028-02-29` yes, `2026-02-29` no. */
export function isIsoDay(text: string): boolean {
  return NUMBERS.has(text) || isNewDay(text);
}

function isNewDay(text: string): boolean {
  if (!PATTERN.test(text) || Number.isNaN(Date.parse(text))) return false;
  const number = Math.round(Date.parse(`${text}T00:00:00Z`) / MILLISECONDS_OF_UTC_DAY);
  if (fromNumber(number) !== text) return false;
  keep(NUMBERS, text, number);
  return true;
}

/** Days since 1970-01-01, negative before. Throws a RangeError when the text is no day. */
export function dayNumber(day: IsoDay): number {
  const known = NUMBERS.get(day);
  if (known !== undefined) return known;
  if (!isNewDay(day)) throw new RangeError(`'${day}' is not a calendar day YYYY-MM-DD`);
  return dayNumber(day);
}

/** The day `days` later (earlier when negative). */
export function addDays(day: IsoDay, days: number): IsoDay {
  return fromNumber(dayNumber(day) + days);
}

/** The same day of the month `months` later, or that month's last day when it is shorter: 31.08. + 6 months = 28. or 29.02. */
export function addMonths(day: IsoDay, months: number): IsoDay {
  dayNumber(day);
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(Number(day.slice(8)), lastOfMonth));
  return first.toISOString().slice(0, 10);
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week of a day. */
export function weekdayOf(day: IsoDay): DayOfWeek {
  return DAYS_OF_WEEK[weekdayIndex(day)];
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(day: IsoDay): number {
  return modulo(dayNumber(day) + EPOCH_WEEKDAY, 7);
}

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(day: IsoDay): boolean {
  return weekdayIndex(day) >= 5;
}

/** The Monday of the day's ISO week. */
export function isoWeekStart(day: IsoDay): IsoDay {
  return addDays(day, -weekdayIndex(day));
}

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export function daysFrom(from: IsoDay, to: IsoDay): readonly IsoDay[] {
  const first = dayNumber(from);
  const count = dayNumber(to) - first + 1;
  return count <= 0 ? [] : Array.from({ length: count }, (_, i) => fromNumber(first + i));
}

/** The later of two days; `null` is no bound. */
export function laterDay(day: IsoDay, bound: IsoDay | null): IsoDay {
  return bound !== null && bound > day ? bound : day;
}

/** The earlier of two days; `null` is no bound. */
export function earlierDay(day: IsoDay, bound: IsoDay | null): IsoDay {
  return bound !== null && bound < day ? bound : day;
}

function fromNumber(number: number): IsoDay {
  return DAYS.get(number) ?? keep(DAYS, number, new Date(number * MILLISECONDS_OF_UTC_DAY).toISOString().slice(0, 10));
}

function keep<Key, Value>(all: Map<Key, Value>, key: Key, value: Value): Value {
  if (all.size >= MOST_DAYS) all.clear();
  all.set(key, value);
  return value;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
