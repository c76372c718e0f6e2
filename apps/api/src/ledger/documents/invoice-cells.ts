import type { ClaimServiceView, InvoiceDocumentView, InvoiceLineView } from '#contracts';
import type { SheetCells } from './sheet-file.js';

/** The rows of a document, and in the end their sum. */
export function documentCells({ number, rows, services, minutes, cents }: InvoiceDocumentView): SheetCells {
  return [
    ['invoice', 'account', 'client_id', 'tasks', 'codes', 'cents_per_hour', 'correction', 'lines', 'minutes', 'cents'],
    ...rows.map((row) => [
      ...[number, row.account, row.clientNumber, row.tasks.join(' '), codesOf(row, services), row.centsPerHour ?? ''],
      ...[row.correction ? 'yes' : '', row.lines, row.minutes, row.cents],
    ]),
    ['total', '', '', '', '', '', '', rows.reduce((sum, row) => sum + row.lines, 0), minutes, cents],
  ];
}

/** Codes of an account's services; a correction has none of its own. */
function codesOf({ account, correction }: InvoiceDocumentView['rows'][number], services: readonly ClaimServiceView[]): string {
  const own = correction ? [] : services.filter((one) => one.account === account);
  return [...new Set(own.flatMap(({ code }) => code ?? []))].join(' ');
}

/** What a claim list asks for, by code; an empty code is one that the list of manipulations lacks. */
export function serviceCells(services: readonly ClaimServiceView[]): SheetCells {
  return [
    ['account', 'client_id', 'task', 'code', 'name', 'times', 'cents_each', 'cents', 'missing'],
    ...services.map(({ account, clientNumber, task, code, name, times, cents, missing }) => [
      ...[account, clientNumber, task, code ?? '', name ?? '', times, cents ?? '', cents === null ? '' : times * cents],
      missing.map(({ lv }) => lv).join(' '),
    ]),
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
