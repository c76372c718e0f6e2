import type { BreakInput, PartInput, Plan, PlanRoute, PlanStop, VisitInput } from '#engine';
import { isPastStop, type ProblemIndex, type ShiftEntry } from './problem-index.js';
import type { Violation } from './violation.js';

/** A stop of the plan with what it refers to. */
export type ResolvedStop = VisitStop | BreakStop;

export interface VisitStop {
  readonly kind: 'visit';
  readonly stop: PlanStop;
  readonly visit: VisitInput;
  readonly part: PartInput;
  readonly place: number;
  readonly duration: number;
  /** Given before the frozen instant: a fact. */
  readonly past: boolean;
}

export interface BreakStop {
  readonly kind: 'break';
  readonly stop: PlanStop;
  readonly break: BreakInput;
  /** Where it is taken: the place of the next visit, or the route's end. */
  readonly place: number;
  readonly duration: number;
  readonly past: boolean;
}

/** A route whose shift the problem knows; stops it cannot place are left out (and reported). */
export interface ResolvedRoute extends ShiftEntry {
  readonly route: PlanRoute;
  readonly stops: readonly ResolvedStop[];
}

/** Where a part is given. */
export interface Placement {
  readonly staff: string;
  readonly shift: string;
  readonly start: number;
}

export interface ResolvedPlan {
  readonly routes: readonly ResolvedRoute[];
  /** By visit id, then part id; the first placement counts when a part is given twice. */
  readonly placements: ReadonlyMap<string, ReadonlyMap<string, Placement>>;
  readonly violations: readonly Violation[];
}

/** Joins the plan's ids to the problem and reports every id, repetition and figure that makes no sense. */
export function resolvePlan(index: ProblemIndex, plan: Plan): ResolvedPlan {
  const violations: Violation[] = [];
  const placements = new Map<string, Map<string, Placement>>();
  const routes: ResolvedRoute[] = [];
  const seen = new Set<string>();
  for (const route of plan.routes) {
    const at = { shift: route.shift, staff: route.staff };
    const entry = index.shifts.get(route.shift);
    if (!entry) {
      violations.push({ code: 'route_unknown_shift', ...at });
      continue;
    }
    if (seen.has(route.shift)) violations.push({ code: 'route_repeated', ...at });
    seen.add(route.shift);
    if (entry.staff.id !== route.staff) violations.push({ code: 'route_wrong_staff', ...at });
    violations.push(...oddTimes(route));
    const stops = resolveStops(index, entry, route, violations);
    if (!stops.some((stop) => stop.kind === 'visit')) violations.push({ code: 'route_empty', ...at });
    routes.push({ ...entry, route, stops });
    for (const stop of stops) if (stop.kind === 'visit') place(placements, entry, stop, violations);
  }
  return { routes, placements, violations };
}

function oddTimes(route: PlanRoute): Violation[] {
  const violations: Violation[] = [];
  const check = (found: number, ids: Partial<Violation>): void => {
    if (Number.isSafeInteger(found) && found >= 0) return;
    violations.push({ code: 'time_not_whole', shift: route.shift, staff: route.staff, ...ids, found });
  };
  check(route.departure, {});
  check(route.return, {});
  for (const stop of route.stops) {
    const ids = stop.kind === 'visit' ? { visit: stop.id, part: stop.part } : { break: stop.id };
    for (const time of [stop.arrival, stop.start, stop.end]) check(time, ids);
  }
  return violations;
}

function resolveStops(index: ProblemIndex, entry: ShiftEntry, route: PlanRoute, violations: Violation[]): ResolvedStop[] {
  const at = { shift: route.shift, staff: route.staff };
  const resolved: ResolvedStop[] = [];
  // From the back, because a break is taken at the place of the visit after it.
  let place = entry.shift.endPlace;
  for (const stop of [...route.stops].reverse()) {
    const past = isPastStop(index, route.shift, stop.id, stop.part);
    if (stop.kind === 'break') {
      const taken = entry.shift.breaks.find((candidate) => candidate.id === stop.id);
      if (taken) resolved.push({ kind: 'break', stop, break: taken, place, duration: taken.duration, past });
      else violations.push({ code: 'break_unknown', ...at, break: stop.id });
      continue;
    }
    const known = index.visits.get(stop.id);
    const part = known?.parts.get(stop.part);
    if (known && part) {
      place = known.visit.place;
      resolved.push({ kind: 'visit', stop, visit: known.visit, part, place, duration: lengthWith(part, entry.staff.id), past });
    } else violations.push({ code: known ? 'part_unknown' : 'visit_unknown', ...at, visit: stop.id, part: stop.part });
  }
  return resolved.reverse();
}

/** How long a part lasts with a person. */
export function lengthWith(part: PartInput, staff: string): number {
  return part.durationByStaff?.[staff] ?? part.duration;
}

function place(
  placements: Map<string, Map<string, Placement>>,
  entry: ShiftEntry,
  stop: VisitStop,
  violations: Violation[],
): void {
  const parts = placements.get(stop.visit.id) ?? new Map<string, Placement>();
  placements.set(stop.visit.id, parts);
  if (parts.has(stop.part.id)) {
    const at = { shift: entry.shift.id, staff: entry.staff.id, visit: stop.visit.id, part: stop.part.id };
    violations.push({ code: 'part_repeated', ...at });
  } else parts.set(stop.part.id, { staff: entry.staff.id, shift: entry.shift.id, start: stop.stop.start });
}
