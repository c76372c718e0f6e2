import { describe, expect, it } from '@jest/globals';
import { addDays, instantOf } from '#time';
import { checkWorkingTime } from './check-working-time.js';
import { explainWorkingTime } from './finding.js';
import { LABOUR_LAW } from './labour-law.js';
import { AGREED, day, days, span, SUMMARISED } from './spans.fixture.js';
import { NORMAL_TERMS, referencePeriod, workedSeconds, type WorkingTerms, type WorkSpan } from './work-span.js';
import type { WorkingTimeContext } from './working-record.js';

const found = (planned: readonly WorkSpan[], terms = NORMAL_TERMS, history: readonly WorkSpan[] = []): string[] =>
  checkWorkingTime(planned, { terms, history }).map(
    ({ code, severity, actualMinutes, limitMinutes }) => `${code.slice(13)} ${severity} ${actualMinutes}/${limitMinutes}`,
  );

// 2026-11-23 is a Monday.
describe('working time within a day (Labour Law, s. 131-133, 145, 138)', () => {
  it.each<[string, readonly WorkSpan[], readonly string[]]>([
    ['eight hours and a break', [day('2026-11-23')], []],
    ['a minute more', [span('2026-11-23', '08:00', '16:31', ['12:00', 30])], ['day hard 481/480']],
    [
      'nine hours where another day is shorter (s. 133)',
      [span('2026-11-23', '08:00', '17:30', ['12:00', 30]), span('2026-11-24', '08:00', '15:30', ['12:00', 30])],
      [],
    ],
    [
      'a minute more than nine',
      [span('2026-11-23', '08:00', '17:31', ['12:00', 30]), span('2026-11-24', '08:00', '15:30', ['12:00', 30])],
      ['day_longer hard 541/540'],
    ],
    [
      'two shifts count together',
      [span('2026-11-23', '07:00', '11:30'), span('2026-11-23', '15:00', '18:31')],
      ['day hard 481/480'],
    ],
    ['six hours without a break', [span('2026-11-23', '08:00', '14:00')], []],
    ['a minute more', [span('2026-11-23', '08:00', '14:01')], ['break_after hard 361/360']],
    ['a break of 29 minutes', [span('2026-11-23', '08:00', '16:00', ['11:00', 29])], ['break_length hard 29/30']],
    ['a break begun after four hours', [span('2026-11-23', '08:00', '16:00', ['12:00', 30])], []],
    ['a minute later', [span('2026-11-23', '08:00', '16:00', ['12:01', 30])], ['break_by hard 241/240']],
    ['a part of 14 minutes is no break', [span('2026-11-23', '08:00', '16:00', ['11:00', 14])], ['break_after hard 466/360']],
    ['two hours at night', [span('2026-11-23', '18:00', '24:00')], []],
    ['from 5:00 on', [span('2026-11-23', '03:59', '09:00')], ['night warning 121/120']],
    ['a night over midnight', [span('2026-11-23', '20:00', '02:00')], ['night warning 240/120']],
  ])('%s', (_, planned, findings) => {
    expect(found(planned)).toEqual(findings);
  });

  it('takes parts of a break together', () => {
    const parts = { ...day('2026-11-23'), breaks: ['10:00', '14:00'].map((at) => pauseAt('2026-11-23', at, 15)) };
    expect(found([parts])).toEqual([]);
  });

  it('counts the ways from and to home as work (C-266/14), unless the reading says otherwise', () => {
    const travelled = { ...day('2026-11-23'), journeySeconds: 3600 };
    expect([workedSeconds(travelled, 'work'), workedSeconds(travelled, 'not_work')]).toEqual([8 * 3600, 7 * 3600]);
    const law = { ...LABOUR_LAW, journeys: 'not_work' as const };
    const long = { ...span('2026-11-23', '08:00', '17:00', ['12:00', 30]), journeySeconds: 1800 };
    expect(checkWorkingTime([long], { terms: NORMAL_TERMS, history: [], law })).toEqual([]);
  });

  it('lets a summarised day have twelve hours, and tells of agreed overtime only', () => {
    const long = span('2026-11-23', '07:00', '19:30', ['10:00', 30]);
    expect(found([long], SUMMARISED)).toEqual([]);
    expect(found([{ ...long, end: long.end + 60 }], SUMMARISED)).toEqual(['day hard 721/720']);
    expect(found([long], AGREED)).toEqual(['day warning 720/480']);
  });
});

