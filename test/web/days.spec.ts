import { describe, expect, it } from '@jest/globals';
import { addDays, comingWeek, daysIncluded, eachDay } from '../../apps/web/src/plan/days.js';

describe('calendar days', () => {
  it.each([
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-11-23', -1, '2026-11-22'],
  ])('%s and %d days is %s', (date, count, expected) => {
    expect(addDays(date, count)).toBe(expected);
  });

  it('counts both ends', () => {
    expect(daysIncluded('2026-10-20', '2026-10-26')).toBe(7);
    expect(daysIncluded('2026-11-23', '2026-11-23')).toBe(1);
    expect(daysIncluded('2026-11-23', '2026-11-22')).toBe(0);
  });

  it('lists every day, and none of a range turned round', () => {
    expect(eachDay('2026-10-24', '2026-10-26')).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
    expect(eachDay('2026-10-26', '2026-10-24')).toEqual([]);
  });

  it.each([
    ['a Sunday', '2026-11-22', '2026-11-23'],
    ['a Monday', '2026-11-23', '2026-11-30'],
    ['a Saturday', '2026-11-28', '2026-11-30'],
  ])('the coming week of %s begins on the next Monday', (_, today, monday) => {
    expect(comingWeek(today)).toEqual({ from: monday, to: addDays(monday, 6) });
  });
});
