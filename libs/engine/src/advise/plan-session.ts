import type { BrokenRule } from '../explain/broken-rule.js';
import { brokenRules, ruleKey } from '../explain/broken-rules.js';
import { planCost } from '../explain/plan-cost.js';
import { indexPlan, partNode, walkPlan, type PlanIndex, type WalkedPlan } from '../explain/walked-plan.js';
import { compileProblem } from '../model/compile-problem.js';
import type { ProblemIssue } from '../model/issues.js';
import type { Plan, PlanCost, PlanRoute } from '../model/plan.js';
import { startNode, type ProblemData } from '../model/problem-data.js';
import type { ProblemInput } from '../model/problem-input.js';
import { extractPlan } from '../state/extract-plan.js';
import { loadPlan } from '../state/load-plan.js';
import { Draft } from './draft.js';
import type { HeldStarts } from './hold-starts.js';
import { relaxed } from './relaxed-data.js';

/** A plan with what it costs and breaks. */
export interface Judged {
  readonly plan: Plan;
  readonly walked: WalkedPlan;
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
  /** Where changed plans are timed by all rules, where by none, and where places are looked for. */
  readonly strict: Draft;
  readonly loose: () => Draft;
  readonly room: () => Draft;
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
  // Times that the problem does not allow any more give way.
  const asStored = Draft.of(data, code, { held, hold: 'exactly' });
  const strict = asStored ?? Draft.of(data, code, FREE);
  if (!strict) return { ok: false, code: 'PLAN_UNTIMED', issues: [] };
  const { plan: timed } = strict.edits;
  const base = judged(index, extractPlan(problem, timed));
  const kept = asStored ? held : FREE.held;
  const session: PlanSession = {
    ...{ problem, data, index, base, code, strict },
    routes: new Map(base.plan.routes.map((route) => [index.route.get(route.shift)!, route])),
    brokenBefore: new Set(base.broken.map(ruleKey)),
    sequences: Array.from({ length: data.routes }, (_, r) => sequence(code, startNode(data, r))),
    starts: timed.start.slice(),
    route: timed.route.slice(),
    loose: once(() => Draft.of(relaxed(data), code, { held: kept, hold: 'exactly' })!),
    room: kept.size === 0 ? () => strict : once(() => Draft.of(data, code, { held: kept, hold: 'later' })!),
    held: kept,
  };
  return { ok: true, session };
}

const FREE = { held: new Map<number, number>(), hold: 'exactly' } as const;

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Starts of visit parts by node. */
function startsIn(index: PlanIndex, { routes }: Plan): HeldStarts {
  const visits = routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === 'visit'));
  return new Map(visits.map(({ id, part, start }) => [partNode(index, id, part), start]));
}

/** A plan priced and judged; routes looked at before are known. @param like a plan that shares most of its routes */
export function judged(index: PlanIndex, plan: Plan, like?: WalkedPlan): Judged {
  const walked = walkPlan(index, plan, like);
  return { plan, walked, cost: planCost(walked), broken: [...brokenRules(walked), ...brokenZeros(index, plan)] };
}

/** Components that must be nothing. */
function brokenZeros({ problem, zeros }: PlanIndex, plan: Plan): BrokenRule[] {
  if (!zeros) return [];
  const { parts } = planCost(walkPlan(zeros, plan));
  return (problem.mustBeZero ?? []).flatMap((rule): BrokenRule[] => {
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
