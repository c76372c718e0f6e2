import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from './iso-day.js';
import { CHRONIC_TERM_DAYS, opinionWindow, POST_SURGERY_TERM_DAYS, termEnd } from './statutory-terms.js';
import { CABINET_TRANSFERS, LATVIA, workingCalendar, workingDaysBetween } from './working-days.js';

describe('the term of health care at home (S030-S033)', () => {
  it.each([
    ['30 days, the first counted', '2026-10-22', CHRONIC_TERM_DAYS, 'inclusive', '2026-11-20'],
    ['30 days, the first not counted', '2026-10-22', CHRONIC_TERM_DAYS, 'exclusive', '2026-11-21'],
    ['10 days after surgery', '2026-11-16', POST_SURGERY_TERM_DAYS, 'inclusive', '2026-11-25'],
    ['over the spring change', '2026-03-10', CHRONIC_TERM_DAYS, 'inclusive', '2026-04-08'],
    ['over the end of February', '2028-02-15', CHRONIC_TERM_DAYS, 'inclusive', '2028-03-15'],
  ] as const)('%s', (_, start, days, counting, end) => expect(termEnd(start, days, counting)).toBe(end));
});

describe('the GP’s opinion (S031)', () => {
  it.each([
    ['the worked example: 18 November is a holiday', '2026-11-20', '2026-11-17'],
    ['an ordinary Friday', '2026-11-27', '2026-11-25'],
    ['a Sunday', '2026-11-29', '2026-11-26'],
    ['a Tuesday', '2026-12-01', '2026-11-27'],
    ['Christmas', '2026-12-26', '2026-12-22'],
    ['New Year', '2027-01-03', '2026-12-29'],
    ['Easter Monday', '2026-04-06', '2026-04-01'],
  ])('%s: term ends %s, window opens %s', (_, end, from) => expect(opinionWindow(end)).toEqual({ from, to: end }));

  it('follows the Cabinet’s transfers only when asked', () => {
    const following = workingCalendar({ transfers: CABINET_TRANSFERS });
    expect(opinionWindow('2025-11-19').from).toBe('2025-11-14');
    expect(opinionWindow('2025-11-19', following).from).toBe('2025-11-13');
  });

  it('holds two working days before its last day, whatever the start, 2015 to 2035', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7600 }), fc.constantFrom(30, 10), (offset, days) => {
        const start = addDays('2015-01-01', offset);
        const end = termEnd(start, days);
        expect(daysBetween(start, end)).toBe(days - 1);
        const { from, to } = opinionWindow(end);
        expect(to).toBe(end);
        expect(LATVIA.isWorkingDay(from)).toBe(true);
        expect(workingDaysBetween(from, addDays(end, -1))).toBe(2);
      }),
    );
  });
});
