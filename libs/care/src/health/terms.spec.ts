import { describe, expect, it } from '@jest/globals';
import { CABINET_TRANSFERS, LATVIA, workingCalendar } from '#time';
import { DEFAULT_READINGS, type Readings } from '../law/readings.js';
import { CHRONIC, REHABILITATION, SURGERY } from './episode.fixture.js';
import type { EpisodeFacts, Verdict } from './episode.js';
import { type LawContext, termOn, type TermState, termsOf, termState } from './terms.js';

const read = (readings: Partial<Readings>): LawContext => ({ readings: { ...DEFAULT_READINGS, ...readings }, calendar: LATVIA });
const opinion = (givenOn: string, verdict: Verdict = 'continue') => ({ givenOn, verdict });
const daysOf = (episode: EpisodeFacts, law?: LawContext): string[] =>
  termsOf(episode, law).map(({ from, end }) => `${from.slice(5)}..${end?.slice(5) ?? ''}`);

describe('the days of a term (S030-S033)', () => {
  it.each<[string, EpisodeFacts, Partial<Readings>, string[]]>([
    ['S030 thirty days, the first counted', CHRONIC, {}, ['10-22..11-20']],
    ['S030 the first not counted', CHRONIC, { termCounting: 'exclusive' }, ['10-22..11-21']],
    ['S032 ten days from the first of the care', SURGERY, {}, ['11-16..11-25']],
    ['S032 ten days from the discharge', SURGERY, { surgeryTermFrom: 'discharge' }, ['11-16..11-23']],
    [
      'S032 from the discharge, nobody wrote when',
      { ...SURGERY, dischargedOn: null },
      { surgeryTermFrom: 'discharge' },
      ['11-16..11-25'],
    ],
    ['S030 a kept term that is shorter', withTerms(CHRONIC, ['2026-10-22', '2026-11-10']), {}, ['10-22..11-10']],
    ['S030 a kept term that is longer than the law’s', withTerms(CHRONIC, ['2026-10-22', '2026-12-31']), {}, ['10-22..11-20']],
    ['S030 a kept term that begins later', withTerms(CHRONIC, ['2026-10-26', '2026-12-31']), {}, ['10-26..11-24']],
    ['S016 rehabilitation without a planned end', REHABILITATION, {}, ['02-28..']],
    ['S016 rehabilitation as long as planned', withTerms(REHABILITATION, ['2026-02-28', '2026-05-28']), {}, ['02-28..05-28']],
  ])('%s', (_, episode, readings, days) => expect(daysOf(episode, read(readings))).toEqual(days));
});

describe('what opens the next term (S031, S033)', () => {
  const second = '11-21..12-20';
  it.each<[string, EpisodeFacts, Partial<Readings>, string[]]>([
    [
      'no opinion, although a second term is kept',
      withTerms(CHRONIC, ['2026-10-22', '2026-11-20'], ['2026-11-21', '2026-12-20']),
      {},
      ['10-22..11-20'],
    ],
    ['an opinion on the window’s first day', withOpinions(CHRONIC, opinion('2026-11-17')), {}, ['10-22..11-20', second]],
    ['an opinion on the last day', withOpinions(CHRONIC, opinion('2026-11-20')), {}, ['10-22..11-20', second]],
    ['an early opinion', withOpinions(CHRONIC, opinion('2026-11-16')), {}, ['10-22..11-20', second]],
    [
      'an early opinion that does not count',
      withOpinions(CHRONIC, opinion('2026-11-16')),
      { earlyOpinion: 'refuse' },
      ['10-22..11-20'],
    ],
    ['a late opinion, from its day', withOpinions(CHRONIC, opinion('2026-11-24')), {}, ['10-22..11-20', '11-24..12-23']],
    [
      'a late opinion, from the end',
      withOpinions(CHRONIC, opinion('2026-11-24')),
      { lateOpinion: 'after_end' },
      ['10-22..11-20', second],
    ],
    ['an opinion to stop', withOpinions(CHRONIC, opinion('2026-11-19', 'stop')), {}, ['10-22..11-20']],
    [
      'the last word of a term',
      withOpinions(CHRONIC, opinion('2026-11-17'), opinion('2026-11-19', 'stop')),
      {},
      ['10-22..11-20'],
    ],
    [
      'two opinions, two more terms',
      withOpinions(CHRONIC, opinion('2026-12-18'), opinion('2026-11-19')),
      {},
      ['10-22..11-20', second, '12-21..01-19'],
    ],
    ['after surgery, whenever it comes', withOpinions(SURGERY, opinion('2026-11-18')), {}, ['11-16..11-25', '11-26..12-05']],
    [
      'rehabilitation by the doctor’s word',
      withOpinions(withTerms(REHABILITATION, ['2026-02-28', '2026-05-28'], ['2026-05-29', '2026-06-30']), opinion('2026-05-20')),
      {},
      ['02-28..05-28', '05-29..06-30'],
    ],
  ])('%s', (_, episode, readings, days) => expect(daysOf(episode, read(readings))).toEqual(days));

  it.each([
    ['2026-11-16', 'early'],
    ['2026-11-17', 'inTime'],
    ['2026-11-20', 'inTime'],
    ['2026-11-21', 'late'],
  ])('an opinion of %s is %s', (givenOn, timing) => {
    expect(termsOf(withOpinions(CHRONIC, opinion(givenOn)))[0].opinion?.timing).toBe(timing);
  });
});

