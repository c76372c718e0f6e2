import { PAST } from '../features/settled.js';
import { startNode } from '../model/problem-data.js';
import type { Plan, PlanRoute, PlanStop } from '../model/plan.js';
import type { ProblemInput } from '../model/problem-input.js';
import { RouteFigures, hasConditionalBreak, routeFigures } from '../objective/route-figures.js';
import { placedFrom, travelBetween } from './node-time.js';
import type { SearchPlan } from './search-plan.js';

/**
 * The state as a plan of ids and times. Routes that depart late leave as
 * late as their waits can absorb; a break that is not owed is left out.
 */
export function extractPlan(problem: ProblemInput, plan: SearchPlan): Plan {
  const { data } = plan;
  const routes: PlanRoute[] = [];
  let r = 0;
  for (const person of problem.staff) {
    for (const shift of person.shifts) {
      if (plan.visitsOnRoute[r] > 0)
        routes.push(extractRoute(problem, plan, r, { shift: shift.id, staff: person.id, breaks: shift.breaks.map((b) => b.id) }));
      r++;
    }
  }
  return { routes, unserved: problem.visits.filter((_, v) => !plan.served[v] && v < data.visits).map((v) => v.id) };
}

/** One used route. @param names ids of its shift, person and breaks */
export function extractRoute(
  problem: ProblemInput,
  plan: SearchPlan,
  r: number,
  names: { shift: string; staff: string; breaks: readonly string[] },
): PlanRoute {
  const { data } = plan;
  const s = startNode(data, r);
  const travel = data.travel[data.profileOf[r]];
  const figures = new RouteFigures();
  routeFigures(plan, r, figures);
  const all = delayedStops(plan, r, figures.delay);
  const kept = hasConditionalBreak(data, r) ? keptStops(plan, r, all) : all;
  const stops: PlanStop[] = [];
  let at = data.place[s];
  let free = data.shiftStart[r];
  let departure = free;
  let rested = false;
  for (const { node, begins } of kept) {
    const to = data.place[placedFrom(plan, node)];
    // A break is taken where the next stop is: nothing is travelled after it.
    const leg = rested ? 0 : travel[at * data.places + to];
    if (stops.length === 0 && data.departsLate[r]) free = departure = Math.max(departure, begins - leg);
    // What is past may have gone faster than the matrix says.
    const arrival = Math.min(free + leg, begins);
    free = begins + plan.duration[node];
    at = to;
    rested = node >= data.parts;
    stops.push(stopOf(problem, plan, { node, arrival, start: begins, end: free, breaks: names.breaks }));
  }
  const back = free + (rested ? 0 : travel[at * data.places + data.place[s + 1]]);
  return { shift: names.shift, staff: names.staff, departure, return: back, stops };
}

/** A node of a route with its start in the finished plan. */
interface TimedNode {
  readonly node: number;
  readonly begins: number;
}

/** All the route's nodes when its first stop begins `delay` later; waits absorb the delay one after the other. */
function delayedStops(plan: SearchPlan, r: number, delay: number): TimedNode[] {
  const { data } = plan;
  const profile = data.profileOf[r];
  const s = startNode(data, r);
  const stops: TimedNode[] = [];
  let before = s;
  let free = data.shiftStart[r];
  for (let i = plan.next[s]; i !== s + 1; before = i, i = plan.next[i]!) {
    const arrival = free + travelBetween(plan, before, i, profile);
    const begins =
      before === s ? plan.start[i] + delay : data.fixed[i] === PAST ? plan.start[i] : Math.max(plan.start[i], arrival);
    stops.push({ node: i, begins });
    free = begins + plan.duration[i];
  }
  return stops;
}

/**
 * The route's stops without the required breaks that so short a route does
 * not owe. A break that is kept can make the route longer, and another be
 * owed.
 */
function keptStops(plan: SearchPlan, r: number, all: readonly TimedNode[]): readonly TimedNode[] {
  const { data } = plan;
  const owedAfter = ({ node }: TimedNode): number => {
    const b = node - data.parts;
    return b < 0 || data.fixed[node] || !data.breakRequired[b] || data.breakWhenLonger[b] === 0 ? -1 : data.breakWhenLonger[b];
  };
  let kept = all.filter((stop) => owedAfter(stop) < 0);
  for (;;) {
    const length = lengthOf(plan, r, kept);
    const owed = all.filter((stop) => owedAfter(stop) < length);
    if (owed.length === kept.length) return kept;
    kept = owed;
  }
}

/** Time from departure to return of a route that makes only these of its stops. */
function lengthOf(plan: SearchPlan, r: number, stops: readonly TimedNode[]): number {
  const { data } = plan;
  const s = startNode(data, r);
  const travel = data.travel[data.profileOf[r]];
  const first = stops[0];
  const last = stops[stops.length - 1];
  const out = travel[data.place[s] * data.places + data.place[placedFrom(plan, first.node)]];
  // Behind a break nothing is travelled: it was taken where the next stop is.
  const home = last.node >= data.parts ? 0 : travel[data.place[last.node] * data.places + data.place[s + 1]];
  const departure = data.departsLate[r] ? first.begins - out : data.shiftStart[r];
  return last.begins + plan.duration[last.node] + home - departure;
}

/** A stop with its times and names. @param breaks ids of the shift's breaks */
function stopOf(
  problem: ProblemInput,
  plan: SearchPlan,
  { node, breaks, arrival, start, end }: { node: number; breaks: readonly string[]; arrival: number; start: number; end: number },
): PlanStop {
  const { data } = plan;
  if (node >= data.parts) {
    const id = breaks[node - data.parts - data.breakFirst[data.routeOfBreak[node - data.parts]]];
    return { kind: 'break', id, part: '', arrival, start, end };
  }
  const visit = problem.visits[data.visitOf[node]];
  return { kind: 'visit', id: visit.id, part: visit.parts[node - data.visitFirst[data.visitOf[node]]].id, arrival, start, end };
}
