import { startNode } from '../model/problem-data.js';
import type { Plan, PlanRoute, PlanStop } from '../model/plan.js';
import type { ProblemInput } from '../model/problem-input.js';
import { RouteFigures, routeFigures } from '../objective/route-figures.js';
import { travelBetween } from './node-time.js';
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
  const profile = data.profileOf[r]!;
  const s = startNode(data, r);
  const figures = new RouteFigures();
  routeFigures(plan, r, figures);
  const stops: PlanStop[] = [];
  let before = s;
  let free = data.shiftStart[r]!;
  let departure = free;
  const paid = plan.start[s + 1]! - figures.departure;
  for (let i = plan.next[s]!; i !== s + 1; before = i, i = plan.next[i]!) {
    const first = before === s;
    let arrival = free + travelBetween(plan, before, i, profile);
    let start = Math.max(arrival, plan.start[i]!);
    if (first && data.departsLate[r]) {
      start = plan.start[i]! + figures.delay;
      departure = start - travelBetween(plan, s, i, profile);
      arrival = start;
    }
    free = start + data.duration[i]!;
    if (i >= data.parts) {
      const b = i - data.parts;
      if (data.breakRequired[b] && data.breakWhenLonger[b]! > 0 && paid <= data.breakWhenLonger[b]!) continue;
      stops.push({ kind: 'break', id: names.breaks[b - data.breakFirst[r]!]!, part: '', arrival, start, end: free });
      continue;
    }
    const visit = problem.visits[data.visitOf[i]!]!;
    stops.push({
      kind: 'visit',
      id: visit.id,
      part: visit.parts[i - data.visitFirst[data.visitOf[i]!]!]!.id,
      arrival,
      start,
      end: free,
    });
  }
  const back = Math.max(free + travelBetween(plan, before, s + 1, profile), plan.start[s + 1]!);
  return { shift: names.shift, staff: names.staff, ...trimmed(plan, r, stops, departure, back) };
}

/** A route whose breaks were not owed may begin or end with time that nobody needs: it leaves later and returns earlier. */
function trimmed(
  plan: SearchPlan,
  r: number,
  stops: PlanStop[],
  departure: number,
  back: number,
): Pick<PlanRoute, 'departure' | 'return' | 'stops'> {
  const { data } = plan;
  const s = startNode(data, r);
  const breaks = data.breakFirst[r + 1]! - data.breakFirst[r]!;
  if (breaks === 0 || stops.length === 0) return { departure, return: back, stops };
  const n = data.places;
  const travel = data.travel[data.profileOf[r]!]!;
  let firstPlaced = plan.next[s]!;
  while (data.place[firstPlaced]! < 0) firstPlaced = plan.next[firstPlaced]!;
  let lastPlaced = plan.previous[s + 1]!;
  while (data.place[lastPlaced]! < 0) lastPlaced = plan.previous[lastPlaced]!;
  const firstStop = stops[0]!;
  const leave = data.departsLate[r] ? firstStop.start - travel[data.place[s]! * n + data.place[firstPlaced]!]! : departure;
  const lastStop = stops[stops.length - 1]!;
  const home = lastStop.kind === 'visit' ? lastStop.end + travel[data.place[lastPlaced]! * n + data.place[s + 1]!]! : back;
  const rows = stops.slice();
  if (data.departsLate[r]) rows[0] = { ...firstStop, arrival: firstStop.start };
  return { departure: leave, return: home, stops: rows };
}
