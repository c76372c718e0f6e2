import type { LinkInput } from '../../model/problem-input.js';
import type { BrokenRule } from '../broken-rule.js';
import type { WalkedPlan } from '../walked-plan.js';

/** Gaps, people and who-needs-whom of every link. */
export function brokenLinks(plan: WalkedPlan): BrokenRule[] {
  const { problem, data } = plan.index;
  const past = pastParts(plan);
  const broken: BrokenRule[] = [];
  // What is past binds nothing any more.
  const settled = (node: number): boolean => plan.routeOf[node] < 0 || past.has(node);
  problem.links.forEach((link, l) => {
    const [before, after] = [data.linkBefore[l], data.linkAfter[l]];
    if (plan.routeOf[before] < 0 && plan.routeOf[after] < 0) return;
    if (past.size > 0 && settled(before) && settled(after)) return;
    broken.push(...brokenLink(plan, link, before, after));
  });
  return broken;
}

function pastParts({ index, routes }: WalkedPlan): ReadonlySet<number> {
  const past = new Set<number>();
  if (index.past.size === 0) return past;
  for (const { stops } of routes) for (const stop of stops) if (stop.kind === 'visit' && stop.past) past.add(stop.node);
  return past;
}

function brokenLink({ index, routeOf, startOf }: WalkedPlan, link: LinkInput, before: number, after: number): BrokenRule[] {
  const [from, to] = [routeOf[before], routeOf[after]];
  if (from < 0 || to < 0) {
    const kept = link.served === 'ifBoth' || link.served === (to < 0 ? 'afterNeedsBefore' : 'beforeNeedsAfter');
    const missing = from < 0 ? link.before : link.after;
    return kept ? [] : [{ code: 'link_served', link: link.id, visit: missing.visit, part: missing.part }];
  }
  const broken: BrokenRule[] = [];
  const at = { link: link.id, visit: link.after.visit, part: link.after.part };
  const gap = startOf[after] - startOf[before];
  if (!link.gaps.some(({ min, max }) => gap >= (min ?? -Infinity) && gap <= (max ?? Infinity)))
    broken.push({ code: 'link_gap', ...at, found: gap, allowed: nearestBound(link, gap) });
  const [one, other] = [index.shifts[from].staff.id, index.shifts[to].staff.id];
  if (link.staff !== 'any' && (link.staff === 'same') !== (one === other))
    broken.push({ code: 'link_staff', ...at, staff: other });
  return broken;
}

function nearestBound(link: LinkInput, gap: number): number {
  let nearest = Infinity;
  for (const { min, max } of link.gaps) {
    for (const bound of [min, max]) {
      if (bound !== null && Math.abs(bound - gap) < Math.abs(nearest - gap)) nearest = bound;
    }
  }
  return nearest;
}
