import type { InvoiceDocumentView, InvoiceLineView } from '#contracts';
import type { SheetCells } from './sheet-file.js';

/** The rows of a document, and in the end their sum. */
export function documentCells({ number, rows, minutes, cents }: InvoiceDocumentView): SheetCells {
  return [
    ['invoice', 'account', 'client_id', 'tasks', 'cents_per_hour', 'correction', 'lines', 'minutes', 'cents'],
    ...rows.map((row) => [
      ...[number, row.account, row.clientNumber, row.tasks.join(' '), row.centsPerHour ?? ''],
      ...[row.correction ? 'yes' : '', row.lines, row.minutes, row.cents],
    ]),
    ['total', '', '', '', '', '', rows.reduce((sum, row) => sum + row.lines, 0), minutes, cents],
  ];
}

/** Every line of an invoice. */
export function lineCells(lines: readonly InvoiceLineView[]): SheetCells {
  return [
    ['id', 'date', 'account', 'minutes', 'cents', 'corrects', 'cause'],
    ...lines.map(({ id, date, account, minutes, cents, corrects, cause }) => [
      ...[id, date, account, minutes, cents, corrects ?? '', cause ?? ''],
    ]),
  ];
}
