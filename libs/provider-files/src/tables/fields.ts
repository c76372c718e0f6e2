import type { z } from 'zod';
import type { ErrorCode } from '#contracts';
import type { Cell } from '../cells/cell.js';
import { readCell } from '../cells/read-cell.js';
import { allowed } from '../columns/allowed.js';
import type { FieldKind } from '../columns/kinds.js';
import type { Column } from '../columns/sheets.js';
import type { Report, Words } from '../report.js';
import { placeOf, type Row, type Table } from './table.js';

/** The code of a value that is of its kind but not what the field takes. */
const REFUSED: Readonly<Record<FieldKind['is'], ErrorCode>> = {
  text: 'cell.format',
  id: 'cell.format',
  code: 'cell.format',
  flag: 'cell.format',
  email: 'cell.format',
  date: 'cell.date',
  time: 'cell.time',
  boolean: 'cell.boolean',
  coordinate: 'cell.range',
  number: 'cell.range',
  choice: 'cell.choice',
  windows: 'cell.windows',
  list: 'cell.list_size',
};

const wordsFor = (column: Column, detail?: string): Words => {
  const refers = column.text.refers === undefined ? '' : ` of ${column.text.refers}`;
  const takes = `${allowed(column.kind)}${refers}${column.required ? '' : ', or empty'}`;
  return detail === undefined ? { allowed: takes } : { allowed: takes, detail };
};

type Validator = { safeParse(value: unknown): z.ZodSafeParseResult<unknown> };

interface RowBeingTyped {
  readonly table: Table;
  readonly row: Row;
  readonly report: Report;
}

/** Checks a value against the field's schema and keeps it, or reports it. Coordinates out of range are kept for the check of the pair. */
function keep({ table, row, report }: RowBeingTyped, column: Column, value: unknown): void {
  const parsed = (column.schema as unknown as Validator).safeParse(value);
  if (parsed.success) {
    if (parsed.data !== undefined) row.values[column.field] = parsed.data;
    return;
  }
  if (value === undefined) return report.issue('cell.required', placeOf(table, row, column.field), wordsFor(column));
  if (column.kind.is === 'coordinate' && typeof value === 'number') {
    row.values[column.field] = value;
    return;
  }
  const first = parsed.error.issues[0];
  const place = placeOf(table, row, column.field);
  const path = first.path.length === 0 ? place.path : `${place.path}${first.path.map(pathPart).join('')}`;
  report.issue(codeFor(column.kind, first), { ...place, path }, wordsFor(column));
}

const pathPart = (part: PropertyKey): string => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`);

function codeFor(kind: FieldKind, found: z.core.$ZodIssue): ErrorCode {
  if (found.code === 'invalid_type') return found.message.includes('expected int') ? 'cell.number' : 'cell.type';
  if (kind.is === 'list' && found.path.length > 0) return REFUSED[kind.of.is];
  return REFUSED[kind.is];
}

/** Types the cells of a row of a sheet or CSV file. */
export function typeCells(table: Table, row: Row, report: Report): void {
  for (const column of table.sheet.columns) {
    const reading = readCell(column.kind, (row.raw[column.field] ?? null) as Cell);
    if (reading.ok) {
      // A missing required column is reported once, at the header, not once a row.
      if (reading.value === undefined && column.required && !table.headers.has(column.field)) continue;
      keep({ table, row, report }, column, reading.value);
    } else report.issue(reading.code, placeOf(table, row, column.field), wordsFor(column, reading.detail));
  }
}

/** Types the fields of an object of a JSON list; null and empty texts count as absent. */
export function typeObject(table: Table, row: Row, report: Report): void {
  for (const column of table.sheet.columns) {
    const value = row.raw[column.field];
    keep({ table, row, report }, column, value === null || value === '' ? undefined : value);
  }
}
