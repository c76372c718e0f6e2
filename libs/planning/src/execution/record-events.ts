import type { EventsRecorded, ExecutionEvent, Issue } from '#contracts';
import { eventIssues, type Reporter } from './event-issues.js';
import type { EventReferences, EventStore, StoredEvent } from './event-ports.js';

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
  const named = events.map((event) => ({ ...event, staff: event.staff ?? reporter.staffId ?? '' }));
  const context = await store.context(providerId, referencesOf(named));
  const issues = eventIssues(named, { context, reporter, now });
  if (issues.length > 0) return { ok: false, issues };
  const fresh = new Map(named.filter(({ id }) => !context.events.has(id)).map((event) => [event.id, event]));
  const recording = { recordedBy: reporter.accountId, recordedAt: now, events: [...fresh.values()] };
  const recorded = await store.record(providerId, recording);
  // Somebody was quicker: judged again, the events say what is left of them.
  if (recorded === null) return recordEvents(store, { providerId, reporter, events, now });
  return { ok: true, recorded, repeated: events.length - recorded };
}

function referencesOf(events: readonly StoredEvent[]): EventReferences {
  return {
    visits: [...new Set(events.map(({ visit }) => visit))],
    staff: [...new Set(events.map(({ staff }) => staff).filter((id) => id !== ''))],
    events: [...new Set(events.flatMap(({ id, corrects }) => (corrects === undefined ? [id] : [id, corrects])))],
  };
}
