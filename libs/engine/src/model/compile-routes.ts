import type { PastData } from './compile-past.js';
import type { RouteSource } from './compile-nodes.js';
import type { ProblemInput, ShiftInput } from './problem-input.js';

interface RouteSources {
  readonly breakFirst: Int32Array;
  readonly breaks: number;
  readonly past: PastData;
  /** What prices of missed breaks are multiplied by. */
  readonly missed: number;
}

/** Shifts and their breaks. */
export function compileRoutes(
  problem: ProblemInput,
  routes: readonly RouteSource[],
  { breakFirst, breaks, past, missed }: RouteSources,
) {
  const profileIndex = new Map(problem.profiles.map((p, i) => [p.id, i]));
  const classes = new Map<string, number>();
  const breakInputs = routes.flatMap((r) => r.shift.breaks);
  const routeOfBreak = new Int32Array(breaks);
  routes.forEach((_, r) => routeOfBreak.fill(r, breakFirst[r], breakFirst[r + 1]));
  const named = namedStaff(problem);
  const routeClass = Int32Array.from(routes, ({ person, shift }) => {
    // Staff somebody names are never interchangeable, nor are people with several shifts.
    const own = named.has(person.id) || person.shifts.length > 1 ? shift.id : '';
    const { id: _id, breaks: rests, ...rest } = shift;
    const { id: _person, shifts: _shifts, skills, ...rules } = person;
    const key = JSON.stringify([own, rules, [...skills].sort(), rest, rests.map(({ id: _b, ...r }) => r)]);
    if (!classes.has(key)) classes.set(key, classes.size);
    return classes.get(key)!;
  });
  return {
    profileOf: Int32Array.from(routes, (r) => profileIndex.get(r.person.profile)!),
    staffOf: Int32Array.from(routes, (r) => r.staff),
    shiftStart: Int32Array.from(routes, (r) => r.shift.start),
    shiftEnd: Int32Array.from(routes, (r) => r.shift.end),
    departsLate: Uint8Array.from(routes, (r) => (r.shift.departure === 'late' ? 1 : 0)),
    openEnd: Uint8Array.from(routes, (r) => (r.shift.endRule === 'open' ? 1 : 0)),
    capacity: Int32Array.from(routes, ({ shift }, r) => capacityOf(problem, shift, r, past)),
    breakFirst,
    routeOfBreak,
    breakMissed: Float64Array.from(breakInputs, (b) => (b.missed === 'required' ? 0 : b.missed * missed)),
    breakRequired: Uint8Array.from(breakInputs, (b, k) => (b.missed === 'required' && past.breakOver[k] === 0 ? 1 : 0)),
    breakWhenLonger: Int32Array.from(breakInputs, (b) => b.whenLongerThan ?? 0),
    // After what is past nobody may have a visit left to put behind it.
    breakBeforeVisit: Uint8Array.from(breakInputs, (b, k) =>
      b.beforeVisit && past.pastNodes[routeOfBreak[k]].length === 0 ? 1 : 0,
    ),
    routeClass,
    routeClasses: classes.size,
  };
}

/** Staff that somebody names are never interchangeable. */
function namedStaff(problem: ProblemInput): ReadonlySet<string> {
  const { visits, pins, given, clients, caps, fairness, equipment } = problem;
  // These tell people apart by who came or comes when: nobody stands for another.
  if (given || clients?.length || caps?.length || fairness?.length || equipment?.length || distinguishes(problem))
    return new Set(problem.staff.map(({ id }) => id));
  return new Set([
    ...visits.flatMap((v) =>
      v.parts.flatMap((p) => [
        ...(p.allowedStaff ?? []),
        ...(p.excludedStaff ?? []),
        ...(p.preferredStaff ?? []),
        ...Object.keys(p.durationByStaff ?? {}),
      ]),
    ),
    ...(pins ?? []).flatMap(({ staff, shift }) => [
      ...(staff === undefined ? [] : [staff]),
      ...problem.staff.filter(({ shifts }) => shifts.some(({ id }) => id === shift)).map(({ id }) => id),
    ]),
  ]);
}

function distinguishes({ objective }: ProblemInput): boolean {
  return (objective.distinctStaff ?? 0) > 0 || (objective.newStaff ?? 0) > 0;
}

/** What a route may carry: no less than what is past on it. */
function capacityOf(problem: ProblemInput, shift: ShiftInput, route: number, past: PastData): number {
  if (shift.capacity === undefined) return 0x7fffffff;
  const demands = problem.visits.flatMap(({ parts }) => parts.map(({ demand }) => demand ?? 0));
  return Math.max(
    shift.capacity,
    past.pastNodes[route].reduce((load, node) => load + (demands[node] ?? 0), 0),
  );
}
