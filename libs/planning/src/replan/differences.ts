import type { Visit } from '#care';
import type { BareDifference } from './causes.js';
import type { Placement } from './replan-ports.js';

/** A plan as far as differences are seen: the visits it knows and where those served are. */
export interface Seen {
  readonly visits: readonly Visit[];
  readonly placements: ReadonlyMap<string, Placement>;
}

/** What is different for a person who has seen the first plan: by the visits of both, in the order of the second, the removed ones last. */
export function differencesBetween(before: Seen, after: Seen): BareDifference[] {
  const old = new Map(before.visits.map((visit) => [visit.key, visit]));
  const kept = new Set(after.visits.map(({ key }) => key));
  const now = after.visits.flatMap((visit) => {
    const [from, to] = [before.placements.get(visit.key) ?? null, after.placements.get(visit.key) ?? null];
    const effect = effectOf(old.get(visit.key), visit, from, to);
    return effect === null ? [] : [{ visitKey: visit.key, effect, before: from, after: to, visit }];
  });
  const gone = before.visits
    .filter(({ key }) => !kept.has(key))
    .map((visit) => ({
      visitKey: visit.key,
      effect: 'removed' as const,
      before: before.placements.get(visit.key) ?? null,
      after: null,
      visit,
    }));
  return [...now, ...gone];
}

function effectOf(
  old: Visit | undefined,
  visit: Visit,
  from: Placement | null,
  to: Placement | null,
): BareDifference['effect'] | null {
  if (old === undefined) return to === null ? 'unserved' : 'added';
  if (from === null) return to === null ? null : 'served';
  if (to === null) return 'unserved';
  if (from.staff.length !== to.staff.length || from.staff.some((staff) => !to.staff.includes(staff))) return 'reassigned';
  if (minuteOf(from.start) !== minuteOf(to.start)) return 'moved';
  return old.durationSeconds === visit.durationSeconds && sameTasks(old, visit) ? null : 'changed';
}

/** Nobody is told of seconds: times are read and kept to the minute. */
function minuteOf(start: number): number {
  return Math.floor(start / 60);
}

/** The order in which tasks are done is the rules' affair. */
function sameTasks(a: Visit, b: Visit): boolean {
  return a.tasks.toSorted().join() === b.tasks.toSorted().join();
}
