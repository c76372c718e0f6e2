import type { LedgerGapView, LedgerRowView } from '#contracts';
import type { CauseSide } from './causes.js';

const COLUMNS = ['granted', 'planned', 'delivered', 'billed'] as const;
const GAPS = ['notPlanned', 'notDelivered', 'notBilled'] as const;
const SIDES: readonly CauseSide[] = ['client', 'provider', 'grant', 'billing'];

/** Rows of the ledger as RFC 4180 text, with {@link ledgerCells}. */
export function ledgerCsv(rows: readonly LedgerRowView[]): string {
  return csvOf(ledgerCells(rows));
}

/** Rows of cells as RFC 4180 text. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

/**
 * Rows of the ledger for a spreadsheet under a row of names. It goes to other houses, so it names no client, and causes
 * only by the side they lie on: "in hospital" or "contraindication" beside a decision's number would be a health fact.
 */
export function ledgerCells(rows: readonly LedgerRowView[]): readonly (readonly (string | number)[])[] {
  const head = [
    ...['kind', 'number', 'client_id', 'municipality', 'from', 'to'],
    ...COLUMNS.flatMap((column) => [`${column}_minutes`, `${column}_cents`]),
    ...GAPS.flatMap((gap) => SIDES.map((side) => `${inSnakeCase(gap)}_${side}_minutes`)),
  ];
  return [head, ...rows.map(cellsOf)];
}

function cellsOf(row: LedgerRowView): readonly (string | number)[] {
  return [
    ...[row.kind, row.number, row.clientNumber, row.municipality, row.from, row.to],
    ...COLUMNS.flatMap((column) => [row[column].minutes, row[column].cents]),
    ...GAPS.flatMap((gap) => SIDES.map((side) => minutesOn(row[gap], side))),
  ];
}

function minutesOn(gaps: readonly LedgerGapView[], side: CauseSide): number {
  return gaps.filter((gap) => gap.side === side).reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Text that a spreadsheet would take for a formula gets an apostrophe before it. */
function quoted(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function inSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
