import type { Weekday } from '../model.js';

/** Part of the day a visit belongs to. */
export type DayPart = 'morning' | 'noon' | 'evening';

/** Start windows of the parts of a day, round the three meals: a visit with a meal starts in its time. */
export const DAY_PARTS: Readonly<Record<DayPart, { readonly from: string; readonly to: string }>> = {
  morning: { from: '07:30', to: '09:30' },
  noon: { from: '12:00', to: '13:30' },
  evening: { from: '17:30', to: '19:30' },
};

/** The part of the day a clock time `HH:MM` falls into. */
export function dayPartOf(clock: string): DayPart {
  if (clock < '11:00') return 'morning';
  return clock < '16:00' ? 'noon' : 'evening';
}

/**
 * How often a task is wanted, and how much it matters.
 *
 * Working assumptions from the catalogue's frequencies, to be corrected by
 * people: they only order a proposal, which somebody accepts or changes.
 */
export interface Rhythm {
  /** Lower first: what cannot wait before what can. */
  readonly rank: number;
  /** Parts of every day, the most wanted first; or null for a weekly task. */
  readonly daily: readonly DayPart[] | null;
  /** Weekdays in the order they are tried, for a weekly task, and how often. */
  readonly weekly: { readonly times: number; readonly days: readonly Weekday[]; readonly part: DayPart } | null;
}

const daily = (rank: number, ...parts: readonly DayPart[]): Rhythm => ({ rank, daily: parts, weekly: null });
const weekly = (rank: number, times: number, part: DayPart, days: string): Rhythm => ({
  rank,
  daily: null,
  weekly: { times, days: days.split(' ') as Weekday[], part },
});

/** Rhythms of what carers do every day or week. Others are asked for one by one. */
export const RHYTHMS: ReadonlyMap<string, Rhythm> = new Map([
  ['MEDSUP', daily(1, 'morning', 'evening')],
  ['INCONT', daily(2, 'morning', 'evening', 'noon')],
  ['FEED', daily(3, 'noon', 'morning', 'evening')],
  ['POSITION', daily(4, 'morning', 'evening', 'noon')],
  ['COOK', daily(5, 'noon')],
  ['HEAT', daily(6, 'morning')],
  ['TRANSFER', daily(7, 'morning', 'evening')],
  ['DRESS', daily(8, 'morning', 'evening')],
  ['BEDBATH', daily(9, 'morning')],
  ['BATH', weekly(10, 2, 'morning', 'TU FR WE TH MO SA SU')],
  ['SHOP', weekly(11, 2, 'morning', 'MO TH WE TU FR SA SU')],
  ['LINEN', weekly(12, 1, 'morning', 'TU FR WE TH MO SA SU')],
  ['GROOM', daily(13, 'morning')],
  ['CLEAN', weekly(14, 1, 'morning', 'WE MO TH FR TU SA SU')],
  ['ERRAND', weekly(15, 1, 'morning', 'TH MO WE TU FR SA SU')],
]);
