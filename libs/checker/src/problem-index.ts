import type { PartInput, ProblemInput, ShiftInput, StaffInput, TravelProfileInput, VisitInput } from '#engine';

/** A shift with the person it belongs to and how that person travels. */
export interface ShiftEntry {
  readonly staff: StaffInput;
  readonly shift: ShiftInput;
  readonly profile: TravelProfileInput;
}

/** A visit with its parts by id. */
export interface VisitEntry {
  readonly visit: VisitInput;
  readonly parts: ReadonlyMap<string, PartInput>;
}

/** The problem by ids. */
export interface ProblemIndex {
  readonly problem: ProblemInput;
  /** In the problem's order: by person, then by shift. */
  readonly shifts: ReadonlyMap<string, ShiftEntry>;
  readonly visits: ReadonlyMap<string, VisitEntry>;
}

/**
 * Orders a problem by ids.
 * @throws Error when somebody travels by a profile the problem does not have: such a problem has no cost.
 */
export function indexProblem(problem: ProblemInput): ProblemIndex {
  const profiles = new Map(problem.profiles.map((profile) => [profile.id, profile]));
  const shifts = new Map<string, ShiftEntry>();
  for (const staff of problem.staff) {
    const profile = profiles.get(staff.profile);
    if (!profile) throw new Error(`staff ${staff.id} travels by profile ${staff.profile}, which the problem does not have`);
    for (const shift of staff.shifts) shifts.set(shift.id, { staff, shift, profile });
  }
  const visits = new Map<string, VisitEntry>();
  for (const visit of problem.visits) {
    visits.set(visit.id, { visit, parts: new Map(visit.parts.map((part) => [part.id, part])) });
  }
  return { problem, shifts, visits };
}
