import type { Plan, PlanCost } from '#engine';
import { ownCost, type InstanceContext } from '../format.js';

/** CVRPLIB's text: a line for every used vehicle, numbered from 1, and the distance with one decimal. */
export function writeVrptwSolution(context: InstanceContext, plan: Plan, cost: PlanCost): string {
  const lines = plan.routes.map((route, at) => `Route #${at + 1}: ${route.stops.map((stop) => stop.id).join(' ')}`);
  return `${[...lines, `Cost ${ownCost(context, cost).total.toFixed(1)}`].join('\n')}\n`;
}
