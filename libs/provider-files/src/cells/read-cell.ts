import { tidyText } from '#contracts';
import type { FieldKind } from '../columns/kinds.js';
import { isSerial, read, refuse, type Cell, type Reading } from './cell.js';
import { optionsOf, readBoolean, readChoice } from './choices.js';
import { readDate } from './dates.js';
import { bared, isFormulaError } from './neutral.js';
import { readNumber, readWhole } from './numbers.js';
import { readTime, readWindows } from './times.js';

/**
 * The typed value of a cell of the given kind; `undefined` for an empty cell. Blanks at the ends, non-breaking blanks
 * and zero-width characters never matter. What it returns still has to pass the field's schema.
 */
export function readCell(kind: FieldKind, found: Cell): Reading {
  const cell = typeof found === 'string' ? tidyText(found) : found;
  if (cell === null || cell === '') return read(undefined);
  if (typeof cell === 'string' && isFormulaError(cell)) return refuse('cell.formula_error');
  return readFilled(kind, cell);
}

function readFilled(kind: FieldKind, cell: Exclude<Cell, null>): Reading {
  switch (kind.is) {
    case 'text':
    case 'email':
    case 'id':
      return readText(cell);
    case 'code':
    case 'flag':
      return readName(kind.is, cell);
    case 'date':
      return readDate(cell);
    case 'time':
      return readTime(cell);
    case 'boolean':
      return readBoolean(cell);
    case 'coordinate':
      return readNumber(cell);
    case 'number':
      return readWhole(cell);
    case 'choice':
      return readChoice(cell, kind.options);
    case 'windows':
      return readWindows(cell);
    case 'list':
      return readList(kind, cell);
  }
}

function readText(cell: Exclude<Cell, null>): Reading<string> {
  if (isSerial(cell)) return refuse('cell.date_in_text');
  return read(typeof cell === 'string' ? bared(cell) : String(cell));
}

function readName(is: 'code' | 'flag', cell: Exclude<Cell, null>): Reading<string> {
  const reading = readText(cell);
  if (!reading.ok) return reading;
  return read(is === 'code' ? reading.value.toUpperCase() : reading.value.toLowerCase());
}

type List = Extract<FieldKind, { is: 'list' }>;

/** Entries separated by `;`, `,`, `|` or line ends; codes and flags, which have no blanks, also by blanks. */
function entriesOf(kind: List, text: string): string[] {
  const separator = kind.of.is === 'choice' ? /[;,|\n]/ : /[;,|\s]/;
  return text
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function readList(kind: List, cell: Exclude<Cell, null>): Reading {
  if (isSerial(cell)) return refuse('cell.date_in_text');
  const values: unknown[] = [];
  for (const entry of typeof cell === 'string' ? entriesOf(kind, bared(cell)) : [cell]) {
    const reading = readEntry(kind.of, entry);
    if (!reading.ok) return { ...reading, detail: reading.detail ?? `"${String(entry).slice(0, 40)}" is not allowed.` };
    values.push(...reading.value);
  }
  // Naming a task or a weekday twice means it once; points of a form may repeat.
  return read(kind.of.is === 'number' ? values : [...new Set(values)]);
}

function readEntry(kind: FieldKind, entry: Exclude<Cell, null>): Reading<unknown[]> {
  const several = kind.is === 'choice' && typeof entry === 'string' ? optionsOf(entry, kind.options) : undefined;
  if (several) return read(several);
  const reading = readFilled(kind, entry);
  if (reading.ok) return read([reading.value]);
  // `MO WE FR`: blanks separate only where the whole entry is no word of its own.
  const parts = typeof entry === 'string' ? entry.split(/\s+/) : [];
  if (parts.length < 2) return reading;
  const readings = parts.map((part) => readFilled(kind, part));
  const bad = readings.find((each) => !each.ok);
  return bad && !bad.ok ? bad : read(readings.map((each) => (each.ok ? each.value : undefined)));
}
