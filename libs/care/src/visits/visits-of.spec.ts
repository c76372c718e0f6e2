import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, isoOf, weekdayOf } from '#time';
import type { Visit, VisitPattern } from '../model.js';
import { visitsOf } from './visits-of.js';

const pattern = (change: Partial<VisitPattern> = {}): VisitPattern => ({
  id: 'P1',
  clientId: 'C1',
  funding: { kind: 'decision', id: 'D1', municipalityPercent: 100 },
  tasks: ['BATH', 'LINEN'],
  durationMinutes: 60,
  profession: 'carer',
  skills: [],
  staffCount: 1,
  weekdays: [],
  timesPerWeek: null,
  minDaysBetween: 1,
  everyWeeks: 1,
  windows: [{ from: '08:00', to: '10:00' }],
  priority: 3,
  validFrom: '2026-01-01',
  validTo: null,
  pausedFrom: null,
  pausedTo: null,
  ...change,
});
const dates = (change: Partial<VisitPattern>, from: string, to: string): string[] =>
  visitsOf([pattern(change)], from, to).map((visit) => visit.date.slice(5));
const window = (visit: Visit | undefined): string[] =>
  (visit?.windows ?? []).flatMap(({ start, end }) => [isoOf(start), isoOf(end)]);

describe('visits of a pattern', () => {
  it('carry what the pattern says', () => {
    expect(
      visitsOf([pattern({ tasks: ['DRESS', 'BATH'], skills: ['dementia'], staffCount: 2 })], '2026-11-24', '2026-11-24'),
    ).toEqual([
      {
        key: 'P1@2026-11-24.0',
        patternId: 'P1',
        clientId: 'C1',
        date: '2026-11-24',
        ordinal: 0,
        funding: { kind: 'decision', id: 'D1', municipalityPercent: 100 },
        tasks: ['BATH', 'DRESS'],
        durationSeconds: 3600,
        profession: 'carer',
        skills: ['dementia'],
        staffCount: 2,
        windows: [{ start: 1795500000, end: 1795507200 }],
        priority: 3,
      },
    ]);
  });

  it.each([
    ['every day', {}, '2026-11-23', '2026-11-26', '11-23 11-24 11-25 11-26'],
    ['named weekdays', { weekdays: ['MO', 'TH'] }, '2026-11-23', '2026-12-06', '11-23 11-26 11-30 12-03'],
    [
      'every other week from its first',
      { weekdays: ['TU'], everyWeeks: 2, validFrom: '2026-11-05' },
      '2026-11-01',
      '2026-12-06',
      '11-17 12-01',
    ],
    [
      'every third week',
      { weekdays: ['TH'], everyWeeks: 3, validFrom: '2026-11-05' },
      '2026-11-01',
      '2026-12-20',
      '11-05 11-26 12-17',
    ],
    ['only while valid', { validFrom: '2026-11-24', validTo: '2026-11-25' }, '2026-11-20', '2026-11-30', '11-24 11-25'],
    ['no longer valid', { validTo: '2026-11-20' }, '2026-11-23', '2026-11-29', ''],
    [
      'a pause, both ends included',
      { pausedFrom: '2026-11-24', pausedTo: '2026-11-25' },
      '2026-11-23',
      '2026-11-26',
      '11-23 11-26',
    ],
    ['a pause without an end', { pausedFrom: '2026-11-25' }, '2026-11-23', '2026-11-26', '11-23 11-24'],
    ['a pause up to a day', { pausedTo: '2026-11-24' }, '2026-11-23', '2026-11-26', '11-25 11-26'],
    ['a range turned around', {}, '2026-11-26', '2026-11-23', ''],
  ] as const)('%s', (_, change, from, to, expected) => {
    expect(dates(change as Partial<VisitPattern>, from, to).join(' ')).toBe(expected);
  });

  it('come once for each window of the day', () => {
    const windows = [
      { from: '07:30', to: '08:30' },
      { from: '12:00', to: '13:00' },
      { from: '19:00', to: '24:00' },
    ];
    const visits = visitsOf([pattern({ windows })], '2026-11-24', '2026-11-25');
    expect(visits.map((visit) => [visit.key, visit.ordinal])).toEqual([
      ['P1@2026-11-24.0', 0],
      ['P1@2026-11-24.1', 1],
      ['P1@2026-11-24.2', 2],
      ['P1@2026-11-25.0', 0],
      ['P1@2026-11-25.1', 1],
      ['P1@2026-11-25.2', 2],
    ]);
    expect(window(visits[2])).toEqual(['2026-11-24T19:00:00+02:00', '2026-11-25T00:00:00+02:00']);
  });

  it.each([
    ['before the spring change', '2026-03-28', '2026-03-28T08:00:00+02:00', '2026-03-28T10:00:00+02:00'],
    ['on the spring change', '2026-03-29', '2026-03-29T08:00:00+03:00', '2026-03-29T10:00:00+03:00'],
    ['on the autumn change', '2026-10-25', '2026-10-25T08:00:00+02:00', '2026-10-25T10:00:00+02:00'],
  ])('keep their clock times %s', (_, day, start, end) => {
    expect(window(visitsOf([pattern()], day, day)[0])).toEqual([start, end]);
  });

  it.each([
    [
      'a window of the skipped hour moves on',
      '2026-03-29',
      '03:15',
      '03:45',
      '2026-03-29T04:15:00+03:00',
      '2026-03-29T04:45:00+03:00',
    ],
    [
      'a window of the repeated hour is the first',
      '2026-10-25',
      '03:15',
      '03:45',
      '2026-10-25T03:15:00+03:00',
      '2026-10-25T03:45:00+03:00',
    ],
    ['a night ends the next day', '2026-03-28', '22:00', '06:00', '2026-03-28T22:00:00+02:00', '2026-03-29T06:00:00+03:00'],
  ])('%s', (_, day, from, to, start, end) => {
    expect(window(visitsOf([pattern({ windows: [{ from, to }] })], day, day)[0])).toEqual([start, end]);
  });

  it('order their tasks by the client’s flags', () => {
    const options = { flagsOf: (id: string): string[] => (id === 'C1' ? ['with_food'] : []) };
    const patterns = [pattern({ tasks: ['MEDSUP', 'FEED'] }), pattern({ id: 'P2', clientId: 'C2', tasks: ['MEDSUP', 'FEED'] })];
    expect(visitsOf(patterns, '2026-11-24', '2026-11-24', options).map((visit) => visit.tasks)).toEqual([
      ['FEED', 'MEDSUP'],
      ['MEDSUP', 'FEED'],
    ]);
  });

  it('are the same whichever range asks for them, one a day at most, from 2015 to 2035', () => {
    const some = fc.record({
      timesPerWeek: fc.option(fc.integer({ min: 1, max: 7 })),
      minDaysBetween: fc.integer({ min: 1, max: 4 }),
      everyWeeks: fc.integer({ min: 1, max: 4 }),
      id: fc.string({ minLength: 1 }),
    });
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 7500 }), fc.integer({ min: 0, max: 40 }), (change, offset, length) => {
        const first = addDays('2015-01-01', offset);
        const last = addDays(first, length + 7);
        const p = pattern({ ...change, validFrom: '2015-01-01' });
        const whole = visitsOf([p], first, last);
        const split = addDays(first, length);
        expect([...visitsOf([p], first, split), ...visitsOf([p], addDays(split, 1), last)]).toEqual(whole);
        expect(new Set(whole.map((visit) => visit.key)).size).toBe(whole.length);
        for (const visit of whole) expect(isoOf(visit.windows[0].start).slice(0, 16)).toBe(`${visit.date}T08:00`);
        if (change.timesPerWeek === 5 && change.minDaysBetween === 1) {
          expect(whole.some((visit) => ['SA', 'SU'].includes(weekdayOf(visit.date)))).toBe(false);
        }
      }),
    );
  });

  it.each(['UTC', 'America/New_York'])('do not depend on the machine’s zone %s', (zone) => {
    const script = `
      const { visitsOf } = await import(${JSON.stringify(new URL('../index.js', import.meta.url).href)});
      const visits = visitsOf([${JSON.stringify(pattern({ timesPerWeek: 6 }))}], '2026-03-23', '2026-03-30');
      console.log(JSON.stringify(visits.map((v) => [v.date, v.windows[0].start])));`;
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { TZ: zone } });
    const expected = visitsOf([pattern({ timesPerWeek: 6 })], '2026-03-23', '2026-03-30').map((v) => [
      v.date,
      v.windows[0]?.start,
    ]);
    expect(JSON.parse(out.toString())).toEqual(expected);
    expect(expected).toHaveLength(7);
    expect(expected.at(-1)).toEqual(['2026-03-30', 1774846800]);
  });
});
