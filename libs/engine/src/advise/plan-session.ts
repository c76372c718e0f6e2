import type { BrokenRule } from '../explain/broken-rule.js';
import { brokenRules, ruleKey } from '../explain/broken-rules.js';
import { planCost } from '../explain/plan-cost.js';
import { indexPlan, partNode, walkPlan, type PlanIndex } from '../explain/walked-plan.js';
import { compileProblem } from '../model/compile-problem.js';
import type { ProblemIssue } from '../model/issues.js';
import type { Plan, PlanCost, PlanRoute } from '../model/plan.js';
import { startNode, type ProblemData } from '../model/problem-data.js';
import type { ProblemInput } from '../model/problem-input.js';
import { pricePlan } from '../objective/price-plan.js';
import { Edits } from '../state/edits.js';
import { extractPlan } from '../state/extract-plan.js';
import { loadPlan } from '../state/load-plan.js';
import { SearchPlan } from '../state/search-plan.js';
import { decode } from '../state/solution.js';
import { holdStarts, type HeldStarts } from './hold-starts.js';
import { relaxed, withOwnStarts } from './relaxed-data.js';

/** A plan with what it costs and breaks. */
export interface Judged {
  readonly plan: Plan;
  readonly cost: PlanCost;
  readonly broken: readonly BrokenRule[];
}

/**
 * A plan held ready for questions: the problem is compiled once, and every
 * question starts from the same plan. Answers never change it.
 */
export interface PlanSession {
  readonly problem: ProblemInput;
  readonly data: ProblemData;
  readonly index: PlanIndex;
  /** The plan in question, timed by the engine. */
  readonly base: Judged;
  /** Its routes by number. */
  readonly routes: ReadonlyMap<number, PlanRoute>;
  /** {@link ruleKey}s of what the plan breaks already. */
  readonly brokenBefore: ReadonlySet<string>;
  /** The plan's decisions (see `encode`). */
  readonly code: Int32Array;
  /** Nodes between start and end of each route. */
  readonly sequences: readonly (readonly number[])[];
  /** Starts of the plan by node, and routes; -1 for a node that is not in the plan. */
  readonly starts: Int32Array;
  readonly route: Int32Array;
  /** Where changed plans are timed by all rules, and where by none. */
  readonly strict: Edits;
  readonly loose: Edits;
  /** What starts when the plan has it as long as nothing else is asked. */
  readonly held: HeldStarts;
}

export type OpenResult =
  | { readonly ok: true; readonly session: PlanSession }
  /** `PROBLEM_REFUSED`: the issues say why. `PLAN_UNKNOWN`: it names what the problem does not have, or somebody who may not come. `PLAN_UNTIMED`: its order cannot be timed. */
  | {
      readonly ok: false;
      readonly code: 'PROBLEM_REFUSED' | 'PLAN_UNKNOWN' | 'PLAN_UNTIMED';
      readonly issues: readonly ProblemIssue[];
    };

/**
 * Compiles a problem and takes up a plan for it, to answer what single changes would do. With `holdStarts` visits start
 * when the plan has them, if that can be kept, and single changes move only what they must.
 */
export function openPlan(problem: ProblemInput, plan: Plan, options: { readonly holdStarts?: boolean } = {}): OpenResult {
  const compiled = compileProblem(problem);
  if (!compiled.ok) return { ok: false, code: 'PROBLEM_REFUSED', issues: compiled.issues };
  const { data } = compiled;
  const code = loadPlan(problem, data, plan);
  if (!code) return { ok: false, code: 'PLAN_UNKNOWN', issues: [] };
  const index = indexPlan(problem, data);
  const held: HeldStarts = options.holdStarts === true ? startsIn(index, plan) : new Map();
  const strict = new Edits(new SearchPlan(withOwnStarts(data)));
  const free = holdStarts(strict.plan.data, held, () => 'exactly');
  const asStored = decode(strict, code);
  if (!asStored) free();
  // Times that the problem does not allow any more give way.
  if (!asStored && !decode(strict, code)) return { ok: false, code: 'PLAN_UNTIMED', issues: [] };
  const base = judged(index, extractPlan(problem, strict.plan));
  free();
  const session: PlanSession = {
    ...{ problem, data, index, base, code, strict },
    routes: new Map(base.plan.routes.map((route) => [index.route.get(route.shift)!, route])),
    brokenBefore: new Set(base.broken.map(ruleKey)),
    sequences: Array.from({ length: data.routes }, (_, r) => sequence(code, startNode(data, r))),
    starts: strict.plan.start.slice(),
    route: strict.plan.route.slice(),
    loose: new Edits(new SearchPlan(withOwnStarts(relaxed(data)))),
    held: asStored ? held : new Map<number, number>(),
  };
  return { ok: true, session };
}

/** Starts of visit parts by node. */
function startsIn(index: PlanIndex, { routes }: Plan): HeldStarts {
  const visits = routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === 'visit'));
  return new Map(visits.map(({ id, part, start }) => [partNode(index, id, part), start]));
}

/** A plan priced and judged; routes looked at before are known. */
export function judged(index: PlanIndex, plan: Plan): Judged {
  const walked = walkPlan(index, plan);
  return { plan, cost: planCost(walked), broken: [...brokenRules(walked), ...brokenZeros(index, plan)] };
}

/** Components that must be nothing. */
function brokenZeros({ problem, data }: PlanIndex, plan: Plan): BrokenRule[] {
  const rules = problem.mustBeZero ?? [];
  if (rules.length === 0) return [];
  const objective = { ...problem.objective, ...Object.fromEntries(rules.map((rule) => [rule, 1])) };
  const { parts } = pricePlan({ ...problem, objective }, data, plan);
  return rules.flatMap((rule): BrokenRule[] => {
    const found = parts[rule] ?? 0;
    return found > 0 ? [{ code: 'component_not_zero', rule, found, allowed: 0 }] : [];
  });
}

/** Nodes between a route's start and end in a plan's decisions. */
export function sequence(code: Int32Array, start: number): number[] {
  const nodes: number[] = [];
  for (let i = code[start]; code[i] >= 0; i = code[i]) nodes.push(i);
  return nodes;
}
