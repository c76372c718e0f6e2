import { createHash } from 'node:crypto';
import type { ExecutionEventView } from '#contracts';
import type { EventContext, EventFilter, EventReferences, EventStore, Recording } from '#planning';
import { insertRows } from '../database/bulk.js';
import { dateOfDay } from '../database/days.js';
import type { Database, Transaction } from '../database/database.js';
import { refusalOf } from '../database/refusal.js';
import type { Prisma } from '../generated/client.js';
import { followUnopenedDoors } from './unopened-doors.js';

export const WITH_KEYS = {
  visit: { select: { key: true } },
  corrects: { select: { clientEventId: true } },
} as const satisfies Prisma.ExecutionEventInclude;

const VISIT = { id: true, key: true, clientId: true, date: true } as const;

/** The same event, or another correction of the same one, was stored at the same moment. */
const OVERTAKEN = new Set(['execution_events_provider_id_client_event_id_key', 'execution_events_provider_id_corrects_id_key']);

type EventRow = Prisma.ExecutionEventGetPayload<{ include: typeof WITH_KEYS }>;

/** What staff reported, in Postgres; a trigger keeps every row as it is. */
export class PostgresEventStore implements EventStore {
  constructor(private readonly database: Database) {}

  async context(providerId: string, references: EventReferences): Promise<EventContext> {
    const { prisma } = this.database;
    const hashes = new Map(references.codes.map((code) => [createHash('sha256').update(code).digest('hex'), code]));
    const [visits, staff, events, doors] = await Promise.all([
      prisma.visit.findMany({
        where: { providerId, key: { in: [...references.visits] } },
        select: {
          ...{ key: true, tasks: true, clientId: true },
          parts: { select: { assignments: { where: { published: true }, select: { staffId: true } } } },
        },
      }),
      prisma.staffMember.findMany({ where: { providerId, id: { in: [...references.staff] } }, select: { id: true } }),
      prisma.executionEvent.findMany({
        where: { providerId, clientEventId: { in: [...references.events] } },
        include: { ...WITH_KEYS, corrections: { select: { clientEventId: true } } },
      }),
      prisma.secretLink.findMany({
        where: { providerId, kind: 'door', revokedAt: null, secretHash: { in: [...hashes.keys()] } },
        select: { secretHash: true, clientId: true },
      }),
    ]);
    return {
      visits: new Map(
        visits.map(({ key, clientId, tasks, parts }) => [key, { client: clientId, tasks, staff: parts.flatMap(staffOf) }]),
      ),
      doors: new Map(doors.map(({ secretHash, clientId }) => [hashes.get(secretHash) ?? '', clientId ?? ''])),
      staff: new Set(staff.map(({ id }) => id)),
      events: new Map(
        events.map((row) => [
          row.clientEventId,
          { event: eventView(row), correctedBy: row.corrections[0]?.clientEventId ?? null },
        ]),
      ),
    };
  }

  async record(providerId: string, recording: Recording): Promise<number | null> {
    try {
      return await this.database.prisma.$transaction((transaction) => recordIn(transaction, providerId, recording));
    } catch (error) {
      const refusal = refusalOf(error);
      if (OVERTAKEN.has(refusal?.constraint ?? '')) return null;
      throw refusal ?? error;
    }
  }

  async list(providerId: string, { from, to, visit, staff }: EventFilter): Promise<readonly ExecutionEventView[]> {
    const date = { gte: dateOfDay(from), lte: dateOfDay(to) };
    const rows = await this.database.prisma.executionEvent.findMany({
      where: { providerId, visit: { date, ...(visit !== null && { key: visit }) }, ...(staff !== null && { staffId: staff }) },
      include: WITH_KEYS,
      orderBy: [{ occurredAt: 'asc' }, { clientEventId: 'asc' }],
    });
    return rows.map(eventView);
  }
}

/** Events and what they correct may come together; ids are given before rows, so that their order does not matter. */
async function recordIn(
  transaction: Transaction,
  providerId: string,
  { recordedBy, recordedAt, events }: Recording,
): Promise<number> {
  const keys = [...new Set(events.map(({ visit }) => visit))];
  const targets = events.flatMap(({ corrects }) => (corrects === undefined ? [] : [corrects]));
  const known = await transaction.executionEvent.findMany({
    where: { providerId, clientEventId: { in: [...events.map(({ id }) => id), ...targets] } },
    select: { id: true, clientEventId: true },
  });
  const visits = await transaction.visit.findMany({ where: { providerId, key: { in: keys } }, select: VISIT });
  const stored = new Map(known.map(({ id, clientEventId }) => [clientEventId, id]));
  const fresh = events.filter(({ id }) => !stored.has(id));
  const ids = new Map([...stored, ...fresh.map(({ id }) => [id, crypto.randomUUID()] as const)]);
  const visitIds = new Map(visits.map(({ id, key }) => [key, id]));
  const rows = fresh.map((event) => ({
    ...{ id: ids.get(event.id), providerId, clientEventId: event.id, visitId: visitIds.get(event.visit), staffId: event.staff },
    ...{ kind: event.kind, occurredAt: event.at, recordedAt: recordedAt.toISOString(), recordedBy },
    ...{ latitude: event.position?.latitude ?? null, longitude: event.position?.longitude ?? null },
    ...{ accuracyMetres: event.position?.accuracyMetres ?? null, ageSeconds: event.position?.ageSeconds ?? null },
    ...{ task: event.task ?? null, reason: event.reason ?? null },
    doorCode: event.doorCode ?? null,
    ...{ note: event.note ?? null, expectedAt: event.expectedAt ?? null },
    correctsId: event.corrects === undefined ? null : ids.get(event.corrects),
  }));
  await insertRows(transaction, 'execution_events', rows);
  await followUnopenedDoors(transaction, providerId, { recordedBy, recordedAt, events: fresh, visits });
  return rows.length;
}

function staffOf({ assignments }: { readonly assignments: readonly { readonly staffId: string }[] }): readonly string[] {
  return assignments.map(({ staffId }) => staffId);
}

export function eventView(row: EventRow): ExecutionEventView {
  const { clientEventId: id, staffId: staff, kind, occurredAt, recordedAt, task, reason, note, expectedAt, corrects } = row;
  return {
    ...{ id, visit: row.visit.key, staff, kind, at: occurredAt.toISOString(), recordedAt: recordedAt.toISOString() },
    ...(task !== null && { task }),
    ...(reason !== null && { reason }),
    ...(note !== null && { note }),
    ...(expectedAt !== null && { expectedAt: expectedAt.toISOString() }),
    ...(row.latitude !== null && row.longitude !== null && { position: positionOf(row, row.latitude, row.longitude) }),
    ...(corrects !== null && { corrects: corrects.clientEventId }),
  };
}

function positionOf({ accuracyMetres, ageSeconds }: EventRow, latitude: number, longitude: number) {
  return { latitude, longitude, ...(accuracyMetres !== null && { accuracyMetres }), ...(ageSeconds !== null && { ageSeconds }) };
}
