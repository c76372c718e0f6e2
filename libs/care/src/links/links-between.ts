import type { Visit, VisitLink } from '../model.js';
import { ruleBook, type RuleBook } from '../rules/rule-book.js';
import { demandsOfDay, type Demand } from './day-demands.js';
import { linkOfPair } from './pair-link.js';
import type { PairIssue } from './pair-issue.js';
import { settleOrders } from './settle-orders.js';
import { VisitPair } from './visit-pair.js';
import { byWindow } from './visit-windows.js';

/** What the task rules make of a set of visits. */
export interface VisitLinks {
  /** By client and day as the visits come; at most one link for two visits. */
  readonly links: readonly VisitLink[];
  /** What the links cannot carry; see {@link PairIssue}. */
  readonly issues: readonly PairIssue[];
  /** The visits as given, their tasks in the order that is done when no link chooses another. */
  readonly visits: readonly Visit[];
}

/**
 * Derives the links between visits from the task rules: for every two visits of
 * one client on one local day, which differences of their starts break no
 * forbidding rule and what each costs in wishes not met. The rules hold between
 * tasks, which run one after the other (see `taskRuns`) in an order that the
 * difference chooses from the visit's `orders`; `tasksInOrder` reads it from a
 * plan. A visit of several staff is one visit. Rules meant for one visit
 * (`same_visit`) and for routes are not here.
 *
 * @param flagsOf the flags of a client, by id; they switch rules on and off.
 * @param bookOf the rules in force for a client, by id.
 */
export function linksBetween(
  visits: readonly Visit[],
  flagsOf: (clientId: string) => readonly string[],
  bookOf: (clientId: string) => RuleBook = () => ruleBook(),
): VisitLinks {
  const links: VisitLink[] = [];
  const issues: PairIssue[] = [];
  const listed = new Map<Visit, readonly string[]>();
  for (const day of daysOfClients(visits)) {
    const [{ clientId }] = day;
    const found = demandsOfDay(day, flagsOf(clientId), bookOf(clientId));
    const pairs = byPair(found.demands).map((demands) => new VisitPair(demands));
    const settled = settleOrders(day, pairs);
    settled.forEach(({ orders }, visit) => listed.set(visit, orders[0].tasks));
    issues.push(...found.issues);
    for (const pair of pairs) {
      const made = linkOfPair(pair, settled);
      if (made.link !== null) links.push(made.link);
      issues.push(...made.issues);
    }
  }
  return { links, issues, visits: visits.map((visit) => listedVisit(visit, listed.get(visit) ?? visit.tasks)) };
}

function listedVisit({ orders: _, ...visit }: Visit, tasks: readonly string[]): Visit {
  return { ...visit, tasks };
}

/** The visits of each client and day that has more than one, earlier windows first. */
function daysOfClients(visits: readonly Visit[]): readonly (readonly Visit[])[] {
  const days = new Map<string, Visit[]>();
  for (const visit of visits) {
    const key = `${visit.clientId} ${visit.date}`;
    const day = days.get(key);
    if (day === undefined) days.set(key, [visit]);
    else day.push(visit);
  }
  return [...days.values()].filter((day) => day.length > 1).map((day) => day.sort(byWindow));
}

function byPair(demands: readonly Demand[]): readonly (readonly Demand[])[] {
  const pairs = new Map<string, Demand[]>();
  for (const demand of demands) {
    const key = [demand.from.key, demand.to.key].sort().join(' ');
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, [demand]);
    else pair.push(demand);
  }
  return [...pairs.values()];
}