function pauseAt(date: string, at: string, minutes: number): WorkSpan['breaks'][number] {
  return { start: instantOf(date, at), end: instantOf(date, at) + minutes * 60 };
}

describe('working time across the week (Labour Law, s. 131, 134, 140, 142, 143)', () => {
  it.each<[string, readonly WorkSpan[], WorkingTerms, readonly string[]]>([
    ['40 hours', days('2026-11-23', 5), NORMAL_TERMS, []],
    ['48 hours', days('2026-11-23', 6), NORMAL_TERMS, ['week hard 2880/2400']],
    ['48 hours with overtime agreed', days('2026-11-23', 6), AGREED, ['week warning 2880/2400']],
    ['56 hours summed up', days('2026-11-23', 7), SUMMARISED, []],
    ['part time of 24 hours', days('2026-11-23', 3), { ...NORMAL_TERMS, contractMinutesPerWeek: 1440 }, []],
    ['32 of 24 hours', days('2026-11-23', 4), { ...NORMAL_TERMS, contractMinutesPerWeek: 1440 }, ['contract warning 1920/1440']],
    [
      'twelve hours between two days',
      [span('2026-11-23', '14:00', '20:00'), span('2026-11-24', '08:00', '12:00')],
      NORMAL_TERMS,
      [],
    ],
    [
      'a minute less',
      [span('2026-11-23', '14:01', '20:01'), span('2026-11-24', '08:00', '12:00')],
      NORMAL_TERMS,
      ['daily_rest hard 719/720'],
    ],
    [
      'a night before a morning',
      [span('2026-11-23', '22:00', '04:00'), span('2026-11-24', '15:59', '18:00')],
      NORMAL_TERMS,
      ['daily_rest hard 719/720', 'night warning 360/120'],
    ],
    [
      'eight days in a row',
      Array.from({ length: 8 }, (_, i) => span(addDays('2026-11-23', i), '08:00', '12:00')),
      NORMAL_TERMS,
      ['weekly_rest hard 1200/2520'],
    ],
    [
      'seven days in a row, then the weekly rest begins',
      Array.from({ length: 7 }, (_, i) => span(addDays('2026-11-23', i), '08:00', '12:00')),
      NORMAL_TERMS,
      [],
    ],
    [
      'nine days with 42 hours between',
      [0, 1, 2, 3, 4, 7, 8].map((i) => span(addDays('2026-11-23', i), '08:00', '12:00')),
      NORMAL_TERMS,
      [],
    ],
  ])('%s', (_, planned, terms, findings) => {
    expect(found(planned, terms)).toEqual(findings);
  });

  it('rests an hour less in the night the clocks go forward, and says so', () => {
    const planned = [span('2026-03-28', '14:00', '20:00'), span('2026-03-29', '08:00', '12:00')];
    expect(found(planned)).toEqual(['daily_rest hard 660/720']);
  });

  it.each<[string, WorkSpan, readonly WorkSpan[], readonly string[]]>([
    ['a short night after yesterday', day('2026-11-24'), [span('2026-11-23', '15:00', '21:00')], ['daily_rest hard 660/720']],
    ['a short night before tomorrow', day('2026-11-24'), [span('2026-11-25', '04:00', '08:00')], ['daily_rest hard 690/720']],
    ['the sixth day of the week', day('2026-11-28'), days('2026-11-23', 5), ['week hard 2880/2400']],
    ['last week is another week', day('2026-11-30'), days('2026-11-23', 5), []],
    [
      'what history breaks alone',
      day('2026-11-28'),
      [span('2026-11-16', '06:00', '22:00'), span('2026-11-17', '00:00', '09:00')],
      [],
    ],
  ])('looks at what stands around the plan: %s', (_, planned, history, findings) => {
    expect(found([planned], NORMAL_TERMS, history)).toEqual(findings);
  });
});

