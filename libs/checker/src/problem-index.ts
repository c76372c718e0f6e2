import type { PartInput, PlanStop, ProblemInput, ShiftInput, StaffInput, TravelProfileInput, VisitInput } from '#engine';

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
  /** Stops of the given plan that are past, by shift; see {@link pastStops}. */
  readonly past: ReadonlyMap<string, readonly PlanStop[]>;
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
  return { problem, shifts, visits, past: pastStops(problem) };
}

/**
 * The stops of the given plan that are facts: those before the frozen instant
 * and the first visit of a route that departs before it, then, as long as that
 * adds any, whatever precedes a fact on its route and the other parts of its visit.
 */
function pastStops({ given }: ProblemInput): ReadonlyMap<string, readonly PlanStop[]> {
  const past = new Map<string, readonly PlanStop[]>();
  if (given?.frozenBefore === undefined) return past;
  const instant = given.frozenBefore;
  const routes = given.plan.routes.map(({ shift, departure, stops }) => ({
    ...{ shift, departure },
    stops: [...stops].sort((a, b) => a.start - b.start || a.end - b.end),
  }));
  const begun = new Set<string>();
  for (const { departure, stops } of routes) {
    const first = stops.find(({ kind }) => kind === 'visit');
    if (first && departure < instant) begun.add(first.id);
  }
  const isPast = (stop: PlanStop): boolean => stop.start < instant || (stop.kind === 'visit' && begun.has(stop.id));
  for (let before = -1; before !== begun.size;) {
    before = begun.size;
    for (const { shift, stops } of routes) {
      const facts = stops.slice(0, stops.findLastIndex(isPast) + 1);
      if (facts.some(({ kind }) => kind === 'visit')) past.set(shift, facts);
      for (const stop of facts) if (stop.kind === 'visit') begun.add(stop.id);
    }
  }
  return past;
}

/** Whether a stop of a shift's route is past; `id` is the visit's or the break's. */
export function isPastStop(index: ProblemIndex, shift: string, id: string, part: string): boolean {
  return index.past.get(shift)?.some((stop) => stop.id === id && stop.part === part) ?? false;
}
