import { dividedRound, NOTHING, plus, shareAt, type Amount, type Cell, type Gap } from './amount.js';
import { causeOfUnserved, type LedgerCause } from './causes.js';
import { plannedMinutes } from './delivery.js';
import { dayMinutes, grantGroup, grantOn, weekShare } from './grant.js';
import { covers, type LedgerAccount, type LedgerFacts, type LedgerVisit } from './ledger-facts.js';
import { cellOf, chainGaps, hourCost, valueOf } from './money.js';

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
    const { key } = grantGroup(account, day);
    groups.set(key, [...(groups.get(key) ?? []), day]);
  }
  return [...groups.values()].flatMap((group) => groupDays(facts, account, group, visitsByDay));
}

function groupDays(
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
  spreadRest(facts, account, budget);
  return work;
}

/** Cents of a group are rounded as a running sum, so that a whole week of a grant costs its minutes times the price. */
function grantedCells(facts: LedgerFacts, account: LedgerAccount, group: readonly string[]): readonly Cell[] {
  const units = { total: 0, municipality: 0 };
  let before = NOTHING;
  return group.map((day) => {
    const minutes = dayMinutes(account, day);
    const cost = hourCost(facts, account, day);
    if (!cost || minutes === 0) return { ...NOTHING, minutes };
    units.total += minutes * cost.total;
    units.municipality += minutes * cost.municipality;
    const sum = cellOf(cost, 0, units);
    const cell = difference(sum, before);
    before = sum;
    return { ...cell, minutes };
  });
}

function difference(a: Cell, b: Cell): Cell {
  return {
    minutes: a.minutes - b.minutes,
    cents: a.cents - b.cents,
    municipality: a.municipality - b.municipality,
    client: a.client - b.client,
    state: a.state - b.state,
  };
}

function dayWork(
  facts: LedgerFacts,
  account: LedgerAccount,
  { day, granted }: Pick<GrantedDay, 'day' | 'granted'>,
  visits: readonly LedgerVisit[],
): DayWork {
  const grant = grantOn(account, day);
  const cost = hourCost(facts, account, day);
  const gaps = visits.flatMap((visit) => {
    const planned = plannedOf(visit);
    if (!grant) return chainGaps(cost, 0, planned > 0 ? [['outside_grant', -planned]] : []);
    const ordered = visit.ordered ?? 0;
    if (planned === 0) return chainGaps(cost, ordered, ordered > 0 ? [[causeOf(facts, account, visit), ordered]] : []);
    return grant.allows === 'ordered' ? chainGaps(cost, ordered, [['order_changed', ordered - planned]]) : [];
  });
  const sums = visits.map((visit) => valueOf(cost, plannedOf(visit)));
  const planned = grant ? { minutes: sum(sums, 'minutes'), cents: sum(sums, 'cents') } : NOTHING;
  if (grant?.allows !== 'ordered') return { day, granted, planned, gaps };
  const orders = visits.map((visit) => valueOf(cost, visit.ordered ?? 0));
  return { day, granted: orders.reduce(plus, NOTHING), planned, gaps };
}

/** Minutes planned for all parts of a visit. */
function plannedOf(visit: LedgerVisit): number {
  return visit.planned.reduce((minutes, part) => minutes + plannedMinutes(part), 0);
}

/** Why an ordered visit is in no published plan. */
function causeOf(facts: LedgerFacts, account: LedgerAccount, visit: LedgerVisit): LedgerCause {
  if (visit.hold) return visit.hold;
  const hold = account.holds.find((span) => covers(span, visit.date));
  if (hold) return hold.cause;
  if (visit.unserved) return causeOfUnserved(visit.unserved);
  return facts.publishedDays.has(visit.date) ? 'added_later' : 'not_planned';
}

/**
 * What neither plans nor left-out visits explain of a group's grant: given by a relative, lost to rounding, not shaped
 * yet, or too much. It is spread over the group's days; a day whose visits lie on other days of the group says so, and
 * over the whole group that comes to nothing.
 */
function spreadRest(facts: LedgerFacts, account: LedgerAccount, days: readonly DayWork[]): void {
  const open = days.map(({ granted, planned, gaps }) => ({
    minutes: granted.minutes - planned.minutes - sum(gaps, 'minutes'),
    cents: granted.cents - planned.cents - sum(gaps, 'cents'),
  }));
  const causes = restCauses(facts, account, {
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
  { shortestVisitMinutes }: LedgerFacts,
  { informalMinutesPerWeek }: LedgerAccount,
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
