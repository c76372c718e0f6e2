import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, instantOf } from '#time';
import type { Shift } from '../model.js';
import { workingTimeBounds } from './bounds.js';
import { checkWorkingTime } from './check-working-time.js';
import { day, days, span, SUMMARISED } from './spans.fixture.js';
import { NORMAL_TERMS, workedSeconds, type WorkingTerms, type WorkSpan } from './work-span.js';
import type { WorkingTimeContext } from './working-record.js';

const shift = (date: string, from: string, to: string, breakMinutes = 30): Shift => {
  const { start, end } = span(date, from, to);
  return { id: `${date}/${from}`, staffId: 'N1', date, start, end, breakSeconds: breakMinutes * 60 };
};
const MONDAY = instantOf('2026-11-23', '00:00');
const until = instantOf('2026-11-30', '00:00');
const boundsOf = (
  shifts: readonly Shift[],
  context: Partial<WorkingTimeContext> = {},
  to = until,
): ReturnType<typeof workingTimeBounds> =>
  workingTimeBounds(shifts, { terms: NORMAL_TERMS, history: [], ...context }, { from: MONDAY, until: to });

describe('what the law leaves of a roster', () => {
  it('is all of a lawful one, and nothing for a search to watch', () => {
    const week = Array.from({ length: 5 }, (_, i) => shift(addDays('2026-11-23', i), '08:00', '16:30'));
    expect(boundsOf(week)).toEqual({ shifts: week, limits: [], rest: null, free: [] });
  });

  it('bounds long days and long weeks, with what was worked before', () => {
    const history = days('2026-11-23', 4);
    expect(boundsOf([shift('2026-11-27', '08:00', '18:30')], { history }).limits).toEqual([
      {
        id: 'day/2026-11-27',
        from: instantOf('2026-11-27', '00:00'),
        to: instantOf('2026-11-28', '00:00'),
        most: 28_800,
        used: 0,
      },
      { id: 'week/2026-11-23', from: instantOf('2026-11-23', '00:00'), to: until, most: 144_000, used: 115_200 },
    ]);
  });

  it('asks for the daily rest between shifts too close, and cuts those too close to work around the plan', () => {
    const shifts = [shift('2026-11-24', '14:00', '22:00'), shift('2026-11-25', '06:00', '12:00')];
    expect(boundsOf(shifts).rest).toBe(12 * 3600);
    const history = [span('2026-11-23', '20:00', '03:00'), span('2026-11-26', '20:00', '22:00')];
    expect(boundsOf(shifts, { history }).shifts.map(({ start, end }) => [start, end])).toEqual([
      [instantOf('2026-11-24', '15:00'), instantOf('2026-11-24', '22:00')],
      [instantOf('2026-11-25', '06:00'), instantOf('2026-11-25', '12:00')],
    ]);
  });

  it('looks for the rest between days where a day is split', () => {
    const shifts = [
      shift('2026-11-24', '07:00', '11:00'),
      shift('2026-11-24', '17:00', '21:00'),
      shift('2026-11-25', '07:00', '11:00'),
    ];
    expect(boundsOf(shifts)).toMatchObject({
      rest: null,
      free: [
        { id: 'rest/2026-11-25', from: instantOf('2026-11-24', '17:00'), to: instantOf('2026-11-25', '11:00'), least: 43_200 },
      ],
    });
  });

  it('bars the eighth day in a row, or asks for the weekly rest where the plan is long enough', () => {
    const history = Array.from({ length: 7 }, (_, i) => span(addDays('2026-11-16', i), '08:00', '12:00'));
    expect(boundsOf([shift('2026-11-23', '08:00', '12:00')], { history }, instantOf('2026-11-24', '00:00')).shifts).toEqual([]);
    const month = Array.from({ length: 14 }, (_, i) => shift(addDays('2026-11-23', i), '08:00', '12:00', 0));
    const { free } = boundsOf(month, {}, instantOf('2026-12-07', '00:00'));
    expect(free.map(({ id, least }) => [id, least])).toEqual(
      [23, 24, 25, 26, 27, 28, 29].map((at) => [`week/2026-11-${at}`, 42 * 3600]),
    );
  });
});

describe('a plan within the bounds', () => {
  const clock = fc.integer({ min: 0, max: 20 });
  const roster = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 13 }), clock, fc.integer({ min: 2, max: 12 })), { maxLength: 14 })
    .map((rows) => {
      const byDay = new Map(rows.map(([at, from, hours]) => [at, shiftOf(addDays('2026-11-23', at), from, hours)]));
      const sorted = [...byDay.values()].sort((a, b) => a.start - b.start);
      return sorted.filter((one, i) => i === 0 || sorted[i - 1].end <= one.start);
    });
  const shiftOf = (date: string, from: number, hours: number): Shift => {
    const start = instantOf(date, '00:00') + from * 3600;
    return { id: date, staffId: 'N1', date, start, end: start + hours * 3600, breakSeconds: hours > 6 ? 1800 : 0 };
  };
  const history = fc
    .array(fc.integer({ min: 1, max: 12 }), { maxLength: 10 })
    .map((back) => [...new Set(back)].map((at) => day(addDays('2026-11-23', -at))));
  const terms = fc.constantFrom<WorkingTerms>(NORMAL_TERMS, SUMMARISED, { ...SUMMARISED, referenceMonths: 3 });

  it('breaks no hard rule (any roster, any history, any part of it worked)', () => {
    fc.assert(
      fc.property(
        roster,
        history,
        terms,
        fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
        (shifts, past, agreed, used) => {
          const context: WorkingTimeContext = { terms: agreed, history: past };
          const bounds = workingTimeBounds(shifts, context, { from: MONDAY, until: instantOf('2026-12-07', '00:00') });
          const worked = bounds.shifts.filter((_, i) => used[i]).map(planned);
          fc.pre(worked.length > 0 && keeps(worked, bounds));
          expect(checkWorkingTime(worked, context).filter(({ severity }) => severity === 'hard')).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  const planned = ({ date, start, end }: Shift): WorkSpan => ({
    ...{ date, start, end, journeySeconds: 0 },
    breaks: end - start > 6 * 3600 ? [{ start: start + 4 * 3600, end: start + 4 * 3600 + 1800 }] : [],
  });
  const keeps = (spans: readonly WorkSpan[], { limits, rest, free }: ReturnType<typeof workingTimeBounds>): boolean =>
    limits.every(({ from, to, most, used }) => {
      const inside = spans.filter(({ start }) => from <= start && start < to);
      return inside.length === 0 || inside.reduce((sum, one) => sum + workedSeconds(one, 'work'), used) <= most;
    }) &&
    spans.every((one, i) => i === 0 || rest === null || one.start - spans[i - 1].end >= rest) &&
    free.every(({ from, to, least }) => {
      const inside = spans.filter(({ start, end }) => start < to && from < end);
      const ends = [from, ...inside.map(({ end }) => end)];
      return [...inside.map(({ start }) => start), to].some((start, i) => start - ends[i] >= least);
    });
});
