import writeExcelFile, { type Cell, type Sheet as WorkbookSheet } from 'write-excel-file/node';
import type { ProviderFile } from '#contracts';
import type { FieldKind } from '../columns/kinds.js';
import { sheets, type Column } from '../columns/sheets.js';
import { cellText } from './cells.js';
import { rowsOf } from './rows.js';

/** Which header a workbook shows: the field names, or the Latvian ones. Both are read. */
export type HeaderLanguage = 'en' | 'lv';

/** First day whose serial every spreadsheet agrees on; earlier days are written as text. */
const FIRST_SURE_DAY = '1900-03-01';
/** Signs and digits only: no spreadsheet can make anything but a number of it. */
const NUMBER_LIKE = /^'[+-][\d ()-]*$/;

/**
 * `_x000D_` and the like mean characters inside a workbook; a text that has them by chance says so. The writer keeps its
 * texts in a plain object, so that one such as `valueOf` must not come to it as it is.
 */
function escaped(text: string): string {
  if (Object.hasOwn(Object.prototype, text)) return `_x${text.charCodeAt(0).toString(16).padStart(4, '0')}_${text.slice(1)}`;
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

const textCell = (text: string): Cell => ({ value: escaped(text), type: String, format: '@' });

/** A value as a cell of its own type, so that the spreadsheet sorts and checks it; texts are never formulas. */
function workbookCell(kind: FieldKind, value: unknown): Cell {
  if (value === undefined) return null;
  if (kind.is === 'number' || kind.is === 'coordinate') return { value: value as number, type: Number };
  if (kind.is === 'boolean') return { value: value as boolean, type: Boolean };
  if (kind.is === 'date' && (value as string) >= FIRST_SURE_DAY) {
    return { value: new Date(`${value as string}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' };
  }
  const text = cellText(kind, value);
  return text === '' ? null : textCell(NUMBER_LIKE.test(text) ? text.slice(1) : text);
}

const headerCell = (column: Column, language: HeaderLanguage): Cell => ({
  value: language === 'lv' ? column.text.header : column.field,
  type: String,
  fontWeight: 'bold',
  backgroundColor: column.required ? '#FCE4D6' : '#EDEDED',
});

const width = (column: Column): { width: number } => ({
  width: column.kind.is === 'windows' ? 26 : Math.max(12, column.field.length + 2),
});

/** A sheet a list, header row frozen, required columns coloured. */
export function workbookSheets(file: ProviderFile, language: HeaderLanguage): WorkbookSheet<never>[] {
  return sheets.map((sheet) => ({
    sheet: language === 'lv' ? sheet.header : sheet.name,
    stickyRowsCount: 1,
    columns: sheet.columns.map(width),
    data: [
      sheet.columns.map((column) => headerCell(column, language)),
      ...rowsOf(file, sheet.name).map((row) => sheet.columns.map((column) => workbookCell(column.kind, row[column.field]))),
    ],
  }));
}

/** The bytes of a workbook of these sheets. */
export async function workbookBytes(content: WorkbookSheet<never>[]): Promise<Uint8Array> {
  return new Uint8Array(await writeExcelFile(content).toBuffer());
}
