import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LAW, type EpisodeFacts } from '#care';
import { isoOf } from '#time';
import { termChecks } from './term-checks.js';

/** The worked example of the law: 22 October to Friday 20 November; its window opens on the 17th, for the 18th is a holiday. */
const episode = (rest: Partial<EpisodeFacts> = {}): EpisodeFacts => ({
  ...{ id: 'E1', clientId: 'C1', kind: 'chronic_mobility', issuer: 'gp', careDiagnosis: 'L89.2', mobilityDiagnosis: 'G82.4' },
  ...{ hasOrders: true, onsetOn: null, dischargedOn: null, startedOn: '2026-10-22', endedOn: null, mainTasks: ['WOUND'] },
  ...{ terms: [], opinions: [] },
  ...rest,
});
const asked = [{ startsOn: '2026-10-22', endsOn: '2026-11-20', requestedOn: '2026-11-13' }];
const surgery = { kind: 'post_surgery', startedOn: '2026-11-02', dischargedOn: '2026-11-01' } as const;

describe('termChecks (S030-S033)', () => {
  it.each([
    ['eight days before the end: nothing', {}, '2026-11-12', []],
    ['a week before: ask the GP, by three', {}, '2026-11-13', ['request_gp_visit 2026-11-13T15:00:00+02:00']],
    ['the days after, and nobody has asked', {}, '2026-11-16', ['request_gp_visit 2026-11-13T15:00:00+02:00']],
    ['the GP has been asked', { terms: asked }, '2026-11-16', []],
    ['the window opens', { terms: asked }, '2026-11-17', ['chase_opinion 2026-11-17T17:00:00+02:00']],
    ['each morning in it, the holiday too', { terms: asked }, '2026-11-18', ['chase_opinion 2026-11-18T17:00:00+02:00']],
    ['the last day, by noon', { terms: asked }, '2026-11-20', ['chase_opinion 2026-11-20T12:00:00+02:00']],
    ['afterwards it is overdue', { terms: asked }, '2026-11-21', ['chase_opinion 2026-11-20T12:00:00+02:00']],
    ['the opinion is there', { terms: asked, opinions: [{ givenOn: '2026-11-18', verdict: 'continue' }] }, '2026-11-19', []],
    ['after surgery on day 8 of 10: ask', surgery, '2026-11-08', ['request_gp_visit 2026-11-09T15:00:00+02:00']],
    ['after surgery, day 7: not yet', surgery, '2026-11-07', []],
    ['before the care begins', {}, '2026-10-01', []],
    ['S013 its orders are not written down', { hasOrders: false }, '2026-11-09', ['complete_referral 2026-11-16T17:00:00+02:00']],
    [
      'S014 nobody wrote down the discharge, and a week later is a Saturday',
      { ...surgery, dischargedOn: null },
      '2026-11-07',
      ['complete_referral 2026-11-16T17:00:00+02:00'],
    ],
  ] as const)('%s', (_, facts, today, told) => {
    const { workItems } = termChecks([episode(facts)], today, DEFAULT_LAW);
    expect(workItems.map(({ kind, dueAt }) => `${kind} ${isoOf(dueAt)}`)).toEqual(told);
  });

  it('tells of a term that has lapsed, and of no other', () => {
    expect(termChecks([episode()], '2026-11-20', DEFAULT_LAW).changes).toEqual([]);
    expect(termChecks([episode()], '2026-11-21', DEFAULT_LAW).changes).toEqual([
      { kind: 'term_lapsed', subject: ['episode', 'E1'], clientId: 'C1', from: '2026-11-21' },
    ]);
  });

  it('closes what was asked of a referral that is complete by now', () => {
    const [item] = termChecks([episode({ hasOrders: false })], '2026-11-09', DEFAULT_LAW).workItems;
    const { workItems, replaces } = termChecks([episode()], '2026-11-10', DEFAULT_LAW);
    expect([workItems, replaces.some((beginning) => item.key.startsWith(beginning))]).toEqual([[], true]);
  });

  it('replaces the reminder of the day before', () => {
    const [yesterday, today] = ['2026-11-17', '2026-11-18'].map((day) =>
      termChecks([episode({ terms: asked })], day, DEFAULT_LAW),
    );
    expect(today.workItems[0].key).not.toBe(yesterday.workItems[0].key);
    expect(today.replaces.some((beginning) => yesterday.workItems[0].key.startsWith(beginning))).toBe(true);
  });
});
