import { startNode, type ProblemData } from '../model/problem-data.js';
import { PAST } from '../features/settled.js';
import type { Plan } from '../model/plan.js';
import type { ProblemInput } from '../model/problem-input.js';

/**
 * A plan's decisions as the search keeps them (see `encode`), or null when it
 * names something the problem does not have, or serves a visit in part. Times
 * are taken only to tell which gap each link uses.
 */
export function loadPlan(problem: ProblemInput, data: ProblemData, plan: Plan): Int32Array | null {
  const code = new Int32Array(data.nodes + data.links).fill(-1);
  const routeOf = new Map(problem.staff.flatMap((s) => s.shifts.map((h) => h.id)).map((id, r) => [id, r]));
  const visitOf = new Map(problem.visits.map((v, i) => [v.id, i]));
  const breakIds = problem.staff.flatMap((s) => s.shifts.map((h) => h.breaks.map((b) => b.id)));
  const start = new Map<number, number>();
  for (let r = 0; r < data.routes; r++) code[startNode(data, r)] = startNode(data, r) + 1;
  for (const route of plan.routes) {
    const r = routeOf.get(route.shift);
    if (r === undefined) return null;
    let at = startNode(data, r);
    for (const stop of [...route.stops].sort((a, b) => a.start - b.start || a.end - b.end)) {
      const node =
        stop.kind === 'break'
          ? breakNode(data, r, breakIds[r].indexOf(stop.id))
          : partNode(problem, data, visitOf.get(stop.id), stop.part);
      if (
        node < 0 ||
        start.has(node) ||
        (data.fixed[node] === PAST && data.earliest[node] !== stop.start) ||
        (stop.kind === 'visit' && !data.fit[node * data.routes + r])
      )
        return null;
      start.set(node, stop.start);
      code[at] = node;
      at = node;
    }
    code[at] = startNode(data, r) + 1;
  }
  for (let v = 0; v < data.visits; v++) {
    const parts = data.visitFirst[v + 1] - data.visitFirst[v];
    let there = 0;
    for (let i = data.visitFirst[v]; i < data.visitFirst[v + 1]; i++) if (start.has(i)) there++;
    if (there !== 0 && there !== parts) return null;
  }
  return keepsPast(data, code) && chooseGaps(data, code, start) ? code : null;
}

/** Whether what is past stands where it stood. */
function keepsPast(data: ProblemData, code: Int32Array): boolean {
  return data.pastNodes.every((nodes, r) => {
    let at = startNode(data, r);
    return nodes.every((node) => {
      const next = code[at];
      at = node;
      return next === node;
    });
  });
}

function breakNode(data: ProblemData, route: number, index: number): number {
  return index < 0 ? -1 : data.parts + data.breakFirst[route] + index;
}

function partNode(problem: ProblemInput, data: ProblemData, visit: number | undefined, part: string): number {
  if (visit === undefined) return -1;
  const k = problem.visits[visit].parts.findIndex((p) => p.id === part);
  return k < 0 ? -1 : data.visitFirst[visit] + k;
}

function chooseGaps(data: ProblemData, code: Int32Array, start: Map<number, number>): boolean {
  for (let l = 0; l < data.links; l++) {
    const a = data.linkBefore[l] < data.originFirst ? start.get(data.linkBefore[l]) : 0;
    const b = start.get(data.linkAfter[l]);
    if (a === undefined || b === undefined || bothPast(data, l)) continue;
    for (let g = data.gapFirst[l]; g < data.gapFirst[l + 1]; g++) {
      if (b - a >= data.gapMin[g] && b - a <= data.gapMax[g]) code[data.nodes + l] = g;
    }
    if (code[data.nodes + l] === -1) return false;
  }
  return true;
}

/** A link between what is past binds nothing any more. */
function bothPast(data: ProblemData, link: number): boolean {
  return data.fixed[data.linkBefore[link]] === PAST && data.fixed[data.linkAfter[link]] === PAST;
}
