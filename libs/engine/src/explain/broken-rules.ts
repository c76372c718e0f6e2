import type { BrokenRule } from './broken-rule.js';
import { brokenBreaks } from './rules/breaks.js';
import { brokenCoverage } from './rules/coverage.js';
import { brokenLinks } from './rules/links.js';
import { brokenNow, brokenPast, brokenPins } from './rules/settled.js';
import { brokenStaffTime } from './rules/staff-time.js';
import { brokenStaffing } from './rules/staffing.js';
import { brokenCaps, brokenEquipment } from './rules/supplies.js';
import { brokenOverlaps, brokenTimes } from './rules/times.js';
import type { PlanIndex, WalkedPlan, WalkedRoute } from './walked-plan.js';

/** Every hard rule a timed plan breaks, all at once. */
export function brokenRules(plan: WalkedPlan): readonly BrokenRule[] {
  return [
    ...brokenCoverage(plan),
    ...plan.routes.flatMap((route) => brokenOnRoute(plan.index, route)),
    ...brokenOverlaps(plan),
    ...brokenLinks(plan),
    ...brokenPast(plan),
    ...brokenStaffTime(plan),
    ...brokenCaps(plan),
    ...brokenEquipment(plan),
  ];
}

const known = new WeakMap<WalkedRoute, readonly BrokenRule[]>();

/** Routes that stay the same are judged once. */
function brokenOnRoute(index: PlanIndex, route: WalkedRoute): readonly BrokenRule[] {
  const before = known.get(route);
  if (before) return before;
  const broken = [
    ...brokenStaffing(route),
    ...brokenPins(index, route),
    ...brokenTimes(index, route),
    ...brokenBreaks(index, route),
    ...brokenNow(index, route),
  ];
  known.set(route, broken);
  return broken;
}

/** The same rule broken at the same place by the same amount has the same key. */
export function ruleKey(rule: BrokenRule): string {
  return JSON.stringify([
    rule.code,
    ...[rule.shift, rule.staff, rule.visit, rule.part, rule.break, rule.link, rule.skill, rule.rule, rule.found].map(
      (value) => value ?? '',
    ),
  ]);
}
