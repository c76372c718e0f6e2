import type { BrokenRule } from './broken-rule.js';
import { brokenBreaks } from './rules/breaks.js';
import { brokenCoverage } from './rules/coverage.js';
import { brokenLinks } from './rules/links.js';
import { brokenStaffing } from './rules/staffing.js';
import { brokenOverlaps, brokenTimes } from './rules/times.js';
import type { WalkedPlan } from './walked-plan.js';

/** Every hard rule a timed plan breaks, all at once. */
export function brokenRules(plan: WalkedPlan): readonly BrokenRule[] {
  const { horizonEnd } = plan.index.problem;
  return [
    ...brokenCoverage(plan),
    ...plan.routes.flatMap((route) => [...brokenStaffing(route), ...brokenTimes(route, horizonEnd), ...brokenBreaks(route)]),
    ...brokenOverlaps(plan),
    ...brokenLinks(plan),
  ];
}

/** The same rule broken at the same place by the same amount has the same key. */
export function ruleKey(rule: BrokenRule): string {
  return JSON.stringify([
    rule.code,
    ...[rule.shift, rule.staff, rule.visit, rule.part, rule.break, rule.link, rule.skill, rule.found].map((value) => value ?? ''),
  ]);
}
