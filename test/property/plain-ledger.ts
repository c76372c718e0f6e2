import type { Gap, LedgerDay } from '#planning';
import type { NaiveDay } from './naive-ledger.js';

export const COLUMNS = ['granted', 'planned', 'delivered', 'billed'] as const;
export const GAPS = ['notPlanned', 'notDelivered', 'notBilled'] as const;

/** A day of the product's ledger in the plain form of the other. */
export function plain(day: LedgerDay): NaiveDay {
  return {
    account: day.account,
    day: day.day,
    columns: COLUMNS.map((column) => [day[column].minutes, day[column].cents, day[column].client]),
    gaps: GAPS.map((gap) => plainGaps(day[gap])),
  };
}

function plainGaps(gaps: readonly Gap[]): ReadonlyMap<string, readonly [number, number]> {
  const sums = new Map<string, readonly [number, number]>();
  for (const { cause, minutes, cents } of gaps) {
    const [m, c] = sums.get(cause) ?? [0, 0];
    sums.set(cause, [m + minutes, c + cents]);
  }
  for (const [cause, [minutes, cents]] of sums) if (minutes === 0 && cents === 0) sums.delete(cause);
  return sums;
}

/** By account and day. */
export const inOrder = (days: readonly NaiveDay[]): readonly NaiveDay[] =>
  [...days].sort((a, b) => (`${a.account} ${a.day}` < `${b.account} ${b.day}` ? -1 : 1));
