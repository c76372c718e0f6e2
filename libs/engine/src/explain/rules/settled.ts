import type { BrokenRule } from '../broken-rule.js';
import { partKey, type PlanIndex, type WalkedPlan, type WalkedRoute } from '../walked-plan.js';

/** Who, in which shift, when and where in the route a pinned part is given. */
export function brokenPins({ pins }: PlanIndex, { staff, shift, stops }: WalkedRoute): BrokenRule[] {
  if (pins.size === 0) return [];
  const visits = stops.filter((stop) => stop.kind === 'visit');
  return visits.flatMap(({ stop, past }, position): BrokenRule[] => {
    const pin = past ? undefined : pins.get(partKey(stop.id, stop.part));
    if (!pin) return [];
    const broken: BrokenRule[] = [];
    const at = { shift: shift.id, staff: staff.id, visit: stop.id, part: stop.part };
    if (pin.staff !== undefined && pin.staff !== staff.id) broken.push({ code: 'pin_staff', ...at });
    if (pin.shift !== undefined && pin.shift !== shift.id) broken.push({ code: 'pin_shift', ...at });
    if (pin.start !== undefined && pin.start !== stop.start)
      broken.push({ code: 'pin_start', ...at, found: stop.start, allowed: pin.start });
    const wanted = pin.position === 'first' ? 0 : visits.length - 1;
    if (pin.position !== undefined && position !== wanted)
      broken.push({ code: 'pin_position', ...at, found: position + 1, allowed: wanted + 1 });
    return broken;
  });
}

/** Past stops stand first on their routes as they were. */
export function brokenPast({ index, byRoute }: WalkedPlan): BrokenRule[] {
  const broken: BrokenRule[] = [];
  for (const [shift, facts] of index.past) {
    const stops = byRoute[index.route.get(shift)!]?.stops ?? [];
    facts.forEach((fact, k) => {
      const stop = stops[k]?.stop;
      if (stop?.id === fact.id && stop.part === fact.part && stop.start === fact.start) return;
      const named = fact.kind === 'visit' ? { visit: fact.id, part: fact.part } : { break: fact.id };
      broken.push({ code: 'frozen_changed', shift, ...named, allowed: fact.start });
    });
  }
  return broken;
}

/** What starts, or departs, before now on one route without being past. */
export function brokenNow(index: PlanIndex, { staff, shift, stops, route }: WalkedRoute): BrokenRule[] {
  const before = index.problem.given?.frozenBefore;
  if (before === undefined) return [];
  const broken: BrokenRule[] = [];
  const at = { shift: shift.id, staff: staff.id, allowed: before };
  if (shift.departure === 'late' && !index.past.has(shift.id) && route.departure < before)
    broken.push({ code: 'frozen_changed', ...at, found: route.departure });
  for (const { stop, past, kind } of stops) {
    if (past || stop.start >= before) continue;
    const named = kind === 'visit' ? { visit: stop.id, part: stop.part } : { break: stop.id };
    broken.push({ code: 'frozen_changed', ...at, ...named, found: stop.start });
  }
  return broken;
}