describe('the opinion’s window (S031)', () => {
  it('opens two working days before the end, over 18 November: the worked example', () => {
    expect(termsOf(CHRONIC)[0]).toMatchObject({ window: { from: '2026-11-17', to: '2026-11-20' }, due: '2026-11-19' });
  });

  it('opens a working day earlier where the provider follows the Cabinet’s transfers', () => {
    const started = { ...CHRONIC, startedOn: '2025-10-21' };
    const following = { readings: DEFAULT_READINGS, calendar: workingCalendar({ transfers: CABINET_TRANSFERS }) };
    expect(termsOf(started)[0]).toMatchObject({ end: '2025-11-19', window: { from: '2025-11-14' } });
    expect(termsOf(started, following)[0]).toMatchObject({ end: '2025-11-19', window: { from: '2025-11-13' } });
  });

  it('is the law’s for chronic patients only; others ask the doctor (S033, S016)', () => {
    expect(termsOf(SURGERY)[0]).toMatchObject({ window: null, due: '2026-11-24' });
    expect(termsOf(REHABILITATION)[0]).toMatchObject({ window: null, due: null });
  });
});

describe('where a term stands (S030-S033)', () => {
  const asked = withTerms(CHRONIC, ['2026-10-22', '2026-11-20', '2026-11-13']);
  const continued = withOpinions(asked, opinion('2026-11-19'));
  const stopped = withOpinions(CHRONIC, opinion('2026-11-19', 'stop'));
  const late = withOpinions(CHRONIC, opinion('2026-11-24'));
  const afterSurgery = withTerms(SURGERY, ['2026-11-16', '2026-11-25', '2026-11-22']);

  it.each<[string, EpisodeFacts, string, TermState]>([
    ['on its first day', asked, '2026-10-22', 'running'],
    ['the day before the GP is asked', asked, '2026-11-12', 'running'],
    ['the day the GP is asked', asked, '2026-11-13', 'requested'],
    ['the day before the window', asked, '2026-11-16', 'requested'],
    ['the window’s first day', asked, '2026-11-17', 'windowOpen'],
    ['the last day', asked, '2026-11-20', 'windowOpen'],
    ['the day after', asked, '2026-11-21', 'lapsed'],
    ['the day before the opinion', continued, '2026-11-18', 'windowOpen'],
    ['the day of the opinion', continued, '2026-11-19', 'continued'],
    ['the day of an opinion to stop', stopped, '2026-11-19', 'stopped'],
    ['past the end, before a late opinion', late, '2026-11-23', 'lapsed'],
    ['after surgery: nobody has asked yet', afterSurgery, '2026-11-21', 'running'],
    ['after surgery: the provider has asked', afterSurgery, '2026-11-22', 'requested'],
    ['after surgery: the last day', afterSurgery, '2026-11-25', 'requested'],
    ['after surgery: past ten days', afterSurgery, '2026-11-26', 'lapsed'],
    ['rehabilitation without an end', REHABILITATION, '2026-12-31', 'running'],
  ])('%s', (_, episode, day, state) => expect(termState(termsOf(episode)[0], day)).toBe(state));

  it('is asked of the term the day falls into', () => {
    const terms = termsOf(continued);
    expect(['2026-10-21', '2026-11-20', '2026-11-21', '2027-03-01'].map((day) => termOn(terms, day)?.from ?? null)).toEqual([
      null,
      '2026-10-22',
      '2026-11-21',
      '2026-11-21',
    ]);
  });
});

/** With terms kept as [first day, last day, day the GP was asked]. */
function withTerms(episode: EpisodeFacts, ...terms: readonly (readonly string[])[]): EpisodeFacts {
  return {
    ...episode,
    terms: terms.map(([startsOn, endsOn, requestedOn]) => ({ startsOn, endsOn, requestedOn: requestedOn ?? null })),
  };
}

function withOpinions(episode: EpisodeFacts, ...opinions: EpisodeFacts['opinions']): EpisodeFacts {
  return { ...episode, opinions };
}
