import type { CapInput } from '#engine';
import type { ProblemIndex } from '../problem-index.js';
import { lengthWith, type ResolvedPlan } from '../resolve-plan.js';
import { placement } from './links.js';
import { mostOf } from './staff-time.js';
import type { Timeline } from '../timeline.js';
import type { Violation } from '../violation.js';

/** How much of a cap the plan's visits use up, history included, and how much of that is above it. */
export function capUse(
  index: ProblemIndex,
  resolved: ResolvedPlan,
  cap: CapInput,
): { readonly found: number; readonly over: number } {
  let found = cap.used ?? 0;
  for (const capped of cap.parts) {
    const given = placement(resolved, capped);
    const part = index.visits.get(capped.visit)?.parts.get(capped.part);
    if (given && part) found += capped.amount ?? lengthWith(part, given.staff);
  }
  return { found, over: Math.max(0, found - mostOf(cap)) };
}

/** Hard caps that are passed. */
export function checkCaps(index: ProblemIndex, resolved: ResolvedPlan): Violation[] {
  return (index.problem.caps ?? []).flatMap((cap): Violation[] => {
    const { found, over } = capUse(index, resolved, cap);
    return cap.over === 'hard' && over > 0 ? [{ code: 'cap_exceeded', rule: cap.id, found, allowed: mostOf(cap) }] : [];
  });
}

/** Equipment of which more units are in use at once than there are, or that a shift uses more often than a unit lasts for. */
export function checkEquipment({ problem }: ProblemIndex, lines: readonly Timeline[]): Violation[] {
  return (problem.equipment ?? []).flatMap(({ id, units, held, uses: lasts }): Violation[] => {
    const usedUp: Violation[] = [];
    const uses: { readonly from: number; readonly to: number }[] = [];
    for (const line of lines) {
      const needing = line.stops.filter(({ stop }) => stop.kind === 'visit' && stop.part.equipment?.includes(id));
      const { shift } = line.route;
      const shiftEnd = shift.endRule === 'open' ? problem.horizonEnd : shift.end;
      if (held === 'visit') uses.push(...needing.map(({ start, end }) => ({ from: start, to: end })));
      else if (needing.length > 0) uses.push({ from: shift.start, to: shiftEnd });
      if (lasts !== undefined && needing.length > lasts)
        usedUp.push({
          code: 'equipment_used_up',
          rule: id,
          staff: line.route.staff.id,
          shift: shift.id,
          found: needing.length,
          allowed: lasts,
        });
    }
    const found = mostAtOnce(uses);
    return found > units ? [{ code: 'equipment_exceeded', rule: id, found, allowed: units }, ...usedUp] : usedUp;
  });
}

/** The most of the half-open intervals that hold one instant. */
function mostAtOnce(uses: readonly { readonly from: number; readonly to: number }[]): number {
  return uses.reduce((most, { from }) => Math.max(most, uses.filter((use) => use.from <= from && from < use.to).length), 0);
}
