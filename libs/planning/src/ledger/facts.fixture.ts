import { startOfDay } from '#time';
import { mergeGaps, type Gap } from './amount.js';
import type { LedgerCause } from './causes.js';
import { keepLedger, type LedgerEntry } from './keep-ledger.js';
import { ledgerTotal } from './ledger-table.js';
import type { BilledLine, LedgerAccount, LedgerFacts, LedgerVisit, ReportedEvent } from './ledger-facts.js';

/** Monday of the week the tables of the specs play in. */
export const MONDAY = '2026-11-16';
export const day = (index: number): string => `2026-11-${16 + index}`;

/** Epoch seconds of minutes after a day's midnight. */
export const clock = (date: string, minutes: number): number => startOfDay(date) + minutes * 60;

/** A decision that says 60 per cent. */
export const PAYING: LedgerAccount['payers'][number]['paying'] = {
  funding: { kind: 'decision', form: 'provider' },
  municipalityId: 'M',
  ruleSet: null,
  municipalityPercent: 60,
  means: null,
  needy: [],
  birthDate: null,
  lone: false,
};

/** A decision of 210 minutes a week, 30 a day; the municipality pays 60 per cent of 6.00 EUR an hour. */
export const ACCOUNT: LedgerAccount = {
  id: 'D',
  kind: 'decision',
  clientId: 'C',
  municipalityId: 'M',
  grants: [{ from: '2026-01-01', to: null, allows: { minutes: 210, per: 'week' } }],
  payers: [{ from: '2026-01-01', to: null, paying: PAYING }],
  informalMinutesPerWeek: 0,
  shortestVisitMinutes: 15,
};

let ids = 0;

/** An event at minutes after the visit day's midnight. */
export function event(kind: ReportedEvent['kind'], at: number, more: Partial<ReportedEvent> = {}): ReportedEvent {
  return { id: `e${String(ids++).padStart(4, '0')}`, staffId: 'S', kind, at: clock(MONDAY, at), corrects: null, ...more };
}

/** Came and went. */
export function stay(from: number, to: number, staffId = 'S'): readonly ReportedEvent[] {
  return [event('checked_in', from, { staffId }), event('checked_out', to, { staffId })];
}

/** Monday's visit from 09:00 to 10:00 by S, as planned. */
export function visit(more: Partial<LedgerVisit> = {}): LedgerVisit {
  const date = more.date ?? MONDAY;
  return {
    key: 'V',
    id: 'v',
    account: 'D',
    date,
    ordered: 60,
    hold: null,
    unpaid: null,
    unserved: null,
    planned: [{ part: 1, staffId: 'S', start: clock(date, 540), end: clock(date, 600) }],
    events: [],
    confirmed: true,
    billed: [],
    ...more,
  };
}

/** A line for the municipality's share. */
export function line(minutes: number, cents: number, more: Partial<BilledLine> = {}): BilledLine {
  return { id: 'L', funder: 'municipality', minutes, cents, corrects: null, cause: null, ...more };
}

/** The week of {@link MONDAY}, looked at the Monday after. */
export function facts(more: Partial<LedgerFacts> = {}): LedgerFacts {
  return {
    from: MONDAY,
    to: day(6),
    now: clock('2026-11-23', 0),
    accounts: [ACCOUNT],
    visits: [],
    publishedDays: new Set([MONDAY]),
    prices: [{ id: 'P', municipalityId: null, payer: 'municipality', centsPerHour: 600, validFrom: '2026-01-01', validTo: null }],
    rounding: [],
    ...more,
  };
}

/** The grants of an account that has so many minutes a week from a day on. */
export function grant(perWeek: number, from = '2026-01-01'): LedgerAccount['grants'] {
  return [{ from, to: null, allows: { minutes: perWeek, per: 'week' } }];
}

/** The sum of the days that facts about the week make. */
export function week(more: Partial<LedgerFacts>): LedgerEntry {
  return ledgerTotal(keepLedger(facts(more)));
}

/** Minutes of the four columns. */
export function minutesOf({ granted, planned, delivered, billed }: LedgerEntry): readonly number[] {
  return [granted, planned, delivered, billed].map((cell) => cell.minutes);
}

/** Minutes of a column's gaps by cause. */
export function gapsOf(gaps: readonly Gap[]): Partial<Record<LedgerCause, number>> {
  return Object.fromEntries(mergeGaps(gaps).map((gap) => [gap.cause, gap.minutes]));
}
