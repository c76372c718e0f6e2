import { startNode } from '../../model/problem-data.js';
import type { BrokenRule } from '../broken-rule.js';
import type { PlanIndex, WalkedRoute, WalkedStop } from '../walked-plan.js';

/** Required breaks that are owed and not taken, and those taken at a wrong time. */
export function brokenBreaks(index: PlanIndex, { staff, shift, stops, route }: WalkedRoute): BrokenRule[] {
  if (shift.breaks.length === 0) return [];
  const broken: BrokenRule[] = [];
  const taken = new Set<string>();
  const lastVisit = stops.findLastIndex((stop) => stop.kind === 'visit');
  stops.forEach((walked, position) => {
    if (walked.kind === 'visit') return;
    const { rest, stop } = walked;
    const at = { shift: shift.id, staff: staff.id, break: rest.id };
    taken.add(rest.id);
    if (walked.past) return;
    // After what is past nobody may have a visit left to put behind it.
    if (rest.beforeVisit && position > lastVisit && !index.past.has(shift.id))
      broken.push({ code: 'break_after_last_visit', ...at });
    const measured = rest.measuredAt === 'end' ? stop.end : stop.start;
    if (stop.start < rest.earliest)
      broken.push({ code: 'break_outside_window', ...at, found: stop.start, allowed: rest.earliest });
    else if (measured > rest.latest) broken.push({ code: 'break_outside_window', ...at, found: measured, allowed: rest.latest });
  });
  const length = route.return - route.departure;
  const lastPast = stops.findLast((stop) => stop.past);
  const free = lastPast ? Math.max(homeAfter(index, route.shift, lastPast), index.problem.given?.frozenBefore ?? 0) : 0;
  for (const rest of shift.breaks) {
    const owed = !rest.whenLongerThan || length > rest.whenLongerThan;
    const possible = rest.latest - (rest.measuredAt === 'end' ? rest.duration : 0) >= free;
    if (rest.missed === 'required' && owed && possible && !taken.has(rest.id))
      broken.push({ code: 'break_missing', shift: shift.id, staff: staff.id, break: rest.id });
  }
  return broken;
}

/** When a route is home that does nothing more after a stop; a break is taken where the next stop is: at home, then. */
function homeAfter({ data, route }: PlanIndex, shift: string, last: WalkedStop): number {
  if (last.kind !== 'visit') return last.stop.end;
  const r = route.get(shift)!;
  const travel = data.travel[data.profileOf[r]];
  return last.stop.end + travel[data.place[last.node] * data.places + data.place[startNode(data, r) + 1]];
}
