import type { BrokenRule } from '../broken-rule.js';
import type { WalkedPlan } from '../walked-plan.js';

/** Every visit is served whole and by different people, or may be left out. */
export function brokenCoverage(plan: WalkedPlan): BrokenRule[] {
  const { problem } = plan.index;
  const given = new Map<string, Set<string>>();
  const broken: BrokenRule[] = [];
  const count = new Map<string, number>();
  for (const { staff, shift, stops } of plan.routes) {
    for (const stop of stops) {
      if (stop.kind === 'break') continue;
      const { id, parts } = stop.visit;
      count.set(id, (count.get(id) ?? 0) + 1);
      if (parts.length === 1) continue;
      const people = given.get(id) ?? new Set();
      if (people.has(staff.id))
        broken.push({ code: 'parts_same_staff', shift: shift.id, staff: staff.id, visit: id, part: stop.part.id });
      given.set(id, people.add(staff.id));
    }
  }
  for (const { id, parts, unserved } of problem.visits) {
    const served = count.get(id) ?? 0;
    if (served === 0 && unserved === 'forbidden') broken.push({ code: 'unserved_forbidden', visit: id });
    if (served > 0 && served < parts.length)
      broken.push({ code: 'visit_partly_served', visit: id, found: served, allowed: parts.length });
  }
  return broken;
}
