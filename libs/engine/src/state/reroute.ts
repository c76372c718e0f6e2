import { durationOn, startNode } from '../model/problem-data.js';
import { countRoute } from './count-route.js';
import type { Edits } from './edits.js';
import { startCost } from './node-time.js';
import type { SearchPlan } from './search-plan.js';

/** Decisions that differ from a plan's present ones in a few places. */
export interface Rerouted {
  /** All decisions as they are to be (see `encode`). */
  readonly code: Int32Array;
  /** The routes whose order differs. */
  readonly routes: readonly number[];
  /** Nodes whose own earliest or latest start `applyTimes` changes. */
  readonly retimed: readonly number[];
  readonly applyTimes: () => void;
}

/**
 * Carries a plan over to other decisions and settles only what hangs on the
 * difference: the same order, times and cost that `decode` makes from nothing.
 * The plan's `restore` takes it back. False when the routes cannot be timed;
 * the plan is then good for nothing but to be restored.
 */
export function reroute(edits: Edits, { code, routes, retimed, applyTimes }: Rerouted): boolean {
  const { plan } = edits;
  const { data } = plan;
  const nodes = new Set(retimed);
  for (const r of routes) for (let i = startNode(data, r); i >= 0; i = plan.next[i]) nodes.add(i);
  for (const r of routes) for (let i = code[startNode(data, r)]; i >= 0; i = code[i]) nodes.add(i);
  const fresh: number[] = [];
  for (const i of nodes) {
    if (plan.route[i] >= 0) plan.cost -= startCost(data, i, plan.start[i]);
    else fresh.push(i);
  }
  for (const r of routes) leave(edits, r);
  applyTimes();
  for (const r of routes) enter(edits, r, code);
  for (const i of fresh) plan.setStart(i, data.earliest[i]);
  for (const i of nodes) {
    if (plan.route[i] >= 0) plan.cost += startCost(data, i, plan.start[i]);
    if (i < data.parts) serveOrNot(edits, data.visitOf[i]);
  }
  bindLinks(plan, code, nodes);
  const change = edits.timing.settleChange([...nodes]);
  if (change === Infinity) return false;
  plan.cost += change;
  for (const r of routes) plan.changed(r);
  edits.refreshRoutes();
  return true;
}

/** Takes everything off a route, with what it costs. */
function leave({ plan }: Edits, r: number): void {
  const { data, features } = plan;
  const start = startNode(data, r);
  plan.cost -= countRoute(plan, r);
  plan.touchRoute(r);
  if (features) features.change = 0;
  for (let i = plan.next[start]; i !== start + 1; i = plan.next[start]) {
    if (i < data.parts) features?.displaced(i, r);
    else plan.cost += missedCost(plan, i);
    plan.unlink(i);
  }
  plan.cost += features?.change ?? 0;
}

/** Puts everything on a route that the decisions say. */
function enter({ plan }: Edits, r: number, code: Int32Array): void {
  const { data, features } = plan;
  const end = startNode(data, r) + 1;
  if (features) features.change = 0;
  for (let at = end - 1, i = code[at]; i !== end; at = i, i = code[i]) {
    plan.link(i, at);
    if (i >= data.parts) {
      plan.cost -= missedCost(plan, i);
      continue;
    }
    if (data.ownDuration) plan.duration[i] = durationOn(data, i, r);
    features?.count(i, r);
  }
  plan.cost += (features?.change ?? 0) + countRoute(plan, r);
}

function missedCost({ data }: SearchPlan, node: number): number {
  return data.breakRequired[node - data.parts] ? 0 : data.breakMissed[node - data.parts];
}

/** A visit counts as served while some part of it is given. */
function serveOrNot(edits: Edits, visit: number): void {
  const { plan } = edits;
  const { visitFirst, unservedCost } = plan.data;
  let given = 0;
  for (let i = visitFirst[visit]; i < visitFirst[visit + 1]; i++) if (plan.route[i] >= 0) given = 1;
  if (plan.served[visit] === given) return;
  if (given) return edits.serve(visit);
  plan.served[visit] = 0;
  plan.absent[plan.absentCount++] = visit;
  plan.cost += unservedCost[visit];
}

/** Gives every link its gap; the ends of those that bind otherwise join `nodes`. */
function bindLinks(plan: SearchPlan, code: Int32Array, nodes: Set<number>): void {
  const { data, gap } = plan;
  for (let l = 0; l < data.links; l++) {
    const to = code[data.nodes + l];
    if (gap[l] === to) continue;
    plan.cost += (to < 0 ? 0 : data.gapCost[to]) - (gap[l] < 0 ? 0 : data.gapCost[gap[l]]);
    gap[l] = to;
    for (const end of [data.linkBefore[l], data.linkAfter[l]]) {
      nodes.add(end);
      // Whose start others hang on is part of a route's figures.
      plan.changed(plan.route[end]);
    }
  }
}
