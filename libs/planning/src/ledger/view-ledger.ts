import type {
  ClaimsView,
  ClientPayersView,
  Issue,
  LedgerGapView,
  LedgerQuery,
  LedgerRowView,
  LedgerView,
  PayersView,
} from '#contracts';
import { daysBetween } from '#time';
import type { Gap } from './amount.js';
import { claimsOf } from './claims.js';
import { explainPayers } from './explain-payers.js';
import { LEDGER_CAUSES } from './causes.js';
import { keepLedger, type LedgerEntry } from './keep-ledger.js';
import type { LedgerReading, LedgerStore } from './ledger-ports.js';
import { ledgerRows, ledgerTotal, type LedgerPeriod } from './ledger-table.js';

/** The longest range a ledger or a billing run covers, in days, both ends included. */
export const LONGEST_LEDGER_DAYS = 366;

export type LedgerOutcome =
  { readonly ok: true; readonly ledger: LedgerView } | { readonly ok: false; readonly issues: readonly Issue[] };

/** The ledger of a provider's days: rows by account and period, and totals by period. */
export async function viewLedger(store: LedgerStore, providerId: string, query: LedgerQuery, now: Date): Promise<LedgerOutcome> {
  const { from, to, account } = query;
  const issues = rangeIssues({ from, to });
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, ledger: ledgerOf(await store.read(providerId, { from, to }, now, account), query) };
}

/** The ledger that was read, as it goes over the wire. */
export function ledgerOf({ facts, labels }: LedgerReading, { from, to, by, kind }: Omit<LedgerQuery, 'account'>): LedgerView {
  const accounts = new Map(facts.accounts.map((one) => [one.id, one]));
  const rows = ledgerRows(keepLedger(facts), { from, to }, by).flatMap((row): LedgerRowView[] => {
    const [owner, label] = [accounts.get(row.account), labels.get(row.account)];
    if (!owner || !label || (kind && owner.kind !== kind)) return [];
    return [{ account: row.account, kind: owner.kind, ...label, from: row.from, to: row.to, ...columnsOf(row) }];
  });
  return { rows, totals: totalsOf(rows) };
}

export type PayersOutcome =
  { readonly ok: true; readonly payers: PayersView | null } | { readonly ok: false; readonly issues: readonly Issue[] };

/** Who pays for an account's care on the days, and why; null when the provider has no such account. */
export async function viewPayers(
  store: Pick<LedgerStore, 'payers'>,
  { providerId, account }: { readonly providerId: string; readonly account: string },
  days: LedgerPeriod,
): Promise<PayersOutcome> {
  const issues = rangeIssues(days);
  if (issues.length > 0) return { ok: false, issues };
  const facts = await store.payers(providerId, account);
  return { ok: true, payers: facts && explainPayers(facts, days) };
}

export type ClientPayersOutcome =
  { readonly ok: true; readonly payers: ClientPayersView | null } | { readonly ok: false; readonly issues: readonly Issue[] };

/** Who pays for everything a client is given on the days, by account; accounts without a grant on them are left out. */
export async function viewClientPayers(
  store: Pick<LedgerStore, 'clientPayers'>,
  { providerId, client }: { readonly providerId: string; readonly client: string },
  days: LedgerPeriod,
): Promise<ClientPayersOutcome> {
  const issues = rangeIssues(days);
  if (issues.length > 0) return { ok: false, issues };
  const accounts = await store.clientPayers(providerId, client);
  if (accounts.length === 0) return { ok: true, payers: null };
  const payers = accounts.map(({ facts, label: { number, municipality } }) => {
    const { id: account, kind } = facts.account;
    return { account, kind, number, municipality, ...explainPayers(facts, days) };
  });
  return { ok: true, payers: payers.filter(({ spans }) => spans.length > 0) };
}

export type ClaimsOutcome =
  { readonly ok: true; readonly claims: ClaimsView } | { readonly ok: false; readonly issues: readonly Issue[] };

/** What the state may be asked to pay for on the days, line by line. */
export async function viewClaims(
  store: Pick<LedgerStore, 'claims'>,
  providerId: string,
  days: LedgerPeriod,
): Promise<ClaimsOutcome> {
  const issues = rangeIssues(days);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, claims: claimsOf(await store.claims(providerId, days)) };
}

/** What is wrong with the days asked for. */
export function rangeIssues({ from, to }: LedgerPeriod): readonly Issue[] {
  const days = daysBetween(from, to) + 1;
  if (days >= 1 && days <= LONGEST_LEDGER_DAYS) return [];
  const allowed = `${from} or up to ${LONGEST_LEDGER_DAYS - 1} days after it`;
  return [
    { code: 'billing.range', path: 'to', value: to, allowed, message: 'Choose fewer days, and end no earlier than they begin.' },
  ];
}

function totalsOf(rows: readonly LedgerRowView[]): LedgerView['totals'] {
  const periods = [...new Map(rows.map(({ from, to }) => [from, { from, to }])).values()];
  return periods
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((period) => {
      const total = ledgerTotal(rows.filter(({ from }) => from === period.from) as readonly LedgerEntry[]);
      return { ...period, ...columnsOf(total) };
    });
}

/** A row or total as it goes over the wire, without its days. */
export function columnsOf({
  granted,
  planned,
  delivered,
  billed,
  ...gaps
}: LedgerEntry): Omit<LedgerView['totals'][number], 'from' | 'to'> {
  return {
    ...{ granted, planned, delivered, billed },
    notPlanned: gaps.notPlanned.map(gapView),
    notDelivered: gaps.notDelivered.map(gapView),
    notBilled: gaps.notBilled.map(gapView),
  };
}

function gapView({ cause, minutes, cents }: Gap): LedgerGapView {
  return { cause, side: LEDGER_CAUSES[cause], minutes, cents };
}
