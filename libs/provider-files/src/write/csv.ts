import { strToU8, zipSync } from 'fflate';
import type { ProviderFile } from '#contracts';
import { sheets, type Sheet } from '../columns/sheets.js';
import { cellText } from './cells.js';
import { rowsOf } from './rows.js';

/** Quoted where a separator, a quotation mark or a line end is inside. */
const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A list as CSV the way spreadsheets of the region expect it: UTF-8 with byte order mark, semicolons, CRLF. */
export function csvText(sheet: Sheet, rows: readonly Readonly<Record<string, unknown>>[]): string {
  const lines = [
    sheet.columns.map((column) => column.field),
    ...rows.map((row) => sheet.columns.map((column) => cellText(column.kind, row[column.field]))),
  ];
  return `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(';')}\r\n`).join('')}`;
}

/** Zip entries carry no time of writing, so that equal files have equal bytes. */
const NO_TIME = new Date(1980, 0, 2);

/** A zip of one CSV file a list. */
export function writeCsvZip(file: ProviderFile): Uint8Array {
  const entries = sheets.map((sheet) => [`${sheet.name}.csv`, strToU8(csvText(sheet, rowsOf(file, sheet.name)))] as const);
  return zipSync(Object.fromEntries(entries), { mtime: NO_TIME });
}
