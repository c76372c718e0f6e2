import { describe, expect, it } from '@jest/globals';
import { formatsFor, wallMinutes } from '../../apps/web/src/text/format.js';
import { messages } from '../../apps/web/src/text/messages.js';
import { unservedReason } from '../../apps/web/src/text/unserved-reasons.js';

const lv = formatsFor('lv', messages.lv.unit);
const en = formatsFor('en', messages.en.unit);
const ru = formatsFor('ru', messages.ru.unit);
/** Intl writes spaces of several kinds; which one is not what is tested. */
const plain = (text: string): string => text.replace(/\s/gu, ' ');

describe('days and times', () => {
  it.each([
    [lv.days('2026-11-23', '2026-11-23'), 'pirmdiena, 2026. gada 23. novembris'],
    [en.days('2026-11-23', '2026-11-23'), 'Monday, 23 November 2026'],
    [ru.days('2026-11-23', '2026-11-23'), 'понедельник, 23 ноября 2026 г.'],
  ])('writes one day as %s', (written, expected) => {
    expect(plain(written).replace('Monday 23', 'Monday, 23')).toBe(expected);
  });

  it('writes a range once for what both ends share', () => {
    expect(plain(en.days('2026-11-23', '2026-11-29')).replace(/ ?– ?/, '–')).toBe('23–29 November 2026');
  });

  it('writes Riga’s time whatever offset the instant has', () => {
    expect(lv.time('2026-11-23T06:05:00Z')).toBe('08:05');
    expect(ru.time('2026-07-01T08:05:00+02:00')).toBe('09:05');
    expect(en.time('2026-11-23T22:00:00Z')).toBe('00:00');
  });
});

describe('figures', () => {
  it.each([
    [0, '0 min'],
    [29, '0 min'],
    [30, '1 min'],
    [3570, '1 h'],
    [5100, '1 h 25 min'],
    [93_600, '26 h'],
    [-840, '−14 min'],
    [-4440, '−1 h 14 min'],
  ])('writes %i seconds as %s', (seconds, expected) => {
    expect(plain(lv.duration(seconds))).toBe(expected);
  });

  it('speaks the language’s units and separators', () => {
    expect(plain(ru.duration(5100))).toBe('1 ч 25 мин');
    expect(lv.hours(9_000)).toBe('2,5');
    expect(en.hours(9_000)).toBe('2.5');
    expect(plain(en.number(184_213))).toBe('184,213');
    expect(plain(ru.number(184_213))).toBe('184 213');
  });

  it('never rounds a share up to all', () => {
    expect(en.percent(1213 / 1214)).toBe('99.9%');
    expect(en.percent(0.99999)).toBe('99.9%');
    expect(en.percent(1)).toBe('100%');
    expect(en.percent(0.29)).toBe('29%');
  });
});

describe('minutes on the wall clock', () => {
  it.each([
    ['2026-11-23T08:30:00+02:00', '2026-11-23', 510],
    ['2026-11-23T06:30:30Z', '2026-11-23', 510.5],
    ['2026-11-24T00:15:00+02:00', '2026-11-23', 1455],
    ['2026-11-22T23:00:00+02:00', '2026-11-23', -60],
    // The clock goes back at 04:00 on 25 October and forward at 03:00 on 29 March: half past eight stays half past eight.
    ['2026-10-25T08:30:00+02:00', '2026-10-25', 510],
    ['2026-03-29T08:30:00+03:00', '2026-03-29', 510],
  ])('%s is minute %s+%d', (instant, date, expected) => {
    expect(wallMinutes(instant, date)).toBe(expected);
  });
});

describe('reasons of unserved visits', () => {
  it.each([
    ['NO_ONE_PRACTISES', { profession: 'nurse' }, 'Nobody at work may practise the profession needed on that day: nurse.'],
    ['NO_ONE_WITH_SKILL', { skill: 'ru+dementia' }, 'Nobody at work has the skill needed: Russian, dementia care.'],
    ['NO_ONE_WITH_SKILL', { skill: 'own_skill' }, 'Nobody at work has the skill needed: own_skill.'],
  ])('say who is missing: %s %o', (code, params, expected) => {
    expect(unservedReason({ language: 'en', format: en, reason: { code, params } })).toBe(expected);
  });

  it('makes a sentence with its figures', () => {
    const reason = { code: 'NOT_ENOUGH_PEOPLE', params: { needed: 2, found: 1 } };
    expect(unservedReason({ language: 'en', format: en, reason })).toBe('Too few people: 2 are needed at once, 1 would do.');
  });

  it('shows an unknown code', () => {
    const reason = { code: 'SOMETHING_NEW', params: {} };
    expect(unservedReason({ language: 'lv', format: lv, reason })).toBe('Iemesla kods: SOMETHING_NEW');
  });
});
