import { givenStaff, type GivenStaff } from '../features/wishes.js';
import type { RouteTime } from '../features/staff-rules.js';
import { givenStarts } from '../model/anchors.js';
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
import { planRules, type PlanRules } from './plan-rules.js';

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
  /** By part node: the start in the given plan; -1: none. */
  readonly givenStart: Int32Array;
  /** By visit: 1 when the given plan serves it. */
  readonly givenServed: Uint8Array;
  /** Rules that look across routes. */
  readonly rules: PlanRules;
  /** The same problem with a unit of each component that must be nothing priced at 1; null when there is none. */
  readonly zeros: PlanIndex | null;
  /** Routes joined to the problem before. */
  readonly walked: WeakMap<PlanRoute, WalkedRoute>;
}

/** @param data the compiled form of `problem` */
export function indexPlan(problem: ProblemInput, data: ProblemData): PlanIndex {
  const shifts = problem.staff.flatMap((staff) => staff.shifts.map((shift) => ({ staff, shift })));
  const visit = new Map(problem.visits.map(({ id }, v) => [id, v]));
  const nodeOf = (id: string, part: string): number => partNumber(problem, data, visit.get(id), part);
  const starts = [...givenStarts(problem)].map(([key, start]) => [key.split('\u0000'), start] as const);
  const givenStart = new Int32Array(data.parts).fill(-1);
  const givenServed = new Uint8Array(data.visits);
  for (const [[id, part], start] of starts) {
    const node = nodeOf(id, part);
    if (node >= 0) givenStart[node] = start;
    if (visit.has(id)) givenServed[visit.get(id)!] = 1;
  }
  return {
    problem,
    data,
    route: new Map(shifts.map(({ shift }, r) => [shift.id, r])),
    shifts,
    visit,
    parts: problem.visits.flatMap((one) => one.parts.map((part) => ({ visit: one, part }))),
    pins: new Map((problem.pins ?? []).map((pin) => [partKey(pin.visit, pin.part), pin])),
    past: frozenPast(problem.given),
    prices: pricesOf(problem),
    givenStaff: givenStaff(problem),
    ...{ givenStart, givenServed },
    rules: planRules(problem, nodeOf),
    zeros: zerosOf(problem, data),
    walked: new WeakMap(),
  };
}

function zerosOf(problem: ProblemInput, data: ProblemData): PlanIndex | null {
  const { mustBeZero: rules = [], objective } = problem;
  if (rules.length === 0) return null;
  const priced = { ...objective, ...Object.fromEntries(rules.map((rule) => [rule, 1])) };
  return indexPlan({ ...problem, objective: priced, mustBeZero: [] }, data);
}

function pricesOf({ objective }: ProblemInput): PlanIndex['prices'] {
  const priced = COMPONENTS.map((name) => [name, objective[name as keyof ObjectiveInput] ?? 0]);
  return Object.fromEntries(priced) as PlanIndex['prices'];
}

/** The node of a visit's part; -1 when there is none. */
export function partNode({ problem, data, visit }: PlanIndex, id: string, part: string): number {
  return partNumber(problem, data, visit.get(id), part);
}

function partNumber(problem: ProblemInput, data: ProblemData, v: number | undefined, part: string): number {
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
  readonly time: RouteTime;
}

/** A plan joined to its problem. */
export interface WalkedPlan {
  readonly index: PlanIndex;
  readonly routes: readonly WalkedRoute[];
  /** By number; undefined: unused. */
  readonly byRoute: readonly (WalkedRoute | undefined)[];
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
 * @param like a plan of the same problem that shares most of its routes
 */
export function walkPlan(index: PlanIndex, plan: Plan, like?: WalkedPlan): WalkedPlan {
  const { parts, routes: most } = index.data;
  const routeOf = like ? like.routeOf.slice() : new Int32Array(parts).fill(-1);
  const startOf = like ? like.startOf.slice() : new Int32Array(parts);
  const byRoute: (WalkedRoute | undefined)[] = Array.from({ length: most }, () => undefined);
  const routes = plan.routes.map((route) => {
    let walked = index.walked.get(route);
    if (!walked) index.walked.set(route, (walked = walkRoute(index, route)));
    byRoute[walked.r] = walked;
    return walked;
  });
  for (const before of like?.routes ?? []) {
    if (byRoute[before.r] === before) continue;
    for (const stop of before.stops) if (stop.kind === 'visit') routeOf[stop.node] = -1;
  }
  for (const walked of routes) {
    if (like?.byRoute[walked.r] === walked) continue;
    for (const stop of walked.stops) {
      if (stop.kind === 'break') continue;
      routeOf[stop.node] = walked.r;
      startOf[stop.node] = stop.stop.start;
    }
  }
  return { index, routes, byRoute, unserved: plan.unserved, routeOf, startOf };
}

function walkRoute(index: PlanIndex, route: PlanRoute): WalkedRoute {
  const r = index.route.get(route.shift)!;
  const { staff, shift } = index.shifts[r];
  const facts = index.past.get(route.shift) ?? [];
  const time = { departure: route.departure, return: route.return, rest: 0, service: 0, parts: 0 };
  const stops = route.stops.map((stop): WalkedStop => {
    const past = facts.some((fact) => fact.id === stop.id && fact.part === stop.part && fact.start === stop.start);
    if (stop.kind === 'break') {
      time.rest += stop.end - stop.start;
      return { kind: 'break', stop, past, rest: shift.breaks.find((b) => b.id === stop.id)! };
    }
    time.service += stop.end - stop.start;
    time.parts++;
    const node = partNode(index, stop.id, stop.part);
    const { visit, part } = index.parts[node];
    return { kind: 'visit', stop, past, node, visit, part };
  });
  return { r, route, staff, shift, stops, time };
}
