import { linksBetween, ruleBooks, visitsOf } from '#care';
import type { LawReason, Visit, VisitLink } from '#care';
import { type OwedVisits, owedPatterns, sortByLaw } from '../law/owed-visits.js';
import type { PlanningData } from '../ports.js';
import { known } from '../problem/lookup.js';
import { besideOthers } from '../sharing/busy-elsewhere.js';

/** Another provider is there at every time the visit could begin. */
const BUSY_ELSEWHERE: LawReason = { code: 'law.busy_elsewhere', params: { rule: 'S103' } };

/**
 * Every visit the patterns give for the days, both ends included, in the patterns' order, but those of clients who are
 * away, those called off and those nobody owes, at times that keep the rules beside other providers' visits; what the law
 * bars comes apart, with its reasons. Visits of clients who are only announced to be home are reserved.
 */
export function demandedVisits(data: PlanningData, from: string, to: string): OwedVisits {
  const visits = visitsOf(owedPatterns(data, from, to), from, to, { flagsOf: flagsOf(data), bookOf: bookOf(data) });
  const { away = [], expected = [], calledOff = [] } = data;
  const off = new Set(calledOff);
  const isAway = ({ clientId, date }: Visit): boolean =>
    away.some((absence) => absence.clientId === clientId && absence.from <= date && (absence.to === null || date <= absence.to));
  const owed = sortByLaw(
    visits.filter((visit) => !off.has(visit.key) && !isAway(visit)),
    data.law,
  );
  const isExpected = ({ clientId, date }: Visit): boolean =>
    expected.some((one) => one.clientId === clientId && one.from <= date);
  const certain = owed.visits.map((visit) => (isExpected(visit) ? { ...visit, reserved: true } : visit));
  const beside = besideOthers(certain, data);
  const crowded = beside.crowded.map((visit) => ({ visit, reasons: [BUSY_ELSEWHERE] }));
  return { visits: beside.visits, barred: [...owed.barred, ...crowded] };
}

/** The visits of the days that may be planned. */
export function generateVisits(data: PlanningData, from: string, to: string): readonly Visit[] {
  return demandedVisits(data, from, to).visits;
}

/**
 * What the task rules demand of the visits, the visits with their tasks in the order that is done when no link chooses
 * another, and as warnings how often the rules ask for what no link can carry: `task_rules.impossible: 2`.
 */
export function linkVisits(
  data: PlanningData,
  visits: readonly Visit[],
): { readonly visits: readonly Visit[]; readonly links: readonly VisitLink[]; readonly warnings: readonly string[] } {
  const { links, issues, visits: listed } = linksBetween(visits, flagsOf(data), bookOf(data));
  const kinds = [...new Set(issues.map(({ kind }) => kind))].sort();
  const count = (kind: string): number => issues.filter((issue) => issue.kind === kind).length;
  return { visits: listed, links, warnings: kinds.map((kind) => `task_rules.${kind}: ${count(kind)}`) };
}

function bookOf({ ruleChanges = [] }: PlanningData): ReturnType<typeof ruleBooks> {
  return ruleBooks(ruleChanges);
}

function flagsOf({ clients }: PlanningData): (clientId: string) => readonly string[] {
  const flags = new Map(clients.map((client) => [client.id, client.flags]));
  return (clientId) => known(flags, clientId, 'client');
}
