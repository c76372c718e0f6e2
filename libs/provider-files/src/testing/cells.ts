import writeExcelFile, { type Cell as WorkbookCell } from 'write-excel-file/node';
import { sheets } from '../columns/sheets.js';
import type { SheetName } from '../columns/texts.js';
import type { ProviderInput } from '../sources/input.js';
import { cellText } from '../write/cells.js';
import { exampleProvider } from '../write/example.js';
import { rowsOf } from '../write/rows.js';

/** A cell typed by hand; a Date is a cell formatted as a date. */
export type Typed = string | number | boolean | Date | null;
/** A provider as somebody's sheets: the header row first. */
export type TypedSheets = Map<string, Typed[][]>;

/** Codes of the tasks the example and the specs use. */
export const TASK_CODES = ['BATH', 'BEDBATH', 'CLEAN', 'SHOP', 'FEED', 'LINEN', 'WOUND', 'VITALS', 'INSULIN'];

/** The example provider as sheets of texts, header row first. */
export function exampleSheets(): TypedSheets {
  return new Map(
    sheets.map((sheet) => {
      const rows = rowsOf(exampleProvider, sheet.name);
      const cells = rows.map((row) => sheet.columns.map((column) => cellText(column.kind, row[column.field])));
      return [sheet.name, [sheet.columns.map((column) => column.field), ...cells]];
    }),
  );
}

/** The example with single cells changed: `row` as the spreadsheet counts, header in row 1; rows beyond the last are copies of row 2. */
export function withCells(changes: readonly (readonly [SheetName, number, string, Typed])[]): TypedSheets {
  const found = exampleSheets();
  for (const [name, row, field, value] of changes) {
    const rows = found.get(name)!;
    while (rows.length < row) rows.push([...rows[1]]);
    rows[row - 1][rows[0].indexOf(field)] = value;
  }
  return found;
}

const iso = (value: Typed): string => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? ''));
const quoted = (text: string): string => (/[";,\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One sheet as CSV text. */
export const csvOf = (rows: readonly (readonly Typed[])[], delimiter = ';', end = '\r\n'): string =>
  rows.map((cells) => cells.map((cell) => quoted(iso(cell))).join(delimiter) + end).join('');

/** The sheets as a folder of CSV files: UTF-8 with byte order mark and semicolons. */
export function asFolder(found: TypedSheets): ProviderInput {
  const encoder = new TextEncoder();
  const files = [...found].map(([name, rows]) => ({ name: `${name}.csv`, bytes: encoder.encode(`\uFEFF${csvOf(rows)}`) }));
  return { name: 'folder', files };
}

function workbookCell(value: Typed): WorkbookCell {
  if (value === null || value === '') return null;
  return value instanceof Date ? { value, type: Date, format: 'dd.mm.yyyy' } : { value };
}

/** The sheets as an .xlsx workbook; numbers, booleans and dates are cells of their type. */
export async function asWorkbook(found: TypedSheets): Promise<ProviderInput> {
  const content = [...found].map(([name, rows]) => ({ sheet: name, data: rows.map((row) => row.map(workbookCell)) }));
  return { name: 'provider.xlsx', bytes: new Uint8Array(await writeExcelFile(content).toBuffer()) };
}

/** The same sheets in both forms, with the name each gives a sheet. */
export const FORMS = [
  { form: 'xlsx', make: asWorkbook, label: (name: string) => name },
  { form: 'csv', make: (found: TypedSheets) => Promise.resolve(asFolder(found)), label: (name: string) => `${name}.csv` },
] as const;
