import type { Sheet } from '../columns/sheets.js';
import { shown } from '../cells/cell.js';
import type { Place } from '../report.js';

/** One row: what the file holds, and what could be made of it. */
export interface Row {
  /** 0-based among the filled rows of its list. */
  readonly index: number;
  /** 1-based as the spreadsheet shows it; undefined in JSON. */
  readonly number: number | undefined;
  /** Filled fields as found. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Typed fields that passed their own checks, defaults filled in; a field with an issue is absent. */
  readonly values: Record<string, unknown>;
}

/** A sheet, CSV file or JSON list with its rows. */
export interface Table {
  readonly sheet: Sheet;
  /** Name of the sheet or file as people know it; undefined in JSON. */
  readonly label: string | undefined;
  /** Header as written, by field. */
  readonly headers: ReadonlyMap<string, string>;
  readonly rows: readonly Row[];
  /** True when its rows could not be read: what names them cannot be checked. */
  readonly unread?: boolean;
}

/** A table of which only the name is known. */
export const unreadTable = (sheet: Sheet, label: string | undefined): Table => ({
  sheet,
  label,
  headers: new Map(),
  rows: [],
  unread: true,
});

/** JSON path of a row. */
export const rowPath = (table: Table, row: Row): string =>
  table.sheet.name === 'provider' ? 'provider' : `${table.sheet.name}[${row.index}]`;

/** Where a field of a row stands, with the value found there. */
export function placeOf(table: Table, row: Row, field?: string): Place {
  const path = field === undefined ? rowPath(table, row) : `${rowPath(table, row)}.${field}`;
  const found = field === undefined ? undefined : row.raw[field];
  return {
    path,
    ...(table.label === undefined ? {} : { sheet: table.label }),
    ...(row.number === undefined ? {} : { row: row.number }),
    ...(field === undefined || table.label === undefined ? {} : { column: table.headers.get(field) ?? field }),
    ...(found === undefined || found === null ? {} : { value: shown(found) }),
  };
}

/** How a row is called in the text of another row's issue. */
export const rowName = (table: Table, row: Row): string => (row.number === undefined ? rowPath(table, row) : `row ${row.number}`);
