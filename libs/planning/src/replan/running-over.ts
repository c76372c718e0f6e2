import type { Visit } from '#care';
import type { Plan, PlanRoute, PlanStop, ProblemInput } from '#engine';
import type { RunningOver } from '../ports.js';
import type { StoredRoute } from './stored-routes.js';

/** Routes on which visits that run over end when they will; all else stands where it stood, reachable or not. */
export function runOver(routes: readonly StoredRoute[], over: readonly RunningOver[]): readonly StoredRoute[] {
  if (over.length === 0) return routes;
  const until = new Map(over.map(({ visitKey, until: end }) => [visitKey, end]));
  return routes.map((route) => ({
    ...route,
    stops: route.stops.map((stop) => ({ ...stop, end: Math.max(stop.end, until.get(stop.id) ?? 0) })),
  }));
}

/** Visits that run over, as long as they take; the others as they are. */
export function asLong(visits: readonly Visit[], routes: readonly StoredRoute[], over: readonly RunningOver[]): readonly Visit[] {
  if (over.length === 0) return visits;
  const late = new Set(over.map(({ visitKey }) => visitKey));
  const taken = new Map(
    routes.flatMap(({ stops }) => stops.filter(({ id }) => late.has(id)).map(({ id, start, end }) => [id, end - start])),
  );
  return visits.map((visit) => ({
    ...visit,
    durationSeconds: Math.max(visit.durationSeconds, taken.get(visit.key) ?? 0),
  }));
}

/**
 * The given plan with everything behind the visits that run over at the earliest it can be: in the same order by the same
 * people, not before it was planned. A joint visit that has to wait for one of its people keeps the others waiting too.
 */
export function retimed(plan: Plan, problem: ProblemInput, over: readonly RunningOver[]): Plan {
  const late = new Set(over.map(({ visitKey }) => visitKey));
  const starts = new Map<string, number>();
  const routes = [...plan.routes];
  const waiting = routes.flatMap(({ stops }, r) => (stops.some(({ id }) => late.has(id)) ? [r] : []));
  // Only what has been moved later sets another route in motion, and never back: it ends.
  for (let r = waiting.shift(); r !== undefined; r = waiting.shift()) {
    const pushed = pushedRoute(routes[r], problem, { late, starts });
    routes[r] = pushed;
    for (const { kind, id, start } of pushed.stops) if (kind === 'visit') starts.set(id, Math.max(start, starts.get(id) ?? 0));
    const held = routes.flatMap(({ stops }, n) => (stops.some(({ id, start }) => (starts.get(id) ?? 0) > start) ? [n] : []));
    waiting.push(...held.filter((n) => !waiting.includes(n)));
  }
  return { ...plan, routes };
}

interface Push {
  /** Keys of visits that run over. */
  readonly late: ReadonlySet<string>;
  /** Earliest start of visits that were moved. */
  readonly starts: ReadonlyMap<string, number>;
}

function pushedRoute(route: PlanRoute, problem: ProblemInput, { late, starts }: Push): PlanRoute {
  const person = problem.staff.find(({ id }) => id === route.staff);
  const shift = person?.shifts.find(({ id }) => id === route.shift);
  const ways = problem.profiles.find(({ id }) => id === person?.profile)?.durations;
  if (!shift || !ways) return route;
  const placeOf = new Map(problem.visits.map(({ id, place }) => [id, place]));
  const latest = new Map(shift.breaks.map((rest) => [rest.id, rest.latest - (rest.measuredAt === 'end' ? rest.duration : 0)]));
  // Before the first late stop nothing is different, whatever the ways are said to take now.
  let [clock, at, behind] = [-Infinity, shift.startPlace, false];
  const stops: PlanStop[] = [];
  for (const stop of route.stops.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const to = stop.kind === 'visit' ? (placeOf.get(stop.id) ?? at) : at;
    const arrival = behind ? Math.max(stop.arrival, clock + ways[at * problem.places + to]) : stop.arrival;
    const start = Math.max(stop.start, arrival, starts.get(stop.id) ?? 0);
    // A rest that cannot be taken in time any more is not owed.
    if (stop.kind === 'break' && start > (latest.get(stop.id) ?? Infinity)) continue;
    behind ||= late.has(stop.id) || start > stop.start;
    clock = start + stop.end - stop.start;
    at = to;
    stops.push({ ...stop, arrival, start, end: clock });
  }
  return { ...route, stops, return: Math.max(route.return, clock + ways[at * problem.places + shift.endPlace]) };
}
