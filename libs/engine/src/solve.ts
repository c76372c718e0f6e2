import { explainUnserved, type UnservedExplanation } from './explain/unserved.js';
import { anchorsOf } from './model/anchors.js';
import { compileProblem } from './model/compile-problem.js';
import type { ProblemIssue } from './model/issues.js';
import type { Plan, PlanCost } from './model/plan.js';
import type { ProblemData } from './model/problem-data.js';
import type { ProblemInput } from './model/problem-input.js';
import { planCost } from './explain/plan-cost.js';
import { indexPlan, walkPlan } from './explain/walked-plan.js';
import type { Meeting } from './search/exchange.js';
import { routingData } from './search/routing/routing-data.js';
import { RoutingSearch } from './search/routing/routing-search.js';
import { Search, type SearchOptions, type SearchOutcome, type SearchProgress } from './search/search.js';
import { Edits } from './state/edits.js';
import { extractPlan } from './state/extract-plan.js';
import { loadPlan } from './state/load-plan.js';
import { SearchPlan } from './state/search-plan.js';
import { decode } from './state/solution.js';

export interface SolveOptions {
  readonly seed: number;
  readonly seconds?: number;
  readonly iterations?: number;
  /** Seconds from any fixed instant. */
  readonly now: () => number;
  /** A plan to start from; one that does not fit the problem is not used, and the answer says so. */
  readonly warmStart?: Plan;
  readonly meeting?: Meeting;
  readonly onProgress?: (progress: SearchProgress) => void;
  readonly verify?: boolean;
}

export interface Solution {
  readonly plan: Plan;
  readonly cost: PlanCost;
  readonly iterations: number;
  readonly seconds: number;
  /** Places priced during the search. */
  readonly evaluated: number;
  readonly unserved: readonly UnservedExplanation[];
  /** The warm start could not be used. */
  readonly warmStartRefused: boolean;
}

export type SolveResult =
  { readonly ok: true; readonly solution: Solution } | { readonly ok: false; readonly issues: readonly ProblemIssue[] };

/** Integers a thread's plan takes in the buffer it shares with others (see `meetingBytes`). */
export function planCodeLength(problem: ProblemInput): number {
  const parts = problem.visits.reduce((sum, v) => sum + v.parts.length, 0);
  const shifts = problem.staff.flatMap((s) => s.shifts);
  return (
    parts + shifts.reduce((sum, s) => sum + s.breaks.length + 2, 0) + problem.links.length + 2 * anchorsOf(problem, 0).length
  );
}

/** Checks, compiles and searches in the calling thread; anytime, and repeatable for a seed and an iteration count. */
export function solve(problem: ProblemInput, options: SolveOptions): SolveResult {
  const begun = options.now();
  const compiled = compileProblem(problem);
  if (!compiled.ok) return compiled;
  const { data } = compiled;
  const { warmStart, ...given } = options;
  const rest = { ...given, begun };
  const loaded = warmStart ? loadPlan(problem, data, warmStart) : null;
  const outcome = search(data, loaded ? { ...rest, warmStart: loaded } : rest);
  return {
    ok: true,
    solution: {
      ...describe(problem, data, outcome.best),
      iterations: outcome.iterations,
      seconds: outcome.seconds,
      evaluated: outcome.evaluated,
      warmStartRefused: warmStart !== undefined && !outcome.warmStarted,
    },
  };
}

/** Plain routing has a faster search of its own; what it does not know goes to the one that knows everything. */
function search(data: ProblemData, options: SearchOptions): SearchOutcome {
  const routing = routingData(data);
  return routing ? new RoutingSearch(routing, options).run() : new Search(data, options).run();
}

/**
 * Why a given plan leaves visits out and what it costs, without searching.
 * Null when the plan names what the problem does not have or cannot be timed;
 * the checker says what is wrong with it.
 */
export function explainPlan(problem: ProblemInput, plan: Plan): Pick<Solution, 'cost' | 'unserved'> | null {
  const compiled = compileProblem(problem);
  if (!compiled.ok) return null;
  const { data } = compiled;
  const decisions = loadPlan(problem, data, plan);
  const state = new SearchPlan(data);
  if (!decisions || !decode(new Edits(state), decisions)) return null;
  return { cost: costOf(problem, data, plan), unserved: explainUnserved(problem, state) };
}

function describe(problem: ProblemInput, data: ProblemData, decisions: Int32Array): Pick<Solution, 'plan' | 'cost' | 'unserved'> {
  const state = new SearchPlan(data);
  if (!decode(new Edits(state), decisions)) throw new Error('the best plan cannot be timed');
  const plan = extractPlan(problem, state);
  return { plan, cost: costOf(problem, data, plan), unserved: explainUnserved(problem, state) };
}

function costOf(problem: ProblemInput, data: ProblemData, plan: Plan): PlanCost {
  return planCost(walkPlan(indexPlan(problem, data), plan));
}
