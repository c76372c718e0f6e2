import { isSerial, read, refuse, type Cell, type Reading } from './cell.js';
import { numberOf } from './numbers.js';

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A fraction of a day, 0 to 1, to the minute; spreadsheets keep a third of a day only to about a microsecond. */
function fromFraction(fraction: number): Reading<string> {
  const minutes = Math.round(fraction * 1440);
  if (Math.abs(fraction * 86_400 - minutes * 60) > 0.5) return refuse('cell.time', 'It must be a whole minute.');
  return read(clock(minutes));
}

/** A bare number: a fraction of a day, or a whole hour from 2 to 24. 8.3 may be 8:30 or 8:18, and 1 may be 1:00 or 24:00. */
function fromNumber(value: number): Reading<string> {
  if (value >= 0 && value < 1) return fromFraction(value);
  if (Number.isInteger(value) && value >= 2 && value <= 24) return read(clock(value * 60));
  return refuse('cell.time', 'A bare number does not say which time is meant.');
}

const CLOCK = /^(\d{1,2})[:.](\d{2})(?:[:.]00)?$/;

function fromText(text: string): Reading<string> {
  const found = CLOCK.exec(text);
  if (found) {
    const minutes = Number(found[1]) * 60 + Number(found[2]);
    return Number(found[2]) < 60 && minutes <= 1440 ? read(clock(minutes)) : refuse('cell.time');
  }
  const value = numberOf(text);
  return value === undefined ? refuse('cell.time') : fromNumber(value);
}

/** A wall-clock time from a cell, `HH:MM` from 00:00 to 24:00: 8:00, 08.00, a formatted time or a fraction of a day. */
export function readTime(cell: Cell): Reading<string> {
  if (isSerial(cell)) {
    return cell.serial >= 0 && cell.serial <= 1 ? fromFraction(cell.serial) : refuse('cell.time', 'The cell also holds a date.');
  }
  if (typeof cell === 'number') return fromNumber(cell);
  return typeof cell === 'string' ? fromText(cell) : refuse('cell.time');
}

const WINDOW = /^(\S+?)(?:\s+(?:līdz|to|до)\s+|\s*[-–—−]\s*|\s+)(\S+)$/;

/** Start windows from a cell: `08:00-12:00; 16:00-18:00`, separated by semicolon, comma or line end. */
export function readWindows(cell: Cell): Reading<{ from: string; to: string }[]> {
  if (typeof cell !== 'string') return refuse('cell.windows');
  const windows: { from: string; to: string }[] = [];
  for (const part of cell.split(/[;,\n]/)) {
    if (part.trim() === '') continue;
    const ends = WINDOW.exec(part.trim());
    const from = ends ? fromText(ends[1]) : undefined;
    const to = ends ? fromText(ends[2]) : undefined;
    if (!from?.ok || !to?.ok) return refuse('cell.windows', `"${part.trim().slice(0, 40)}" is not a window.`);
    windows.push({ from: from.value, to: to.value });
  }
  return read(windows);
}
