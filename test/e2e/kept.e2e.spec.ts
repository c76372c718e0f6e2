import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House, type Office } from './house.js';
import { client, member, pattern, shifts, storyProvider } from './story-provider.js';

const TU = '2026-11-24';

let house: House;

beforeAll(async () => {
  house = await House.open('2026-11-23T10:05:00+02:00');
});

afterAll(() => house.close());

/** Who begins what when, in the order of the day. */
async function begins(office: Office, planId: string): Promise<string[]> {
  const visits = (await office.stops(planId)).filter(({ kind }) => kind === 'visit');
  return visits.map(({ client: of, start, tasks }) => `${start.slice(11, 16)} ${of} ${tasks.join('+')}`).sort();
}

describe('a carer who goes home ill in mid-morning', () => {
  it('has given what she had begun in the order chosen, whoever is on the way goes on, and somebody else gives the rest', async () => {
    const clients = [client(1), client(2, { latitude: 57.03, longitude: 24.2 }), client(3)];
    const carer = { from: '08:30', to: '08:30', durationMinutes: 75 };
    const office = await house.settle(
      storyProvider('HOME', {
        clients,
        staff: [member('S1'), member('S2'), member('S3'), member('N1', 'nurse')],
        shifts: shifts(['S1', 'S2', 'S3', 'N1'], [TU]),
        patterns: [
          pattern('BATH', 'C1', ['LINEN', 'BATH'], carer),
          pattern('ULCER', 'C1', ['PULCER'], { from: '08:00', to: '16:00', profession: 'nurse', durationMinutes: 30 }),
          pattern('NEXT', 'C2', ['CLEAN'], { from: '10:20', to: '10:20' }),
          pattern('LAST', 'C3', ['CLEAN'], { from: '10:15', to: '11:30' }),
        ],
        preferences: clients.map(({ id }) => ({
          ...{ id: `W-${id}`, client: id },
          ...(id === 'C2' ? { staff: 'S3', kind: 'required' } : { staff: 'S1', kind: 'preferred' }),
        })),
      }),
    );
    const published = await office.publish(TU);
    const before = await begins(office, published.id);
    // An hour is frozen: up to 10:10 local time. S3 sets off for 10:20, ten kilometres away, before that.
    house.now = new Date(`${TU}T09:10:00+02:00`);
    const ill = { id: 'ILL', staff: 'S1', from: TU, to: TU, kind: 'sick' };
    const draft = await office.record({ kind: 'staff_absent', absence: ill });
    const differences = await office.differences(draft!.id);
    expect(differences.map(({ client: of, effect, after }) => `${of} ${effect} ${after?.staff.join() ?? ''}`)).toEqual([
      expect.stringMatching(/^Given3 Client3 reassigned S[23] Staff$/),
    ]);
    expect((await begins(office, draft!.id)).filter((line) => !line.includes('Client3'))).toEqual(
      before.filter((line) => !line.includes('Client3')),
    );
    expect(before.filter((line) => line.includes('BATH'))).toEqual(['06:30 Given1 Client1 BATH+LINEN']);
  });
});
