import type { ProblemData } from '../model/problem-data.js';
import type { Arrangement } from './arrange.js';
import type { PlanSession } from './plan-session.js';

/** Starts of a plan by node, to be kept while single things change. */
export type HeldStarts = ReadonlyMap<number, number>;

/** `exactly`: at their start; `later`: no earlier. */
export type Hold = 'exactly' | 'later';

/**
 * Lets parts start when a plan has them, or no earlier: the search else starts everything as early as it can, or later to
 * save waiting. Parts with several windows stay free where only `later` is asked.
 * @param own made by `withOwnStarts`
 * @returns what frees them again
 */
export function holdStarts(own: ProblemData, held: HeldStarts, holdOf: (node: number) => Hold | null): () => void {
  const { earliest, due, several } = own;
  const kept: (readonly [node: number, earliest: number, due: number, several: number])[] = [];
  for (const [node, start] of held) {
    const hold = holdOf(node);
    if (hold === null || start > due[node] || start < earliest[node]) continue;
    if (hold === 'later' && several[node]) continue;
    kept.push([node, earliest[node], due[node], several[node]]);
    earliest[node] = start;
    if (hold === 'later') continue;
    due[node] = start;
    several[node] = 0;
  }
  return () => {
    for (const [node, ...was] of kept) [earliest[node], due[node], several[node]] = was;
  };
}

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
