import writeExcelFile, { type Cell } from 'write-excel-file/node';

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Cells under a row of names. */
export type SheetCells = readonly (readonly (string | number)[])[];

/** A workbook of sheets by name; numbers are numbers, and a text is a text in whatever a spreadsheet makes of its first sign. */
export function workbookOf(sheets: Readonly<Record<string, SheetCells>>): Promise<Buffer> {
  return writeExcelFile(
    Object.entries(sheets).map(([sheet, [head, ...rows]]) => ({
      sheet,
      data: [head.map((value) => ({ value: String(value), fontWeight: 'bold' as const })), ...rows.map((row) => row.map(cellOf))],
    })),
  ).toBuffer();
}

function cellOf(value: string | number): Cell {
  return typeof value === 'number' ? { value, type: Number } : { value, type: String, format: '@' };
}
