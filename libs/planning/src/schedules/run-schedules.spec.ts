import { describe, expect, it } from '@jest/globals';
import { isoOf, LATVIA } from '#time';
import { expiryChecks } from './expiry-checks.js';
import { horizonPlans, runSchedules } from './run-schedules.js';
import type { Agenda, ScheduleStore } from './schedule-ports.js';

const AGENDA: Agenda = {
  ...{
    episodes: [],
    decisions: [],
    certificates: [],
    qualifications: [],
    consents: [],
    discharges: [],
    withoutMedicines: [],
    horizonDays: 0,
    plannedDays: [],
  },
  withoutMedicines: [],
  practice: { readings: {}, followsTransfers: false, daysOff: [] },
};

describe('horizonPlans', () => {
  const days = (agenda: Partial<Agenda>) =>
    horizonPlans({ ...AGENDA, ...agenda }, '2026-11-20').map(({ from, to }) => `${from} ${to}`);
  it.each([
    ['nothing when switched off', {}, []],
    ['a week a plan', { horizonDays: 10 }, ['2026-11-21 2026-11-27', '2026-11-28 2026-11-30']],
    [
      'only the days without one',
      { horizonDays: 4, plannedDays: ['2026-11-22'] },
      ['2026-11-21 2026-11-21', '2026-11-23 2026-11-24'],
    ],
    ['nothing when all is planned', { horizonDays: 1, plannedDays: ['2026-11-21'] }, []],
  ])('%s', (_, agenda, told) => {
    expect(days(agenda)).toEqual(told);
  });
});

describe('expiryChecks', () => {
  const decision = { id: 'D1', clientId: 'C1', staffId: null, lastDay: '2026-12-31' };
  const check = (today: string, rest: Partial<Agenda> = {}) =>
    expiryChecks({ ...AGENDA, decisions: [decision], ...rest }, today, LATVIA);

  it('asks for a new decision in time for the ten working days it takes', () => {
    // Working days before 31.12.: 30, 29, 28, 23, 22, 21, 18, 17, 16, 15 December; ten more back is 1 December.
    expect(check('2026-11-30').workItems).toEqual([]);
    const [item] = check('2026-12-01').workItems;
    expect([item.kind, item.about, isoOf(item.dueAt)]).toEqual(['ask_new_decision', '2026-12-31', '2026-12-15T17:00:00+02:00']);
  });

  it('S094 asks for a list of medicines, once for every time it is missing', () => {
    const missing = [{ clientId: 'C1', lastDay: '2026-11-16' }];
    const [item] = check('2026-11-17', { decisions: [], withoutMedicines: missing }).workItems;
    // The 18th is a holiday: two working days are Thursday and Friday.
    expect([item.kind, item.clientId, isoOf(item.dueAt)]).toEqual(['bring_medicine_list', 'C1', '2026-11-20T17:00:00+02:00']);
    expect(check('2026-11-24', { decisions: [], withoutMedicines: missing }).workItems[0].key).toBe(item.key);
  });

  it('tells of what has run out, the day after', () => {
    expect(check('2026-12-31').changes).toEqual([]);
    expect(check('2027-01-01').changes).toEqual([
      { kind: 'decision_expired', subject: ['decision', 'D1'], clientId: 'C1', from: '2027-01-01' },
    ]);
    const qualification = { id: 'Q1', clientId: null, staffId: 'S1', lastDay: '2026-11-29' };
    expect(check('2026-11-30', { decisions: [], qualifications: [qualification] }).changes).toEqual([
      { kind: 'qualification_expired', subject: ['qualification', 'Q1'], staffId: 'S1', from: '2026-11-30' },
    ]);
  });
});

describe('runSchedules', () => {
  const store = (done: string[] = []) => {
    const committed: string[] = [];
    const schedules: ScheduleStore = {
      providerIds: () => Promise.resolve(['p']),
      hasRun: (_, name) => Promise.resolve(done.includes(name)),
      agenda: () => Promise.resolve(AGENDA),
      commit: (_, { name, date }) => Promise.resolve(committed.push(`${name} ${date}`) > 0),
    };
    return { schedules, committed };
  };

  it.each([
    ['before the first time', '2026-11-24T02:14:00+02:00', [], []],
    ['at night', '2026-11-24T02:15:00+02:00', [], ['horizon 2026-11-24']],
    [
      'a machine switched on at noon catches up',
      '2026-11-24T12:00:00+02:00',
      [],
      ['horizon', 'terms', 'expiries'].map((n) => `${n} 2026-11-24`),
    ],
    ['what has run does not run again', '2026-11-24T06:00:00+02:00', ['horizon'], ['terms 2026-11-24']],
    ['the night of the spring change', '2026-03-29T06:05:00+03:00', ['horizon', 'terms'], ['expiries 2026-03-29']],
  ])('%s', async (_, now, done, told) => {
    const { schedules, committed } = store(done);
    expect(await runSchedules(schedules, new Date(now))).toBe(told.length);
    expect(committed).toEqual(told);
  });
});
