import type { Plan } from '#engine';
import { isPastStop, type ProblemIndex } from '../problem-index.js';
import type { ResolvedPlan } from '../resolve-plan.js';
import type { Violation } from '../violation.js';

/** Every visit is served whole by different people, or listed as unserved exactly once. */
export function checkCoverage(index: ProblemIndex, plan: Plan, resolved: ResolvedPlan): Violation[] {
  const violations: Violation[] = [];
  const listed = new Set<string>();
  for (const visit of plan.unserved) {
    if (!index.visits.has(visit)) violations.push({ code: 'visit_unknown', visit });
    else if (listed.has(visit)) violations.push({ code: 'unserved_repeated', visit });
    listed.add(visit);
  }
  for (const { visit, parts } of index.visits.values()) {
    const given = resolved.placements.get(visit.id);
    const count = given?.size ?? 0;
    if (count > 0 && count < parts.size) {
      violations.push({ code: 'visit_partly_served', visit: visit.id, found: count, allowed: parts.size });
    }
    if (count > 0 && listed.has(visit.id)) violations.push({ code: 'visit_served_and_unserved', visit: visit.id });
    if (count === 0 && !listed.has(visit.id)) violations.push({ code: 'visit_missing', visit: visit.id });
    if (count === 0 && visit.unserved === 'forbidden') violations.push({ code: 'unserved_forbidden', visit: visit.id });
    const people = new Set<string>();
    for (const [part, { staff, shift }] of given ?? []) {
      if (people.has(staff) && !isPastStop(index, shift, visit.id, part))
        violations.push({ code: 'parts_same_staff', shift, staff, visit: visit.id, part });
      people.add(staff);
    }
  }
  return violations;
}
