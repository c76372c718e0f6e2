import { isSerial, type Cell } from '../cells/cell.js';
import { sheets, type Column, type Sheet } from '../columns/sheets.js';
import type { Report } from '../report.js';
import { fold, nearest } from '../words.js';

/** Further words for a field that people write into headers; folded. */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  latitude: ['lat', 'geogrāfiskaisplatums', 'широта'],
  longitude: ['lon', 'lng', 'long', 'geogrāfiskaisgarums', 'долгота'],
  phone: ['telefons', 'telefonanumurs', 'tālr', 'tel'],
  client: ['klientaid'],
  staff: ['darbiniekaid'],
  givenName: ['firstname'],
  familyName: ['lastname', 'surname'],
  email: ['epasts', 'epastaadrese'],
};

/** Every folded name of a column: its field, its Latvian header, further words, and with `id` behind for references. */
function namesOf(column: Column): string[] {
  const names = [column.field, column.text.header, ...(FURTHER[column.field] ?? [])].map(fold);
  return column.text.refers === undefined ? names : [...names, `${fold(column.field)}id`];
}

const columnNames = new Map(
  sheets.map((sheet) => [sheet.name, new Map(sheet.columns.flatMap((column) => namesOf(column).map((name) => [name, column])))]),
);

/** The column of a header, however it is written; undefined for none. */
export const columnFor = (sheet: Sheet, header: string): Column | undefined => columnNames.get(sheet.name)!.get(fold(header));

const sheetNames = new Map(sheets.flatMap((sheet) => [fold(sheet.name), fold(sheet.header)].map((name) => [name, sheet])));

/** A sheet or file name without folder, ending and a leading ordinal such as `01_`. */
const bareName = (label: string): string =>
  fold(label.replace(/^.*\//, '').replace(/\.(?:csv|tsv|txt)$/i, '')).replace(/^\d+/, '');

/** The list a sheet or file stands for; undefined for none. */
export const sheetFor = (label: string): Sheet | undefined => sheetNames.get(bareName(label));

/** The sheet of explanations that every template has. */
export const isReadMe = (label: string): boolean => /lasimani|readme/.test(fold(label));

/** The list a misspelt name resembles: at most two edits away, and longer than four letters. */
export function sheetLike(label: string): Sheet | undefined {
  const name = bareName(label);
  const found = name.length > 4 ? nearest(name, sheetNames.keys(), 2) : undefined;
  return found === undefined ? undefined : sheetNames.get(found);
}

const headerText = (cell: Cell): string => (cell === null || isSerial(cell) ? '' : String(cell).trim());

/** Rows looked at for the header: a title or a note may stand above it. */
const HEADER_ROWS = 10;

/** Index of the row with the most known column names among the first filled ones; -1 when none has any. */
export function headerRow(sheet: Sheet, rows: readonly (readonly Cell[])[]): number {
  let best = -1;
  let most = 0;
  for (let index = 0; index < Math.min(rows.length, HEADER_ROWS); index++) {
    const known = rows[index].filter((cell) => columnFor(sheet, headerText(cell)) !== undefined).length;
    if (known > most) [best, most] = [index, known];
  }
  return best;
}

/** Which field each column of a grid holds. */
export interface HeaderMatch {
  /** Field by column index; undefined where the column is not imported. */
  readonly fields: readonly (string | undefined)[];
  readonly headers: ReadonlyMap<string, string>;
  /** Columns up to the last header. */
  readonly width: number;
}

/** The row of a sheet that holds its column names. */
export interface HeaderRow {
  readonly sheet: Sheet;
  readonly label: string;
  readonly cells: readonly Cell[];
  /** 1-based. */
  readonly row: number;
}

/** Matches the header row and reports columns that are missing, doubled or not known. */
export function matchHeaders({ sheet, label, cells, row }: HeaderRow, report: Report): HeaderMatch {
  const headers = new Map<string, string>();
  const names = cells.map(headerText);
  const fields = names.map((name) => {
    if (name === '') return undefined;
    const place = { path: sheet.name, sheet: label, row, column: name.slice(0, 80) };
    const column = columnFor(sheet, name);
    if (!column) return void reportUnknown(sheet, name, place, report);
    const first = headers.get(column.field);
    if (first !== undefined) {
      report.issue('column.duplicate', place, {
        allowed: `one column ${column.field}`,
        detail: `Column "${first}" is the same field.`,
      });
      return undefined;
    }
    headers.set(column.field, name);
    return column.field;
  });
  for (const column of sheet.columns) {
    if (!column.required || headers.has(column.field)) continue;
    const place = { path: `${sheet.name}.${column.field}`, sheet: label, row, column: column.field };
    report.issue('column.missing', place, { allowed: `a column ${column.field} (${column.text.header})` });
  }
  return { fields, headers, width: names.findLastIndex((name) => name !== '') + 1 };
}

function reportUnknown(sheet: Sheet, name: string, place: Parameters<Report['issue']>[1], report: Report): void {
  const names = columnNames.get(sheet.name)!;
  const folded = fold(name);
  const like = folded.length > 3 ? nearest(folded, names.keys(), 2) : undefined;
  const allowed = `the columns ${sheet.columns.map((column) => column.field).join(', ')}`;
  if (like === undefined) return report.warn('column.unknown', place, { allowed, detail: 'The column is not imported.' });
  report.issue('column.unknown', place, { allowed, detail: `Did you mean ${names.get(like)!.field}?` });
}
