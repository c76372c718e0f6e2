import type { Visit, VisitLink } from '../model.js';
import { ruleBook, type RuleBook } from '../rules/rule-book.js';
import { demandsOfDay, type Demand } from './day-demands.js';
import { linkOfPair } from './pair-link.js';
import type { PairIssue } from './pair-issue.js';
import { byWindow } from './visit-windows.js';

/** What the task rules make of a set of visits. */
export interface VisitLinks {
  /** By client and day as the visits come; at most one link for two visits. */
  readonly links: readonly VisitLink[];
  /** What the links cannot carry; see {@link PairIssue}. */
  readonly issues: readonly PairIssue[];
}

/**
 * Derives the links between visits from the task rules: for every two visits of
 * one client on one local day, which differences of their starts break no
 * forbidding rule and what each costs in wishes not met. Tasks run inside their
 * visit in the listed order (see `taskRuns`); a visit of several staff is one
 * visit. Rules meant for one visit (`same_visit`) and for routes are not here.
 *
 * @param flagsOf the flags of a client, by id; they switch rules on and off.
 */
export function linksBetween(
  visits: readonly Visit[],
  flagsOf: (clientId: string) => readonly string[],
  book: RuleBook = ruleBook(),
): VisitLinks {
  const links: VisitLink[] = [];
  const issues: PairIssue[] = [];
  for (const day of daysOfClients(visits)) {
    const found = demandsOfDay(day, flagsOf(day[0].clientId), book);
    issues.push(...found.issues);
    for (const demands of byPair(found.demands)) {
      const pair = linkOfPair(demands);
      if (pair.link !== null) links.push(pair.link);
      issues.push(...pair.issues);
    }
  }
  return { links, issues };
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
