import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, DAYS_OF_WEEK, daysBetween, daysFrom, isIsoDay, isoWeekStart, weekdayOf } from './iso-day.js';

const someDay = fc.integer({ min: 0, max: 7669 }).map((n) => addDays('2015-01-01', n));

describe('isIsoDay', () => {
  it.each([
    ['2026-11-24', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['24.11.2026', false],
    ['2026-11-24T00:00', false],
    ['', false],
  ])('%s: %s', (text, expected) => expect(isIsoDay(text)).toBe(expected));
});

describe('day arithmetic', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-10-24', 0, '2026-10-24'],
  ])('%s + %d days is %s', (day, days, expected) => expect(addDays(day, days)).toBe(expected));

  it.each([
    ['2026-03-15', 6, '2026-09-15'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', -1, '2026-11-30'],
  ])('%s + %d months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

  it.each([
    ['2026-11-23', 'MO', '2026-11-23'],
    ['2026-11-29', 'SU', '2026-11-23'],
    ['2027-01-01', 'FR', '2026-12-28'],
    ['1969-12-31', 'WE', '1969-12-29'],
  ])('%s is a %s of the week of %s', (day, weekday, monday) => {
    expect(weekdayOf(day)).toBe(weekday);
    expect(isoWeekStart(day)).toBe(monday);
  });

  it('counts both ends of a range', () => {
    expect(daysFrom('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect(daysFrom('2026-12-30', '2026-12-29')).toEqual([]);
  });

  it('refuses what is no day', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow("'2026-02-30' is not a calendar day YYYY-MM-DD");
  });

  it('adds and measures the same distance, and steps through the week', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (day, distance) => {
        const other = addDays(day, distance);
        expect(daysBetween(day, other)).toBe(distance);
        const shift = ((distance % 7) + 7) % 7;
        expect(weekdayOf(other)).toBe(DAYS_OF_WEEK[(DAYS_OF_WEEK.indexOf(weekdayOf(day)) + shift) % 7]);
      }),
    );
  });
});
