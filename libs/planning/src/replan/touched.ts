import type { Visit } from '#care';
import type { ProblemInput } from '#engine';
import type { PlanChange } from '../changes/change-ports.js';
import type { BuiltProblem } from '../problem/build-problem.js';
import { SUSPENDED } from '../problem/visit-rank.js';
import type { CurrentPlan, Placement } from './replan-ports.js';

/** What of a current plan the data of today do not bear any more. */
export interface Touched {
  /** Visits that must be placed anew, or for the first time. */
  readonly free: ReadonlySet<string>;
  /** Of them, those that ask for something else where and by whom they are planned; that may go on. */
  readonly steady: ReadonlySet<string>;
  /** Visits that are not to be given any more. */
  readonly removed: readonly Visit[];
  /** Days of either, in order. */
  readonly days: readonly string[];
}

/** What is compared: the current plan, today's problem over its days, and what has happened in between. */
export interface Comparison {
  readonly current: CurrentPlan;
  readonly placements: ReadonlyMap<string, Placement>;
  /** Visits as the data want them now; those already begun as they were planned. */
  readonly visits: readonly Visit[];
  readonly built: BuiltProblem;
  /** Visits that wait for one that runs over. */
  readonly retimed: readonly Visit[];
  /** Keys of visits already begun: whatever has changed, they stay. */
  readonly begun: ReadonlySet<string>;
  readonly changes: readonly PlanChange[];
  /** Visits that can begin no more; one the plan does not have yet must be told of. */
  readonly late: readonly Visit[];
  /** Visits owed that the law bars; one the plan gives must be taken out, one it does not have must be told of. */
  readonly barred: readonly Visit[];
}

/**
 * Compares a plan with what the data want now. The data decide, not the kind of the change: a visit is touched when it is
 * new, gone or another one, when its place in the plan is not allowed any more, or when its client has moved house.
 */
export function touchedBy(comparison: Comparison): Touched {
  const { current, visits, begun, late, barred, retimed, placements } = comparison;
  const wanted = new Set([...visits, ...late, ...barred].map(({ key }) => key));
  const planned = new Set(current.visits.map(({ key }) => key));
  const removed = current.visits.filter(({ key }) => !wanted.has(key));
  const free = new Set(visits.filter((visit) => !begun.has(visit.key) && isTouched(visit, comparison)).map(({ key }) => key));
  const astray = [...brokenPairs(comparison), ...misplaced(comparison)];
  for (const key of astray) free.add(key);
  const missed = [...late, ...barred].filter(({ key }) => !planned.has(key));
  const unlawful = barred.filter(({ key }) => placements.has(key));
  const days = new Set(
    [...visits.filter(({ key }) => free.has(key)), ...removed, ...missed, ...unlawful, ...retimed].map(({ date }) => date),
  );
  for (const visit of leftOut(comparison)) {
    if (!mayBeGivenNow(visit, comparison.changes)) continue;
    days.add(visit.date);
    free.add(visit.key);
  }
  // On a day that is looked at anyway, a visit left out so far gets its chance.
  for (const { key, date } of leftOut(comparison)) if (days.has(date)) free.add(key);
  const steady = new Set(visits.filter((visit) => free.has(visit.key) && mayStay(visit, comparison)).map(({ key }) => key));
  for (const key of astray) steady.delete(key);
  return { free, steady, removed, days: [...days].sort() };
}

/** Whether a visit that is another one now may be given by the same people at the same second, whoever else is there. */
function mayStay(visit: Visit, comparison: Comparison): boolean {
  const { current, placements, built } = comparison;
  const placement = placements.get(visit.key);
  return placement !== undefined && !hasMoved(visit, comparison) && fits(built, visit.key, placement, current);
}

function leftOut({ visits, placements, begun }: Comparison): readonly Visit[] {
  return visits.filter(({ key }) => !placements.has(key) && !begun.has(key));
}

/** Whether a change is about the client, or about people whose days may now have room. */
function mayBeGivenNow({ clientId, date }: Visit, changes: readonly PlanChange[]): boolean {
  return changes.some((change) => (change.clientId === null || change.clientId === clientId) && covers(change, date));
}

