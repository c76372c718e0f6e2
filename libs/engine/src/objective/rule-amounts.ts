import { capCost } from '../features/caps.js';
import { differentStaff } from '../features/continuity.js';
import { compileFairness, fairnessCost } from '../features/fairness.js';
import type { GivenPart } from '../features/feature.js';
import { compileStaffRules, staffRuleCosts, type RouteTime } from '../features/staff-rules.js';
import { STATIC_COMPONENTS, givenStaff, missedOf } from '../features/wishes.js';
import { givenStarts } from '../model/anchors.js';
import type { Plan } from '../model/plan.js';
import { durationOn } from '../model/problem-data.js';
import type { CostComponent, ProblemInput } from '../model/problem-input.js';
import type { PlanIndex } from './plan-index.js';

type Amounts = Partial<Record<CostComponent, number>>;

/** From scratch: what features beyond times, travel and links count in a finished plan. */
export function ruleAmounts(problem: ProblemInput, index: PlanIndex, plan: Plan): Amounts {
  const parts = givenParts(index, plan);
  const people = differentStaff(problem, { plan, parts });
  return {
    ...assignmentAmounts(problem, index, parts),
    outOfOrder: outOfOrder(problem, index, parts),
    distinctStaff: people.distinct,
    newStaff: people.fresh,
    caps: capCost(problem, { plan, parts }),
    ...staffAmounts(problem, index, plan),
  };
}

function givenParts(index: PlanIndex, plan: Plan): GivenPart[] {
  return plan.routes.flatMap(({ shift, stops }) => {
    const route = index.route.get(shift)!;
    return stops
      .filter(({ kind }) => kind === 'visit')
      .map((stop) => ({
        visit: index.visit.get(stop.id)!,
        node: index.part.get(`${stop.id}\u0000${stop.part}`)!,
        route,
        staff: index.staff[route],
        stop,
      }));
  });
}

function assignmentAmounts(problem: ProblemInput, { data }: PlanIndex, parts: readonly GivenPart[]): Amounts {
  const before = givenStaff(problem);
  const starts = givenStarts(problem);
  const shifts = problem.staff.flatMap((person) => person.shifts.map((shift) => ({ person, shift })));
  const counts = STATIC_COMPONENTS.map(() => 0);
  let moved = 0;
  const served = new Set<number>();
  for (const { visit, node, route, stop } of parts) {
    const own = problem.visits[visit];
    served.add(visit);
    const missed = missedOf({ visit: own, part: own.parts[node - data.visitFirst[visit]], ...shifts[route], before });
    counts.forEach((_, bit) => (counts[bit] += (missed >> bit) & 1));
    const start = starts.get(`${stop.id}\u0000${stop.part}`);
    if (start !== undefined) moved += Math.abs(stop.start - start);
  }
  const given = new Set([...starts.keys()].map((key) => key.split('\u0000')[0]));
  const newly = problem.visits.filter(({ id }, v) => given.has(id) && !served.has(v)).length;
  return {
    ...Object.fromEntries(STATIC_COMPONENTS.map((name, bit) => [name, counts[bit]])),
    movedStart: moved,
    newlyUnserved: newly,
  };
}

function outOfOrder(problem: ProblemInput, { data }: PlanIndex, parts: readonly GivenPart[]): number {
  const rankOf = ({ visit, node }: GivenPart): number => problem.visits[visit].parts[node - data.visitFirst[visit]].rank ?? 0;
  return parts.filter((part, k) => k > 0 && parts[k - 1].route === part.route && rankOf(part) < rankOf(parts[k - 1])).length;
}

function staffAmounts(problem: ProblemInput, index: PlanIndex, plan: Plan): Amounts {
  const times = new Map<number, RouteTime>();
  for (const { shift, departure, return: back, stops } of plan.routes) {
    const route = index.route.get(shift)!;
    const visits = stops.filter(({ kind }) => kind === 'visit');
    const durations = visits.map(({ id, part }) => durationOn(index.data, index.part.get(`${id}\u0000${part}`)!, route));
    const rest = stops.reduce((sum, stop) => sum + (stop.kind === 'break' ? stop.end - stop.start : 0), 0);
    times.set(route, { departure, return: back, rest, service: durations.reduce((a, b) => a + b, 0), parts: visits.length });
  }
  const timeOf = (route: number): RouteTime | null => times.get(route) ?? null;
  const sums = { limits: 0, rest: 0, freeTime: 0, fairness: 0 };
  for (const rules of compileStaffRules(problem, { limits: 1, rest: 1, freeTime: 1, hard: 0 }) ?? []) {
    if (!rules) continue;
    const { limits, rest, freeTime } = staffRuleCosts(rules, timeOf);
    sums.limits += limits;
    sums.rest += rest;
    sums.freeTime += freeTime;
  }
  for (const fair of compileFairness(problem, 1)) sums.fairness += fairnessCost(fair, timeOf);
  return sums;
}
