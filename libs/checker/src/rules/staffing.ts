import type { PartInput, ShiftInput, StaffInput } from '#engine';
import type { ProblemIndex } from '../problem-index.js';
import type { ResolvedRoute } from '../resolve-plan.js';
import type { Violation } from '../violation.js';

/** Skills, allowed and excluded people, and what the route may carry. */
export function checkStaffing(index: ProblemIndex, { staff, shift, stops }: ResolvedRoute): Violation[] {
  const violations: Violation[] = [];
  let load = 0;
  let past = 0;
  for (const stop of stops) {
    if (stop.kind === 'break') continue;
    const { part } = stop;
    load += part.demand ?? 0;
    if (stop.past) {
      past += part.demand ?? 0;
      continue;
    }
    const at = { shift: shift.id, staff: staff.id, visit: stop.visit.id, part: part.id };
    if (!part.skillsWished)
      for (const skill of lacking(part, staff, shift)) violations.push({ code: 'skill_missing', ...at, skill });
    if (part.allowedStaff && !part.allowedStaff.includes(staff.id)) violations.push({ code: 'staff_not_allowed', ...at });
    if (!part.exclusionWished && part.excludedStaff?.includes(staff.id)) violations.push({ code: 'staff_excluded', ...at });
  }
  if (shift.capacity !== undefined && load > Math.max(shift.capacity, past)) {
    violations.push({ code: 'capacity_exceeded', shift: shift.id, staff: staff.id, found: load, allowed: shift.capacity });
  }
  return [...violations, ...checkPins(index, { staff, shift, stops })];
}

/** Skills of the part that the person does not hold at the level asked for when the shift starts. */
export function lacking(part: PartInput, staff: StaffInput, shift: ShiftInput): string[] {
  return part.skills.filter((skill) => {
    const level = part.levels?.[skill] ?? 1;
    if (level <= 1 && staff.skills.includes(skill)) return false;
    return !staff.qualified?.some(
      (held) =>
        held.skill === skill &&
        (held.level ?? 1) >= level &&
        (held.from ?? -Infinity) <= shift.start &&
        shift.start < (held.to ?? Infinity),
    );
  });
}

/** Who, in which shift, when and where in the route a pinned part is given. */
function checkPins(
  { problem }: ProblemIndex,
  { staff, shift, stops }: Pick<ResolvedRoute, 'staff' | 'shift' | 'stops'>,
): Violation[] {
  const violations: Violation[] = [];
  const visits = stops.filter((stop) => stop.kind === 'visit');
  visits.forEach((stop, position) => {
    if (stop.past) return;
    const pin = problem.pins?.find(({ visit, part }) => visit === stop.visit.id && part === stop.part.id);
    if (!pin) return;
    const at = { shift: shift.id, staff: staff.id, visit: pin.visit, part: pin.part };
    const start = stop.stop.start;
    if (pin.staff !== undefined && pin.staff !== staff.id) violations.push({ code: 'pin_staff', ...at });
    if (pin.shift !== undefined && pin.shift !== shift.id) violations.push({ code: 'pin_shift', ...at });
    if (pin.start !== undefined && pin.start !== start)
      violations.push({ code: 'pin_start', ...at, found: start, allowed: pin.start });
    const wanted = pin.position === 'first' ? 0 : visits.length - 1;
    if (pin.position !== undefined && position !== wanted)
      violations.push({ code: 'pin_position', ...at, found: position + 1, allowed: wanted + 1 });
  });
  return violations;
}
