import type { Plan, PlanRoute, ProblemInput } from '#engine';
import { PAID, PRIORITY_RATIO, TRAVEL, UNSERVED, WISH_MISSED } from '../problem/prices.js';
import type { StoredRoute } from './replan-ports.js';

/**
 * What it costs to disturb the plan in force, beside everything that any plan costs: a second by which a visit moves two
 * seconds of pay and road together, another person as much as four wishes, and a visit that is dropped as much again as
 * one of the priority above the lowest, so that only much more urgent care takes the place of what was promised.
 */
const DISTURBING = {
  movedStart: 2 * (TRAVEL + PAID),
  changedStaff: 4 * WISH_MISSED,
  newlyUnserved: UNSERVED * PRIORITY_RATIO,
} as const;

/** The problem given only these visits of the plan in force: all else is placed anew, as if nobody had seen it planned. */
export function givenOnly(problem: ProblemInput, kept: ReadonlySet<string>): ProblemInput {
  const { given } = problem;
  return given === undefined ? problem : { ...problem, given: { ...given, plan: only(given.plan.routes, problem, kept) } };
}

function only(routes: readonly PlanRoute[], { visits }: ProblemInput, kept: ReadonlySet<string>): Plan {
  const left = routes
    .map((route) => ({ ...route, stops: route.stops.filter(({ kind, id }) => kind === 'break' || kept.has(id)) }))
    .filter(({ stops }) => stops.some(({ kind }) => kind === 'visit'));
  const served = new Set(left.flatMap(({ stops }) => stops.map(({ id }) => id)));
  return { routes: left, unserved: visits.map(({ id }) => id).filter((id) => !served.has(id)) };
}

/** The problem as people who know the plan in force want it solved: whatever differs from `given` has its price. */
export function undisturbed(problem: ProblemInput): ProblemInput {
  return { ...problem, objective: { ...problem.objective, ...DISTURBING } };
}

/** The same with all that is given pinned: by the same people at the same second, or left out where a rule asks for it. */
export function keptExactly(problem: ProblemInput): ProblemInput {
  const pins = (problem.given?.plan.routes ?? []).flatMap(({ staff, stops }) =>
    stops.filter(({ kind }) => kind === 'visit').map(({ id: visit, part, start }) => ({ visit, part, staff, start })),
  );
  return { ...undisturbed(problem), pins };
}

/** Visits planned so near to one that must be placed anew that their people may take it: as many of each. */
const NEIGHBOURS = 8;

/**
 * The problem with everybody pinned who is far from all visits that must be placed anew: whoever plans nearby, or has
 * nothing to do yet, is left to choose from, and a short search looks where something can be found.
 */
export function keptFarAway(problem: ProblemInput): ProblemInput {
  const routes = problem.given?.plan.routes ?? [];
  const planned = new Set(routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  const ways = problem.profiles[0]?.durations;
  if (ways === undefined) return problem;
  const served = problem.visits.filter(({ id }) => planned.has(id));
  const near = new Set(
    problem.visits
      .filter(({ id }) => !planned.has(id))
      .flatMap(({ place }) =>
        served
          .map(({ id, place: there }) => ({ id, way: ways[place * problem.places + there] }))
          .sort((a, b) => a.way - b.way)
          .slice(0, NEIGHBOURS)
          .map(({ id }) => id),
      ),
  );
  const far = routes.filter(({ stops }) => !stops.some(({ id }) => near.has(id)));
  const pins = far.flatMap(({ staff, stops }) =>
    stops.filter(({ kind }) => kind === 'visit').map(({ id: visit, part, start }) => ({ visit, part, staff, start })),
  );
  const kept = new Set(pins.map(({ visit }) => visit));
  return { ...problem, pins: [...(problem.pins ?? []).filter(({ visit }) => !kept.has(visit)), ...pins] };
}

/** The stored routes as a plan of the problem, instants counted from its time 0: these visits, on shifts and with breaks that it still has. */
export function keptPlan(routes: readonly StoredRoute[], problem: ProblemInput, kept: ReadonlySet<string>, epoch: number): Plan {
  const shifts = problem.staff.flatMap((person) => person.shifts);
  const there = new Set(shifts.map(({ id }) => id));
  const breaks = new Set(shifts.flatMap((shift) => shift.breaks.map(({ id }) => id)));
  const made = storedPlan(routes, epoch)
    .routes.filter(({ shift }) => there.has(shift))
    .map((route) => ({ ...route, stops: route.stops.filter(({ kind, id }) => kind === 'visit' || breaks.has(id)) }));
  return only(made, problem, kept);
}

/** Stored routes as the engine's, instants counted from `epoch`. */
export function storedPlan(routes: readonly StoredRoute[], epoch: number): Plan {
  const made = routes.map((route): PlanRoute => ({
    ...{ shift: route.shiftId, staff: route.staffId, departure: route.departure - epoch, return: route.return - epoch },
    stops: route.stops.map(({ kind, id, part, start, end }) => ({
      ...{ kind, id, part: kind === 'visit' ? String(part) : '' },
      ...{ arrival: start - epoch, start: start - epoch, end: end - epoch },
    })),
  }));
  return { routes: made, unserved: [] };
}
