import { isSerial, read, refuse, type Cell, type Reading } from './cell.js';

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** The ISO day, or undefined when the calendar has no such day. */
function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/**
 * The day of an Excel serial of the 1900 system. Serials below 60 count from 1899-12-31, later ones from
 * 1899-12-30, because Excel believes in a 29 February 1900 (serial 60), which is refused.
 */
export function daySerial(serial: number): string | undefined {
  if (!Number.isInteger(serial) || serial < 1 || serial > 73_415 || serial === 60) return undefined;
  const days = serial < 60 ? serial + 1 : serial;
  return new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

const dayOr = (day: string | undefined): Reading<string> => (day === undefined ? refuse('cell.date') : read(day));

/** Bare numbers: a serial from 1908 on or `20261124`; a year, or less, could be anything. */
function fromNumber(value: number): Reading<string> {
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_001_231) {
    return dayOr(isoDay(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100));
  }
  if (value >= 1 && value < 3_000) return refuse('cell.date_ambiguous', 'A bare number this small is no date.');
  return dayOr(daySerial(value));
}

/** ISO, also with dots or slashes and with a time of midnight behind it. */
const YEAR_FIRST = /^(\d{4})([-./])\s*(\d{1,2})\2\s*(\d{1,2})\.?(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/;
/** Day first, as written in Latvia, also with blanks after the dots. */
const DAY_FIRST = /^(\d{1,2})([-./])\s*(\d{1,2})\2\s*(\d{2}|\d{4})\.?(?:\s+0{1,2}:00(?::00)?)?$/;

function fromText(text: string): Reading<string> {
  if (/^\d+$/.test(text)) return fromNumber(Number(text));
  const iso = YEAR_FIRST.exec(text);
  if (iso) return dayOr(isoDay(Number(iso[1]), Number(iso[3]), Number(iso[4])));
  const local = DAY_FIRST.exec(text);
  if (!local) return refuse('cell.date');
  if (local[4].length === 2) return refuse('cell.date_ambiguous', 'The year has two digits.');
  const [first, second, year] = [Number(local[1]), Number(local[3]), Number(local[4])];
  if (local[2] !== '/' || first > 12) return dayOr(isoDay(year, second, first));
  // With slashes both 24/11 and 11/24 are in use; only a part above twelve tells.
  if (second > 12) return dayOr(isoDay(year, first, second));
  if (first === second) return dayOr(isoDay(year, first, second));
  return refuse('cell.date_ambiguous', 'With slashes day and month may be in either order.');
}

/** A calendar day from a cell: Excel date, serial, dd.mm.yyyy or ISO. Two-digit years and 03/04/2026 are refused. */
export function readDate(cell: Cell): Reading<string> {
  if (isSerial(cell)) {
    return Number.isInteger(cell.serial)
      ? dayOr(daySerial(cell.serial))
      : refuse('cell.date', 'The cell also holds a time of day.');
  }
  if (typeof cell === 'number') return fromNumber(cell);
  return typeof cell === 'string' ? fromText(cell) : refuse('cell.date');
}
