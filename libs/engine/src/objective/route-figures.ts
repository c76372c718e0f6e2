import { UNBOUNDED, startNode, type ProblemData } from '../model/problem-data.js';
import { ownLatest, travelBetween } from '../state/node-time.js';
import type { SearchPlan } from '../state/search-plan.js';

/** What one route costs and does as a whole, in units of time. */
export class RouteFigures {
  waiting = 0;
  departure = 0;
  return = 0;
  idle = 0;
  work = 0;
  /** How much later the route may leave without arriving anywhere later than it must. */
  delay = 0;
  /** Weighted: waiting, paid time, work, and the route itself. */
  cost = 0;
}

/**
 * Figures of a route by its present starts. A route that departs late leaves
 * as late as its waits can absorb (forward time slack of Savelsbergh 1992);
 * a stop bound by a link, or by equipment, keeps its start.
 */
export function routeFigures(plan: SearchPlan, route: number, out: RouteFigures): void {
  const { data } = plan;
  const s = startNode(data, route);
  const used = plan.visitsOnRoute[route] > 0;
  const { weight } = data;
  out.waiting = out.delay = 0;
  out.work = used ? plan.travelTime[route] + plan.serviceTime[route] : 0;
  if (!used) {
    out.departure = out.return = data.shiftStart[route]!;
    out.idle = data.openEnd[route] ? 0 : data.shiftEnd[route] - data.shiftStart[route];
    out.cost = 0;
    return;
  }
  const late = data.departsLate[route] === 1;
  const profile = data.profileOf[route];
  const first = plan.next[s];
  const firstTravel = travelBetween(plan, s, first, profile);
  let free = late ? 1 : 0;
  let total = 0;
  let uncounted = 0;
  let delay = UNBOUNDED;
  for (let p = s, i = first; i >= 0; p = i, i = plan.next[i]!) {
    // What is past may have gone faster than the matrix says.
    const wait = Math.max(0, plan.start[i] - (plan.start[p] + plan.duration[p] + travelBetween(plan, p, i, profile)));
    if (i !== first || !late) {
      total += wait;
      if (free === 1 && data.place[p] < 0 && i < data.parts) uncounted += wait;
    }
    if (data.place[i] >= 0 && i < data.parts) free = 0;
    if (late && delay > 0) {
      const slack = bound(plan, i) ? 0 : ownLatest(data, i, windowEnd(plan, i), plan.start[i]) - plan.start[i];
      if (total + slack < delay) delay = total + slack;
    }
  }
  out.delay = late ? Math.max(0, Math.min(delay, total)) : 0;
  // The first waits are the first to be absorbed by leaving later.
  const waits = total - out.delay;
  out.waiting = waits - Math.max(0, uncounted - out.delay);
  out.departure = late ? Math.max(data.shiftStart[route], plan.start[first] - firstTravel + out.delay) : data.shiftStart[route];
  out.return = plan.start[s + 1]!;
  const counted = late && hasConditionalBreak(data, route) ? withoutUnowedBreaks(plan, route, out, waits) : waits;
  out.idle =
    out.departure - data.shiftStart[route] + counted + (data.openEnd[route] ? 0 : Math.max(0, data.shiftEnd[route] - out.return));
  out.cost = weight.waiting * out.waiting + weight.paid * (out.return - out.departure) + weight.work * out.work + weight.route;
}

/** Whether some break of the route is owed by long routes only. */
export function hasConditionalBreak(data: ProblemData, route: number): boolean {
  for (let b = data.breakFirst[route]; b < data.breakFirst[route + 1]; b++) if (data.breakWhenLonger[b] > 0) return true;
  return false;
}

/**
 * Where a route is so short without its conditional breaks that it owes none,
 * a finished plan leaves them out: its figures are those of what remains, at
 * the same starts. Returns the waits that then count as idle time.
 */
function withoutUnowedBreaks(plan: SearchPlan, route: number, out: RouteFigures, waits: number): number {
  const { data } = plan;
  const s = startNode(data, route);
  const profile = data.profileOf[route];
  let free = data.shiftStart[route];
  let departure = -1;
  let keptFree = 0;
  let kept = s;
  let waiting = 0;
  let least = UNBOUNDED;
  for (let p = s, i = plan.next[s]; i !== s + 1; p = i, i = plan.next[i]!) {
    const arrival = free + travelBetween(plan, p, i, profile);
    const begins = p === s ? plan.start[i] + out.delay : Math.max(plan.start[i], arrival);
    free = begins + plan.duration[i];
    const b = i - data.parts;
    if (b >= 0 && !data.fixed[i] && data.breakRequired[b] && data.breakWhenLonger[b] > 0) {
      least = Math.min(least, data.breakWhenLonger[b]);
      continue;
    }
    const travel = travelBetween(plan, kept, i, profile);
    if (kept === s) departure = begins - travel;
    else waiting += Math.max(0, begins - keptFree - travel);
    kept = i;
    keptFree = free;
  }
  const back = keptFree + travelBetween(plan, kept, s + 1, profile);
  if (least === UNBOUNDED || back - departure > least) return waits;
  out.departure = Math.max(data.shiftStart[route], departure);
  out.return = back;
  out.waiting = Math.min(out.waiting, waiting);
  return waiting;
}

/** End of the window a start lies in: a delay must not fall between two windows. */
function windowEnd(plan: SearchPlan, node: number): number {
  const { data } = plan;
  if (!data.several[node] || data.soft[node]) return UNBOUNDED;
  let end = plan.start[node];
  for (let w = data.windowFirst[node]; w < data.windowFirst[node + 1]; w++)
    if (plan.start[node] >= data.windowStart[w]) end = data.windowEnd[w]!;
  return end;
}

/** Whether others hang on the node's start: it may not begin later than it does. */
function bound(plan: SearchPlan, node: number): boolean {
  const { data } = plan;
  if (data.visitEquipment?.uses[node]) return true;
  for (let k = data.nodeLinkFirst[node]; k < data.nodeLinkFirst[node + 1]; k++) if (plan.gap[data.nodeLink[k]] >= 0) return true;
  return false;
}
