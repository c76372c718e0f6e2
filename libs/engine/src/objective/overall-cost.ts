import { startNode } from '../model/problem-data.js';
import { lateness } from '../state/node-time.js';
import type { SearchPlan } from '../state/search-plan.js';

/** Price of the components that look at the whole plan: highest lateness, highest idle time, balance of work. */
export function overallCost(plan: SearchPlan): number {
  const { weight } = plan.data;
  let cost = 0;
  if (weight.highestLateness > 0) cost += weight.highestLateness * highestOf(plan.routeLateness);
  if (weight.highestIdle > 0) cost += weight.highestIdle * highestOf(plan.routeIdle);
  if (weight.balance > 0) cost += weight.balance * balance(plan);
  if (plan.features) cost += plan.features.overall();
  return cost;
}

/** Largest lateness of any part on a route. */
export function routeLateness(plan: SearchPlan, route: number): number {
  const { data } = plan;
  let highest = 0;
  for (let i = plan.next[startNode(data, route)]; i >= 0; i = plan.next[i]!) {
    if (i >= data.parts || !data.soft[i]) continue;
    const late = data.several[i] ? lateness(data, i, plan.start[i]) : plan.start[i] - data.due[i];
    if (late > highest) highest = late;
  }
  return highest;
}

export function highestOf(values: Float64Array): number {
  let highest = 0;
  for (let r = 0; r < values.length; r++) if (values[r] > highest) highest = values[r]!;
  return highest;
}

/** Sum over routes of ceil(|work - mean work|). */
export function balance(plan: SearchPlan): number {
  const { data, travelTime, serviceTime } = plan;
  const n = data.routes;
  let sum = 0;
  for (let r = 0; r < n; r++) sum += travelTime[r] + serviceTime[r];
  let total = 0;
  for (let r = 0; r < n; r++) {
    const own = travelTime[r] + serviceTime[r];
    // In whole numbers, so that no rounding of the mean can shift a ceiling.
    total += Math.ceil(Math.abs(own * n - sum) / n);
  }
  return total;
}
