import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAYS_OF_WEEK } from '#time';
import type { Weekday } from '../model.js';
import { weekdaysOf } from './choose-weekdays.js';

type Wish = Parameters<typeof weekdaysOf>[0];
const wish = (change: Partial<Wish>): Wish => ({
  id: 'P',
  weekdays: [],
  timesPerWeek: null,
  minDaysBetween: 1,
  everyWeeks: 1,
  ...change,
});
const chosen = (change: Partial<Wish>): string => weekdaysOf(wish(change)).join(' ');
/** Every choice that 500 patterns alike make. */
const choices = (change: Partial<Wish>): Map<string, number> => {
  const found = new Map<string, number>();
  for (let i = 0; i < 500; i++) {
    const days = chosen({ ...change, id: `P${i}` });
    found.set(days, (found.get(days) ?? 0) + 1);
  }
  return new Map([...found].sort());
};

describe('weekdays of a pattern', () => {
  it.each([
    ['the named ones', { weekdays: ['FR', 'MO'] }, 'MO FR'],
    ['all when none is named', {}, 'MO TU WE TH FR SA SU'],
    ['all named when asked for as many', { weekdays: ['TU', 'SA'], timesPerWeek: 2 }, 'TU SA'],
    ['all named when asked for more', { weekdays: ['TU', 'SA'], timesPerWeek: 5 }, 'TU SA'],
    ['five times', { timesPerWeek: 5 }, 'MO TU WE TH FR'],
    ['seven times', { timesPerWeek: 7 }, 'MO TU WE TH FR SA SU'],
    ['three times two days apart', { timesPerWeek: 3, minDaysBetween: 2 }, 'MO WE FR'],
    ['four times two days apart every other week', { timesPerWeek: 4, minDaysBetween: 2, everyWeeks: 2 }, 'MO WE FR SU'],
    ['weekends when nothing else is named', { weekdays: ['SA', 'SU'], timesPerWeek: 2 }, 'SA SU'],
  ] as const)('%s', (_, change, days) => expect(chosen(change as Partial<Wish>)).toBe(days));

  it.each([
    ['once', { timesPerWeek: 1 }, ['FR', 'MO', 'TH', 'TU', 'WE']],
    ['twice', { timesPerWeek: 2 }, ['MO TH', 'MO WE', 'TU FR', 'TU TH', 'WE FR']],
    ['twice three days apart', { timesPerWeek: 2, minDaysBetween: 3 }, ['MO TH', 'TU FR']],
    ['three times', { timesPerWeek: 3 }, ['MO TU TH', 'MO WE FR', 'MO WE TH', 'TU TH FR', 'TU WE FR']],
    ['four times', { timesPerWeek: 4 }, ['MO TU TH FR', 'MO TU WE FR', 'MO TU WE TH', 'MO WE TH FR', 'TU WE TH FR']],
    ['six times', { timesPerWeek: 6 }, ['MO TU WE TH FR SA', 'MO TU WE TH FR SU']],
    ['twice of three named', { timesPerWeek: 2, weekdays: ['MO', 'WE', 'SU'] as Weekday[] }, ['MO WE']],
  ])('%s: every choice is taken by some of many patterns', (_, change, expected) => {
    const found = choices(change);
    expect([...found.keys()].sort()).toEqual([...expected].sort());
    for (const taken of found.values()) expect(taken).toBeGreaterThan(350 / expected.length);
  });

  it('loads Monday to Friday alike', () => {
    const load = new Map<string, number>();
    for (const timesPerWeek of [1, 2, 3, 4]) {
      for (const [days, taken] of choices({ timesPerWeek })) {
        for (const day of days.split(' ')) load.set(day, (load.get(day) ?? 0) + taken);
      }
    }
    expect([...load.keys()].sort()).toEqual(['FR', 'MO', 'TH', 'TU', 'WE']);
    for (const visits of load.values()) expect(Math.abs(visits - 1000)).toBeLessThan(80);
  });

  it('takes named days, as many as asked, and keeps the spacing whenever seven days allow it', () => {
    const days = fc.subarray([...DAYS_OF_WEEK], { minLength: 1 });
    const small = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(
        fc.string(),
        days,
        small,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        (id, weekdays, timesPerWeek, minDaysBetween, everyWeeks) => {
          const pattern = { id, weekdays, timesPerWeek, minDaysBetween, everyWeeks };
          const taken = weekdaysOf(pattern).map((day) => DAYS_OF_WEEK.indexOf(day));
          expect(taken).toHaveLength(Math.min(timesPerWeek, weekdays.length));
          expect(taken.every((day) => weekdays.includes(DAYS_OF_WEEK[day]))).toBe(true);
          const keeps = (set: readonly number[]): boolean =>
            set.every((day, i) => (set[i + 1] ?? set[0] + 7 * everyWeeks) - day >= minDaysBetween);
          const possible = subsets(
            weekdays.map((day) => DAYS_OF_WEEK.indexOf(day)),
            timesPerWeek,
          );
          if (possible.length > 0) expect(keeps(taken)).toBe(possible.some(keeps));
        },
      ),
    );
  });
});

/** All sorted subsets of a size, found by counting in binary. */
function subsets(days: readonly number[], size: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** days.length }, (_, bits) => days.filter((_, i) => (bits >> i) & 1)).filter(
    (set) => set.length === size,
  );
}
