import type { ErrorCode } from '#contracts';
import type { SheetName } from '../columns/texts.js';
import { rowName } from '../tables/table.js';
import type { Check, CheckedRow, Context } from './context.js';

/** Lists of which at most one row with the same values in some fields is valid on a day. */
const LISTS: readonly (readonly [SheetName, readonly string[], ErrorCode])[] = [
  ['prices', ['payer', 'municipality'], 'price.overlap'],
  ['ruleSets', ['rules'], 'ruleset.overlap'],
  ['means', ['client'], 'means.overlap'],
  ['needy', ['client'], 'means.overlap'],
];

/** Of one payer and municipality one price is valid on a day; of one municipality's rules one version; of a client one assessment, one status. */
export const oneADay: Check = (context) => {
  for (const [name, fields, code] of LISTS) {
    const alike = new Map<string, CheckedRow<SheetName>[]>();
    for (const each of context.rows(name)) {
      const { values } = each.row;
      if (values[fields[0]] === undefined || values['validFrom'] === undefined) continue;
      const key = JSON.stringify(fields.map((field) => values[field]));
      alike.set(key, [...(alike.get(key) ?? []), each]);
    }
    for (const rows of alike.values()) checkOrder(context, rows, code);
  }
};

function checkOrder(context: Context, rows: CheckedRow<SheetName>[], code: ErrorCode): void {
  const first = ({ row }: CheckedRow<SheetName>): string => String(row.values['validFrom']);
  rows.sort((a, b) => (first(a) < first(b) ? -1 : first(a) === first(b) ? 0 : 1));
  for (let index = 1; index < rows.length; index++) {
    const [before, each] = [rows[index - 1], rows[index]];
    const last = before.row.values['validTo'];
    // A last day that was refused has its own issue and is not taken for an open end.
    if (before.row.raw['validTo'] !== undefined && last === undefined) continue;
    if (typeof last === 'string' && first(each) > last) continue;
    const detail = `${rowName(before.table, before.row)} is valid then.`;
    const allowed = typeof last === 'string' ? `a day after ${last}` : 'a row after one that has a last day';
    context.issue(code, each, 'validFrom', { allowed, detail: detail.charAt(0).toUpperCase() + detail.slice(1) });
  }
}
