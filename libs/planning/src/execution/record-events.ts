import type { EventsRecorded, ExecutionEvent, Issue } from '#contracts';
import { eventIssues, type Reporter } from './event-issues.js';
import type { EventContext, EventReferences, EventStore, StoredEvent } from './event-ports.js';

/** Events somebody reports. */
export interface Report {
  readonly providerId: string;
  readonly reporter: Reporter;
  readonly events: readonly ExecutionEvent[];
  readonly now: Date;
}

export type RecordOutcome = ({ readonly ok: true } & EventsRecorded) | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Stores events of visits, all of them or none. Sending an event again, alone or in another order, changes nothing; a
 * correction is an event of its own. Staff report their own visits of the published plan, the office everybody's.
 */
export async function recordEvents(store: EventStore, { providerId, reporter, events, now }: Report): Promise<RecordOutcome> {
  const sent = events.map((event) => ({ ...event, staff: event.staff ?? reporter.staffId ?? '' }));
  const context = await store.context(providerId, referencesOf(sent));
  const named = sent.map((event) => withDoor(event, context));
  const issues = eventIssues(named, { context, reporter, now });
  if (issues.length > 0) return { ok: false, issues };
  const fresh = new Map(named.filter(({ id }) => !context.events.has(id)).map((event) => [event.id, event]));
  const recording = { recordedBy: reporter.accountId, recordedAt: now, events: [...fresh.values()] };
  const recorded = await store.record(providerId, recording);
  // Somebody was quicker: judged again, the events say what is left of them.
  if (recorded === null) return recordEvents(store, { providerId, reporter, events, now });
  return { ok: true, recorded, repeated: events.length - recorded };
}

/** The code itself is not kept: only whether it was that of the visit's client. */
function withDoor({ code, ...event }: SentEvent, { visits, doors }: EventContext): StoredEvent {
  const checks = event.kind === 'checked_in' || event.kind === 'checked_out';
  if (code === undefined || !checks) return event;
  const client = visits.get(event.visit)?.client;
  return { ...event, doorCode: client !== undefined && doors.get(code) === client };
}

type SentEvent = ExecutionEvent & { readonly staff: string };

function referencesOf(events: readonly SentEvent[]): EventReferences {
  return {
    visits: [...new Set(events.map(({ visit }) => visit))],
    staff: [...new Set(events.map(({ staff }) => staff).filter((id) => id !== ''))],
    codes: [...new Set(events.flatMap(({ code }) => code ?? []))],
    events: [...new Set(events.flatMap(({ id, corrects }) => (corrects === undefined ? [id] : [id, corrects])))],
  };
}
