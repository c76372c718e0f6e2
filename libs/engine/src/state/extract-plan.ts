import { PAST } from '../features/settled.js';
import { startNode } from '../model/problem-data.js';
import type { Plan, PlanRoute, PlanStop } from '../model/plan.js';
import type { ProblemInput } from '../model/problem-input.js';
import { RouteFigures, routeFigures } from '../objective/route-figures.js';
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
  const start = delayedStarts(plan, r, figures.delay);
  const stops: PlanStop[] = [];
  let at = data.place[s];
  let free = data.shiftStart[r];
  let departure = free;
  let rested = false;
  for (const node of keptNodes(plan, r, start)) {
    const to = data.place[placedFrom(plan, node)];
    // A break is taken where the next stop is: nothing is travelled after it.
    const leg = rested ? 0 : travel[at * data.places + to];
    const begins = start.get(node)!;
    if (stops.length === 0 && data.departsLate[r]) free = departure = Math.max(departure, begins - leg);
    // What is past may have gone faster than the matrix says.
    const arrival = Math.min(free + leg, begins);
    free = begins + plan.duration[node];
    at = to;
    rested = node >= data.parts;
    stops.push({ ...stopName(problem, plan, node, names.breaks), arrival, start: begins, end: free });
  }
  const back = free + (rested ? 0 : travel[at * data.places + data.place[s + 1]]);
  return { shift: names.shift, staff: names.staff, departure, return: back, stops };
}

/** Starts of all the route's nodes when its first stop begins `delay` later; waits absorb the delay one after the other. */
function delayedStarts(plan: SearchPlan, r: number, delay: number): Map<number, number> {
  const { data } = plan;
  const profile = data.profileOf[r];
  const s = startNode(data, r);
  const start = new Map<number, number>();
  let before = s;
  let free = data.shiftStart[r];
  for (let i = plan.next[s]; i !== s + 1; before = i, i = plan.next[i]!) {
    const arrival = free + travelBetween(plan, before, i, profile);
    const begins =
      before === s ? plan.start[i] + delay : data.fixed[i] === PAST ? plan.start[i] : Math.max(plan.start[i], arrival);
    start.set(i, begins);
    free = begins + plan.duration[i];
  }
  return start;
}

/**
 * The route's nodes in order, without the required breaks that so short a
 * route does not owe. A break that is kept can make the route longer, and
 * another be owed.
 */
function keptNodes(plan: SearchPlan, r: number, start: ReadonlyMap<number, number>): number[] {
  const { data } = plan;
  const all = [...start.keys()];
  const owedAfter = (node: number): number => {
    const b = node - data.parts;
    return b < 0 || data.fixed[node] || !data.breakRequired[b] || data.breakWhenLonger[b] === 0 ? -1 : data.breakWhenLonger[b];
  };
  let kept = all.filter((node) => owedAfter(node) < 0);
  for (;;) {
    const length = lengthOf(plan, r, kept, start);
    const owed = all.filter((node) => owedAfter(node) < length);
    if (owed.length === kept.length) return kept;
    kept = owed;
  }
}

/** Time from departure to return of a route that makes only these of its stops. */
function lengthOf(plan: SearchPlan, r: number, nodes: readonly number[], start: ReadonlyMap<number, number>): number {
  const { data } = plan;
  const s = startNode(data, r);
  const travel = data.travel[data.profileOf[r]];
  const first = nodes[0];
  const last = nodes[nodes.length - 1];
  const out = travel[data.place[s] * data.places + data.place[placedFrom(plan, first)]];
  // Behind a break nothing is travelled: it was taken where the next stop is.
  const home = last >= data.parts ? 0 : travel[data.place[last] * data.places + data.place[s + 1]];
  const departure = data.departsLate[r] ? start.get(first)! - out : data.shiftStart[r];
  return start.get(last)! + plan.duration[last] + home - departure;
}

function stopName(
  problem: ProblemInput,
  plan: SearchPlan,
  node: number,
  breaks: readonly string[],
): Pick<PlanStop, 'kind' | 'id' | 'part'> {
  const { data } = plan;
  if (node >= data.parts)
    return { kind: 'break', id: breaks[node - data.parts - data.breakFirst[data.routeOfBreak[node - data.parts]]], part: '' };
  const v = data.visitOf[node];
  const visit = problem.visits[v];
  return { kind: 'visit', id: visit.id, part: visit.parts[node - data.visitFirst[v]].id };
}
