import type { LedgerCause } from './causes.js';

/** Whole minutes of staff time and whole cents. */
export interface Amount {
  readonly minutes: number;
  readonly cents: number;
}

/** A column's amount, its cents also by who pays; the three add up to `cents`. */
export interface Cell extends Amount {
  readonly municipality: number;
  readonly client: number;
  readonly state: number;
}

/** Part of the difference between a column and the one before it. */
export interface Gap extends Amount {
  readonly cause: LedgerCause;
}

export const NOTHING: Cell = { minutes: 0, cents: 0, municipality: 0, client: 0, state: 0 };

/** The sum, field by field. */
export function plus(a: Cell, b: Cell): Cell {
  return {
    minutes: a.minutes + b.minutes,
    cents: a.cents + b.cents,
    municipality: a.municipality + b.municipality,
    client: a.client + b.client,
    state: a.state + b.state,
  };
}

/** Gaps of one cause in one, by size, without those that came to nothing. */
export function mergeGaps(gaps: readonly Gap[]): readonly Gap[] {
  const sums = new Map<LedgerCause, Gap>();
  for (const { cause, minutes, cents } of gaps) {
    const sum = sums.get(cause) ?? { cause, minutes: 0, cents: 0 };
    sums.set(cause, { cause, minutes: sum.minutes + minutes, cents: sum.cents + cents });
  }
  return [...sums.values()]
    .filter(({ minutes, cents }) => minutes !== 0 || cents !== 0)
    .sort((a, b) => Math.abs(b.minutes) - Math.abs(a.minutes) || a.cause.localeCompare(b.cause, 'en'));
}

/** The nearest whole number to `a / b` (`b` positive), halves away from zero: as much is given back as was asked for. */
export function dividedRound(a: number, b: number): number {
  return Math.sign(a) * Math.floor((2 * Math.abs(a) + b) / (2 * b));
}

/** The `index`-th of `count` whole shares of `total`; the shares differ by at most one and add up to it. */
export function shareAt(total: number, index: number, count: number): number {
  return Math.floor((total * (index + 1)) / count) - Math.floor((total * index) / count);
}
