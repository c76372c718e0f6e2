import type { ProblemData } from '../model/problem-data.js';
import type { Arrangement } from './arrange.js';
import type { Hold } from './hold-starts.js';
import type { PlanSession } from './plan-session.js';

/**
 * How parts are held while an arrangement is timed: what moves, and what links tie to it, is free; the rest of the changed
 * routes behind the first change, and the routes of what is tied to them, may become later; all else stays.
 */
export function holdsAround(session: PlanSession, { moved, sequences }: Arrangement): (node: number) => Hold | null {
  const { data } = session;
  const free = new Set([...moved, ...[...moved].flatMap((node) => tied(data, node))]);
  const later = new Set<number>();
  for (const [r, stops] of sequences) {
    const first = stops.findIndex((node, k) => node !== session.sequences[r][k]);
    for (const node of first < 0 ? [] : stops.slice(first)) later.add(node);
  }
  const routes = new Set([...free, ...[...later].flatMap((node) => tied(data, node))].map((node) => session.route[node]));
  for (const r of routes) if (r >= 0) for (const node of session.sequences[r]) if (!sequences.has(r)) later.add(node);
  return (node) => (free.has(node) ? null : later.has(node) ? 'later' : 'exactly');
}

/** Parts that links bind to this one. */
function tied(data: ProblemData, node: number): number[] {
  const others: number[] = [];
  if (node >= data.parts) return others;
  for (let k = data.nodeLinkFirst[node]; k < data.nodeLinkFirst[node + 1]; k++) {
    others.push(data.linkBefore[data.nodeLink[k]], data.linkAfter[data.nodeLink[k]]);
  }
  return others.filter((other) => other !== node);
}
