import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#time';
import type { Decision, DecisionChange } from './decision.js';
import { DECISION } from './decisions.fixture.js';
import { grantedBetween, grantedInMonth, grantedInWeek, grantedOn, grantsOn, grantTimeline } from './timeline.js';

const with_ = (...changes: DecisionChange[]): Decision => ({ ...DECISION, changes });
const minutesInWeek = (decisions: readonly Decision[], day: string): number =>
  grantedInWeek(grantTimeline(decisions), day).minutes;

// 2026-03-02 is a Monday; 280 minutes a week are 40 a day.
describe('what a decision grants, by day, week and month (S052, S057)', () => {
  it.each<[string, readonly Decision[], string, number]>([
    ['a whole week', [DECISION], '2026-03-04', 280],
    ['the week it begins on a Monday', [DECISION], '2026-01-12', 280],
    ['the week before', [DECISION], '2026-01-11', 0],
    ['the last day is a Sunday', [DECISION], '2026-07-12', 280],
    ['the week after', [DECISION], '2026-07-13', 0],
    ['open-ended, years later', [{ ...DECISION, permanent: true, validTo: null }], '2030-03-04', 280],
    ['ended from Thursday: three days', [with_({ kind: 'ended', from: '2026-03-05' })], '2026-03-04', 120],
    ['shortened from Monday: nothing', [with_({ kind: 'shortened', from: '2026-03-02' })], '2026-03-04', 0],
    ['suspended Tuesday to Thursday', [with_({ kind: 'suspended', from: '2026-03-03', to: '2026-03-05' })], '2026-03-04', 160],
    ['suspended without end', [with_({ kind: 'suspended', from: '2026-02-02', to: null })], '2026-06-04', 0],
    ['reduced to 140 from Wednesday', [with_({ kind: 'reduced', from: '2026-03-04', grantedMinutes: 140 })], '2026-03-04', 180],
    [
      'reduced twice: the later holds',
      [
        with_(
          { kind: 'reduced', from: '2026-02-02', grantedMinutes: 70 },
          { kind: 'reduced', from: '2026-01-19', grantedMinutes: 140 },
        ),
      ],
      '2026-03-04',
      70,
    ],
    [
      'replaced from Wednesday by 420 a week',
      [DECISION, { ...DECISION, id: 'D2', validFrom: '2026-03-04', grantedMinutes: 420, replaces: 'D1' }],
      '2026-03-04',
      2 * 40 + 5 * 60,
    ],
    [
      'beside a relative’s hours',
      [DECISION, { ...DECISION, id: 'D2', form: 'informal_carer', grantedMinutes: 70 }],
      '2026-03-04',
      350,
    ],
  ])('%s', (_, decisions, day, minutes) => {
    expect(minutesInWeek(decisions, day)).toBe(minutes);
  });

  it('deals a grant that seven days do not divide out in whole minutes', () => {
    const timeline = grantTimeline([{ ...DECISION, grantedMinutes: 240 }]);
    const days = Array.from({ length: 7 }, (_, i) => grantedOn(timeline, addDays('2026-03-02', i)).minutes);
    expect(days).toEqual([34, 34, 34, 35, 34, 34, 35]);
  });

  it('grants by the month what the month grants, whatever its length', () => {
    const timeline = grantTimeline([{ ...DECISION, grantedPer: 'month', grantedMinutes: 1000 }]);
    expect(['2026-02-10', '2026-03-10', '2026-04-10'].map((day) => grantedInMonth(timeline, day).minutes)).toEqual([
      1000, 1000, 1000,
    ]);
    // January from the 12th: 20 of 31 days, 1000 - floor(1000 * 11 / 31).
    expect(grantedInMonth(timeline, '2026-01-31').minutes).toBe(1000 - 354);
  });

  it('does not route what a paid relative gives (S129, S142)', () => {
    const timeline = grantTimeline([DECISION, { ...DECISION, id: 'D2', form: 'informal_carer', grantedMinutes: 70 }]);
    expect(grantedInWeek(timeline, '2026-03-04')).toEqual({ minutes: 350, routedMinutes: 280 });
  });

  it('shows a suspension as such, with its days', () => {
    const timeline = grantTimeline([with_({ kind: 'suspended', from: '2026-03-03', to: '2026-03-05' })]);
    expect(timeline.map(({ from, to, state }) => [from, to, state])).toEqual([
      ['2026-01-12', '2026-03-02', 'granted'],
      ['2026-03-03', '2026-03-05', 'suspended'],
      ['2026-03-06', '2026-07-12', 'granted'],
    ]);
    expect(grantsOn(timeline, '2026-03-04').map(({ state }) => state)).toEqual(['suspended']);
  });

  it('grants nothing when replaced from its first day', () => {
    expect(grantTimeline([DECISION, { ...DECISION, id: 'D2', replaces: 'D1' }]).map(({ decisionId }) => decisionId)).toEqual([
      'D2',
    ]);
  });
});

const day = fc.integer({ min: 0, max: 250 }).map((days) => addDays('2025-12-20', days));
const change: fc.Arbitrary<DecisionChange> = fc.oneof(
  fc.record({ kind: fc.constant('suspended' as const), from: day, to: fc.option(day) }),
  fc.record({ kind: fc.constant('reduced' as const), from: day, grantedMinutes: fc.integer({ min: 0, max: 279 }) }),
  fc.record({ kind: fc.constantFrom('ended' as const, 'shortened' as const), from: day }),
);
const decision: fc.Arbitrary<Decision> = fc
  .record({
    changes: fc.array(change, { maxLength: 3 }),
    grantedMinutes: fc.integer({ min: 279, max: 3000 }),
    grantedPer: fc.constantFrom('week' as const, 'month' as const),
  })
  .map((drawn) => ({ ...DECISION, ...drawn }));

describe('the grant to the minute (S052)', () => {
  it('is the sum of its parts however the days are cut', () => {
    fc.assert(
      fc.property(decision, day, day, (one, a, b) => {
        const timeline = grantTimeline([one]);
        const whole = grantedBetween(timeline, '2025-12-01', '2026-12-31').minutes;
        const [first, last] = a <= b ? [a, b] : [b, a];
        const cut =
          grantedBetween(timeline, '2025-12-01', addDays(first, -1)).minutes +
          grantedBetween(timeline, first, last).minutes +
          grantedBetween(timeline, addDays(last, 1), '2026-12-31').minutes;
        expect(cut).toBe(whole);
      }),
    );
  });

  it('has stretches that follow one another without a gap or an overlap, none outside the decision', () => {
    fc.assert(
      fc.property(decision, (one) => {
        const timeline = grantTimeline([one]);
        timeline.forEach(({ from, to }, i) => {
          expect(i === 0 ? from : addDays(timeline[i - 1].to ?? '', 1)).toBe(i === 0 ? one.validFrom : from);
          expect(to !== null && from <= to && to <= (one.validTo ?? to)).toBe(true);
        });
      }),
    );
  });

  it('never grants more than the decision says in any week', () => {
    fc.assert(
      fc.property(decision, day, (one, at) => {
        const most = one.grantedPer === 'week' ? one.grantedMinutes : Math.ceil((one.grantedMinutes * 7) / 28) + 2;
        expect(minutesInWeek([one], at)).toBeLessThanOrEqual(most);
      }),
    );
  });
});
