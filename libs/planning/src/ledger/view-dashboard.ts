import type { ForecastView, Issue, LedgerGrouping, LedgerGroupsQuery, LedgerGroupView } from '#contracts';
import type { LedgerOverview, LedgerOverviewQuery, LedgerVisitView, PayersQuery } from '#contracts';
import { addDays, dayOf } from '#time';
import { billedOf, dueOf } from './billing.js';
import { causeOfUnserved, LEDGER_CAUSES } from './causes.js';
import { visitOutcome } from './delivery.js';
import { forecast } from './forecast.js';
import { groupLedger } from './group-ledger.js';
import type { LedgerAccount, LedgerFacts } from './ledger-facts.js';
import type { LedgerReading, LedgerStore } from './ledger-ports.js';
import type { LedgerPeriod } from './ledger-table.js';
import { chainGaps, tariffOn } from './money.js';
import { ledgerOf, rangeIssues, viewLedger } from './view-ledger.js';

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] };

/** Decisions that end within so many days and have no successor are called attention to. */
const SOON_DAYS = 60;

/** The ledger of the days by funder, municipality, district or kind of account. */
export async function viewGroups(
  store: LedgerStore,
  providerId: string,
  { from, to, group }: LedgerGroupsQuery,
  now: Date,
): Promise<Outcome<readonly LedgerGroupView[]>> {
  const outcome = await viewLedger(store, providerId, { from, to, by: 'range' }, now);
  return outcome.ok ? { ok: true, value: groupLedger(outcome.ledger.rows, group) } : outcome;
}

/** How the days will end by what is known now, and which decisions run out. */
export async function viewForecast(
  store: LedgerStore,
  providerId: string,
  days: LedgerPeriod,
  now: Date,
): Promise<Outcome<ForecastView>> {
  const issues = rangeIssues(days);
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, value: forecastOf(await store.read(providerId, days, now), days) };
}

/** Everything the page of some days shows, from one reading. */
export async function viewOverview(
  store: LedgerStore,
  providerId: string,
  { kind, ...days }: LedgerOverviewQuery,
  now: Date,
): Promise<Outcome<LedgerOverview>> {
  const issues = rangeIssues(days);
  if (issues.length > 0) return { ok: false, issues };
  const reading = await store.read(providerId, days, now);
  const all = ledgerOf(reading, { ...days, by: 'range' });
  const groups = GROUPINGS.map((by) => [by, [...groupLedger(all.rows, by)]] as const);
  return {
    ok: true,
    value: {
      ledger: kind === undefined ? all : ledgerOf(reading, { ...days, by: 'range', kind }),
      forecast: forecastOf(reading, days),
      groups: Object.fromEntries(groups) as LedgerOverview['groups'],
    },
  };
}

const GROUPINGS = ['funder', 'municipality', 'district', 'kind'] as const satisfies readonly LedgerGrouping[];

function forecastOf({ facts, labels }: LedgerReading, days: LedgerPeriod): ForecastView {
  const soon = addDays(dayOf(facts.now), SOON_DAYS);
  const kinds = new Map(facts.accounts.map(({ id, kind }) => [id, kind]));
  const accounts = forecast(facts, days).flatMap(({ account, ...figures }) => {
    const [kind, label] = [kinds.get(account), labels.get(account)];
    if (!kind || !label) return [];
    const runsOut = figures.endsOn !== null && !figures.renewed && figures.endsOn >= dayOf(facts.now) && figures.endsOn <= soon;
    return [{ account, kind, ...label, ...figures, runsOut: kind === 'decision' && runsOut }];
  });
  const sum = (field: 'granted' | 'informal' | 'delivered' | 'ahead' | 'expected'): number =>
    accounts.reduce((total, one) => total + one[field], 0);
  const total = {
    ...{ granted: sum('granted'), informal: sum('informal') },
    ...{ delivered: sum('delivered'), ahead: sum('ahead'), expected: sum('expected') },
  };
  return { total, accounts };
}

/** Every visit of an account on the days with its four columns and causes; null when the provider has no such account. */
export async function viewAccountVisits(
  store: LedgerStore,
  { providerId, account: id, now }: { readonly providerId: string; readonly account: string; readonly now: Date },
  days: PayersQuery,
): Promise<Outcome<readonly LedgerVisitView[] | null>> {
  const issues = rangeIssues(days);
  if (issues.length > 0) return { ok: false, issues };
  const { facts } = await store.read(providerId, days, now, id);
  const [account] = facts.accounts;
  return { ok: true, value: account === undefined ? null : accountVisits(facts, account, days) };
}

function accountVisits(facts: LedgerFacts, account: LedgerAccount, { from, to }: LedgerPeriod): readonly LedgerVisitView[] {
  const visits = facts.visits.filter((visit) => visit.account === account.id);
  return dueOf(facts, account, visits).flatMap((due): LedgerVisitView[] => {
    const { visit } = due;
    if (visit.date < from || visit.date > to) return [];
    const tariff = tariffOn(facts, account, visit.date);
    const { planned, delivered, gaps } = visitOutcome(visit, facts.now);
    const { billed, gaps: unbilled } = billedOf(facts, account, due);
    const ordered = visit.ordered ?? 0;
    const cause = visit.hold ?? (visit.unserved ? causeOfUnserved(visit.unserved) : notPlanned(facts, visit.date));
    const left = planned === 0 && ordered > 0 ? chainGaps(tariff, ordered, [[cause, ordered]]) : [];
    const start = Math.min(...visit.planned.map((part) => part.start));
    return [
      {
        ...{ visit: visit.key, date: visit.date, ordered, planned, delivered, confirmed: visit.confirmed },
        start: visit.planned.length === 0 ? null : new Date(start * 1000).toISOString(),
        billed: billed.minutes,
        cents: billed.cents,
        causes: [...left, ...chainGaps(tariff, planned, gaps), ...unbilled]
          .filter(({ minutes, cents }) => minutes !== 0 || cents !== 0)
          .map((gap) => ({ cause: gap.cause, side: LEDGER_CAUSES[gap.cause], minutes: gap.minutes, cents: gap.cents })),
      },
    ];
  });
}

function notPlanned({ publishedDays }: LedgerFacts, date: string): 'added_later' | 'not_planned' {
  return publishedDays.has(date) ? 'added_later' : 'not_planned';
}
