import type { BillingCheckView, Issue } from '#contracts';
import { mergeGaps } from './amount.js';
import { dueOf } from './billing.js';
import { LEDGER_CAUSES, type LedgerCause } from './causes.js';
import { draftInvoices } from './draft-invoices.js';
import { keepLedger } from './keep-ledger.js';
import { visitsBy } from './ledger-facts.js';
import type { LedgerStore } from './ledger-ports.js';
import { ledgerTotal, type LedgerPeriod } from './ledger-table.js';
import { rangeIssues } from './view-ledger.js';

export type BillingCheckOutcome =
  { readonly ok: true; readonly check: BillingCheckView } | { readonly ok: false; readonly issues: readonly Issue[] };

/** What a run takes by itself. */
const TAKEN = new Set<LedgerCause>(['not_billed', 'to_correct', 'rounding']);

/**
 * What a billing run of the days would ask of whom, and what it would leave out and why: not confirmed, above or outside
 * a grant, in a lapsed term, suspended, without a price. Nothing is written.
 */
export async function checkBilling(
  store: LedgerStore,
  providerId: string,
  days: LedgerPeriod,
  now: Date,
): Promise<BillingCheckOutcome> {
  const issues = rangeIssues(days);
  if (issues.length > 0) return { ok: false, issues };
  const { facts } = await store.read(providerId, days, now);
  const drafts = draftInvoices(facts, days);
  const within = (day: string): boolean => day >= days.from && day <= days.to;
  const total = ledgerTotal(keepLedger(facts).filter(({ day }) => within(day)));
  const visits = visitsBy(facts.visits, ({ account }) => account);
  const touched = new Map<LedgerCause, number>();
  for (const account of facts.accounts) {
    for (const { visit, gaps } of dueOf(facts, account, visits.get(account.id) ?? [])) {
      if (!within(visit.date)) continue;
      const causes = new Set(mergeGaps(gaps).map(({ cause }) => cause));
      if (!visit.confirmed && visit.events.length > 0) causes.add('not_confirmed');
      for (const cause of causes) touched.set(cause, (touched.get(cause) ?? 0) + 1);
    }
  }
  return {
    ok: true,
    check: {
      asks: drafts.map(({ funder, lines }) => ({
        ...{ funder, lines: lines.length },
        minutes: lines.reduce((sum, line) => sum + line.minutes, 0),
        cents: lines.reduce((sum, line) => sum + line.cents, 0),
      })),
      leaves: total.notBilled
        .filter(({ cause }) => !TAKEN.has(cause))
        .map(({ cause, minutes, cents }) => ({
          cause,
          side: LEDGER_CAUSES[cause],
          minutes,
          cents,
          visits: touched.get(cause) ?? 0,
        })),
    },
  };
}
