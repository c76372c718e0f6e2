import { addDays, earlierDay, isoWeekStart, laterDay } from '#time';
import { mergeGaps, NOTHING, plus } from './amount.js';
import { monthOf } from './grant.js';
import type { LedgerDay, LedgerEntry } from './keep-ledger.js';

/** Rows of a ledger: one an account and week, month or whole range. */
export type LedgerStep = 'week' | 'month' | 'range';

/** Days of a row, both included, never beyond the range asked for. */
export interface LedgerPeriod {
  readonly from: string;
  readonly to: string;
}

export interface LedgerRow extends LedgerEntry, LedgerPeriod {
  readonly account: string;
}

/** What a row or a total is made of. */
const EMPTY: LedgerEntry = {
  granted: NOTHING,
  planned: NOTHING,
  delivered: NOTHING,
  billed: NOTHING,
  notPlanned: [],
  notDelivered: [],
  notBilled: [],
};

/** The days of a range in rows by account and period, in the order of the accounts; rows without anything are left out. */
export function ledgerRows(days: readonly LedgerDay[], range: LedgerPeriod, step: LedgerStep): readonly LedgerRow[] {
  const rows = new Map<string, { readonly period: LedgerPeriod; readonly account: string; readonly days: LedgerDay[] }>();
  for (const entry of days) {
    if (entry.day < range.from || entry.day > range.to) continue;
    const period = periodOf(entry.day, range, step);
    const key = `${entry.account} ${period.from}`;
    const row = rows.get(key) ?? { period, account: entry.account, days: [] };
    row.days.push(entry);
    rows.set(key, row);
  }
  return [...rows.values()]
    .map(({ period, account, days }) => ({ account, ...period, ...ledgerTotal(days) }))
    .filter(saysAnything);
}

/** A row whose causes cancel out to nothing still counts, or the rows would not add up to the total. */
function saysAnything({ granted, planned, delivered, billed, ...gaps }: LedgerEntry): boolean {
  const cells = [granted, planned, delivered, billed].some(({ minutes, cents }) => minutes !== 0 || cents !== 0);
  return cells || [gaps.notPlanned, gaps.notDelivered, gaps.notBilled].some((causes) => causes.length > 0);
}

/** The sum of entries. */
export function ledgerTotal(entries: readonly LedgerEntry[]): LedgerEntry {
  const all = (key: 'notPlanned' | 'notDelivered' | 'notBilled') => mergeGaps(entries.flatMap((entry) => entry[key]));
  const sums = entries.reduce(
    (sum, { granted, planned, delivered, billed }) => ({
      ...sum,
      granted: plus(sum.granted, granted),
      planned: plus(sum.planned, planned),
      delivered: plus(sum.delivered, delivered),
      billed: plus(sum.billed, billed),
    }),
    EMPTY,
  );
  return { ...sums, notPlanned: all('notPlanned'), notDelivered: all('notDelivered'), notBilled: all('notBilled') };
}

function periodOf(day: string, range: LedgerPeriod, step: LedgerStep): LedgerPeriod {
  if (step === 'range') return range;
  const [from, to] =
    step === 'week' ? [isoWeekStart(day), addDays(isoWeekStart(day), 6)] : [monthOf(day)[0], monthOf(day).at(-1) ?? day];
  return { from: laterDay(from, range.from), to: earlierDay(to, range.to) };
}

/** The range widened to whole weeks and months, so that grants and limits of both can be told. */
export function wholePeriods({ from, to }: LedgerPeriod): LedgerPeriod {
  const months = [monthOf(from)[0], monthOf(to).at(-1) ?? to] as const;
  return { from: isoWeekStart(months[0]), to: addDays(isoWeekStart(months[1]), 6) };
}
