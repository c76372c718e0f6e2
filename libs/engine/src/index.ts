export type * from './model/problem-input.js';
export type * from './model/plan.js';
export type { ProblemIssue, ProblemIssueCode } from './model/issues.js';
export { validateProblem } from './model/validate-problem.js';
export { explainPlan, planCodeLength, solve, type Solution, type SolveOptions, type SolveResult } from './solve.js';
export type { SearchProgress } from './search/search.js';
export { meetingBytes, requestStop, type Meeting } from './search/exchange.js';
export type { UnservedCode, UnservedExplanation, UnservedReason } from './explain/unserved.js';
