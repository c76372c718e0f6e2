import type { Funder, HourPrice, PayingSituation } from '#care';
import type { ExecutionEvent } from '#contracts';
import type { LedgerCause } from './causes.js';

/** Days, both included; `to` null is open. */
export interface DaySpan {
  readonly from: string;
  readonly to: string | null;
}

/** What an account allows while the span lasts: minutes a week or month (a decision), or whatever is ordered. */
export interface GrantSpan extends DaySpan {
  readonly allows: { readonly minutes: number; readonly per: 'week' | 'month' } | 'ordered';
}

/** Who pays for an account's visits, by what is known of the client from a day on. */
export interface PayerSpan extends DaySpan {
  readonly paying: Omit<PayingSituation, 'prices' | 'monthMinutes' | 'minutesBefore'>;
}

/** What the ledger keeps apart: a decision, an episode, or what a client pays for alone. */
export interface LedgerAccount {
  /** Unique among all accounts: the decision's, episode's or, for private care, the client's id. */
  readonly id: string;
  readonly kind: 'decision' | 'episode' | 'private';
  readonly clientId: string;
  /** Whose billing rules apply. */
  readonly municipalityId: string;
  /** Disjoint, by day. */
  readonly grants: readonly GrantSpan[];
  /** Disjoint, by day. */
  readonly payers: readonly PayerSpan[];
  /** Granted minutes a week that a relative gives; null: all of them (S129). */
  readonly informalMinutesPerWeek: number | null;
  /** Granted minutes left over that are fewer than this cannot become a visit. */
  readonly shortestVisitMinutes: number;
}

/** A part of a visit in the published plan of its day; epoch seconds. */
export interface PlannedPart {
  readonly part: number;
  readonly staffId: string;
  readonly start: number;
  readonly end: number;
}

/** What was reported of a visit; `at` in epoch seconds. */
export interface ReportedEvent {
  readonly id: string;
  readonly staffId: string;
  readonly kind: ExecutionEvent['kind'];
  readonly at: number;
  /** The event whose place this one takes. */
  readonly corrects: string | null;
}

/** A line of an invoice; a correction carries minutes and cents to add (negative gives back), its line and its cause. */
export interface BilledLine {
  readonly id: string;
  readonly funder: Funder;
  readonly minutes: number;
  readonly cents: number;
  readonly corrects: string | null;
  readonly cause: string | null;
}

/** Everything known about one visit. It belongs to its own day in Riga, even when it reaches over midnight. */
export interface LedgerVisit {
  readonly key: string;
  /** Null for one that no plan has ever held. */
  readonly id: string | null;
  readonly account: string;
  readonly date: string;
  /** Minutes ordered, of all parts together; null when no pattern asks for it (any more). */
  readonly ordered: number | null;
  /** Why it is not to be made, whatever the roster says: called off, paused, in hospital, barred by law. */
  readonly hold: LedgerCause | null;
  /** Why nobody pays for it, even when it is given. */
  readonly unpaid: LedgerCause | null;
  /** Reason codes of the published plan that leaves it out; null when it does not. */
  readonly unserved: readonly string[] | null;
  readonly planned: readonly PlannedPart[];
  readonly events: readonly ReportedEvent[];
  /** What was reported lies inside the provider's limits, or somebody has acknowledged it; nothing else is billed. */
  readonly confirmed: boolean;
  readonly billed: readonly BilledLine[];
}

/** Delivered minutes of a visit are billed in whole units; null fields hold wherever no rule is more particular. */
export interface RoundingRule extends DaySpan {
  readonly municipalityId: string | null;
  readonly accountKind: LedgerAccount['kind'] | null;
  readonly unitMinutes: number;
  readonly mode: 'down' | 'nearest' | 'up';
}

/** What the ledger is derived from, whole weeks and months of `from` to `to`. */
export interface LedgerFacts extends DaySpan {
  readonly to: string;
  /** Epoch seconds: what is not over yet is not missing. */
  readonly now: number;
  readonly accounts: readonly LedgerAccount[];
  readonly visits: readonly LedgerVisit[];
  readonly publishedDays: ReadonlySet<string>;
  readonly prices: readonly HourPrice[];
  readonly rounding: readonly RoundingRule[];
}

/** Whether the day lies in the span. */
export function covers({ from, to }: DaySpan, day: string): boolean {
  return from <= day && (to === null || day <= to);
}

/** Visits in lists by a text of each, in their order. */
export function visitsBy(
  visits: readonly LedgerVisit[],
  keyOf: (visit: LedgerVisit) => string,
): ReadonlyMap<string, readonly LedgerVisit[]> {
  const lists = new Map<string, LedgerVisit[]>();
  for (const visit of visits) {
    const list = lists.get(keyOf(visit));
    if (list) list.push(visit);
    else lists.set(keyOf(visit), [visit]);
  }
  return lists;
}
