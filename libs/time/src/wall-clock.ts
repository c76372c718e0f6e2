import { IANAZone } from 'luxon';
import { addDays, dayNumber, type IsoDay } from './iso-day.js';

/** The zone all wall-clock rules of the product are written in. */
export const RIGA = 'Europe/Riga';

const CLOCK = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;
const SECONDS_OF_UTC_DAY = 86_400;
/** Offsets by zone and UTC day; null where the day has a clock change. */
const STEADY_DAYS = new Map<string, Map<number, number | null>>();

/** Seconds after midnight that a clock would show: `07:30` is 27,000; `24:00` is 86,400. Throws a RangeError on any other text. */
export function clockSeconds(clock: string): number {
  const match = CLOCK.exec(clock);
  if (match === null) throw new RangeError(`'${clock}' is not a time HH:MM from 00:00 to 24:00`);
  return clock === '24:00' ? SECONDS_OF_UTC_DAY : Number(match[1]) * 3600 + Number(match[2]) * 60;
}

/**
 * Epoch seconds at which clocks of the zone show this day and time.
 *
 * `24:00` is the start of the next day. A time the spring change skips is
 * read with the offset before the change, so it moves forward by the length of
 * the gap (03:30 becomes 04:30; RFC 5545, section 3.3.5). A time the autumn
 * change repeats is the first of the two.
 */
export function instantOf(day: IsoDay, clock: string, zone: string = RIGA): number {
  const shown = dayNumber(day) * SECONDS_OF_UTC_DAY + clockSeconds(clock);
  const before = shown - offsetSeconds(shown - SECONDS_OF_UTC_DAY, zone);
  if (before + offsetSeconds(before, zone) === shown) return before;
  const after = shown - offsetSeconds(shown + SECONDS_OF_UTC_DAY, zone);
  return after + offsetSeconds(after, zone) === shown ? after : before;
}

/** First instant of the local day, epoch seconds. */
export function startOfDay(day: IsoDay, zone: string = RIGA): number {
  return instantOf(day, '00:00', zone);
}

/** First instant after the local day: the next day's start, 23, 24 or 25 hours later. */
export function endOfDay(day: IsoDay, zone: string = RIGA): number {
  return instantOf(day, '24:00', zone);
}

/** The local day an instant (epoch seconds) falls on. */
export function dayOf(instant: number, zone: string = RIGA): IsoDay {
  return shownAt(instant, zone).toISOString().slice(0, 10);
}

/** The time a clock of the zone shows at an instant, `HH:MM`, seconds cut off. */
export function clockOf(instant: number, zone: string = RIGA): string {
  return shownAt(instant, zone).toISOString().slice(11, 16);
}

/** ISO 8601 with the zone's offset, to the second: `2026-11-24T07:30:00+02:00`. */
export function isoOf(instant: number, zone: string = RIGA): string {
  const offset = offsetSeconds(instant, zone) / 60;
  const sign = offset < 0 ? '-' : '+';
  const size = Math.abs(offset);
  return `${shownAt(instant, zone).toISOString().slice(0, 19)}${sign}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/**
 * The span between two clock times of a day as instants, `start <= end`. `to`
 * earlier than `from` belongs to the next day (a night). Where a clock change
 * turns the two around, the span shrinks to its start.
 */
export function clockSpan(
  day: IsoDay,
  from: string,
  to: string,
  zone: string = RIGA,
): { readonly start: number; readonly end: number } {
  const start = instantOf(day, from, zone);
  const endDay = clockSeconds(to) < clockSeconds(from) ? addDays(day, 1) : day;
  return { start, end: Math.max(start, instantOf(endDay, to, zone)) };
}

/** Whether the running JavaScript knows the zone. */
export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/** Seconds clocks of the zone are ahead of UTC. Asking the platform is slow, so a UTC day without a change is asked once. */
function offsetSeconds(instant: number, zone: string): number {
  const days = STEADY_DAYS.get(zone) ?? new Map<number, number | null>();
  STEADY_DAYS.set(zone, days);
  const day = Math.floor(instant / SECONDS_OF_UTC_DAY);
  let steady = days.get(day);
  if (steady === undefined) {
    const [first, last] = [day * SECONDS_OF_UTC_DAY, (day + 1) * SECONDS_OF_UTC_DAY - 1].map((at) => askOffset(at, zone));
    days.set(day, (steady = first === last ? first : null));
  }
  return steady ?? askOffset(instant, zone);
}

function askOffset(instant: number, zone: string): number {
  return IANAZone.create(zone).offset(instant * 1000) * 60;
}

function shownAt(instant: number, zone: string): Date {
  return new Date((instant + offsetSeconds(instant, zone)) * 1000);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
