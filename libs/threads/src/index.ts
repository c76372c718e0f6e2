export { createPlanAdviser } from './plan-adviser.js';
export { createThreadSolver, ProblemRefused } from './thread-solver.js';
