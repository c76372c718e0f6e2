import type { GapInput, LinkInput, PartRef } from '#engine';
import type { ProblemIndex } from '../problem-index.js';
import type { Placement, ResolvedPlan } from '../resolve-plan.js';
import type { Violation } from '../violation.js';
import { bothPast } from './past.js';

/** Gaps, people and who-needs-whom of every link. */
export function checkLinks(index: ProblemIndex, resolved: ResolvedPlan): Violation[] {
  const violations: Violation[] = [];
  for (const link of index.problem.links) {
    if (bothPast(index, resolved, [link.before, link.after])) continue;
    const before = placement(resolved, link.before);
    const after = placement(resolved, link.after);
    if (before && after) violations.push(...checkPair(link, before, after));
    else if (!bothPast(index, resolved, [before ? link.before : link.after]))
      violations.push(...checkServed(link, before !== undefined, after !== undefined));
  }
  return violations;
}

function checkPair(link: LinkInput, before: Placement, after: Placement): Violation[] {
  const violations: Violation[] = [];
  const at = { link: link.id, visit: link.after.visit, part: link.after.part };
  const gap = after.start - before.start;
  if (!usedGap(link, gap)) violations.push({ code: 'link_gap', ...at, found: gap, allowed: nearest(link.gaps, gap) });
  const same = before.staff === after.staff;
  if (link.staff !== 'any' && (link.staff === 'same') !== same)
    violations.push({ code: 'link_staff', ...at, staff: after.staff });
  return violations;
}

function checkServed(link: LinkInput, before: boolean, after: boolean): Violation[] {
  const broken =
    (before && !after && (link.served === 'together' || link.served === 'beforeNeedsAfter')) ||
    (after && !before && (link.served === 'together' || link.served === 'afterNeedsBefore'));
  if (!broken) return [];
  const missing = before ? link.after : link.before;
  return [{ code: 'link_served', link: link.id, visit: missing.visit, part: missing.part }];
}

/** The cheapest interval of the link that holds the gap, if any. */
export function usedGap(link: LinkInput, gap: number): GapInput | undefined {
  let best: GapInput | undefined;
  for (const interval of link.gaps) {
    const inside = (interval.min === null || gap >= interval.min) && (interval.max === null || gap <= interval.max);
    if (inside && (!best || interval.cost < best.cost)) best = interval;
  }
  return best;
}

function nearest(gaps: readonly GapInput[], gap: number): number {
  const bounds = gaps.flatMap(({ min, max }) => [min, max]).filter((bound): bound is number => bound !== null);
  return bounds.reduce((best, bound) => (Math.abs(bound - gap) < Math.abs(best - gap) ? bound : best), bounds[0] ?? gap);
}

/** Where a referenced part is given; undefined when it is not. */
export function placement(resolved: ResolvedPlan, ref: PartRef): Placement | undefined {
  return resolved.placements.get(ref.visit)?.get(ref.part);
}
