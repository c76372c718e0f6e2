import type { Language } from './language.js';

/** Everything the provider plans happens on this wall clock. */
export const timeZone = 'Europe/Riga';

type DateStyle = 'long' | 'medium' | 'weekday' | 'tab';

const dateStyles: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  tab: { weekday: 'short', day: 'numeric', month: 'numeric' },
};

/** Writes dates, times, durations and numbers as one language does. Days are ISO dates, instants ISO date-times. */
export interface Formats {
  /** A calendar day. */
  day(date: string, style: DateStyle): string;
  /** A day, or both ends of a range, included. */
  days(from: string, to: string): string;
  /** A sentence of the server's with its ISO days written as people write them. */
  sentence(text: string): string;
  /** Wall-clock time of an instant in Riga, `08:05`. */
  time(instant: string): string;
  /** Day and time of an instant in Riga. */
  moment(instant: string): string;
  /** `1 h 25 min`; under a minute counts as none, minutes are rounded. */
  duration(seconds: number): string;
  /** Hours with one decimal, without the unit. */
  hours(seconds: number): string;
  number(value: number): string;
  /** Large numbers in words: 2.7 billion; as short as they fit where figures stand side by side. */
  short(value: number): string;
  /** Cents as an amount in euro. */
  euros(cents: number): string;
  /** A month `2026-11` in words, with its year. */
  month(month: string): string;
  /** A share of 1 as a percentage with at most one decimal. */
  percent(share: number): string;
}

const cache = new Map<Language, Formats>();

/** The formats of a language, made once. */
export function formatsFor(language: Language, units: { readonly h: string; readonly min: string }): Formats {
  const known = cache.get(language);
  if (known) return known;
  const made = makeFormats(language, units);
  cache.set(language, made);
  return made;
}

function makeFormats(language: Language, units: { readonly h: string; readonly min: string }): Formats {
  // British English: day before month, 24-hour clock.
  const locale = language === 'en' ? 'en-GB' : language;
  // Calendar days carry no zone: both ends of this format are UTC, so that no shift can move them.
  const dates = Object.fromEntries(
    Object.entries(dateStyles).map(([style, options]) => [
      style,
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
    ]),
  ) as Record<DateStyle, Intl.DateTimeFormat>;
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const moment = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: true });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 });
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const euro = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const monthAndYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return {
    day: (date, style) => dates[style].format(noon(date)),
    days: (from, to) => (from === to ? dates.long.format(noon(from)) : dates.medium.formatRange(noon(from), noon(to))),
    sentence: (text) => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => dates.medium.format(noon(date))),
    time: (instant) => clock.format(new Date(instant)),
    moment: (instant) => moment.format(new Date(instant)),
    duration: (seconds) => duration(seconds, units),
    hours: (seconds) => oneDecimal.format(seconds / 3600),
    number: (value) => whole.format(value),
    short: (value) => (Math.abs(value) < 1e8 ? whole : compact).format(value),
    euros: (cents) => euro.format(cents / 100),
    month: (month) => monthAndYear.format(noon(`${month}-15`)),
    percent: (share) => percent.format(floorShare(share)),
  };
}

function duration(seconds: number, units: { readonly h: string; readonly min: string }): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 0) return `\u2212${duration(-seconds, units)}`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  // No-break spaces: a figure never parts from its unit.
  if (hours === 0) return `${rest}\u00a0${units.min}`;
  return rest === 0 ? `${hours}\u00a0${units.h}` : `${hours}\u00a0${units.h} ${rest}\u00a0${units.min}`;
}

/** Cut, not rounded: 99.97 % served must not read as 100 %. */
function floorShare(share: number): number {
  return Math.floor(share * 1000 + 1e-9) / 1000;
}

function noon(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}

const wallParts = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZone,
});

/**
 * Minutes on Riga's wall clock from midnight of `date` to `instant`: 510 for 08:30, over 1440 on the next day,
 * negative on the day before. Wall-clock, so a bar shows 08:30 at 08:30 on the days the clocks change too.
 */
export function wallMinutes(instant: string, date: string): number {
  const part: Record<string, string> = {};
  for (const { type, value } of wallParts.formatToParts(new Date(instant))) part[type] = value;
  const days = Math.round(
    (Date.parse(`${part['year']}-${part['month']}-${part['day']}T00:00:00Z`) - Date.parse(`${date}T00:00:00Z`)) / 86_400_000,
  );
  return days * 1440 + Number(part['hour']) * 60 + Number(part['minute']) + Number(part['second']) / 60;
}

/** The instant when Riga's wall clock is so many minutes past midnight of `date`; the inverse of {@link wallMinutes}. */
export function instantAtWall(date: string, minutes: number): string {
  const guess = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  // Twice: the offset at the guess is not always the offset at the instant.
  let instant = guess;
  for (let k = 0; k < 2; k++) instant += (minutes - wallMinutes(new Date(instant).toISOString(), date)) * 60_000;
  return new Date(Math.round(instant / 1000) * 1000).toISOString();
}

/** Minutes past midnight as a field for times takes them: `08:05`; past the end of the day they begin anew. */
export function wallClock(minutes: number): string {
  const whole = Math.floor(minutes);
  return `${String(Math.floor(whole / 60) % 24).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}
