import type { ChangedVisitView } from '#contracts';
import type { PlacedVisit } from './compare-ports.js';

/** A visit treated differently, with whose it is. */
export interface ChangedVisit extends Omit<ChangedVisitView, 'cause' | 'change'> {
  readonly clientId: string;
  readonly beforeStaff: readonly string[];
  readonly afterStaff: readonly string[];
}

/** Who was at each client lately, by client. */
export type Known = ReadonlyMap<string, readonly string[]>;

/** Visits that differ for somebody who has seen the first plan, by day, then start, then key. */
export function changedVisits(before: readonly PlacedVisit[], after: readonly PlacedVisit[], known: Known): ChangedVisit[] {
  const was = new Map(before.map((visit) => [visit.key, visit]));
  const is = new Map(after.map((visit) => [visit.key, visit]));
  const keys = new Set([...was.keys(), ...is.keys()]);
  const changed = [...keys].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const effect = effectOf(old, now);
    return effect === null ? [] : [changedVisit({ old, now, effect, known })];
  });
  const order = ({ date, before, after, visit }: ChangedVisit): string => `${date} ${(before ?? after)?.start ?? ''} ${visit}`;
  return changed.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

interface Pair {
  readonly old: PlacedVisit | undefined;
  readonly now: PlacedVisit | undefined;
  readonly effect: ChangedVisit['effect'];
  readonly known: Known;
}

function changedVisit({ old, now, effect, known }: Pair): ChangedVisit {
  const { key, date, clientId, client, tasks } = (now ?? old) as PlacedVisit;
  const there = new Set([...(known.get(clientId) ?? []), ...(old?.staff ?? []).map(({ id }) => id)]);
  return {
    ...{ visit: key, date, clientId, client, tasks: [...tasks], effect, before: placement(old), after: placement(now) },
    newFaces: (now?.staff ?? []).filter(({ id }) => !there.has(id)).map(({ name }) => name),
    beforeStaff: (old?.staff ?? []).map(({ id }) => id),
    afterStaff: (now?.staff ?? []).map(({ id }) => id),
  };
}

function effectOf(old: PlacedVisit | undefined, now: PlacedVisit | undefined): ChangedVisit['effect'] | null {
  if (old === undefined) return now === undefined || now.start === null ? null : 'added';
  if (now === undefined) return old.start === null ? null : 'removed';
  if (old.start === null) return now.start === null ? null : 'served';
  if (now.start === null) return 'unserved';
  if (people(old) !== people(now)) return 'reassigned';
  return minuteOf(old.start) === minuteOf(now.start) ? null : 'moved';
}

/** Nobody is told of seconds. */
function minuteOf(start: string): number {
  return Math.floor(Date.parse(start) / 60_000);
}

/** Which of two people has which part matters to nobody. */
function people({ staff }: PlacedVisit): string {
  return staff
    .map(({ id }) => id)
    .sort()
    .join();
}

function placement(visit: PlacedVisit | undefined): ChangedVisit['before'] {
  return visit === undefined || visit.start === null ? null : { start: visit.start, staff: visit.staff.map(({ name }) => name) };
}
