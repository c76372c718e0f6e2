import type { PlanRoute, PlanStop, ProblemInput, ShiftInput, StaffInput } from '#engine';

/** A stop as a solution file gives it: what, where and when, but not when the person arrived. */
export interface DatedStop {
  readonly kind: 'visit' | 'break';
  readonly id: string;
  readonly part: string;
  readonly place: number;
  readonly start: number;
  readonly end: number;
}

/** Completes a route by the departure, arrivals and return that follow from its stops. */
export function timedRoute(problem: ProblemInput, staff: StaffInput, shift: ShiftInput, stops: readonly DatedStop[]): PlanRoute {
  const travel = travelOf(problem, staff);
  const first = stops[0];
  let departure = shift.start;
  if (first && shift.departure === 'late') departure = Math.max(shift.start, first.start - travel(shift.startPlace, first.place));
  let at = shift.startPlace;
  let clock = departure;
  // Nobody travels after a break: it is taken where the next stop is.
  let rested = false;
  const timed: PlanStop[] = stops.map(({ kind, id, part, place, start, end }) => {
    const arrival = clock + (rested ? 0 : travel(at, place));
    at = place;
    clock = end;
    rested = kind === 'break';
    return { kind, id, part, arrival, start, end };
  });
  return { shift: shift.id, staff: staff.id, departure, return: clock + (rested ? 0 : travel(at, shift.endPlace)), stops: timed };
}

/**
 * Travel durations of one person.
 * @throws Error when the person's profile is not in the problem
 */
export function travelOf(problem: ProblemInput, staff: StaffInput): (from: number, to: number) => number {
  const profile = problem.profiles.find((candidate) => candidate.id === staff.profile);
  if (!profile) throw new Error(`staff ${staff.id} travels by profile ${staff.profile}, which the problem does not have`);
  return (from, to) => profile.durations[from * problem.places + to];
}
