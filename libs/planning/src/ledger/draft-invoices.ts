import type { Funder } from '#care';
import type { ClaimServiceView } from '#contracts';
import { CORRECTED, dueOf, isByHand, type VisitDue } from './billing.js';
import { visitsBy, type BilledLine, type LedgerAccount, type LedgerFacts, type LedgerVisit } from './ledger-facts.js';
import type { LedgerPeriod } from './ledger-table.js';
import type { PayerShare } from './money.js';

/** A line to be written on an invoice: what a visit costs a payer, or by how much an earlier line is corrected. */
export interface LineDraft {
  readonly account: Pick<LedgerAccount, 'id' | 'kind' | 'clientId'>;
  readonly visitId: string;
  readonly date: string;
  readonly priceId: string | null;
  readonly minutes: number;
  readonly cents: number;
  /** The line that this one corrects, and why. */
  readonly corrects: string | null;
  readonly cause: string | null;
}

/** What one payer is to be asked for; the id of the payer is null for the state, which is one. */
export interface InvoiceDraft {
  readonly funder: Funder;
  readonly payer: string | null;
  readonly lines: readonly LineDraft[];
  /** Of a claim to the state: what was given, with codes and prices of the list as it is. Absent: it is none. */
  readonly services?: readonly ClaimServiceView[];
}

/**
 * What a billing run of the days asks for and nobody has asked for yet: a line for each payer of a visit given, and for
 * a visit whose record, grant or price has changed since its invoice a correction that brings its lines to what is due
 * now, never below nothing. Credits given by hand stay given. A second run over the same facts finds nothing. A visit that
 * is not confirmed stays as it was billed, or unbilled.
 */
export function draftInvoices(facts: LedgerFacts, { from, to }: LedgerPeriod): readonly InvoiceDraft[] {
  const drafts = new Map<string, { readonly funder: Funder; readonly payer: string | null; readonly lines: LineDraft[] }>();
  const visits = visitsBy(facts.visits, ({ account }) => account);
  for (const account of facts.accounts) {
    for (const due of dueOf(facts, account, visits.get(account.id) ?? [])) {
      if (due.visit.date < from || due.visit.date > to) continue;
      for (const [funder, line] of linesOf(account, due)) {
        const payer = { municipality: account.municipalityId, client: account.clientId, state: null }[funder];
        const key = `${funder} ${payer}`;
        const draft = drafts.get(key) ?? { funder, payer, lines: [] };
        draft.lines.push(line);
        drafts.set(key, draft);
      }
    }
  }
  return [...drafts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, draft]) => draft);
}

const FUNDERS: readonly Funder[] = ['municipality', 'client', 'state'];

function linesOf(account: LedgerAccount, { visit, shares }: VisitDue): readonly (readonly [Funder, LineDraft])[] {
  const { id: visitId, date, confirmed } = visit;
  if (visitId === null || !confirmed) return [];
  return FUNDERS.flatMap((funder) => {
    const share = shares.find((one) => one.funder === funder);
    const line = missingLine(visit, funder, share);
    return line ? [[funder, { account, visitId, date, priceId: share?.priceId ?? null, ...line }] as const] : [];
  });
}

/** What a payer's lines of a visit lack; null when they are as they should be. */
function missingLine(
  visit: LedgerVisit,
  funder: Funder,
  share: PayerShare | undefined,
): Pick<LineDraft, 'minutes' | 'cents' | 'corrects' | 'cause'> | null {
  const lines = visit.billed.filter((line) => line.funder === funder);
  const original = lines.find(({ corrects }) => corrects === null);
  const owed = { minutes: share?.minutes ?? 0, cents: share?.cents ?? 0 };
  if (!original) return share ? { ...owed, corrects: null, cause: null } : null;
  const byRuns = lines.filter((line) => !isByHand(line));
  const lacking = (field: 'minutes' | 'cents'): number =>
    Math.max(owed[field] - sumOf(byRuns, field), -Math.max(0, sumOf(lines, field)));
  const [minutes, cents] = [lacking('minutes'), lacking('cents')];
  return minutes === 0 && cents === 0 ? null : { minutes, cents, corrects: original.id, cause: CORRECTED };
}

function sumOf(lines: readonly BilledLine[], field: 'minutes' | 'cents'): number {
  return lines.reduce((sum, line) => sum + line[field], 0);
}
