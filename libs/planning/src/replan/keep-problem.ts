import type { Plan, PlanRoute, ProblemInput, VisitInput } from '#engine';
import { WISH_MISSED } from '../problem/prices.js';
import type { Placement, StoredRoute } from './replan-ports.js';

/** A second by which a kept visit moves costs two seconds of pay and road together. */
const MOVED = 4;
/** Another person for a kept visit costs as much as four wishes. */
const REASSIGNED = 4 * WISH_MISSED;
/** A kept visit outweighs a free one of its priority so many times. */
const KEPT_WEIGHT = 8;

/** Where kept visits stand, instants counted from the problem's time 0. */
export type Kept = ReadonlyMap<string, Placement>;

/** The problem in which every kept visit is given by the same people at the same time, or left out at a price that only a rule can ask. */
export function keptExactly(problem: ProblemInput, kept: Kept): ProblemInput {
  return { ...problem, visits: problem.visits.map((visit) => pinned(visit, kept.get(visit.id))) };
}

function pinned(visit: VisitInput, placement: Placement | undefined): VisitInput {
  if (placement === undefined) return visit;
  const { start, staff } = placement;
  return {
    ...visit,
    ...outweighing(visit),
    parts: visit.parts.map((part, n) => ({
      ...part,
      allowedStaff: [staff[n]],
      excludedStaff: [],
      windows: [{ start, end: start }],
    })),
  };
}

/** What has begun stays whatever the rules say now: nobody's skills, wishes or days off are asked any more. */
export function begunExactly(problem: ProblemInput, begun: Kept): ProblemInput {
  const visits = problem.visits.map((visit) => {
    const made = pinned(visit, begun.get(visit.id));
    return made === visit ? visit : { ...made, parts: made.parts.map((part) => ({ ...part, skills: [] })) };
  });
  return { ...problem, visits };
}

/** The problem in which kept visits may give way, at a price for every second and every change of people. */
export function keptIfPossible(problem: ProblemInput, kept: Kept): ProblemInput {
  const visits = problem.visits.map((visit) => {
    const placement = kept.get(visit.id);
    if (placement === undefined) return visit;
    const wishedWindow = { start: placement.start, end: placement.start };
    const parts = visit.parts.map((part, n) => ({ ...part, preferredStaff: [placement.staff[n]], wishedWindow }));
    return { ...visit, ...outweighing(visit), parts };
  });
  return { ...problem, visits, objective: { ...problem.objective, wishedTime: MOVED, preference: REASSIGNED } };
}

function outweighing({ unserved }: VisitInput): Pick<VisitInput, 'unserved'> {
  return { unserved: unserved === 'forbidden' ? unserved : KEPT_WEIGHT * unserved };
}

/** The stored routes as a plan of the problem, with the visits to keep and the breaks it still has. */
export function keptPlan(routes: readonly StoredRoute[], problem: ProblemInput, kept: ReadonlySet<string>, epoch: number): Plan {
  const shifts = new Map(problem.staff.flatMap((member) => member.shifts.map((shift) => [shift.id, shift])));
  const made = routes.flatMap((route): PlanRoute[] => {
    const breaks = new Set(shifts.get(route.shiftId)?.breaks.map(({ id }) => id));
    const stops = route.stops
      .filter(({ kind, id }) => (kind === 'visit' ? kept.has(id) : breaks.has(id)))
      .map(({ kind, id, part, start, end }) => ({
        ...{ kind, id, part: kind === 'visit' ? String(part) : '' },
        ...{ arrival: start - epoch, start: start - epoch, end: end - epoch },
      }));
    if (!shifts.has(route.shiftId) || !stops.some(({ kind }) => kind === 'visit')) return [];
    const [departure, back] = [stops[0].arrival, stops[stops.length - 1].end];
    return [{ shift: route.shiftId, staff: route.staffId, departure, return: back, stops }];
  });
  const served = new Set(made.flatMap(({ stops }) => stops.map(({ id }) => id)));
  return { routes: made, unserved: problem.visits.map(({ id }) => id).filter((id) => !served.has(id)) };
}
