import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dutyView, planSummary, repairedView, repairsView } from '#contracts';
import type { RepairsView } from '#contracts';
import { replanDays, type ReplanOutcome } from '#planning';
import { createThreadSolver } from '#threads';
import { createTravelTimes } from '#travel';
import { House, type Office } from './house.js';
import { client, member, pattern, shifts, storyProvider } from './story-provider.js';

const DAY = '2026-11-24';
const BEFORE = '2026-11-23';

let house: House;
let office: Office;
let found: RepairsView;

beforeAll(async () => {
  house = await House.open('2026-11-22T10:05:00+02:00');
  office = await house.settle(
    storyProvider('MORNING', {
      clients: [1, 2, 3].map((n) => client(n)),
      staff: [member('S1'), member('S2'), member('S3')],
      // S3 alone works on Monday: the only one whom the clients know besides S1.
      shifts: [...shifts(['S1', 'S2', 'S3'], [DAY]), ...shifts(['S3'], [BEFORE])],
      patterns: [
        pattern('P1', 'C1', ['CLEAN'], { weekdays: ['MO', 'TU'], from: '09:00', to: '10:00' }),
        pattern('P2', 'C2', ['CLEAN'], { weekdays: ['TU'], from: '09:00', to: '13:00' }),
        pattern('P3', 'C3', ['CLEAN'], { weekdays: ['TU'], from: '08:00', to: '15:00' }),
      ],
      preferences: [1, 2, 3].map((n) => ({ id: `W${n}`, client: `C${n}`, staff: n === 1 ? 'S1' : 'S2', kind: 'preferred' })),
    }),
  );
  await office.publish(BEFORE);
  await office.publish(DAY);
  house.now = new Date('2026-11-24T06:40:00+02:00');
});

afterAll(() => house.close());

/** A recomputation that knew of no draft when it began, and whose own is ready only now. */
function recomputedLate(): Promise<readonly ReplanOutcome[]> {
  const { providers, replans } = house.persistence;
  const situation = async (providerId: string, from: string, to: string) => ({
    ...(await replans.situation(providerId, from, to)),
    drafts: [],
  });
  const late = Object.assign(Object.create(replans) as typeof replans, { situation });
  const job = { version: 1 as const, providerId: office.tenant.providerId, from: DAY, to: DAY };
  const parts = { providers, replans: late, travel: createTravelTimes(), solver: createThreadSolver(), now: () => house.now };
  return replanDays(job, parts);
}

describe('a bad morning', () => {
  it('has nothing to repair before anything has happened, and knows who works', async () => {
    const duty = await office.visitor.get(`/api/v1/repairs/duty?date=${DAY}`, dutyView);
    expect(duty.map(({ staff, visits }) => [staff, visits])).toEqual([
      ['S1', 1],
      ['S2', 2],
    ]);
    expect(await office.visitor.post('/api/v1/repairs', { date: DAY }, repairsView)).toEqual({ date: DAY, repairs: [] });
  });

  it('offers three repairs once somebody is ill, each with whom to tell', async () => {
    await office.record({
      kind: 'staff_absent',
      absence: { id: 'ILL', staff: 'S1', from: DAY, to: DAY, kind: 'sick' },
    });
    found = await office.visitor.post('/api/v1/repairs', { date: DAY }, repairsView);
    expect(found.repairs.map(({ profile }) => profile)).toEqual(['fewest_new_faces', 'least_travel', 'fewest_changed_times']);
    for (const { changes, figures, tell } of found.repairs) {
      expect(figures.unserved).toBe(0);
      expect(changes.map(({ visit }) => visit)).not.toEqual([]);
      expect(tell.clients).toContain('Given1 Client1');
      expect(tell.staff).toContain('S1 Staff');
    }
  });

  it('sends a known face where new ones are to be spared, and moves no time where times are', () => {
    const of = (profile: string) => found.repairs.find((repair) => repair.profile === profile);
    const first = of('fewest_new_faces');
    expect(first?.figures.newFaces).toBe(0);
    expect(first?.changes.find(({ client: name }) => name === 'Given1 Client1')?.after?.staff).toEqual(['S3 Staff']);
    expect(of('fewest_changed_times')?.figures.changedTimes).toBe(0);
    const travel = found.repairs.map(({ figures }) => figures.travelDelta);
    expect(of('least_travel')?.figures.travelDelta).toBe(Math.min(...travel));
  });

  it('makes the chosen one the draft of the day, and refuses one that is not what was shown', async () => {
    const [chosen] = found.repairs;
    const order = { date: DAY, profile: chosen.profile, fingerprint: chosen.fingerprint };
    const stale = await office.visitor.refused('POST', '/api/v1/repairs/apply', { ...order, fingerprint: 'other' });
    expect(stale).toMatchObject({ status: 409, code: 'proposal.stale' });
    const { plan } = await office.visitor.post('/api/v1/repairs/apply', order, repairedView);
    expect(await office.plan(plan)).toMatchObject({ status: 'draft', from: DAY, to: DAY });
    const differences = await office.differences(plan);
    expect(differences.map(({ visit }) => visit).sort()).toEqual(chosen.changes.map(({ visit }) => visit).sort());
    expect(await recomputedLate()).toEqual([{ status: 'stored', planId: plan, differences: expect.any(Number) }]);
    const published = await office.visitor.post(`/api/v1/plans/${plan}/publish`, undefined, planSummary);
    expect(published.status).toBe('published');
    expect((await office.stops(plan)).map(({ staff }) => staff)).not.toContain('S1 Staff');
  });
});
