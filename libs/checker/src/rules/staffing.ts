import type { ResolvedRoute } from '../resolve-plan.js';
import type { Violation } from '../violation.js';

/** Skills, allowed and excluded people, and what the route may carry. */
export function checkStaffing({ staff, shift, stops }: ResolvedRoute): Violation[] {
  const violations: Violation[] = [];
  const skills = new Set(staff.skills);
  let load = 0;
  for (const stop of stops) {
    if (stop.kind === 'break') continue;
    const { part } = stop;
    const at = { shift: shift.id, staff: staff.id, visit: stop.visit.id, part: part.id };
    for (const skill of part.skills) if (!skills.has(skill)) violations.push({ code: 'skill_missing', ...at, skill });
    if (part.allowedStaff && !part.allowedStaff.includes(staff.id)) violations.push({ code: 'staff_not_allowed', ...at });
    if (part.excludedStaff?.includes(staff.id)) violations.push({ code: 'staff_excluded', ...at });
    load += part.demand ?? 0;
  }
  if (shift.capacity !== undefined && load > shift.capacity) {
    violations.push({ code: 'capacity_exceeded', shift: shift.id, staff: staff.id, found: load, allowed: shift.capacity });
  }
  return violations;
}
