import { rowName } from '../tables/table.js';
import type { Check, CheckedRow, Context } from './context.js';

/** Of one payer and municipality at most one price is valid on a day. */
export const onePrice: Check = (context) => {
  const byPayer = new Map<string, CheckedRow<'prices'>[]>();
  for (const price of context.rows('prices')) {
    const { payer, municipality, validFrom } = price.values;
    if (payer === undefined || validFrom === undefined) continue;
    const key = JSON.stringify([payer, municipality]);
    byPayer.set(key, [...(byPayer.get(key) ?? []), price]);
  }
  for (const prices of byPayer.values()) checkOrder(context, prices);
};

function checkOrder(context: Context, prices: CheckedRow<'prices'>[]): void {
  prices.sort((a, b) => (a.values.validFrom! < b.values.validFrom! ? -1 : a.values.validFrom === b.values.validFrom ? 0 : 1));
  for (let index = 1; index < prices.length; index++) {
    const [before, price] = [prices[index - 1], prices[index]];
    // A last day that was refused has its own issue and is not taken for an open end.
    if (before.row.raw['validTo'] !== undefined && before.values.validTo === undefined) continue;
    const last = before.values.validTo;
    if (last !== undefined && price.values.validFrom! > last) continue;
    const detail = `${rowName(before.table, before.row)} is valid then.`;
    const allowed = last === undefined ? 'a price after one that has a last day' : `a day after ${last}`;
    context.issue('price.overlap', price, 'validFrom', { allowed, detail: detail.charAt(0).toUpperCase() + detail.slice(1) });
  }
}