describe('averages (Labour Law, s. 136, 140)', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-01', '2026-11-30'],
    ['2026-11-23', 3, '2026-10-01', '2026-12-31'],
    ['2026-11-23', 4, '2026-09-01', '2026-12-31'],
    ['2026-01-01', 12, '2026-01-01', '2026-12-31'],
  ])('the reference period of %s with %i months is %s to %s', (at, months, from, to) => {
    expect(referencePeriod(at, months)).toEqual({ from, to });
  });

  it('sums up to the normal time of the period’s working days', () => {
    // November 2026 has 20 working days (18 November is a holiday): 160 hours.
    const history = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 23, 24, 25, 26].map((at) =>
      day(`2026-11-${String(at).padStart(2, '0')}`),
    );
    expect(history.length * 8).toBe(152);
    expect(found([day('2026-11-27')], SUMMARISED, history)).toEqual([]);
    expect(found([day('2026-11-27'), span('2026-11-30', '08:00', '08:01')], SUMMARISED, history)).toEqual([
      'period hard 9601/9600',
    ]);
    const agreed = { ...SUMMARISED, overtimeAgreed: true };
    expect(found([day('2026-11-27'), span('2026-11-30', '08:00', '08:01')], agreed, history)).toEqual([
      'period warning 9601/9600',
    ]);
  });

  it('tells at the end of a period when weekly rest was short on average', () => {
    // Every day of the four weeks that lie in November has an hour of work at noon: 23 hours of rest at most.
    const work = Array.from({ length: 28 }, (_, i) => span(addDays('2026-11-02', i), '12:00', '13:00'));
    const [last, before] = [work.slice(-7), work.slice(0, -7)];
    expect(found(last, SUMMARISED, before)).toEqual(['weekly_rest hard 1380/2100', 'average_weekly_rest warning 1380/2100']);
    expect(found(before, SUMMARISED)).toEqual(['weekly_rest hard 1380/2100']);
  });

  it('averages overtime over the weeks known, at most four months (s. 136)', () => {
    const fifty = (monday: string): WorkSpan[] =>
      Array.from({ length: 5 }, (_, i) => span(addDays(monday, i), '07:00', '17:30', ['10:00', 30]));
    expect(found(fifty('2026-11-23'), AGREED).filter((one) => one.startsWith('overtime'))).toEqual(['overtime hard 600/480']);
    const quiet = [span('2026-11-16', '08:00', '12:00')];
    expect(found(fifty('2026-11-23'), AGREED, quiet).filter((one) => one.startsWith('overtime'))).toEqual([]);
    expect(found(days('2026-11-23', 5), AGREED, [...fifty('2026-11-09'), ...fifty('2026-11-16')])).toEqual([]);
  });

  it('takes the figures of the law in force on the day', () => {
    const limits = LABOUR_LAW.limits.flatMap((limit) =>
      limit.rule === 'day'
        ? [
            { ...limit, validTo: '2026-12-31' },
            { ...limit, minutes: 600, validFrom: '2027-01-01' },
          ]
        : [limit],
    );
    const context: WorkingTimeContext = { terms: NORMAL_TERMS, history: [], law: { ...LABOUR_LAW, limits } };
    const nine = (date: string): WorkSpan => span(date, '08:00', '17:30', ['12:00', 30]);
    expect(checkWorkingTime([nine('2026-12-30')], context).map(({ code }) => code)).toEqual(['working_time.day']);
    expect(checkWorkingTime([nine('2027-01-04')], context)).toEqual([]);
  });

  it('says it in plain words', () => {
    const [one] = checkWorkingTime([span('2026-11-23', '08:00', '17:00', ['12:00', 30])], { terms: NORMAL_TERMS, history: [] });
    expect(explainWorkingTime(one)).toEqual({
      lv: '2026-11-23: darbs 8:30 h, atļauts 8:00 h dienā.',
      en: '2026-11-23: 8:30 h of work; a day may have 8:00 h.',
      ru: '2026-11-23: работа 8:30 ч, в день можно 8:00 ч.',
    });
    expect(one.source).toBe('Labour Law, s. 131(1)');
  });
});
