import { lengthWith } from '../../features/caps.js';
import { partNode, type WalkedPlan } from '../walked-plan.js';
import type { BrokenRule } from '../broken-rule.js';

/** Hard caps that are passed. */
export function brokenCaps({ index, routeOf }: WalkedPlan): BrokenRule[] {
  return (index.problem.caps ?? []).flatMap((cap): BrokenRule[] => {
    let found = cap.used ?? 0;
    for (const { visit, part, amount } of cap.parts) {
      const node = partNode(index, visit, part);
      if (routeOf[node] >= 0) found += amount ?? lengthWith(index.parts[node].part, index.shifts[routeOf[node]].staff.id);
    }
    const allowed = Math.max(cap.most, cap.used ?? 0);
    return cap.over === 'hard' && found > allowed ? [{ code: 'cap_exceeded', rule: cap.id, found, allowed }] : [];
  });
}

/** Equipment of which more is in use at once than there is. */
export function brokenEquipment({ index, routes }: WalkedPlan): BrokenRule[] {
  return (index.problem.equipment ?? []).flatMap(({ id, units, held }): BrokenRule[] => {
    const uses = routes.flatMap(({ shift, stops }) => {
      const needing = stops.filter((stop) => stop.kind === 'visit' && stop.part.equipment?.includes(id));
      if (held === 'visit') return needing.map(({ stop }) => ({ from: stop.start, to: stop.end }));
      const to = shift.endRule === 'open' ? index.problem.horizonEnd : shift.end;
      return needing.length > 0 ? [{ from: shift.start, to }] : [];
    });
    const atOnce = uses.map(({ from }) => uses.filter((use) => use.from <= from && from < use.to).length);
    const found = Math.max(0, ...atOnce);
    return found > units ? [{ code: 'equipment_exceeded', rule: id, found, allowed: units }] : [];
  });
}
