import type { GivenInput } from './plan-rules-input.js';
import type { PlanRoute, PlanStop } from './plan.js';

/**
 * The stops of a given plan that are facts, by shift, in order; empty without a frozen instant.
 *
 * The least set that holds every stop that starts before the instant, the first
 * visit of who has set off by then, with a stop all stops before it on its
 * route, and with a part the whole visit.
 */
export function frozenPast(given: GivenInput | undefined): ReadonlyMap<string, readonly PlanStop[]> {
  const past = new Map<string, readonly PlanStop[]>();
  const before = given?.frozenBefore;
  if (!given || before === undefined) return past;
  const routes = given.plan.routes.map((route) => {
    const stops = inOrder(route);
    const heading = route.departure < before ? stops.findIndex(({ kind }) => kind === 'visit') : -1;
    return { shift: route.shift, stops, heading, count: 0 };
  });
  const visits = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const route of routes) {
      const begun = route.stops.findLastIndex((stop) => stop.start < before || (stop.kind === 'visit' && visits.has(stop.id)));
      const last = Math.max(begun, route.heading);
      if (last < route.count) continue;
      for (const stop of route.stops.slice(route.count, last + 1)) if (stop.kind === 'visit') visits.add(stop.id);
      route.count = last + 1;
      grown = true;
    }
  }
  for (const { shift, stops, count } of routes) {
    const facts = stops.slice(0, count);
    // A route of breaks alone is no route.
    if (facts.some(({ kind }) => kind === 'visit')) past.set(shift, facts);
  }
  return past;
}

function inOrder(route: PlanRoute): PlanStop[] {
  return [...route.stops].sort((a, b) => a.start - b.start || a.end - b.end);
}
