import { describe, expect, it } from '@jest/globals';
import { daysBetween, opinionWindow } from '#time';
import { Random } from '../random.js';
import { episodeDates, history, oneTerm, type ReferralKind, type RenewalState } from './renewal.js';

const TODAY = '2026-11-23';
const cases = (['chronic_mobility', 'post_surgery', 'rehab'] as const).flatMap((kind) =>
  (['fine', 'gp_window_open', 'opinion_missing', 'expired', 'terminated'] as const).map((state) => [kind, state] as const),
);

function each(kind: ReferralKind, state: RenewalState) {
  return Array.from({ length: 40 }, (_, seed) => episodeDates(kind, state, TODAY, new Random(seed)));
}

describe('episodeDates', () => {
  it.each(cases)('%s, %s: terms follow one another inside the episode', (kind, state) => {
    for (const { startedOn, endedOn, terms } of each(kind, state)) {
      expect(terms[0].startsOn).toBe(startedOn);
      terms.slice(1).forEach((term, i) => expect(daysBetween(terms[i].endsOn, term.startsOn)).toBe(1));
      const length = kind === 'post_surgery' ? 10 : 30;
      for (const term of terms.slice(0, -1)) expect(daysBetween(term.startsOn, term.endsOn)).toBe(length - 1);
      if (endedOn !== null) expect(terms[terms.length - 1].endsOn).toBe(endedOn);
    }
  });

  it.each(cases)('%s, %s: every term but the last was continued within its window', (kind, state) => {
    for (const { terms, opinions } of each(kind, state)) {
      terms.slice(0, -1).forEach(({ endsOn }, i) => {
        const { from, to } = opinionWindow(endsOn);
        expect(opinions[i].verdict).toBe('continue');
        expect(opinions[i].givenOn >= from && opinions[i].givenOn <= to).toBe(true);
      });
    }
  });

  it.each([
    ['fine', 7, 30],
    ['gp_window_open', 1, 2],
    ['opinion_missing', 3, 3],
    ['expired', -3, -1],
    ['terminated', -6, -1],
  ] as const)('%s: the last term ends %d to %d days after a Monday without holidays', (state, least, most) => {
    for (const { terms } of each('chronic_mobility', state)) {
      const left = daysBetween(TODAY, terms[terms.length - 1].endsOn);
      expect(left).toBeGreaterThanOrEqual(least);
      expect(left).toBeLessThanOrEqual(most);
    }
  });
});

describe('history', () => {
  it('of a term that ends on 25.11.2026 began on 27.10.', () => {
    expect(history('2026-11-25', 30, 0)).toEqual({
      startedOn: '2026-10-27',
      endedOn: null,
      terms: [{ startsOn: '2026-10-27', endsOn: '2026-11-25' }],
      opinions: [],
    });
  });

  it('of a second term has the opinion on the last working day before the first ended', () => {
    // The first ends on Friday 20.11.2026; Wednesday the 18th is a holiday, Thursday the 19th is not.
    const dates = history('2026-12-20', 30, 1);
    expect(dates.terms.map(({ endsOn }) => endsOn)).toEqual(['2026-11-20', '2026-12-20']);
    expect(dates.opinions).toEqual([{ givenOn: '2026-11-19', verdict: 'continue' }]);
    expect(oneTerm(dates)).toEqual({
      startedOn: '2026-11-21',
      endedOn: null,
      terms: [{ startsOn: '2026-11-21', endsOn: '2026-12-20' }],
      opinions: [],
    });
  });
});
