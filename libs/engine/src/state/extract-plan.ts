import { startNode } from '../model/problem-data.js';
import type { Plan, PlanRoute, PlanStop } from '../model/plan.js';
import type { ProblemInput } from '../model/problem-input.js';
import { RouteFigures, routeFigures } from '../objective/route-figures.js';
import { placedFrom } from './node-time.js';
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
      if (plan.visitsOnRoute[r]! > 0)
        routes.push(extractRoute(problem, plan, r, { shift: shift.id, staff: person.id, breaks: shift.breaks.map((b) => b.id) }));
      r++;
    }
  }
  return { routes, unserved: problem.visits.filter((_, v) => !plan.served[v] && v < data.visits).map((v) => v.id) };
}

function extractRoute(
  problem: ProblemInput,
  plan: SearchPlan,
  r: number,
  names: { shift: string; staff: string; breaks: readonly string[] },
): PlanRoute {
  const { data } = plan;
  const s = startNode(data, r);
  const travel = data.travel[data.profileOf[r]!]!;
  const figures = new RouteFigures();
  routeFigures(plan, r, figures);
  const stops: PlanStop[] = [];
  let at = data.place[s]!;
  let free = data.shiftStart[r]!;
  let departure = free;
  for (const node of keptNodes(plan, r, figures.return - figures.departure)) {
    const to = data.place[placedFrom(plan, node)]!;
    const leg = travel[at * data.places + to]!;
    let arrival = free + leg;
    let start = Math.max(arrival, plan.start[node]!);
    if (stops.length === 0 && data.departsLate[r]) {
      // The first stop takes the whole delay; later ones wait less and start when they did.
      if (node === plan.next[s]) start += figures.delay;
      departure = start - leg;
      arrival = start;
    }
    free = start + data.duration[node]!;
    at = to;
    stops.push({ ...stopName(problem, plan, r, node, names.breaks), arrival, start, end: free });
  }
  const back = free + travel[at * data.places + data.place[s + 1]!]!;
  return { shift: names.shift, staff: names.staff, departure, return: back, stops };
}

/** The route's nodes in order, without the required breaks that so short a route does not owe. */
function keptNodes(plan: SearchPlan, r: number, length: number): number[] {
  const { data } = plan;
  const s = startNode(data, r);
  const nodes: number[] = [];
  for (let i = plan.next[s]!; i !== s + 1; i = plan.next[i]!) {
    const b = i - data.parts;
    const owed = i < data.parts || !data.breakRequired[b] || data.breakWhenLonger[b] === 0 || length > data.breakWhenLonger[b]!;
    if (owed) nodes.push(i);
  }
  return nodes;
}

function stopName(
  problem: ProblemInput,
  plan: SearchPlan,
  r: number,
  node: number,
  breaks: readonly string[],
): Pick<PlanStop, 'kind' | 'id' | 'part'> {
  const { data } = plan;
  if (node >= data.parts) return { kind: 'break', id: breaks[node - data.parts - data.breakFirst[r]!]!, part: '' };
  const v = data.visitOf[node]!;
  const visit = problem.visits[v]!;
  return { kind: 'visit', id: visit.id, part: visit.parts[node - data.visitFirst[v]!]!.id };
}