/** Whether a change is about this day. */
export function covers({ from, to }: PlanChange, date: string): boolean {
  return from <= date && (to === null || date <= to);
}

function hasMoved({ clientId: of }: Visit, { changes }: Comparison): boolean {
  return changes.some(({ kind, clientId }) => kind === 'client_moved' && clientId === of);
}

function isTouched(visit: Visit, comparison: Comparison): boolean {
  const { current, placements, built } = comparison;
  const before = current.visits.find(({ key }) => key === visit.key);
  if (before === undefined) return true;
  const placement = placements.get(visit.key);
  if (placement === undefined) return !sameDemand(before, visit);
  return hasMoved(visit, comparison) || !sameDemand(before, visit) || !fits(built, visit.key, placement, current);
}

/** Whether two versions of a visit ask for the same. */
function sameDemand(a: Visit, b: Visit): boolean {
  const demand = ({ durationSeconds, profession, skills, staffCount, windows, tasks }: Visit): string =>
    JSON.stringify([
      durationSeconds,
      profession,
      [...skills].sort(),
      staffCount,
      windows.map((w) => [w.start, w.end]),
      [...tasks].sort(),
    ]);
  return demand(a) === demand(b);
}

/** Whether every part of the visit may still be given as planned: on a shift that is still there, by somebody who still may. */
function fits({ problem, epoch }: BuiltProblem, key: string, placement: Placement, current: CurrentPlan): boolean {
  const visit = problem.visits.find(({ id }) => id === key);
  if (visit === undefined || visit.parts.length !== placement.staff.length) return false;
  return visit.parts.every((part, n) => {
    const staffId = placement.staff[n];
    const member = problem.staff.find(({ id }) => id === staffId);
    const route = current.routes.find(({ staffId: of, stops }) => of === staffId && stops.some(({ id }) => id === key));
    if (!member || !route || !member.shifts.some(({ id }) => id === route.shiftId)) return false;
    const at = placement.start - epoch;
    return (
      part.skills.every((skill) => member.skills.includes(skill)) &&
      (part.allowedStaff?.includes(staffId) ?? true) &&
      !part.excludedStaff?.includes(staffId) &&
      part.windows.some(({ start, end }) => start <= at && at <= end) &&
      withinShift(problem, route.shiftId, { start: at, end: at + part.duration })
    );
  });
}

function withinShift(problem: ProblemInput, shiftId: string, { start, end }: { start: number; end: number }): boolean {
  const shift = problem.staff.flatMap(({ shifts }) => shifts).find(({ id }) => id === shiftId);
  return shift !== undefined && shift.start <= start && end <= shift.end;
}

/** Nurses' visits to a client whose social care has been suspended that somebody else's visit follows (S039, S074). */
function misplaced({ built, current, begun }: Comparison): string[] {
  const ranks = new Map(built.problem.visits.map(({ id, parts }) => [id, parts[0].rank ?? 0]));
  const rankOf = ({ id }: { readonly id: string }): number => ranks.get(id) ?? 0;
  return current.routes.flatMap(({ stops }) => {
    const visits = stops.filter(({ kind }) => kind === 'visit');
    return visits
      .filter((stop, i) => rankOf(stop) === SUSPENDED && visits.slice(i + 1).some((later) => rankOf(later) < SUSPENDED))
      .map(({ id }) => id)
      .filter((key) => !begun.has(key));
  });
}

/** Visits that stand to each other as the rules now forbid; of a pair the one that has not begun, else the later one. */
function brokenPairs({ built, placements, begun }: Comparison): string[] {
  return built.problem.links.flatMap(({ before, after, gaps }) => {
    const [first, second] = [placements.get(before.visit), placements.get(after.visit)];
    if (first === undefined || second === undefined || before.visit === after.visit) return [];
    const gap = second.start - first.start;
    if (gaps.some(({ min, max }) => (min ?? -Infinity) <= gap && gap <= (max ?? Infinity))) return [];
    return [after.visit, before.visit].filter((key) => !begun.has(key)).slice(0, 1);
  });
}
