import type { PartInput } from '../../model/problem-input.js';
import type { BrokenRule } from '../broken-rule.js';
import type { WalkedPlan, WalkedRoute, WalkedStop } from '../walked-plan.js';

/** Arrivals, windows and the ends of shift and horizon. */
export function brokenTimes({ staff, shift, stops, route }: WalkedRoute, horizonEnd: number): BrokenRule[] {
  const at = { shift: shift.id, staff: staff.id };
  const broken: BrokenRule[] = [];
  for (const walked of stops) {
    const { stop } = walked;
    const where = walked.kind === 'visit' ? { ...at, visit: stop.id, part: stop.part } : { ...at, break: stop.id };
    if (stop.start < stop.arrival)
      broken.push({ code: 'start_before_arrival', ...where, found: stop.start, allowed: stop.arrival });
    broken.push(...brokenWindow(walked, at));
  }
  if (shift.endRule === 'hard' && route.return > shift.end)
    broken.push({ code: 'shift_end_exceeded', ...at, found: route.return, allowed: shift.end });
  if (route.return > horizonEnd) broken.push({ code: 'horizon_exceeded', ...at, found: route.return, allowed: horizonEnd });
  return broken;
}

function brokenWindow(walked: WalkedStop, at: { readonly shift: string; readonly staff: string }): BrokenRule[] {
  if (walked.kind === 'break') return [];
  const { stop, part } = walked;
  const where = { ...at, visit: stop.id, part: stop.part };
  const [first] = part.windows;
  if (stop.start < first.start) return [{ code: 'window_too_early', ...where, found: stop.start, allowed: first.start }];
  const over = pastWindow(part, stop.start);
  if (part.lateness === 'soft' || over <= 0) return [];
  const found = part.measuredAt === 'end' ? stop.end : stop.start;
  return [{ code: 'window_missed', ...where, found, allowed: found - over }];
}

/** Units by which a start passes the last window begun by it; 0 or less: it is in time. */
export function pastWindow(part: PartInput, start: number): number {
  let end = part.windows[0].end;
  for (const window of part.windows) if (window.start <= start) end = window.end;
  return start + (part.measuredAt === 'end' ? part.duration : 0) - end;
}

/** Nobody is on two routes at once; routes occupy [departure, return). */
export function brokenOverlaps({ routes }: WalkedPlan): BrokenRule[] {
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
