import type { PlannedPart, RecordedEvent, VisitRecord } from '#planning';
import { isReserved, WITH_ANNOUNCED } from '../clients/reserved.js';
import { secondsOf } from '../database/days.js';
import type { Prisma } from '../generated/client.js';

/** What a visit's record is read from: published parts, events, acknowledgements and the home. */
export const WITH_RECORD = {
  parts: { include: { assignments: { where: { published: true } } } },
  executionEvents: true,
  confirmations: { select: { events: true } },
  client: { select: { latitude: true, longitude: true, ...WITH_ANNOUNCED } },
} as const satisfies Prisma.VisitInclude;

type RecordRow = Prisma.VisitGetPayload<{ include: typeof WITH_RECORD }>;

/** A visit as planned and as reported. */
export function recordOf(
  row: Pick<RecordRow, 'parts' | 'executionEvents' | 'confirmations' | 'client' | 'tasks' | 'date' | 'durationSeconds'>,
): VisitRecord {
  // Nobody was to come yet, and nobody came.
  const idle = isReserved(row.client, row.date) && row.executionEvents.length === 0;
  const parts = idle ? [] : row.parts;
  return {
    planned: parts.flatMap(({ part, assignments }) =>
      assignments.map((assignment) => plannedPart(part, assignment, row.durationSeconds)),
    ),
    tasks: row.tasks,
    home: row.client,
    events: row.executionEvents.map(recordedEvent),
    acknowledged: row.confirmations.map(({ events }) => events),
  };
}

/** A visit that runs over was planned no longer than it was owed. */
function plannedPart(
  part: number,
  { staffId, startsAt, endsAt }: RecordRow['parts'][number]['assignments'][number],
  owed: number,
): PlannedPart {
  const start = secondsOf(startsAt);
  return { part, staffId, start, end: Math.min(secondsOf(endsAt), start + owed) };
}

function recordedEvent(row: RecordRow['executionEvents'][number]): RecordedEvent {
  const { id, staffId, kind, occurredAt, recordedAt, correctsId, task, reason, doorCode } = row;
  const { latitude, longitude, accuracyMetres } = row;
  return {
    ...{ id, staffId, kind, task, reason, doorCode, corrects: correctsId },
    at: occurredAt.getTime() / 1000,
    recordedAt: recordedAt.getTime() / 1000,
    position: latitude === null || longitude === null ? null : { latitude, longitude, accuracyMetres },
  };
}
