import { LATEST } from './bounds.js';
import { frozenPast } from './frozen-past.js';
import type { IssueList } from './issues.js';
import type { PlanStop } from './plan.js';
import type { ProblemInput, ShiftInput, StaffInput } from './problem-input.js';

/**
 * Checks the given plan as far as it is past: everything in it is known, a
 * visit is given whole and once, and nobody is kept beyond what can follow.
 * What is not past is passed over where the problem does not have it.
 */
export function validateGiven(problem: ProblemInput, list: IssueList): void {
  const { given } = problem;
  if (!given) return;
  if (given.frozenBefore !== undefined) list.whole('given.frozenBefore', given.frozenBefore, 0, problem.horizonEnd);
  given.plan.routes.forEach((route, r) =>
    route.stops.forEach((stop, s) => list.whole(`given.plan.routes[${r}].stops[${s}].start`, stop.start, 0, LATEST)),
  );
  if (list.issues.length > 0) return;
  const seen = new Map<string, Set<string>>();
  for (const [shift, stops] of frozenPast(given)) {
    const path = `given.plan.routes[${given.plan.routes.findIndex((route) => route.shift === shift)}]`;
    const person = problem.staff.find((one) => one.shifts.some(({ id }) => id === shift));
    const own = person?.shifts.find(({ id }) => id === shift);
    if (!person || !own) {
      list.add('UNKNOWN_REFERENCE', `${path}.shift`, `"${shift}" is no shift, and its route has begun`);
      continue;
    }
    stops.forEach((stop) => validatePastStop(problem, own, stop, { path, list, seen }));
    if (list.issues.length === 0) validatePastEnd(problem, person, own, { path, list, stops });
  }
  for (const [visit, parts] of seen) {
    const all = problem.visits.find(({ id }) => id === visit)?.parts.length ?? 0;
    if (parts.size < all)
      list.add(
        'WRONG_VALUE',
        'given.plan',
        `gives ${parts.size} of ${all} parts of "${visit}", which has begun; give all of them`,
      );
  }
}

function validatePastStop(
  problem: ProblemInput,
  shift: ShiftInput,
  stop: PlanStop,
  { path, list, seen }: { readonly path: string; readonly list: IssueList; readonly seen: Map<string, Set<string>> },
): void {
  if (stop.kind === 'break') {
    if (!shift.breaks.some(({ id }) => id === stop.id))
      list.add('UNKNOWN_REFERENCE', `${path}.stops`, `"${stop.id}" is no break of "${shift.id}", and it has begun`);
    return;
  }
  const visit = problem.visits.find(({ id }) => id === stop.id);
  if (!visit?.parts.some(({ id }) => id === stop.part)) {
    list.add('UNKNOWN_REFERENCE', `${path}.stops`, `"${stop.id}/${stop.part}" is no part of a visit, and it has begun`);
    return;
  }
  const parts = seen.get(stop.id) ?? new Set<string>();
  if (parts.has(stop.part)) list.add('DUPLICATE_ID', `${path}.stops`, `"${stop.id}/${stop.part}" is given twice and has begun`);
  seen.set(stop.id, parts.add(stop.part));
}

/** The way home after the last past stop must end before the person's next shift and the horizon. */
function validatePastEnd(
  problem: ProblemInput,
  person: StaffInput,
  shift: ShiftInput,
  { path, list, stops }: { readonly path: string; readonly list: IssueList; readonly stops: readonly PlanStop[] },
): void {
  const next = person.shifts.filter((other) => other.start > shift.start).map((other) => other.start);
  const limit = Math.min(problem.horizonEnd, ...next);
  const { back } = afterPast(problem, person, shift, stops);
  if (back > limit)
    list.add(
      'OUT_OF_RANGE',
      path,
      `cannot be back before ${back} after what is past; the next shift or the horizon's end is at ${limit}`,
    );
}

/**
 * What follows a route's past stops when nothing more is done: from when on it
 * is free, on the way home (a required break that could not begin by then is
 * not owed), and when it is back after the required breaks it still owes.
 */
export function afterPast(
  problem: ProblemInput,
  person: StaffInput,
  shift: ShiftInput,
  stops: readonly PlanStop[],
): { readonly free: number; readonly back: number } {
  const { clock, place } = pastEnd(problem, person, stops);
  const matrix = problem.profiles.find(({ id }) => id === person.profile)!.durations;
  const home = clock + (place === null ? 0 : matrix[place * problem.places + shift.endPlace]);
  const free = Math.max(home, problem.given?.frozenBefore ?? 0);
  const taken = new Set(stops.map((stop) => (stop.kind === 'break' ? stop.id : '')));
  const owed = shift.breaks.filter((rest) => rest.missed === 'required' && !taken.has(rest.id) && latestStart(rest) >= free);
  let back = home;
  for (const rest of owed.toSorted((a, b) => latestStart(a) - latestStart(b)))
    back = Math.max(back, free, rest.earliest) + rest.duration;
  return { free, back };
}

/** When a route is back that does nothing more after its past stops but the required breaks it still owes. */
export function pastReturn(problem: ProblemInput, person: StaffInput, shift: ShiftInput, stops: readonly PlanStop[]): number {
  return afterPast(problem, person, shift, stops).back;
}

/** When the last past stop ends and where it is; no place behind a break, which is taken where the next stop is. */
export function pastEnd(
  problem: ProblemInput,
  person: StaffInput,
  stops: readonly PlanStop[],
): { readonly clock: number; readonly place: number | null } {
  const last = stops[stops.length - 1];
  if (last.kind === 'break') {
    const rest = person.shifts.flatMap(({ breaks }) => breaks).find(({ id }) => id === last.id)!;
    return { clock: last.start + rest.duration, place: null };
  }
  const visit = problem.visits.find(({ id }) => id === last.id)!;
  const part = visit.parts.find(({ id }) => id === last.part)!;
  return { clock: last.start + (part.durationByStaff?.[person.id] ?? part.duration), place: visit.place };
}

function latestStart(rest: ShiftInput['breaks'][number]): number {
  return rest.measuredAt === 'end' ? rest.latest - rest.duration : rest.latest;
}
