import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './iso-day.js';
import {
  addWorkingDays,
  CABINET_TRANSFERS,
  LATVIA,
  nextWorkingDay,
  previousWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from './working-days.js';

const following = workingCalendar({ transfers: CABINET_TRANSFERS });

describe('working days', () => {
  it.each([
    ['Friday to Monday', '2026-11-20', '2026-11-23'],
    ['over 18 November', '2026-11-17', '2026-11-19'],
    ['over a moved Monday', '2028-11-17', '2028-11-21'],
    ['over Christmas and the weekend', '2026-12-23', '2026-12-28'],
    ['over New Year', '2026-12-30', '2027-01-04'],
    ['over Easter', '2026-04-02', '2026-04-07'],
    ['from a Sunday', '2026-11-22', '2026-11-23'],
    ['over the one-off day of 2023', '2023-05-26', '2023-05-30'],
  ])('%s: after %s comes %s', (_, day, next) => {
    expect(nextWorkingDay(day)).toBe(next);
    expect(previousWorkingDay(next) <= day).toBe(true);
  });

  it('counts the months of 2026', () => {
    const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`);
    const counts = months.map((month) => workingDaysBetween(`${month}-01`, LAST_DAY[month.slice(5)]));
    expect(counts).toEqual([21, 20, 22, 20, 19, 20, 23, 21, 22, 22, 20, 20]);
  });

  it.each([
    ['2025-11-17', true, false],
    ['2025-11-08', false, true],
    ['2026-01-02', true, false],
    ['2026-01-17', false, true],
    ['2026-06-22', true, false],
    ['2026-06-27', false, true],
    ['2026-06-29', true, true],
  ])('%s: a working day by law %s, with the Cabinet’s transfers %s', (day, byLaw, transferred) => {
    expect(LATVIA.isWorkingDay(day)).toBe(byLaw);
    expect(following.isWorkingDay(day)).toBe(transferred);
  });

  it('takes a provider’s own days off', () => {
    const closing = workingCalendar({ daysOff: ['2028-07-10'] });
    expect(nextWorkingDay('2028-07-07')).toBe('2028-07-10');
    expect(nextWorkingDay('2028-07-07', closing)).toBe('2028-07-11');
  });

  it('adds and counts alike from 2015 to 2035', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7600 }), fc.integer({ min: 1, max: 30 }), fc.boolean(), (offset, count, follow) => {
        const calendar = follow ? following : LATVIA;
        const day = addDays('2015-01-01', offset);
        const later = addWorkingDays(day, count, calendar);
        expect(calendar.isWorkingDay(later)).toBe(true);
        expect(workingDaysBetween(addDays(day, 1), later, calendar)).toBe(count);
        expect(workingDaysBetween(addWorkingDays(day, -count, calendar), addDays(day, -1), calendar)).toBe(count);
      }),
    );
  });
});

const LAST_DAY: Readonly<Record<string, string>> = Object.fromEntries(
  [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((last, i) => {
    const month = String(i + 1).padStart(2, '0');
    return [month, `2026-${month}-${last}`];
  }),
);
