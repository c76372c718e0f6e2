import type { InvoiceView, Issue } from '#contracts';
import { dayOf } from '#time';
import { claimServices } from './claim-services.js';
import { claimsOf, type ClaimFacts } from './claims.js';
import { draftInvoices, type InvoiceDraft } from './draft-invoices.js';
import type { LedgerFacts } from './ledger-facts.js';
import type { BillingWanted, CreditOutcome, CreditWanted, LedgerStore, LineLeft } from './ledger-ports.js';
import { rangeIssues } from './view-ledger.js';

export type BillingOutcome =
  { readonly ok: true; readonly invoices: readonly InvoiceView[] } | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Bills what was given on days that are over. A run that is repeated, or made twice at once, bills nothing twice; after
 * a correction of what happened, a further run of the same days makes the credit lines.
 */
export async function runBilling(store: LedgerStore, wanted: BillingWanted): Promise<BillingOutcome> {
  const { from, to, now } = wanted;
  const issues = [...rangeIssues({ from, to }), ...aheadIssues(to, dayOf(now.getTime() / 1000))];
  if (issues.length > 0) return { ok: false, issues };
  const draft = (facts: LedgerFacts): readonly InvoiceDraft[] => draftInvoices(facts, { from, to });
  return { ok: true, invoices: await store.bill(wanted, draft, withServices) };
}

/** A claim says by code what was given at the visits it asks for first; the list may change, the claim does not. */
function withServices(draft: InvoiceDraft, { visits }: LedgerFacts, claims: ClaimFacts): InvoiceDraft {
  const asked = new Set(draft.lines.flatMap(({ visitId, corrects }) => (corrects === null ? [visitId] : [])));
  const keys = new Set(visits.flatMap(({ id, key }) => (id !== null && asked.has(id) ? [key] : [])));
  return { ...draft, services: claimServices(claimsOf(claims).lines.filter(({ visit }) => keys.has(visit))) };
}

/** Gives back part of a billed line by hand; further billing runs do not ask for it again. */
export function giveCredit(store: LedgerStore, wanted: CreditWanted): Promise<CreditOutcome> {
  return store.credit(wanted, (left) => creditIssues(wanted, left));
}

function aheadIssues(to: string, today: string): readonly Issue[] {
  if (to < today) return [];
  return [{ code: 'billing.range', path: 'to', value: to, allowed: `before ${today}`, message: 'Bill days that are over.' }];
}

function creditIssues({ minutes, cents }: CreditWanted, left: LineLeft | null): readonly Issue[] {
  const issue = (code: string, path: string, allowed: string): Issue => ({
    code,
    path,
    allowed,
    message: 'Correct the credit and send it again.',
  });
  if (!left) return [issue('credit.line_unknown', 'line', 'the id of a line that was billed first')];
  if (minutes === 0 && cents === 0) return [issue('credit.nothing', 'cents', `up to ${left.cents}`)];
  return [
    ...(minutes > left.minutes ? [issue('credit.too_much', 'minutes', `up to ${left.minutes}`)] : []),
    ...(cents > left.cents ? [issue('credit.too_much', 'cents', `up to ${left.cents}`)] : []),
  ];
}
