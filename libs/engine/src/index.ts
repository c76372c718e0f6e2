export type * from './model/problem-input.js';
export type * from './model/plan.js';
