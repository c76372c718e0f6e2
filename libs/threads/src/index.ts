export { createThreadSolver, ProblemRefused } from './thread-solver.js';
