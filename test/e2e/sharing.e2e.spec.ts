import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeView, sharedClientView, type PlanSummary } from '#contracts';
import { House, type Office } from './house.js';
import { client, member, pattern, shifts, storyProvider } from './story-provider.js';

const TU = '2026-11-24';
/** A worker looks at the outbox every three seconds; much longer on a busy machine. */
const HEARD_WITHIN_MS = 25_000;

let house: House;
let nurses: Office;
let carers: Office;

/** One home, two providers: a nurse dresses a wound at ten, a carer gives a bath. */
beforeAll(async () => {
  house = await House.open('2026-11-23T10:05:00+02:00');
  nurses = await house.settle(
    storyProvider('NURSES', {
      clients: [client(1)],
      staff: [member('N1', 'nurse')],
      shifts: shifts(['N1'], [TU]),
      patterns: [pattern('WOUND', 'C1', ['WOUND'], { profession: 'nurse', durationMinutes: 30, from: '10:00', to: '10:00' })],
    }),
  );
  carers = await house.settle(
    storyProvider('CARERS', {
      clients: [client(7)],
      staff: [member('S1')],
      shifts: shifts(['S1'], [TU]),
      patterns: [pattern('BATH', 'C7', ['BATH'], { from: '10:00', to: '10:00' })],
    }),
  );
  await nurses.publish(TU);
}, 120_000);

afterAll(() => house?.close());

describe('two providers at one home (S098, S103)', () => {
  it('share a client under a key that one makes and the other enters', async () => {
    const own = await nurses.visitor.post('/api/v1/shared-clients', { client: 'C1' }, sharedClientView);
    const theirs = await carers.visitor.post('/api/v1/shared-clients', { client: 'C7', key: own.key }, sharedClientView);
    expect(theirs).toEqual({ client: 'C7', key: own.key });
    expect(await carers.visitor.get('/api/v1/shared-clients', sharedClientView.array())).toEqual([theirs]);
    expect((await changes()).map(({ kind }) => kind)).toContain('elsewhere_changed');
    expect(await carers.visitor.refused('POST', '/api/v1/shared-clients', { client: 'C1' })).toMatchObject({ status: 404 });
  });

  it('tell each other nothing without the client’s consent for the direction', async () => {
    const consent = { id: 'K0', client: 'C1', direction: 'social_to_health', scope: 'plans', givenOn: TU };
    await nurses.visitor.send('POST', '/api/v1/changes', { kind: 'consent_given', consent });
    expect((await carers.publish(TU)).figures).toMatchObject({ visits: 1, served: 1 });
  });

  it('keep their visits apart once there is consent, and learn neither task nor name', async () => {
    const consent = { id: 'K1', client: 'C1', direction: 'health_to_social', scope: 'plans', givenOn: TU };
    await nurses.visitor.send('POST', '/api/v1/changes', { kind: 'consent_given', consent });
    const draft = await settledWith(['unserved direct elsewhere_changed']);
    const left = await carers.unserved(draft!.id);
    expect(left.map(({ reasons }) => reasons[0].code)).toEqual(['law.busy_elsewhere']);
    expect(JSON.stringify([left, await changes()])).not.toMatch(/WOUND|nurse|Client1|NURSES/);
    await carers.visitor.send('POST', `/api/v1/plans/${draft!.id}/publish`);
  });

  it('S103 hear of each other’s publications, and plan anew', async () => {
    const gone = await nurses.record({ kind: 'client_away', client: 'C1', from: TU, to: TU, reason: 'hospital' });
    await nurses.visitor.send('POST', `/api/v1/plans/${gone!.id}/publish`);
    const draft = await settledWith(['served direct elsewhere_changed']);
    await carers.visitor.send('POST', `/api/v1/plans/${draft!.id}/publish`);
    const back = await nurses.record({ kind: 'client_back', client: 'C1', on: TU });
    await nurses.visitor.send('POST', `/api/v1/plans/${back!.id}/publish`);
    await settledWith(['unserved direct elsewhere_changed']);
  });

  it('are told nothing any more when one of them stops', async () => {
    const [{ key }] = await nurses.visitor.get('/api/v1/shared-clients', sharedClientView.array());
    expect(await nurses.visitor.send('DELETE', `/api/v1/shared-clients/${key}`)).toMatchObject({ status: 204 });
    // The draft that would have left the bath out is needed no more.
    await settledWith([]);
    expect((await carers.publish(TU)).figures).toMatchObject({ visits: 1, served: 1 });
  });

  const changes = () => carers.visitor.get('/api/v1/changes', changeView.array());

  /** Once the carers have heard of it, and their plans have followed: the draft that makes these differences, or none that makes any. */
  async function settledWith(expected: readonly string[]): Promise<PlanSummary | undefined> {
    const deadline = Date.now() + HEARD_WITHIN_MS;
    for (;;) {
      const draft = await carers.settled();
      const found = draft === undefined ? [] : await carers.differences(draft.id);
      const told = found.map(({ effect, cause, change }) => `${effect} ${cause} ${change?.kind}`);
      if (Date.now() > deadline) expect(told).toEqual(expected);
      if (told.join() === expected.join()) return draft;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});
