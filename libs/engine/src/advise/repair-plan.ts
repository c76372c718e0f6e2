import { compileProblem } from '../model/compile-problem.js';
import type { Plan, PlanRoute } from '../model/plan.js';
import type { ProblemInput } from '../model/problem-input.js';
import { solve, type SolveOptions, type SolveResult } from '../solve.js';

/** What disturbing people costs, added to the problem's own prices for the time of the repair. */
export interface DisruptionPrices {
  /** A part given by somebody else than before. */
  readonly changedStaff: number;
  /** Each unit of time a start moves. */
  readonly movedStart: number;
  /** A visit that was served and no longer is, beyond its own price. */
  readonly newlyUnserved: number;
}

export interface RepairOptions extends Omit<SolveOptions, 'warmStart'> {
  /** The past: whatever starts before this instant stays as it is. */
  readonly frozenBefore: number;
  readonly disruption: DisruptionPrices;
}

/**
 * A plan in force made to fit a problem that has changed under it: somebody is
 * absent, a visit was called off, added or moved, a road is slow. Visits keep
 * person and time unless a change saves more than it disturbs; the past stays.
 * @param problem as it is now, without `given`
 * @param plan the plan in force, which may name people, shifts and visits that are gone
 */
export function repairPlan(problem: ProblemInput, plan: Plan, options: RepairOptions): SolveResult {
  const { frozenBefore, disruption, ...rest } = options;
  const asked = repairProblem(problem, plan, { frozenBefore, disruption });
  return solve(asked, { ...rest, warmStart: stillPossible(asked, plan) });
}

/** The problem a repair solves, for callers that search in threads. */
export function repairProblem(
  problem: ProblemInput,
  plan: Plan,
  { frozenBefore, disruption }: Pick<RepairOptions, 'frozenBefore' | 'disruption'>,
): ProblemInput {
  return { ...problem, objective: { ...problem.objective, ...disruption }, given: { plan, frozenBefore } };
}

/** What a changed problem still allows of a plan: known visits, whole, with people who may give them. */
export function stillPossible(problem: ProblemInput, plan: Plan): Plan {
  const compiled = compileProblem(problem);
  if (!compiled.ok) return plan;
  const { data } = compiled;
  const shifts = problem.staff.flatMap((person) => person.shifts);
  const routeOf = new Map(shifts.map((shift, r) => [shift.id, r]));
  const visitOf = new Map(problem.visits.map((visit, v) => [visit.id, v]));
  const fits = (visit: string, part: string, r: number): boolean => {
    const v = visitOf.get(visit);
    const k = v === undefined ? -1 : problem.visits[v].parts.findIndex(({ id }) => id === part);
    return k >= 0 && data.fit[(data.visitFirst[v!] + k) * data.routes + r] > 0;
  };
  const kept = plan.routes.flatMap((route): PlanRoute[] => {
    const r = routeOf.get(route.shift);
    if (r === undefined) return [];
    const breaks = new Set(shifts[r].breaks.map(({ id }) => id));
    return [{ ...route, stops: route.stops.filter((s) => (s.kind === 'break' ? breaks.has(s.id) : fits(s.id, s.part, r))) }];
  });
  const given = new Map<string, number>();
  for (const { stops } of kept) for (const { kind, id } of stops) if (kind === 'visit') given.set(id, (given.get(id) ?? 0) + 1);
  const whole = new Set(problem.visits.filter(({ id, parts }) => given.get(id) === parts.length).map(({ id }) => id));
  const routes = kept
    .map((route) => ({ ...route, stops: route.stops.filter(({ kind, id }) => kind === 'break' || whole.has(id)) }))
    .filter(({ stops }) => stops.some(({ kind }) => kind === 'visit'));
  return { routes, unserved: problem.visits.filter(({ id }) => !whole.has(id)).map(({ id }) => id) };
}
