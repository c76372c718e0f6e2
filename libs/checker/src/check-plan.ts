import type { Plan, PlanCost, ProblemInput } from '#engine';
import { isUsed, priced, rawCost, type RawCost } from './cost/cost.js';
import { indexProblem } from './problem-index.js';
import { resolvePlan } from './resolve-plan.js';
import { routeFigures, type RouteFigures } from './route-figures.js';
import { checkBreaks } from './rules/breaks.js';
import { checkCoverage } from './rules/coverage.js';
import { checkLinks } from './rules/links.js';
import { checkPast } from './rules/past.js';
import { checkCaps, checkEquipment } from './rules/shared-supply.js';
import { checkStaffTime } from './rules/staff-time.js';
import { checkStaffing } from './rules/staffing.js';
import { checkOverlaps, checkTiming } from './rules/timing.js';
import { checkWindows } from './rules/windows.js';
import { timeline } from './timeline.js';
import type { Violation } from './violation.js';

/** What the checker says of a plan. */
export interface Verdict {
  readonly feasible: boolean;
  /** Every broken hard rule, all at once. */
  readonly violations: readonly Violation[];
  /** Prices applied; of a plan that breaks rules, the cost as far as it makes sense. */
  readonly cost: PlanCost;
  /** Amounts before prices: units of time or charge, and counts. */
  readonly raw: RawCost;
  /** Every route the problem knows, in the plan's order. */
  readonly routes: readonly RouteFigures[];
}

/**
 * Judges a plan from the problem alone. Of the plan only the order of stops
 * and their starts are believed; departures, arrivals, ends, returns and every
 * cost component are derived anew and the plan's own figures compared with them.
 * @param problem a sound problem (ids unique, references known, matrices of the right size)
 */
export function checkPlan(problem: ProblemInput, plan: Plan): Verdict {
  const index = indexProblem(problem);
  const resolved = resolvePlan(index, plan);
  const lines = resolved.routes.map((route) => timeline(index, route));
  const violations = [
    ...resolved.violations,
    ...checkCoverage(index, plan, resolved),
    ...resolved.routes.flatMap((route) => checkStaffing(index, route)),
    ...lines.flatMap((line) => [...checkTiming(index, line), ...checkWindows(line), ...checkBreaks(index, line)]),
    ...checkOverlaps(lines),
    ...checkLinks(index, resolved),
    ...checkPast(index, plan, lines),
    ...checkStaffTime(index, lines.filter(isUsed)),
    ...checkCaps(index, resolved),
    ...checkEquipment(index, lines),
  ];
  const raw = rawCost(index, resolved, lines);
  violations.push(...checkZeros(problem, raw));
  return { feasible: violations.length === 0, violations, cost: priced(index, raw), raw, routes: lines.map(routeFigures) };
}

/** Components that must be nothing. */
function checkZeros({ mustBeZero }: ProblemInput, raw: RawCost): Violation[] {
  return (mustBeZero ?? [])
    .filter((component) => raw[component] > 0)
    .map((component) => ({ code: 'component_not_zero', rule: component, found: raw[component], allowed: 0 }));
}
