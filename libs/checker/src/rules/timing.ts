import type { ProblemIndex } from '../problem-index.js';
import type { ResolvedStop } from '../resolve-plan.js';
import type { TimedStop, Timeline } from '../timeline.js';
import type { Violation } from '../violation.js';
import { pastReturn } from './past.js';

/** Departure, travel, durations, return, the shift's end and the horizon's; every figure of the plan must be the derived one. */
export function checkTiming(index: ProblemIndex, line: Timeline): Violation[] {
  const { shift, staff, route } = line.route;
  const at = { shift: shift.id, staff: staff.id };
  const violations: Violation[] = [];
  if (route.departure < shift.start) {
    violations.push({ code: 'departure_before_shift', ...at, found: route.departure, allowed: shift.start });
  } else if (route.departure !== line.departure) {
    violations.push({ code: 'departure_not_by_rule', ...at, found: route.departure, allowed: line.departure });
  }
  for (const stop of line.stops) violations.push(...checkStop(stop, at));
  if (route.return !== line.return) {
    violations.push({ code: 'return_inconsistent', ...at, found: route.return, allowed: line.return });
  }
  if (shift.endRule === 'hard' && line.return > Math.max(shift.end, pastReturn(index, line))) {
    violations.push({ code: 'shift_end_exceeded', ...at, found: line.return, allowed: shift.end });
  }
  if (line.return > index.problem.horizonEnd) {
    violations.push({ code: 'horizon_exceeded', ...at, found: line.return, allowed: index.problem.horizonEnd });
  }
  return violations;
}

function checkStop(timed: TimedStop, at: { readonly shift: string; readonly staff: string }): Violation[] {
  const { stop, arrival, start, end } = timed;
  const where = { ...at, ...stopIds(stop) };
  const violations: Violation[] = [];
  if (stop.stop.arrival !== arrival) {
    violations.push({ code: 'arrival_inconsistent', ...where, found: stop.stop.arrival, allowed: arrival });
  }
  if (start < arrival) violations.push({ code: 'start_before_arrival', ...where, found: start, allowed: arrival });
  if (stop.stop.end !== end)
    violations.push({ code: 'duration_wrong', ...where, found: stop.stop.end - start, allowed: stop.duration });
  return violations;
}

/** The ids a violation at this stop carries. */
export function stopIds(stop: ResolvedStop): Partial<Violation> {
  return stop.kind === 'visit' ? { visit: stop.visit.id, part: stop.part.id } : { break: stop.break.id };
}

/** Nobody is on two routes at once; routes occupy [departure, return). */
export function checkOverlaps(lines: readonly Timeline[]): Violation[] {
  const violations: Violation[] = [];
  const ordered = [...lines].sort((a, b) => a.departure - b.departure);
  const latest = new Map<string, Timeline>();
  for (const line of ordered) {
    const { staff, shift } = line.route;
    const before = latest.get(staff.id);
    if (before && before.return > line.departure) {
      violations.push({ code: 'staff_overlap', staff: staff.id, shift: shift.id, found: line.departure, allowed: before.return });
    }
    if (!before || line.return > before.return) latest.set(staff.id, line);
  }
  return violations;
}
