import { dividedRound, NOTHING, plus, shareAt, type Amount, type Cell, type Gap } from './amount.js';
import { causeOfUnserved, type LedgerCause } from './causes.js';
import { plannedMinutes } from './delivery.js';
import { dayMinutes, groupKey, grantOn, weekShare } from './grant.js';
import type { LedgerAccount, LedgerFacts, LedgerVisit } from './ledger-facts.js';
import { chainGaps, tariffOn, valueOf } from './money.js';

/** One day of an account: what was granted, and why plans hold something else. */
export interface GrantedDay {
  readonly day: string;
  readonly granted: Cell;
  readonly gaps: readonly Gap[];
}

/** A day while its week or month is being worked out. */
interface DayWork {
  readonly day: string;
  readonly granted: Cell;
  /** Inside the grant; the rest already has its cause in `gaps`. */
  readonly planned: Amount;
  readonly gaps: Gap[];
}

/** Every day of the facts' range for one account. Groups that reach beyond the range are cut at it. */
export function grantedDays(
  facts: LedgerFacts,
  account: LedgerAccount,
  days: readonly string[],
  visitsByDay: ReadonlyMap<string, readonly LedgerVisit[]>,
): readonly GrantedDay[] {
  const groups = new Map<string, string[]>();
  for (const day of days) {
    const key = groupKey(account, day);
    groups.set(key, [...(groups.get(key) ?? []), day]);
  }
  return [...groups.values()].flatMap((group) => groupWork(facts, account, group, visitsByDay));
}

function groupWork(
  facts: LedgerFacts,
  account: LedgerAccount,
  group: readonly string[],
  visitsByDay: ReadonlyMap<string, readonly LedgerVisit[]>,
): readonly GrantedDay[] {
  const granted = grantedCells(facts, account, group);
  const work = group.map((day, i): DayWork => dayWork(facts, account, { day, granted: granted[i] }, visitsByDay.get(day) ?? []));
  const budget = work.filter(({ day }) => {
    const grant = grantOn(account, day);
    return grant !== undefined && grant.allows !== 'ordered';
  });
  spreadRest(account, budget);
  return work;
}

/** Cents of a group are rounded as a running sum, so that a whole week of a grant costs its minutes times the price. */
function grantedCells(facts: LedgerFacts, account: LedgerAccount, group: readonly string[]): readonly Cell[] {
  let before = 0;
  return group.map((day) => {
    const minutes = dayMinutes(account, day);
    const cell = tariffOn(facts, account, day)?.cost(minutes, before) ?? { ...NOTHING, minutes };
    before += minutes;
    return cell;
  });
}

function dayWork(
  facts: LedgerFacts,
  account: LedgerAccount,
  { day, granted }: Pick<GrantedDay, 'day' | 'granted'>,
  visits: readonly LedgerVisit[],
): DayWork {
  const grant = grantOn(account, day);
  const tariff = tariffOn(facts, account, day);
  const gaps = visits.flatMap((visit) => {
    const planned = plannedOf(visit);
    if (!grant) return chainGaps(tariff, 0, planned > 0 ? [[visit.hold ?? 'outside_grant', -planned]] : []);
    const ordered = visit.ordered ?? 0;
    if (planned === 0) return chainGaps(tariff, ordered, ordered > 0 ? [[causeOf(facts, visit), ordered]] : []);
    return grant.allows === 'ordered' ? chainGaps(tariff, ordered, [['order_changed', ordered - planned]]) : [];
  });
  const sums = visits.map((visit) => valueOf(tariff, plannedOf(visit)));
  const planned = grant ? { minutes: sum(sums, 'minutes'), cents: sum(sums, 'cents') } : NOTHING;
  if (grant?.allows !== 'ordered') return { day, granted, planned, gaps };
  const orders = visits.map((visit) => valueOf(tariff, visit.ordered ?? 0));
  return { day, granted: orders.reduce(plus, NOTHING), planned, gaps };
}

/** Minutes planned for all parts of a visit. */
function plannedOf(visit: LedgerVisit): number {
  return visit.planned.reduce((minutes, part) => minutes + plannedMinutes(part), 0);
}

/** Why an ordered visit is in no published plan. */
function causeOf({ publishedDays }: LedgerFacts, { hold, unserved, date }: LedgerVisit): LedgerCause {
  if (hold) return hold;
  if (unserved) return causeOfUnserved(unserved);
  return publishedDays.has(date) ? 'added_later' : 'not_planned';
}

/**
 * What neither plans nor left-out visits explain of a group's grant: given by a relative, lost to rounding, not shaped
 * yet, or too much. It is spread over the group's days; a day whose visits lie on other days of the group says so, and
 * over the whole group that comes to nothing.
 */
function spreadRest(account: LedgerAccount, days: readonly DayWork[]): void {
  const open = days.map(({ granted, planned, gaps }) => ({
    minutes: granted.minutes - planned.minutes - sum(gaps, 'minutes'),
    cents: granted.cents - planned.cents - sum(gaps, 'cents'),
  }));
  const causes = restCauses(account, {
    minutes: sum(open, 'minutes'),
    cents: sum(open, 'cents'),
    days: days.map(({ day }) => day),
  });
  days.forEach(({ gaps }, i) => {
    const shares = causes.map(({ cause, minutes, cents }) => ({
      cause,
      minutes: shareAt(minutes, i, days.length),
      cents: shareAt(cents, i, days.length),
    }));
    const other = { minutes: open[i].minutes - sum(shares, 'minutes'), cents: open[i].cents - sum(shares, 'cents') };
    gaps.push(...shares, { cause: 'other_days', ...other });
  });
}

function restCauses(
  { informalMinutesPerWeek, shortestVisitMinutes }: LedgerAccount,
  { minutes, cents, days }: Amount & { readonly days: readonly string[] },
): readonly Gap[] {
  if (minutes === 0) return [{ cause: 'rounding', minutes, cents }];
  if (minutes < 0) return [{ cause: 'above_grant', minutes, cents }];
  const relatives =
    informalMinutesPerWeek === null ? minutes : days.reduce((total, day) => total + weekShare(informalMinutesPerWeek, day), 0);
  const informal = Math.min(minutes, relatives);
  const informalCents = dividedRound(cents * informal, minutes);
  const rest = minutes - informal;
  return [
    { cause: 'informal_carer', minutes: informal, cents: informalCents },
    { cause: rest < shortestVisitMinutes ? 'shaping_rounding' : 'not_shaped', minutes: rest, cents: cents - informalCents },
  ];
}

function sum(amounts: readonly Amount[], field: keyof Amount): number {
  return amounts.reduce((total, amount) => total + amount[field], 0);
}
