import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workingTimeView } from '#contracts';
import { addDays } from '#time';
import { House } from './house.js';
import { client, member, pattern, shifts, storyProvider } from './story-provider.js';

const [MO, TU] = ['2026-11-23', '2026-11-24'];
const HOUR = 3_600_000;

let house: House;

beforeAll(async () => {
  house = await House.open('2026-11-20T10:05:00+02:00');
});

afterAll(() => house.close());

describe('a plan', () => {
  it('S026 brings a sample to the laboratory within two hours by the nurse who took it', async () => {
    const laboratory = { latitude: 57.02, longitude: 24.2 };
    const home = member('N1', 'nurse');
    const beside = { ...member('N2', 'nurse'), startLatitude: laboratory.latitude, startLongitude: laboratory.longitude };
    // The other nurse would have no way at all to the laboratory.
    const nurse = { profession: 'nurse', durationMinutes: 15 } as const;
    const office = await house.settle(
      storyProvider('LABORATORY', {
        clients: [client(1)],
        places: [{ id: 'LAB', kind: 'laboratory', name: 'Laboratory', ...laboratory }],
        staff: [home, beside],
        shifts: shifts(['N1', 'N2'], [TU], ['07:00', '15:00']),
        patterns: [
          pattern('SAMPLE', 'C1', ['SAMPLE'], { ...nurse, from: '07:30', to: '07:30' }),
          pattern('LABDEL', 'C1', ['LABDEL'], { ...nurse, from: '07:30', to: '14:00' }),
        ],
      }),
    );
    const plan = await office.publish(TU);
    expect(plan.figures).toMatchObject({ visits: 2, served: 2, routes: 1 });
    const [sample, brought] = (await office.stops(plan.id)).filter(({ kind }) => kind === 'visit');
    expect([sample.tasks, brought.tasks]).toEqual([['SAMPLE'], ['LABDEL']]);
    const minutes = (Date.parse(brought.start) - Date.parse(sample.end)) / 60_000;
    // Ten kilometres lie between the home and the laboratory.
    expect(minutes).toBeGreaterThan(10);
    expect(minutes).toBeLessThanOrEqual(120);
  });

  it('leaves everybody 42 hours of rest within seven days, and says which day is not given', async () => {
    const days = Array.from({ length: 9 }, (_, n) => addDays(MO, n));
    const office = await house.settle(
      storyProvider('REST', {
        clients: [client(1)],
        staff: [member('S1')],
        shifts: shifts(['S1'], days, ['10:00', '14:00']),
        patterns: [
          pattern('DAILY', 'C1', ['CLEAN'], {
            ...{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], from: '11:00', to: '12:00' },
          }),
        ],
      }),
    );
    const plan = await office.publish(MO, days[8]);
    expect(plan.figures).toMatchObject({ visits: 9, served: 8 });
    const visits = (await office.stops(plan.id))
      .filter(({ kind }) => kind === 'visit')
      .sort((a, b) => (a.start < b.start ? -1 : 1));
    const rests = visits.slice(1).map(({ start }, n) => ({
      from: Date.parse(visits[n].end),
      hours: (Date.parse(start) - Date.parse(visits[n].end)) / HOUR,
    }));
    const weekly = rests.filter(({ hours }) => hours >= 42);
    expect(weekly).toHaveLength(1);
    expect((weekly[0].from - Date.parse(visits[0].start)) / HOUR).toBeLessThan(7 * 24);
    const findings = await office.visitor.get(`/api/v1/plans/${plan.id}/working-time`, workingTimeView.array());
    expect(findings.filter(({ severity }) => severity === 'hard')).toEqual([]);
  });
});
