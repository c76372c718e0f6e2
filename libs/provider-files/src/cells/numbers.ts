import { isSerial, read, refuse, type Cell, type Reading } from './cell.js';

/** Digits with an optional decimal comma or point; blanks between groups of thousands are taken out before. */
const PLAIN = /^[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d{1,2})?$/;

/** The number a text shows (`1 234,5`, `56.9496`), or undefined; `1,234.5` is refused because nobody can tell. */
export function numberOf(text: string): number | undefined {
  const plain = text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '').replace(/°$/, '');
  if (!PLAIN.test(plain)) return undefined;
  return Number(plain.replace(',', '.'));
}

/** A number from a cell, decimal comma or point. */
export function readNumber(cell: Cell): Reading<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? read(cell) : refuse('cell.number');
  if (isSerial(cell)) return refuse('cell.number', 'The cell is formatted as a date or time.');
  const value = typeof cell === 'string' ? numberOf(cell) : undefined;
  return value === undefined ? refuse('cell.number') : read(value);
}

/** A whole number from a cell. */
export function readWhole(cell: Cell): Reading<number> {
  const reading = readNumber(cell);
  if (reading.ok && !Number.isInteger(reading.value)) return refuse('cell.number', 'It must be a whole number.');
  return reading;
}
