import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, LATVIA } from '#time';
import { CHRONIC, REHABILITATION, SURGERY } from './episode.fixture.js';
import type { EpisodeFacts } from './episode.js';
import { remindersOf, requestCountsOn } from './reminders.js';
import { termsOf } from './terms.js';

const remindersIn = (episode: EpisodeFacts): string[] =>
  remindersOf(termsOf(episode)[0]).map(({ on, at, kind }) => `${on} ${at} ${kind}`);
const CHRONIC_TERM = { startsOn: '2026-10-22', endsOn: '2026-11-20' };

describe('reminders of a term (S031, S033)', () => {
  const all = [
    '2026-11-13 08:00 askForOpinion',
    '2026-11-17 08:00 windowOpens',
    '2026-11-18 08:00 windowDay',
    '2026-11-19 08:00 windowDay',
    '2026-11-20 08:00 windowDay',
    '2026-11-20 12:00 lastDay',
  ];

  it.each<[string, EpisodeFacts, string[]]>([
    ['thirty days: a week before, the window’s opening, its mornings, the last noon', CHRONIC, all],
    [
      'none to ask when the GP has been asked',
      { ...CHRONIC, terms: [{ ...CHRONIC_TERM, requestedOn: '2026-11-13' }] },
      all.slice(1),
    ],
    ['asked too late: the reminder stood', { ...CHRONIC, terms: [{ ...CHRONIC_TERM, requestedOn: '2026-11-14' }] }, all],
    ['none from the opinion’s day on', { ...CHRONIC, opinions: [{ givenOn: '2026-11-19', verdict: 'stop' }] }, all.slice(0, 3)],
    ['none after an opinion in the first week', { ...CHRONIC, opinions: [{ givenOn: '2026-10-28', verdict: 'continue' }] }, []],
    ['ten days: on day 7, and the last noon', SURGERY, ['2026-11-22 08:00 askForOpinion', '2026-11-25 12:00 lastDay']],
    ['no end, no reminder', REHABILITATION, []],
    [
      'a rehabilitation plan’s end',
      { ...REHABILITATION, terms: [{ startsOn: '2026-02-28', endsOn: '2026-03-31', requestedOn: null }] },
      ['2026-03-24 08:00 askForOpinion', '2026-03-31 12:00 lastDay'],
    ],
  ])('%s', (_, episode, reminders) => expect(remindersIn(episode)).toEqual(reminders));

  it('come in order and within the term, whatever its start, 2015 to 2035', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7600 }), (offset) => {
        const [term] = termsOf({ ...CHRONIC, startedOn: addDays('2015-01-01', offset) });
        const times = remindersOf(term).map(({ on, at }) => `${on} ${at}`);
        expect(times).toEqual([...times].sort());
        expect(times.at(-1)).toBe(`${term.end} 12:00`);
        expect(times[0] > term.from).toBe(true);
        expect(LATVIA.isWorkingDay(term.window!.from)).toBe(true);
        expect(LATVIA.isWorkingDay(term.due!)).toBe(true);
      }),
    );
  });
});

describe('a request to the GP', () => {
  it.each([
    ['before 15:00', '2026-11-17', '14:59', '2026-11-17'],
    ['at 15:00', '2026-11-17', '15:00', '2026-11-17'],
    ['later, before a holiday', '2026-11-17', '15:01', '2026-11-19'],
    ['on a Saturday', '2026-11-21', '09:00', '2026-11-23'],
  ])('%s: %s %s counts on %s', (_, day, at, counts) => expect(requestCountsOn(day, at)).toBe(counts));
});
