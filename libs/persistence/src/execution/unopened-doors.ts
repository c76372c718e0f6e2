import type { NewWorkItem, Recording } from '#planning';
import { dayOfDate } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import { addWorkItems } from '../work-items/write-work-items.js';

/** Reports older than that tell the office nothing to act on at once, milliseconds: a day. */
const STILL_URGENT_MS = 24 * 3_600_000;
/** What says that somebody was reached after all, or that nothing was wrong. */
const REACHED: ReadonlySet<string> = new Set(['checked_in', 'client_absent', 'client_in_hospital', 'visit_refused']);

interface Reported extends Recording {
  readonly visits: readonly { readonly key: string; readonly clientId: string; readonly date: Date }[];
}

/**
 * Behind a door that nobody opens somebody may lie helpless: the office is asked at once to find out, until the report is
 * taken back or the client was reached.
 */
export async function followUnopenedDoors(
  transaction: Transaction,
  providerId: string,
  { recordedBy, recordedAt, events, visits }: Reported,
): Promise<void> {
  const known = new Map(visits.map((visit) => [visit.key, visit]));
  const items = events.flatMap(({ kind, at, visit: key, staff }): NewWorkItem[] => {
    const visit = known.get(key);
    const happened = Date.parse(at);
    if (kind !== 'no_answer' || visit === undefined || recordedAt.getTime() - happened > STILL_URGENT_MS) return [];
    return [
      {
        ...{ key: keyOf(key), kind: 'nobody_opened', subjectKind: 'client', subjectId: visit.clientId },
        ...{ clientId: visit.clientId, staffId: staff, about: dayOfDate(visit.date), dueAt: Math.floor(happened / 1000) },
      },
    ];
  });
  await addWorkItems(transaction, providerId, items);
  const settled = events.filter(({ kind, corrects }) => REACHED.has(kind) || (corrects !== undefined && kind !== 'no_answer'));
  if (settled.length === 0) return;
  await transaction.workItem.updateMany({
    where: { providerId, key: { in: settled.map(({ visit }) => keyOf(visit)) }, doneAt: null },
    data: { doneAt: recordedAt, doneBy: recordedBy },
  });
}

const keyOf = (visit: string): string => `nobody_opened:${visit}`;
