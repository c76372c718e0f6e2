import { linksBetween, visitsOf } from '#care';
import type { Visit, VisitLink } from '#care';
import type { PlanningData } from '../ports.js';
import { known } from '../problem/lookup.js';

/** Every visit the patterns give for the days, both ends included, in the patterns' order. */
export function generateVisits(data: PlanningData, from: string, to: string): readonly Visit[] {
  return visitsOf(data.patterns, from, to, { flagsOf: flagsOf(data) });
}

/** What the task rules demand of the visits, and as warnings how often they ask for what no link can carry: `task_rules.impossible: 2`. */
export function linkVisits(
  data: PlanningData,
  visits: readonly Visit[],
): { readonly links: readonly VisitLink[]; readonly warnings: readonly string[] } {
  const { links, issues } = linksBetween(visits, flagsOf(data));
  const kinds = [...new Set(issues.map(({ kind }) => kind))].sort();
  const count = (kind: string): number => issues.filter((issue) => issue.kind === kind).length;
  return { links, warnings: kinds.map((kind) => `task_rules.${kind}: ${count(kind)}`) };
}

function flagsOf({ clients }: PlanningData): (clientId: string) => readonly string[] {
  const flags = new Map(clients.map((client) => [client.id, client.flags]));
  return (clientId) => known(flags, clientId, 'client');
}
