import { daysFrom } from '#time';
import { NOTHING, plus, type Cell, type Gap } from './amount.js';
import { billedOf, dueOf } from './billing.js';
import { visitOutcome } from './delivery.js';
import { grantedDays } from './grant-gaps.js';
import { visitsBy, type LedgerAccount, type LedgerFacts, type LedgerVisit } from './ledger-facts.js';
import { chainGaps, tariffOn, valueOf } from './money.js';

/** The four columns of an account, and what each of the last three lacks of the one before it, cause by cause. */
export interface LedgerEntry {
  readonly granted: Cell;
  readonly planned: Cell;
  readonly delivered: Cell;
  readonly billed: Cell;
  /** Granted less planned. */
  readonly notPlanned: readonly Gap[];
  /** Planned less delivered. */
  readonly notDelivered: readonly Gap[];
  /** Delivered less billed. */
  readonly notBilled: readonly Gap[];
}

export interface LedgerDay extends LedgerEntry {
  readonly account: string;
  readonly day: string;
}

/**
 * The ledger of every account and day of the facts' range: granted from the dated grant, planned from published plans,
 * delivered from what was reported, billed from invoices. In every entry each difference of two neighbouring columns is
 * the sum of its causes, to the minute and the cent; so it is in every sum of entries.
 */
export function keepLedger(facts: LedgerFacts): readonly LedgerDay[] {
  const days = daysFrom(facts.from, facts.to);
  const visits = visitsBy(facts.visits, ({ account }) => account);
  return facts.accounts.flatMap((account) => accountDays(facts, account, days, visits.get(account.id) ?? []));
}

function accountDays(
  facts: LedgerFacts,
  account: LedgerAccount,
  days: readonly string[],
  visits: readonly LedgerVisit[],
): readonly LedgerDay[] {
  const byDay = visitsBy(visits, ({ date }) => date);
  const given = new Map<string, Pick<LedgerEntry, 'planned' | 'delivered' | 'billed' | 'notDelivered' | 'notBilled'>>();
  for (const due of dueOf(facts, account, visits)) {
    const { date } = due.visit;
    const tariff = tariffOn(facts, account, date);
    const { planned, delivered, gaps } = visitOutcome(due.visit, facts.now);
    const bill = billedOf(facts, account, due);
    const before = given.get(date);
    given.set(date, {
      planned: plus(before?.planned ?? NOTHING, valueOf(tariff, planned)),
      delivered: plus(before?.delivered ?? NOTHING, valueOf(tariff, delivered)),
      billed: plus(before?.billed ?? NOTHING, bill.billed),
      notDelivered: [...(before?.notDelivered ?? []), ...chainGaps(tariff, planned, gaps)],
      notBilled: [...(before?.notBilled ?? []), ...bill.gaps],
    });
  }
  const nothing = { planned: NOTHING, delivered: NOTHING, billed: NOTHING, notDelivered: [], notBilled: [] };
  return grantedDays(facts, account, days, byDay).map(({ day, granted, gaps }) => ({
    account: account.id,
    day,
    granted,
    notPlanned: gaps,
    ...(given.get(day) ?? nothing),
  }));
}
