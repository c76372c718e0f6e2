import {
  owes,
  visitOrders,
  wholePeriods,
  type LedgerFacts,
  type LedgerPeriod,
  type LedgerReading,
  type LedgerVisit,
  type VisitOrder,
} from '#planning';
import { dayOfDate, openDay } from '../database/days.js';
import { readLimits } from '../confirmation/confirmation-store.js';
import type { Transaction } from '../database/database.js';
import { readPlanningData } from '../providers/planning-data.js';
import { readAccounts, type ReadAccount } from './read-accounts.js';
import { readDaysOff, readPublishedDays, readVisits, type StoredVisit } from './read-visits.js';

/** What to read of a provider's ledger. */
export interface LedgerWanted extends LedgerPeriod {
  readonly providerId: string;
  readonly now: Date;
  readonly account?: string | undefined;
}

/** What patterns, law and absences say about the visits of the days. */
export interface ReadOrders {
  readonly orders: readonly VisitOrder[];
  readonly isOwed: ReturnType<typeof owes>;
}

/** The orders of the whole weeks and months around the days. */
export async function readOrders(database: Transaction, wanted: LedgerWanted): Promise<ReadOrders> {
  const { providerId } = wanted;
  const period = wholePeriods(wanted);
  const data = await readPlanningData(database, providerId, period);
  const daysOff = await readDaysOff(database, providerId, period);
  return { orders: visitOrders(data, period.from, period.to, daysOff), isOwed: owes(data) };
}

/** The facts of the whole weeks and months around the days, of which `read` knows the orders. */
export async function readLedger(database: Transaction, wanted: LedgerWanted, read: ReadOrders): Promise<LedgerReading> {
  const { providerId, now, account: only } = wanted;
  const period = wholePeriods(wanted);
  const publishedDays = await readPublishedDays(database, providerId, period);
  const accounts = await readAccounts(database, providerId, only);
  const stored = await readVisits(database, providerId, {
    ...{ ...period, publishedDays, now: now.getTime() / 1000 },
    limits: await readLimits(database, providerId),
  });
  const owners = new Map(accounts.map((one) => [one.account.id, one]));
  const visits = joined(stored, read.orders).flatMap((both) => {
    const owner = owners.get(both.order ? accountOf(both.order) : (both.visit?.account ?? ''));
    return owner ? [ledgerVisit(owner, both, read.isOwed)] : [];
  });
  const visited = new Set(visits.map(({ account }) => account));
  const shown = accounts.filter(({ account }) => account.kind !== 'private' || visited.has(account.id));
  return {
    facts: {
      ...period,
      now: now.getTime() / 1000,
      accounts: shown.map(({ account }) => account),
      visits,
      publishedDays: new Set(publishedDays.keys()),
      ...(await readTariffs(database, providerId)),
    },
    labels: new Map(shown.map(({ account, label }) => [account.id, label])),
  };
}

/** A visit that was stored, ordered, or both. */
interface Joined {
  readonly visit: StoredVisit | undefined;
  readonly order: VisitOrder | undefined;
}

function joined(stored: readonly StoredVisit[], orders: readonly VisitOrder[]): readonly Joined[] {
  const byKey = new Map(orders.map((order) => [order.key, order]));
  const known = new Set(stored.map(({ key }) => key));
  return [
    ...stored.map((visit) => ({ visit, order: byKey.get(visit.key) })),
    ...orders.filter(({ key }) => !known.has(key)).map((order) => ({ visit: undefined, order })),
  ];
}

function accountOf({ funding, clientId }: VisitOrder): string {
  return funding.kind === 'private' ? clientId : funding.id;
}

function ledgerVisit(
  { account, suspended }: ReadAccount,
  { visit, order }: Joined,
  isOwed: ReturnType<typeof owes>,
): LedgerVisit {
  const date = visit?.date ?? order?.date ?? '';
  const paused = suspended.some(({ from, to }) => from <= date && (to === null || date <= to));
  const owed = order !== undefined || account.kind !== 'episode' || isOwed({ kind: 'episode', id: account.id }, date);
  return {
    ...{ key: visit?.key ?? order?.key ?? '', id: visit?.id ?? null, account: account.id, date },
    ordered: order?.minutes ?? null,
    hold: paused ? 'suspended' : (order?.hold ?? null),
    unpaid: paused ? 'suspended' : owed ? (order?.unpaid ?? null) : 'outside_grant',
    ...{
      unserved: visit?.unserved ?? null,
      planned: visit?.planned ?? [],
      events: visit?.events ?? [],
      confirmed: visit?.confirmed ?? true,
      billed: visit?.billed ?? [],
    },
  };
}

/** Dated prices and rules of rounding. */
export async function readTariffs(database: Transaction, providerId: string): Promise<Pick<LedgerFacts, 'prices' | 'rounding'>> {
  const prices = await database.price.findMany({ where: { providerId }, orderBy: { externalId: 'asc' } });
  const rules = await database.billingRule.findMany({ where: { providerId }, orderBy: { createdAt: 'asc' } });
  return {
    prices: prices.map(({ id, municipalityId, payer, centsPerHour, validFrom, validTo }) => ({
      ...{ id, municipalityId, payer, centsPerHour },
      validFrom: dayOfDate(validFrom),
      validTo: openDay(validTo),
    })),
    rounding: rules.map(({ municipalityId, fundingKind, unitMinutes, mode, validFrom, validTo }) => ({
      ...{ municipalityId, accountKind: fundingKind, unitMinutes, mode },
      from: dayOfDate(validFrom),
      to: openDay(validTo),
    })),
  };
}
