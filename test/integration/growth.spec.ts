import { describe, expect, it } from '@jest/globals';
import type { GrowthOrder, GrowthResult, GrowthView } from '#contracts';
import { moreClients, studyGrowth, type PlanningData } from '#planning';
import { createThreadSolver } from '#threads';
import { instantOf } from '#time';
import { createTravelTimes } from '#travel';

const DAY = '2026-11-24';
const HOME = { latitude: 56.95, longitude: 24.11 };

const pattern = (id: string, clientId: string, clock: string): PlanningData['patterns'][number] => ({
  ...{ id, clientId, funding: { kind: 'private' }, tasks: ['BATH'], durationMinutes: 60, profession: 'carer', skills: [] },
  ...{ staffCount: 1, weekdays: ['TU'], timesPerWeek: null, minDaysBetween: 1, everyWeeks: 1, priority: 3 },
  ...{ windows: [{ from: clock, to: clock }], validFrom: '2026-01-01', validTo: null, pausedFrom: null, pausedTo: null },
});

const shift = (staffId: string, from: string, to: string) => ({
  ...{ id: `${staffId}-${from}`, staffId, date: DAY, breakSeconds: 0 },
  ...{ start: instantOf(DAY, from), end: instantOf(DAY, to) },
});

const carer = (id: string): PlanningData['staff'][number] => ({
  ...{ id, professions: ['carer'], skills: [], languages: ['lv'], travelMode: 'car', start: HOME, qualifications: [] },
});

const client = (id: string, position: typeof HOME) => ({ id, position, languages: ['lv'], flags: [] });

/** A bath at nine, and one at six in the evening at the other end of the town; two carers, who work in the morning. */
const DATA: PlanningData = {
  clients: [client('a', HOME), client('b', { ...HOME, latitude: 57 })],
  staff: [carer('one'), carer('two')],
  shifts: [shift('one', '08:00', '12:00'), shift('two', '08:00', '12:00')],
  patterns: [pattern('bath', 'a', '09:00'), pattern('late', 'b', '18:00')],
  preferences: [],
};

/** The study of a week with so many more clients. */
async function study(order: Partial<GrowthOrder>, data: PlanningData = DATA): Promise<GrowthResult> {
  const asked: GrowthOrder = { clients: 6, mix: 'all', from: DAY, seed: 1, draws: 1, ...order };
  const view: GrowthView = {
    ...{ id: 'x', order: asked, status: 'requested', share: 0, requestedAt: '', finishedAt: null, result: null },
  };
  const results: GrowthResult[] = [];
  const shares: number[] = [];
  const outcome = await studyGrowth(
    { version: 1, providerId: 'p', growthId: 'x' },
    {
      ...{ providers: { planningData: () => Promise.resolve(data) }, travel: createTravelTimes(), solver: createThreadSolver() },
      growth: {
        find: () => Promise.resolve(view),
        begin: () => Promise.resolve(true),
        districts: () => Promise.resolve(new Map([['a', 'Centrs']])),
        progress: (_, __, share) => Promise.resolve((shares.push(share), 'go_on')),
        finish: (_, __, result) => Promise.resolve(void results.push(result)),
      },
    },
  );
  expect(outcome).toBe('stored');
  expect(shares).toHaveLength(7 * asked.draws);
  return results[0];
}

const cell = { profession: 'carer', part: 'morning', beyond: 0 };

describe('what falls short with more clients', () => {
  it('is what the same people cannot give, in hours and in shifts', async () => {
    const { clientsNow, clients, draws } = await study({});
    const [{ cells, professions }] = draws;
    expect([clientsNow, clients]).toEqual([2, 6]);
    // Four baths at nine for two carers; nobody works in the evening, and no shift of theirs would reach so far.
    expect(cells).toEqual([
      { ...cell, district: '', part: 'evening', needNow: 60, coveredNow: 0, need: 240, covered: 0, shifts: 0, beyond: 240 },
      { ...cell, district: 'Centrs', needNow: 60, coveredNow: 60, need: 240, covered: 120, shifts: 2 },
    ]);
    // Each of the two is rostered once in the week.
    expect(professions).toEqual([{ profession: 'carer', shifts: 2, shiftsPerPerson: 10, people: 2 }]);
  });

  it('asks for shifts of the kinds there are, as few as serve', async () => {
    const late = shift('one', '14:00', '20:00');
    const { draws } = await study({ clients: 2 }, { ...DATA, shifts: [...DATA.shifts, late] });
    const [{ cells, professions }] = draws;
    expect(cells.map(({ part, need, covered, shifts, beyond }) => [part, need, covered, shifts, beyond])).toEqual([
      ['evening', 120, 60, 0, 0],
      ['noon', 0, 0, 1, 0],
      ['morning', 120, 120, 0, 0],
    ]);
    expect(professions).toEqual([{ profession: 'carer', shifts: 1, shiftsPerPerson: 15, people: 1 }]);
  });

  it('is drawn several times, each with the next seed, so that chance shows', async () => {
    const { draws } = await study({ clients: 3, seed: 5, draws: 3 });
    expect(draws.map(({ seed }) => seed)).toEqual([5, 6, 7]);
    const [alone] = (await study({ clients: 3, seed: 6 })).draws;
    expect(draws[1]).toEqual(alone);
    // Three clients like two: one of them is taken twice, by lot.
    const needs = draws.map(({ cells }) => cells.map(({ need }) => need).join());
    expect(new Set(needs)).toEqual(new Set(['120,180', '180,120']));
  });

  it('is the same for the same seed, and nothing without a client of the mix', async () => {
    expect(await study({ clients: 3, seed: 5 })).toEqual(await study({ clients: 3, seed: 5 }));
    expect(await study({ mix: 'health' })).toMatchObject({
      clients: 0,
      draws: [{ cells: [{ need: 60 }, { need: 60 }] }],
    });
  });
});

describe('new clients', () => {
  it('take after everybody equally often, near by, and by lot once more', () => {
    const visit = { key: 'v', patternId: 'bath', clientId: 'a', funding: { kind: 'private' } };
    const week = { clients: [client('a', HOME), client('b', HOME)], visits: [visit, { ...visit, key: 'w', clientId: 'b' }] };
    const { clients, visits, likeness } = moreClients(week as never, { clients: 5, mix: 'social', seed: 3 });
    const models = [...likeness.values()].sort().join('');
    expect(['aaabb', 'aabbb']).toContain(models);
    expect(visits.map(({ clientId }) => clientId)).toEqual(clients.map(({ id }) => id));
    expect(new Set(visits.map(({ key }) => key)).size).toBe(5);
    for (const { position } of clients) {
      expect(Math.abs(position.latitude - HOME.latitude) * 111_320).toBeLessThan(300);
      expect(Math.abs(position.longitude - HOME.longitude) * 60_700).toBeLessThan(301);
    }
    expect(new Set(clients.map(({ position }) => position.latitude)).size).toBe(5);
  });
});
