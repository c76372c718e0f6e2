import type { Plan, PlanRoute, PlanStop } from '../model/plan.js';
import type { ProblemData } from '../model/problem-data.js';
import type { BreakInput, PartInput, ProblemInput, ShiftInput, StaffInput, VisitInput } from '../model/problem-input.js';

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
  };
}

/** The node of a visit's part; -1 when there is none. */
export function partNode({ problem, data, visit }: PlanIndex, id: string, part: string): number {
  const v = visit.get(id);
  if (v === undefined) return -1;
  const k = problem.visits[v].parts.findIndex((p) => p.id === part);
  return k < 0 ? -1 : data.visitFirst[v] + k;
}

/** A stop of a plan with what it stands for. */
export type WalkedStop = { readonly stop: PlanStop } & (
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
 * Joins a plan to its problem.
 * @param plan names only what the problem has; its times agree with each other
 */
export function walkPlan(index: PlanIndex, plan: Plan): WalkedPlan {
  const routeOf = new Int32Array(index.data.parts).fill(-1);
  const startOf = new Int32Array(index.data.parts);
  const routes = plan.routes.map((route): WalkedRoute => {
    const r = index.route.get(route.shift)!;
    const { staff, shift } = index.shifts[r];
    const stops = route.stops.map((stop): WalkedStop => {
      if (stop.kind === 'break') return { kind: 'break', stop, rest: shift.breaks.find((b) => b.id === stop.id)! };
      const node = partNode(index, stop.id, stop.part);
      routeOf[node] = r;
      startOf[node] = stop.start;
      return { kind: 'visit', stop, node, ...index.parts[node] };
    });
    return { r, route, staff, shift, stops };
  });
  return { index, routes, unserved: plan.unserved, routeOf, startOf };
}
