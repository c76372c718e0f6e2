import type { PartInput } from '../../model/problem-input.js';
import { pastReturn } from '../../model/validate-given.js';
import type { BrokenRule } from '../broken-rule.js';
import type { PlanIndex, WalkedPlan, WalkedRoute, WalkedStop } from '../walked-plan.js';

/** Arrivals, windows and the ends of shift and horizon. */
export function brokenTimes(index: PlanIndex, { staff, shift, stops, route }: WalkedRoute): BrokenRule[] {
  const { horizonEnd } = index.problem;
  const at = { shift: shift.id, staff: staff.id };
  const broken: BrokenRule[] = [];
  for (const walked of stops) {
    const { stop } = walked;
    if (stop.start < stop.arrival) {
      const where = walked.kind === 'visit' ? { visit: stop.id, part: stop.part } : { break: stop.id };
      broken.push({ code: 'start_before_arrival', ...at, ...where, found: stop.start, allowed: stop.arrival });
    }
    const outside = brokenWindow(walked);
    if (outside) broken.push({ ...outside, ...at, visit: stop.id, part: stop.part });
  }
  const facts = index.past.get(shift.id);
  const past = facts ? pastReturn(index.problem, staff, shift, facts) : 0;
  if (shift.endRule === 'hard' && route.return > Math.max(shift.end, past))
    broken.push({ code: 'shift_end_exceeded', ...at, found: route.return, allowed: shift.end });
  if (route.return > horizonEnd) broken.push({ code: 'horizon_exceeded', ...at, found: route.return, allowed: horizonEnd });
  return broken;
}

function brokenWindow(walked: WalkedStop): BrokenRule | null {
  if (walked.kind === 'break' || walked.past) return null;
  const { stop, part } = walked;
  const [first] = part.windows;
  if (stop.start < first.start) return { code: 'window_too_early', found: stop.start, allowed: first.start };
  if (part.lateness === 'soft') return null;
  const over = pastWindow(part, stop);
  const found = part.measuredAt === 'end' ? stop.end : stop.start;
  return over > 0 ? { code: 'window_missed', found, allowed: found - over } : null;
}

/** Units by which a start passes the last window begun by it; 0 or less: it is in time. */
export function pastWindow(part: PartInput, { start, end }: { readonly start: number; readonly end: number }): number {
  let last = part.windows[0].end;
  for (const window of part.windows) if (window.start <= start) last = window.end;
  return (part.measuredAt === 'end' ? end : start) - last;
}

/** Nobody is on two routes at once; routes occupy [departure, return). */
export function brokenOverlaps({ index, routes }: WalkedPlan): BrokenRule[] {
  if (index.problem.staff.every(({ shifts }) => shifts.length < 2)) return [];
  const broken: BrokenRule[] = [];
  const until = new Map<string, number>();
  for (const { staff, shift, route } of routes.toSorted((a, b) => a.route.departure - b.route.departure)) {
    const before = until.get(staff.id) ?? -Infinity;
    if (before > route.departure)
      broken.push({ code: 'staff_overlap', staff: staff.id, shift: shift.id, found: route.departure, allowed: before });
    until.set(staff.id, Math.max(before, route.return));
  }
  return broken;
}
