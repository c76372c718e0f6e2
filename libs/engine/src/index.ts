export type * from './model/problem-input.js';
export type * from './model/staff-rules-input.js';
export type * from './model/plan-rules-input.js';
export type * from './model/plan.js';
export type { ProblemIssue, ProblemIssueCode } from './model/issues.js';
export { validateProblem } from './model/validate-problem.js';
export { explainPlan, planCodeLength, solve, type Solution, type SolveOptions, type SolveResult } from './solve.js';
export type { SearchProgress } from './search/search.js';
export { meetingBytes, requestStop, type Meeting } from './search/exchange.js';
export type { UnservedCode, UnservedExplanation, UnservedReason } from './explain/unserved.js';
export type { BrokenRule, RuleCode } from './explain/broken-rule.js';
export { openPlan, type Judged, type OpenResult, type PlanSession } from './advise/plan-session.js';
export { judgeMoves, type MoveResult, type MoveVerdict } from './advise/judge-move.js';
export type { Move, MoveIssue, MoveIssueCode, MoveTo } from './advise/move.js';
export { recommend, type Recommendation, type RecommendedPlace, type Wanted } from './advise/recommend.js';
export { repairPlan, repairProblem, stillPossible, type DisruptionPrices, type RepairOptions } from './advise/repair-plan.js';
export { costBreakdown, type CostBreakdown, type CostShare } from './explain/cost-breakdown.js';
export { planDifference, type ChangeCause, type PlannedProblem, type VisitChange } from './explain/plan-difference.js';
export { candidatesFor, type Candidate } from './explain/candidates.js';
export {
  remediesFor,
  type OwnRemedy,
  type Remedy,
  type RemedyOptions,
  type RemedyPrices,
  type RemedyStep,
} from './explain/remedies.js';
