import { startNode } from '../model/problem-data.js';
import type { BrokenRule, RuleCode } from './broken-rule.js';
import type { PlanIndex, WalkedPlan } from './walked-plan.js';

/** Hard rules that concern some parts where a plan puts them, without those it breaks; each code once, in the plan's order. */
export function heldRules(
  { index, routes, routeOf }: WalkedPlan,
  { moved, broken }: { readonly moved: ReadonlySet<number>; readonly broken: readonly BrokenRule[] },
): readonly RuleCode[] {
  const lost = new Set(broken.map(({ code }) => code));
  const concerned = new Set<RuleCode>();
  const concerning = new Set([...moved].map((node) => routeOf[node]));
  for (const { r, stops } of routes) {
    if (!concerning.has(r)) continue;
    for (const stop of stops)
      if (stop.kind === 'visit' && moved.has(stop.node)) for (const code of rulesAt(index, stop.node, r)) concerned.add(code);
  }
  return [...concerned].filter((code) => !lost.has(code));
}

/** The hard rules that a part on a route has to keep. */
function rulesAt({ data, shifts, parts, problem }: PlanIndex, node: number, r: number): RuleCode[] {
  const { part, visit } = parts[node];
  const { staff, shift } = shifts[r];
  // Those beyond the problem's own anchor a wished start and bind nothing.
  const own = [...data.nodeLink.subarray(data.nodeLinkFirst[node], data.nodeLinkFirst[node + 1])];
  const links = own.filter((l) => l < problem.links.length).map((l) => problem.links[l]);
  const concerned: readonly (readonly [RuleCode, boolean])[] = [
    ['skill_missing', part.skills.length > 0],
    ['staff_not_allowed', part.allowedStaff !== undefined],
    ['staff_excluded', (part.excludedStaff?.length ?? 0) > 0],
    ['capacity_exceeded', shift.capacity !== undefined],
    ['window_missed', part.lateness === 'hard'],
    ['shift_end_exceeded', !data.soft[startNode(data, r) + 1] && shift.endRule === 'hard'],
    ['staff_overlap', staff.shifts.length > 1],
    ['break_missing', shift.breaks.some((rest) => rest.missed === 'required')],
    ['parts_same_staff', visit.parts.length > 1],
    ['link_gap', links.length > 0],
    ['link_staff', links.some((link) => link.staff !== 'any')],
    ['link_served', links.some((link) => link.served !== 'ifBoth')],
  ];
  return concerned.flatMap(([code, concerns]) => (concerns ? [code] : []));
}
