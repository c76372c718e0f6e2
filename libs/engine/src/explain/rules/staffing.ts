import { holdsAll } from '../../features/wishes.js';
import type { BrokenRule } from '../broken-rule.js';
import type { WalkedRoute } from '../walked-plan.js';

/** Skills, allowed and excluded people, and what the route may carry. */
export function brokenStaffing({ staff, shift, stops }: WalkedRoute): BrokenRule[] {
  const broken: BrokenRule[] = [];
  let load = 0;
  let past = 0;
  for (const stop of stops) {
    if (stop.kind === 'break') continue;
    const { part, visit } = stop;
    load += part.demand ?? 0;
    if (stop.past) {
      past = load;
      continue;
    }
    const at = { shift: shift.id, staff: staff.id, visit: visit.id, part: part.id };
    if (!part.skillsWished)
      for (const skill of part.skills)
        if (!holdsAll({ ...part, skills: [skill] }, staff, shift)) broken.push({ code: 'skill_missing', ...at, skill });
    if (part.allowedStaff && !part.allowedStaff.includes(staff.id)) broken.push({ code: 'staff_not_allowed', ...at });
    if (!part.exclusionWished && part.excludedStaff?.includes(staff.id)) broken.push({ code: 'staff_excluded', ...at });
  }
  if (shift.capacity !== undefined && load > Math.max(shift.capacity, past))
    broken.push({ code: 'capacity_exceeded', shift: shift.id, staff: staff.id, found: load, allowed: shift.capacity });
  return broken;
}
