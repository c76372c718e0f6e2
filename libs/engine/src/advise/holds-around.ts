import type { ProblemData } from '../model/problem-data.js';
import type { Arrangement } from './arrange.js';
import type { Hold } from './hold-starts.js';
import type { PlanSession } from './plan-session.js';

/**
 * What is held less than `exactly` while an arrangement is timed: what moves, and what links tie to it, is free; the rest of
 * the changed routes behind the first change, and the routes of what is tied to them, may become later; all else stays.
 */
export function holdsAround(session: PlanSession, { moved, sequences }: Arrangement): ReadonlyMap<number, Hold | null> {
  const { data } = session;
  const holds = new Map<number, Hold | null>();
  if (session.held.size === 0) return holds;
  const free = new Set([...moved, ...[...moved].flatMap((node) => tied(data, node))]);
  for (const [r, stops] of sequences) {
    const first = stops.findIndex((node, k) => node !== session.sequences[r][k]);
    for (const node of first < 0 ? [] : stops.slice(first)) holds.set(node, 'later');
  }
  const around = new Set([...free, ...[...holds.keys()].flatMap((node) => tied(data, node))].map((node) => session.route[node]));
  for (const r of around) if (r >= 0 && !sequences.has(r)) for (const node of session.sequences[r]) holds.set(node, 'later');
  for (const node of free) holds.set(node, null);
  for (const node of holds.keys()) if (!session.held.has(node)) holds.delete(node);
  return holds;
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
