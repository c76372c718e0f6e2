import { describe, expect, it } from '@jest/globals';
import { DAYS_OFF } from './days-off.fixture.js';
import { easterSunday, latvianHolidays } from './holidays.js';
import { isWeekend, weekdayOf } from './iso-day.js';

const KIND = { holiday: '', moved: 'm', oneOff: 'o' } as const;
/** Days that fall on a Sunday every year and are not in the reference list. */
const ALWAYS_SUNDAY = ['Mātes diena', 'Vasarsvētki', 'Vispārējo latviešu Dziesmu un deju svētku noslēguma diena'];

describe('Latvian holidays', () => {
  it.each(Object.keys(DAYS_OFF).map(Number))('%d agrees with the reference list', (year) => {
    const ours = latvianHolidays(year)
      .filter(({ name, kind }) => kind !== 'holiday' || !ALWAYS_SUNDAY.includes(name))
      .map(({ date, kind }) => date.slice(5) + KIND[kind]);
    expect(ours.join(' ')).toBe(DAYS_OFF[year]);
  });

  it.each([
    [2015, '2015-05-10', 'Mātes diena'],
    [2026, '2026-05-10', 'Mātes diena'],
    [2027, '2027-05-09', 'Mātes diena'],
    [2026, '2026-05-24', 'Vasarsvētki'],
    [2018, '2018-07-08', 'Vispārējo latviešu Dziesmu un deju svētku noslēguma diena'],
    [2023, '2023-07-09', 'Vispārējo latviešu Dziesmu un deju svētku noslēguma diena'],
  ])('%d has the Sunday %s, %s', (year, date, name) => {
    expect(latvianHolidays(year)).toContainEqual({ date, name, kind: 'holiday' });
    expect(weekdayOf(date)).toBe('SU');
  });

  it.each([
    [2015, '2015-04-05'],
    [2016, '2016-03-27'],
    [2017, '2017-04-16'],
    [2033, '2033-04-17'],
    [2034, '2034-04-09'],
    [2035, '2035-03-25'],
    [2038, '2038-04-25'],
  ])('Easter %d is %s', (year, date) => expect(easterSunday(year)).toBe(date));

  it('gives a working day for each weekend of 4 May and 18 November, 2015 to 2035, on a day not off anyway', () => {
    for (let year = 2015; year <= 2035; year++) {
      const days = latvianHolidays(year);
      expect(days.map((day) => day.date)).toEqual(days.map((day) => day.date).sort());
      const owed = [`${year}-05-04`, `${year}-11-18`].filter(isWeekend).length + ([2018, 2023].includes(year) ? 1 : 0);
      const moved = days.filter((day) => day.kind === 'moved');
      expect(moved.every((day) => days.filter((other) => other.date === day.date).length === 1)).toBe(true);
      expect(moved.map((day) => weekdayOf(day.date))).toEqual(Array<string>(owed).fill('MO'));
    }
  });
});
