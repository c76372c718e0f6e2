export { checkPlan, type Verdict } from './check-plan.js';
export type { RawCost } from './cost/cost.js';
export type { RouteFigures } from './route-figures.js';
export { VIOLATIONS, type Violation, type ViolationCode } from './violation.js';
