import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ExecutionEvent } from '#contracts';
import { testDatabase } from '#embedded';
import { createPersistence, type Persistence } from '#persistence';
import { recordEvents, type Reporter } from '#planning';
import { cases } from './cases.js';
import { nextUpload, placeOf, settled, type Answer, type Entry } from '../../apps/web/src/phone/outbox.js';
import { settleFieldDay, type FieldDay } from '../e2e/field-day.js';
import { DAY } from '../e2e/small-provider.js';

/** Each run imports a provider twice. */
const RUNS = cases(6);
const NOW = new Date(`${DAY}T12:00:00+02:00`);
const ACCOUNT = 'carer@example.org';

let persistence: Persistence;

beforeAll(async () => {
  persistence = createPersistence({ databaseUrl: await testDatabase() });
});

afterAll(() => persistence.close());

/** What a carer may report of one visit, minute by minute, the times the phone's own. */
const report = fc.record({
  kind: fc.constantFrom('checked_in', 'checked_out', 'task_done', 'task_not_done', 'note', 'running_late', 'no_answer'),
  minute: fc.integer({ min: 0, max: 180 }),
  position: fc.boolean(),
});

/** How the connection treats the queue: which entries a sitting sees, whether an answer gets lost, and another order. */
const sitting = fc.record({ order: fc.infiniteStream(fc.nat(1000)), lost: fc.boolean(), share: fc.integer({ min: 1, max: 12 }) });

function entryOf({ kind, minute, position }: { kind: string; minute: number; position: boolean }, visit: string): Entry {
  const id = randomUUID();
  const at = new Date(Date.parse(`${DAY}T06:00:00Z`) + minute * 60_000).toISOString();
  const ofTask = kind === 'task_done' || kind === 'task_not_done';
  const body = {
    ...{ id, visit, kind: kind as ExecutionEvent['kind'], at },
    ...(ofTask && { task: 'BATH' }),
    ...(kind === 'task_not_done' && { reason: 'refused' }),
    ...(kind === 'note' && { note: `at ${minute}` }),
    ...(kind === 'running_late' && { expectedAt: at }),
    ...(position && { position: { latitude: 56.95, longitude: 24.12, accuracyMetres: 10, ageSeconds: 2 } }),
  } satisfies ExecutionEvent;
  return { id, account: ACCOUNT, enteredAt: minute, holdUntil: 0, refused: null, channel: 'events', body };
}

/** One request of the phone, answered as the server answers. */
async function send(events: readonly ExecutionEvent[], day: FieldDay, reporter: Reporter): Promise<Answer> {
  const outcome = await recordEvents(persistence.events, { providerId: day.providerId, reporter, events, now: NOW });
  if (outcome.ok) return { kind: 'taken' };
  return { kind: 'refused', codes: new Map(outcome.issues.map(({ path, code }) => [placeOf(path), [code]])) };
}

/** The record as everybody reads it, without when the server got each event and whose id it is. */
async function recordOf(day: FieldDay) {
  const events = await persistence.events.list(day.providerId, { from: DAY, to: DAY, visit: null, staff: day.staff.S1 });
  return events
    .map(({ recordedAt: _, visit: __, staff: ___, ...event }) => event)
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

describe('a phone’s queue', () => {
  it('leaves the identical record however it is shuffled, cut, lost on the way and sent again', async () => {
    let run = 0;
    const property = fc.asyncProperty(
      fc.array(report, { minLength: 1, maxLength: 12 }),
      fc.array(sitting, { minLength: 1, maxLength: 4 }),
      async (reports, sittings) => {
        const [straight, crooked] = [`A${run}`, `B${run++}`];
        const [first, second] = [await settleFieldDay(persistence, straight), await settleFieldDay(persistence, crooked)];
        const entries = reports.map((one) => entryOf(one, first.bath));
        const reporter = (day: FieldDay): Reporter => ({ accountId: randomUUID(), office: false, staffId: day.staff.S1 });
        const eventsOf = (sent: readonly Entry[], day: FieldDay): ExecutionEvent[] =>
          sent.flatMap(({ channel, body }) => (channel === 'events' ? [{ ...body, visit: day.bath }] : []));
        expect(await send(eventsOf(entries, first), first, reporter(first))).toEqual({ kind: 'taken' });

        let queue: Entry[] = [...entries];
        for (const { order, lost, share } of [...sittings, { order: null, lost: false, share: 100 }]) {
          const keys = new Map(queue.map(({ id }) => [id, order?.next().value ?? 0]));
          const seen = [...queue].sort((a, b) => Number(keys.get(a.id)) - Number(keys.get(b.id))).slice(0, share);
          const upload = nextUpload(seen, { account: ACCOUNT, now: NOW.getTime() });
          if (upload === null) continue;
          const answer = await send(eventsOf(upload.entries, second), second, reporter(second));
          // The server has it, the phone never hears of it: it must come again.
          const heard: Answer = lost ? { kind: 'later' } : answer;
          const { gone, kept } = settled(upload, heard);
          expect(kept).toEqual([]);
          queue = queue.filter(({ id }) => !gone.includes(id));
        }
        expect(queue).toEqual([]);
        expect(await recordOf(second)).toEqual(await recordOf(first));
        expect(await recordOf(second)).toHaveLength(reports.length);
      },
    );
    await fc.assert(property, { numRuns: RUNS });
  }, 120_000);
});
