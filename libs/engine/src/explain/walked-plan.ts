import { givenStaff, type GivenStaff } from '../features/wishes.js';
import { frozenPast } from '../model/frozen-past.js';
import { COMPONENTS } from '../model/levels.js';
import type { PinInput } from '../model/plan-rules-input.js';
import type { Plan, PlanRoute, PlanStop } from '../model/plan.js';
import type { ProblemData } from '../model/problem-data.js';
import type {
  BreakInput,
  ObjectiveInput,
  PartInput,
  ProblemInput,
  ShiftInput,
  StaffInput,
  VisitInput,
} from '../model/problem-input.js';

/** Where ids stand in the compiled problem; made once and kept. */
export interface PlanIndex {
  readonly problem: ProblemInput;
  readonly data: ProblemData;
  /** Route of a shift's id. */
  readonly route: ReadonlyMap<string, number>;
  /** Person and shift of each route. */
  readonly shifts: readonly { readonly staff: StaffInput; readonly shift: ShiftInput }[];
  readonly visit: ReadonlyMap<string, number>;
  /** The visit and part of each part node. */
  readonly parts: readonly { readonly visit: VisitInput; readonly part: PartInput }[];
  /** Pins by {@link partKey}. */
  readonly pins: ReadonlyMap<string, PinInput>;
  /** What is past, by shift (see `GivenInput`). */
  readonly past: ReadonlyMap<string, readonly PlanStop[]>;
  /** Price of every component; 0 where the problem sets none. */
  readonly prices: Readonly<Record<keyof ObjectiveInput, number>>;
  readonly givenStaff: GivenStaff;
  /** Some component looks at several routes, beyond maxima and balance. */
  readonly hasPlanRules: boolean;
  /** Routes joined to the problem before. */
  readonly walked: WeakMap<PlanRoute, WalkedRoute>;
}

/** @param data the compiled form of `problem` */
export function indexPlan(problem: ProblemInput, data: ProblemData): PlanIndex {
  const shifts = problem.staff.flatMap((staff) => staff.shifts.map((shift) => ({ staff, shift })));
  return {
    problem,
    data,
    route: new Map(shifts.map(({ shift }, r) => [shift.id, r])),
    shifts,
    visit: new Map(problem.visits.map((visit, v) => [visit.id, v])),
    parts: problem.visits.flatMap((visit) => visit.parts.map((part) => ({ visit, part }))),
    pins: new Map((problem.pins ?? []).map((pin) => [partKey(pin.visit, pin.part), pin])),
    past: frozenPast(problem.given),
    prices: pricesOf(problem),
    givenStaff: givenStaff(problem),
    hasPlanRules: hasPlanRules(problem),
    walked: new WeakMap(),
  };
}

function pricesOf({ objective }: ProblemInput): PlanIndex['prices'] {
  const priced = COMPONENTS.map((name) => [name, objective[name as keyof ObjectiveInput] ?? 0]);
  return Object.fromEntries(priced) as PlanIndex['prices'];
}

function hasPlanRules({ staff, given, caps, fairness, objective }: ProblemInput): boolean {
  const { distinctStaff, newStaff } = objective;
  if (given || caps?.length || fairness?.length || distinctStaff || newStaff) return true;
  return staff.some((person) => person.limits || person.rest || person.freeTimes);
}

/** The node of a visit's part; -1 when there is none. */
export function partNode({ problem, data, visit }: PlanIndex, id: string, part: string): number {
  const v = visit.get(id);
  if (v === undefined) return -1;
  const k = problem.visits[v].parts.findIndex((p) => p.id === part);
  return k < 0 ? -1 : data.visitFirst[v] + k;
}

/** One text for a visit's part. */
export function partKey(visit: string, part: string): string {
  return `${visit}\u0000${part}`;
}

/** A stop of a plan with what it stands for; `past`: a fact that no rule but the return is judged of. */
export type WalkedStop = { readonly stop: PlanStop; readonly past: boolean } & (
  | { readonly kind: 'visit'; readonly node: number; readonly visit: VisitInput; readonly part: PartInput }
  | { readonly kind: 'break'; readonly rest: BreakInput }
);

/** A route of a plan with what it stands for. */
export interface WalkedRoute {
  readonly r: number;
  readonly route: PlanRoute;
  readonly staff: StaffInput;
  readonly shift: ShiftInput;
  readonly stops: readonly WalkedStop[];
}

/** A plan joined to its problem. */
export interface WalkedPlan {
  readonly index: PlanIndex;
  readonly routes: readonly WalkedRoute[];
  readonly unserved: readonly string[];
  /** By part node: its route, -1 when it is not given. */
  readonly routeOf: Int32Array;
  /** By part node: its start. */
  readonly startOf: Int32Array;
}

/**
 * Joins a plan to its problem. A route object is joined once: plans that share
 * it share what was found.
 * @param plan names only what the problem has; its times agree with each other
 */
export function walkPlan(index: PlanIndex, plan: Plan): WalkedPlan {
  const routeOf = new Int32Array(index.data.parts).fill(-1);
  const startOf = new Int32Array(index.data.parts);
  const routes = plan.routes.map((route) => {
    const walked = index.walked.get(route) ?? walkRoute(index, route);
    index.walked.set(route, walked);
    for (const stop of walked.stops) {
      if (stop.kind === 'break') continue;
      routeOf[stop.node] = walked.r;
      startOf[stop.node] = stop.stop.start;
    }
    return walked;
  });
  return { index, routes, unserved: plan.unserved, routeOf, startOf };
}

function walkRoute(index: PlanIndex, route: PlanRoute): WalkedRoute {
  const r = index.route.get(route.shift)!;
  const { staff, shift } = index.shifts[r];
  const facts = index.past.get(route.shift) ?? [];
  const stops = route.stops.map((stop): WalkedStop => {
    const past = facts.some((fact) => fact.id === stop.id && fact.part === stop.part && fact.start === stop.start);
    if (stop.kind === 'break') return { kind: 'break', stop, past, rest: shift.breaks.find((b) => b.id === stop.id)! };
    const node = partNode(index, stop.id, stop.part);
    return { kind: 'visit', stop, past, node, ...index.parts[node] };
  });
  return { r, route, staff, shift, stops };
}
