import type { Plan } from '../model/plan.js';
import type { ProblemInput, VisitInput } from '../model/problem-input.js';

/** A plan and the problem it answers. */
export interface PlannedProblem {
  readonly problem: ProblemInput;
  readonly plan: Plan;
}

/** Why a visit is not as before; exactly one, the first of these that holds. */
export type ChangeCause =
  /** The visit is not in the earlier, or not in the later problem. */
  | 'visit_added'
  | 'visit_cancelled'
  /** Its own windows, duration, skills or people differ. */
  | 'visit_changed'
  /** The shift that had it is gone or has other times. */
  | 'shift_changed'
  /** A visit linked to it changed; `visit` names it. */
  | 'linked_visit'
  /** Same person, other time: an earlier stop of the route changed; `visit` names it. */
  | 'route_before'
  /** Nothing forced it: the plan as a whole was cheaper so. */
  | 'cheaper';

export interface VisitChange {
  readonly visit: string;
  readonly kind: 'served' | 'left_out' | 'gone' | 'other_staff' | 'other_time';
  readonly cause: ChangeCause;
  /** The visit that caused it, for `linked_visit` and `route_before`. */
  readonly by?: string;
}

/** Where a plan puts a visit: people, shifts and starts of its parts. */
interface Placed {
  readonly staff: string;
  readonly shifts: readonly string[];
  readonly starts: string;
}

/** Every visit that two plans treat differently, in the later problem's order, cancelled ones last, each with one cause. */
export function planDifference(before: PlannedProblem, after: PlannedProblem): readonly VisitChange[] {
  const was = placements(before.plan);
  const is = placements(after.plan);
  const had = new Map(before.problem.visits.map((visit) => [visit.id, visit]));
  const has = new Map(after.problem.visits.map((visit) => [visit.id, visit]));
  const kinds = new Map<string, VisitChange['kind']>();
  for (const id of new Set([...has.keys(), ...had.keys()])) {
    const kind = has.has(id) ? kindOf(was.get(id), is.get(id)) : was.has(id) ? 'gone' : null;
    if (kind) kinds.set(id, kind);
  }
  const causes = new Causes(before, after, kinds);
  return [...kinds].map(([visit, kind]) => ({
    visit,
    kind,
    ...causes.of(visit, { kind, had: had.get(visit), has: has.get(visit) }),
  }));
}

function kindOf(was: Placed | undefined, is: Placed | undefined): VisitChange['kind'] | null {
  if (!was && !is) return null;
  if (!was) return 'served';
  if (!is) return 'left_out';
  if (was.staff !== is.staff) return 'other_staff';
  return was.starts === is.starts ? null : 'other_time';
}

function placements(plan: Plan): ReadonlyMap<string, Placed> {
  const stops = plan.routes.flatMap(({ staff, shift, stops: all }) => all.map((stop) => ({ staff, shift, stop })));
  const placed = new Map<string, Placed>();
  for (const { staff, shift, stop } of stops.toSorted((a, b) => (a.stop.part < b.stop.part ? -1 : 1))) {
    if (stop.kind === 'break') continue;
    const { staff: people, shifts, starts } = placed.get(stop.id) ?? { staff: '', shifts: [], starts: '' };
    placed.set(stop.id, { staff: `${people} ${staff}`, shifts: [...shifts, shift], starts: `${starts} ${stop.start}` });
  }
  return placed;
}

interface Visit {
  readonly kind: VisitChange['kind'];
  readonly had: VisitInput | undefined;
  readonly has: VisitInput | undefined;
}

class Causes {
  private readonly shifts: ReadonlySet<string>;

  constructor(
    private readonly before: PlannedProblem,
    private readonly after: PlannedProblem,
    private readonly changed: ReadonlyMap<string, VisitChange['kind']>,
  ) {
    const now = new Map(shiftsOf(after.problem));
    this.shifts = new Set(shiftsOf(before.problem).flatMap(([id, text]) => (now.get(id) === text ? [] : [id])));
  }

  of(visit: string, { kind, had, has }: Visit): Pick<VisitChange, 'cause' | 'by'> {
    if (!had) return { cause: 'visit_added' };
    if (!has) return { cause: 'visit_cancelled' };
    if (JSON.stringify(had) !== JSON.stringify(has)) return { cause: 'visit_changed' };
    const routes = this.before.plan.routes.filter(({ stops }) =>
      stops.some((stop) => stop.kind === 'visit' && stop.id === visit),
    );
    if (routes.some(({ shift }) => this.shifts.has(shift))) return { cause: 'shift_changed' };
    const linked = this.after.problem.links
      .filter(({ before, after }) => (before.visit === visit) !== (after.visit === visit))
      .map(({ before, after }) => (before.visit === visit ? after.visit : before.visit))
      .find((other) => this.changed.has(other));
    if (linked !== undefined) return { cause: 'linked_visit', by: linked };
    const earlier = kind === 'other_time' ? this.changedBefore(visit) : undefined;
    return earlier === undefined ? { cause: 'cheaper' } : { cause: 'route_before', by: earlier };
  }

  /** The nearest changed visit before this one on its route, in the later plan or, where that has none, in the earlier. */
  private changedBefore(visit: string): string | undefined {
    for (const { plan } of [this.after, this.before]) {
      for (const { stops } of plan.routes) {
        const at = stops.findIndex((stop) => stop.kind === 'visit' && stop.id === visit);
        if (at < 0) continue;
        const found = stops.slice(0, at).findLast((stop) => stop.kind === 'visit' && this.changed.has(stop.id));
        if (found) return found.id;
      }
    }
    return undefined;
  }
}

function shiftsOf(problem: ProblemInput): [string, string][] {
  return problem.staff.flatMap(({ id, shifts }) =>
    shifts.map((shift): [string, string] => [shift.id, JSON.stringify([id, shift])]),
  );
}
