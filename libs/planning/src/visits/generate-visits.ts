import { linksBetween, visitsOf } from '#care';
import type { Visit, VisitLink } from '#care';
import type { PlanningData } from '../ports.js';
import { known } from '../problem/lookup.js';

/** Every visit the patterns give for the days, both ends included, in the patterns' order, but those of clients who are away and those called off. */
export function generateVisits(data: PlanningData, from: string, to: string): readonly Visit[] {
  const visits = visitsOf(data.patterns, from, to, { flagsOf: flagsOf(data) });
  const { away = [], calledOff = [] } = data;
  if (away.length === 0 && calledOff.length === 0) return visits;
  const off = new Set(calledOff);
  const isAway = ({ clientId, date }: Visit): boolean =>
    away.some((absence) => absence.clientId === clientId && absence.from <= date && (absence.to === null || date <= absence.to));
  return visits.filter((visit) => !off.has(visit.key) && !isAway(visit));
}

/**
 * What the task rules demand of the visits, the visits with their tasks in the order that is done when no link chooses
 * another, and as warnings how often the rules ask for what no link can carry: `task_rules.impossible: 2`.
 */
export function linkVisits(
  data: PlanningData,
  visits: readonly Visit[],
): { readonly visits: readonly Visit[]; readonly links: readonly VisitLink[]; readonly warnings: readonly string[] } {
  const { links, issues, visits: listed } = linksBetween(visits, flagsOf(data));
  const kinds = [...new Set(issues.map(({ kind }) => kind))].sort();
  const count = (kind: string): number => issues.filter((issue) => issue.kind === kind).length;
  return { visits: listed, links, warnings: kinds.map((kind) => `task_rules.${kind}: ${count(kind)}`) };
}

function flagsOf({ clients }: PlanningData): (clientId: string) => readonly string[] {
  const flags = new Map(clients.map((client) => [client.id, client.flags]));
  return (clientId) => known(flags, clientId, 'client');
}
