import { drawnFrom } from '../plan-rules.js';
import type { WalkedPlan } from '../walked-plan.js';
import type { BrokenRule } from '../broken-rule.js';

/** Hard caps that are passed. */
export function brokenCaps(plan: WalkedPlan): BrokenRule[] {
  return plan.index.rules.caps.flatMap((rule): BrokenRule[] => {
    const { id, most, used = 0, over } = rule.cap;
    if (over !== 'hard') return [];
    const found = used + drawnFrom(plan, rule);
    const allowed = Math.max(most, used);
    return found > allowed ? [{ code: 'cap_exceeded', rule: id, found, allowed }] : [];
  });
}

/** Equipment of which more is in use at once than there is, or that a shift uses more often than it lasts for. */
export function brokenEquipment({ index, routes }: WalkedPlan): BrokenRule[] {
  return (index.problem.equipment ?? []).flatMap(({ id, units, held, uses: lasts = Infinity }): BrokenRule[] => {
    const usedUp: BrokenRule[] = [];
    const uses = routes.flatMap(({ staff, shift, stops }) => {
      const needing = stops.filter((stop) => stop.kind === 'visit' && stop.part.equipment?.includes(id));
      if (needing.length > lasts)
        usedUp.push({
          code: 'equipment_used_up',
          rule: id,
          staff: staff.id,
          shift: shift.id,
          found: needing.length,
          allowed: lasts,
        });
      if (held === 'visit') return needing.map(({ stop }) => ({ from: stop.start, to: stop.end }));
      const to = shift.endRule === 'open' ? index.problem.horizonEnd : shift.end;
      return needing.length > 0 ? [{ from: shift.start, to }] : [];
    });
    const atOnce = uses.map(({ from }) => uses.filter((use) => use.from <= from && from < use.to).length);
    const found = Math.max(0, ...atOnce);
    return found > units ? [{ code: 'equipment_exceeded', rule: id, found, allowed: units }, ...usedUp] : usedUp;
  });
}
