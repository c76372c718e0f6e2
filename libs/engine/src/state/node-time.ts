import { PAST } from '../features/settled.js';
import type { ProblemData } from '../model/problem-data.js';
import type { SearchPlan } from './search-plan.js';

/** Later than anything: a start that is not possible. */
export const NEVER = 0x7ffffff0;

/**
 * First allowed start of a node not before `from`; {@link NEVER} when a hard
 * node's windows are over. A soft node with several windows waits for the
 * next one where waiting costs less than being late.
 */
export function firstStart(data: ProblemData, node: number, from: number): number {
  let t = from;
  if (!data.several[node]) {
    if (t < data.earliest[node]) return data.earliest[node];
    return t > data.due[node] && !data.soft[node] ? NEVER : t;
  }
  if (data.fixed[node]) return t <= data.earliest[node] ? data.earliest[node] : NEVER;
  const last = data.windowFirst[node + 1];
  if (data.soft[node] && t < data.earliest[node]) t = data.earliest[node]!;
  for (let w = data.windowFirst[node]; w < last; w++) {
    if (t < data.windowStart[w]) {
      if (w === data.windowFirst[node] || !data.soft[node]) return data.windowStart[w];
      const late = (t - data.windowEnd[w - 1]) * data.lateWeight[node];
      const wait = (data.windowStart[w] - t) * Math.max(data.weight.waiting, data.weight.paid);
      if (late <= wait) return t;
      // That window may be over before the service could end; then the next one is weighed in turn.
      t = data.windowStart[w];
    }
    if (t <= data.windowEnd[w]) return t;
  }
  return data.soft[node] ? t : NEVER;
}

/** How late a start is, in units; measured against the last window begun by then. */
export function lateness(data: ProblemData, node: number, t: number): number {
  if (!data.several[node]) return t > data.due[node] ? t - data.due[node] : 0;
  let end = data.windowEnd[data.windowFirst[node]];
  for (let w = data.windowFirst[node] + 1; w < data.windowFirst[node + 1] && data.windowStart[w] <= t; w++)
    end = data.windowEnd[w]!;
  return t > end ? t - end : 0;
}

/** Weighted cost of starting at `t`: lateness and distance from the wished start. */
export function startCost(data: ProblemData, node: number, t: number): number {
  let cost = data.lateWeight[node] > 0 ? data.lateWeight[node] * lateness(data, node, t) : 0;
  if (data.wishFrom[node] <= data.wishTo[node]) {
    if (t < data.wishFrom[node]) cost += data.wishPrice[node] * (data.wishFrom[node] - t);
    else if (t > data.wishTo[node]) cost += data.wishPrice[node] * (t - data.wishTo[node]);
    if (data.keptStart[node] >= 0) cost += data.weight.movedStart * Math.abs(t - data.keptStart[node]);
  }
  return cost;
}

/**
 * The latest start no later than `t` that the node's own windows allow
 * without more cost than its present start has.
 */
export function ownLatest(data: ProblemData, node: number, t: number, present: number): number {
  let limit = data.due[node];
  if (data.fixed[node]) return data.fixed[node] === PAST || limit < t ? limit : t;
  const wished = data.wishFrom[node] <= data.wishTo[node];
  let to = t;
  if (wished && present <= data.wishTo[node] && data.wishTo[node] < to) to = data.wishTo[node]!;
  if (data.keptStart[node] >= present && data.keptStart[node] < to) to = data.keptStart[node]!;
  if (data.several[node]) {
    if (data.soft[node]) {
      limit = data.windowEnd[data.windowFirst[node]]!;
      for (let w = data.windowFirst[node] + 1; w < data.windowFirst[node + 1] && data.windowStart[w] <= present; w++)
        limit = data.windowEnd[w]!;
    } else {
      const first = data.windowFirst[node];
      for (let w = data.windowFirst[node + 1] - 1; w >= first; w--) {
        if (to >= data.windowStart[w]) {
          limit = data.windowEnd[w]!;
          break;
        }
      }
    }
  }
  if (to < limit) limit = to;
  if (limit < present && (wished || data.soft[node])) limit = present;
  return t < limit ? t : limit;
}

/** First node from here on that has a place of its own (a break is taken at the next stop's). */
export function placedFrom(plan: SearchPlan, node: number): number {
  const place = plan.data.place;
  let i = node;
  while (place[i] < 0) i = plan.next[i]!;
  return i;
}

/** Last node up to here that has a place of its own. */
export function placedUpTo(plan: SearchPlan, node: number): number {
  const place = plan.data.place;
  let i = node;
  while (place[i] < 0) i = plan.previous[i]!;
  return i;
}

/** Travel time between two neighbouring nodes of one route; nothing leaves a break but the next stop at its place. */
export function travelBetween(plan: SearchPlan, from: number, to: number, profile: number): number {
  const data = plan.data;
  if (data.place[from] < 0) return 0;
  const target = data.place[to] >= 0 ? to : placedFrom(plan, to);
  return data.travel[profile][data.place[from] * data.places + data.place[target]];
}
