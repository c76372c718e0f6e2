import type { BrokenRule } from '../broken-rule.js';
import type { WalkedPlan } from '../walked-plan.js';

/** Every visit is served whole and by different people, or may be left out. */
export function brokenCoverage(plan: WalkedPlan): BrokenRule[] {
  const { problem, data } = plan.index;
  const broken: BrokenRule[] = [];
  for (let v = 0; v < data.visits; v++) {
    const first = data.visitFirst[v];
    const parts = data.visitFirst[v + 1] - first;
    let served = 0;
    for (let i = first; i < first + parts; i++) if (plan.routeOf[i] >= 0) served++;
    if (served === 1 && parts === 1) continue;
    const visit = problem.visits[v].id;
    if (served === 0 && data.forbidden[v]) broken.push({ code: 'unserved_forbidden', visit });
    if (served > 0 && served < parts) broken.push({ code: 'visit_partly_served', visit, found: served, allowed: parts });
    if (served > 1) broken.push(...samePeople(plan, v));
  }
  return broken;
}

/** Parts of a visit by somebody who gives another of them already; whoever comes first in the plan has the visit. */
function samePeople({ index, routes, routeOf }: WalkedPlan, v: number): BrokenRule[] {
  const { data } = index;
  let alike = false;
  for (let i = data.visitFirst[v]; i < data.visitFirst[v + 1]; i++)
    for (let j = data.visitFirst[v]; j < i; j++)
      if (routeOf[i] >= 0 && routeOf[j] >= 0 && data.staffOf[routeOf[i]] === data.staffOf[routeOf[j]]) alike = true;
  if (!alike) return [];
  const people = new Set<string>();
  return routes.flatMap(({ staff, shift, stops }) =>
    stops.flatMap((stop): BrokenRule[] => {
      if (stop.kind === 'break' || data.visitOf[stop.node] !== v) return [];
      const again = people.has(staff.id);
      people.add(staff.id);
      const at = { shift: shift.id, staff: staff.id, visit: stop.visit.id, part: stop.part.id };
      return again && !stop.past ? [{ code: 'parts_same_staff', ...at }] : [];
    }),
  );
}
