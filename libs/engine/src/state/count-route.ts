import { pairCost } from '../features/order.js';
import { startNode } from '../model/problem-data.js';
import type { SearchPlan } from './search-plan.js';

/**
 * Counts a route's visits, load, travel and service anew. Returns what its
 * order and people cost whatever the times: travel, ranks, wishes.
 */
export function countRoute(plan: SearchPlan, r: number): number {
  const { data } = plan;
  const { parts, places } = data;
  const profile = data.profileOf[r];
  let from = startNode(data, r);
  let [visits, load, travel, service, charge, cost] = [0, 0, 0, 0, 0, 0];
  for (let i = plan.next[from]; i >= 0; i = plan.next[i]) {
    if (data.place[i] < 0) continue;
    const cell = data.place[from] * places + data.place[i];
    travel += data.travel[profile][cell];
    charge += data.charge[profile][cell];
    if (data.order && i < parts && from < parts) cost += pairCost(data.order, from, i);
    from = i;
    if (i >= parts) continue;
    visits++;
    service += plan.duration[i];
    load += data.demand[i];
    cost += data.fitCost[data.fit[i * data.routes + r]];
  }
  plan.visitsOnRoute[r] = visits;
  plan.load[r] = load;
  plan.serviceTime[r] = service;
  plan.travelTime[r] = visits > 0 ? travel : 0;
  return visits > 0 ? cost + data.weight.travel * charge : cost;
}
