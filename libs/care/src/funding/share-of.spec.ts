import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MunicipalRuleSet } from '../municipalities/rule-set.js';
import { RULE_SETS, ruleSetOn } from '../municipalities/rule-sets.js';
import { careCents, rounded } from './cents.js';
import { olderFrom } from './client-part.js';
import { explainFunding, FUNDING_REASON_CODES, fundingReason } from './funding-reasons.js';
import { priceOn, type HourPrice } from './hour-price.js';
import { shareOf, type PayingSituation } from './share-of.js';

const DAY = '2020-07-13';
const RIGA = ruleSetOn(RULE_SETS, 'riga', DAY) as MunicipalRuleSet;
const JEKABPILS = ruleSetOn(RULE_SETS, 'jekabpils', DAY) as MunicipalRuleSet;
const PRICES: readonly HourPrice[] = [
  { id: 'P1', payer: 'municipality', municipalityId: 'RIGA', centsPerHour: 330, validFrom: '2014-01-01', validTo: '2015-01-31' },
  { id: 'P2', payer: 'municipality', municipalityId: 'RIGA', centsPerHour: 370, validFrom: '2015-02-01', validTo: '2019-12-31' },
  { id: 'P3', payer: 'municipality', municipalityId: 'RIGA', centsPerHour: 444, validFrom: '2020-01-01', validTo: '2020-12-31' },
  { id: 'P4', payer: 'client', municipalityId: null, centsPerHour: 900, validFrom: '2020-01-01', validTo: null },
  { id: 'P5', payer: 'state', municipalityId: null, centsPerHour: 1500, validFrom: '2020-01-01', validTo: null },
];
/** Ten hours a month in Riga: EUR 44.40. */
const BASE: PayingSituation = {
  funding: { kind: 'decision', form: 'provider' },
  municipalityId: 'RIGA',
  prices: PRICES,
  ruleSet: RIGA,
  municipalityPercent: null,
  means: null,
  needy: [],
  birthDate: null,
  lone: false,
  monthMinutes: 600,
};
const income = (members: number, ...monthlyCents: number[]): Partial<PayingSituation> => ({ means: { members, monthlyCents } });
const ratesOf = (rules: Partial<MunicipalRuleSet>): Partial<PayingSituation> => ({ ruleSet: { ...RIGA, ...rules } });
const needy = [{ validFrom: '2020-07-01', validTo: '2020-12-31' }];

describe('who pays for a visit of 60 minutes (S054, S061, S117-S120, S130, S138, S140)', () => {
  it.each<[string, Partial<PayingSituation>, readonly [number, number, number], string]>([
    ['S118 income of 430.00, included', income(1, 43_000), [444, 0, 0], 'funding.within'],
    ['S119 430.01: one cent a month is spread', income(1, 43_001), [444, 0, 0], 'funding.partly'],
    ['S119 435.00: 5.00 of 44.40 a month', income(1, 43_500), [394, 50, 0], 'funding.partly'],
    ['S119 474.39: a cent less than all', income(1, 47_439), [0, 444, 0], 'funding.partly'],
    ['S120 474.40 covers all', income(1, 47_440), [0, 444, 0], 'funding.covers'],
    ['S118 two members with 860.00 together', income(2, 86_000), [444, 0, 0], 'funding.within'],
    ['S118 two members with 860.01: above, by half a cent', income(2, 86_001), [444, 0, 0], 'funding.partly'],
    ['S119 two members with 870.00: 5.00 of one of them', income(2, 87_000), [394, 50, 0], 'funding.partly'],
    [
      'S119 reading: the excess of both pays',
      { ...income(2, 87_000), ...ratesOf({ excessOf: 'household' }) },
      [344, 100, 0],
      'funding.partly',
    ],
    [
      'S119 table: half of the first 10.00, all above',
      {
        ...income(1, 45_000),
        ...ratesOf({
          clientShares: [
            { aboveCents: 0, percent: 50 },
            { aboveCents: 1_000, percent: 100 },
          ],
        }),
      },
      [294, 150, 0],
      'funding.partly',
    ],
    [
      'S119 table of the price: 30 percent from 430.01, 60 from 450.00',
      {
        ...income(1, 45_000),
        ...ratesOf({
          clientShareOf: 'price',
          clientShares: [
            { aboveCents: 0, percent: 30 },
            { aboveCents: 2_000, percent: 60 },
          ],
        }),
      },
      [178, 266, 0],
      'funding.partly',
    ],
    [
      'S119 the row below',
      {
        ...income(1, 44_999),
        ...ratesOf({
          clientShareOf: 'price',
          clientShares: [
            { aboveCents: 0, percent: 30 },
            { aboveCents: 2_000, percent: 60 },
          ],
        }),
      },
      [311, 133, 0],
      'funding.partly',
    ],
    [
      'S120 no table: above the limit the client pays all',
      { ...income(1, 43_001), ...ratesOf({ clientShares: [] }) },
      [0, 444, 0],
      'funding.covers',
    ],
    ['S130 no means known', {}, [0, 444, 0], 'funding.client'],
    ['S130 no rules known', { ...income(1, 10_000), ruleSet: null }, [0, 444, 0], 'funding.client'],
    ['S054 needy', { needy }, [444, 0, 0], 'funding.needy'],
    [
      'S054 needy until yesterday',
      { needy: [{ validFrom: '2020-01-01', validTo: '2020-07-12' }] },
      [0, 444, 0],
      'funding.client',
    ],
    ['S119 the decision says 60 percent', { municipalityPercent: 60, needy }, [266, 178, 0], 'funding.decided'],
    ['S140 lone and 81', { ruleSet: JEKABPILS, lone: true, birthDate: '1939-07-13' }, [444, 0, 0], 'funding.lone_older'],
    [
      'S140 lone, the day after the 80th birthday',
      { ruleSet: JEKABPILS, lone: true, birthDate: '1940-07-12' },
      [444, 0, 0],
      'funding.lone_older',
    ],
    ['S140 lone, on the birthday', { ruleSet: JEKABPILS, lone: true, birthDate: '1940-07-13' }, [0, 444, 0], 'funding.client'],
    ['S140 older, not lone', { ruleSet: JEKABPILS, lone: false, birthDate: '1930-01-01' }, [0, 444, 0], 'funding.client'],
    ['S140 Riga has no such rule', { lone: true, birthDate: '1930-01-01' }, [0, 444, 0], 'funding.client'],
    ['S061 private', { funding: { kind: 'private' } }, [0, 900, 0], 'funding.private'],
    [
      'S138 self-paid, whatever the income',
      { funding: { kind: 'decision', form: 'self_paid' }, ...income(1, 10) },
      [0, 900, 0],
      'funding.self_paid',
    ],
    ['S002, S035 the state', { funding: { kind: 'episode' } }, [0, 0, 1500], 'funding.state'],
  ])('%s', (_, changes, [municipalityCents, clientCents, stateCents], code) => {
    const share = shareOf(60, DAY, { ...BASE, ...changes });
    expect(share).toMatchObject({ ok: true, municipalityCents, clientCents, stateCents });
    expect(share.ok && share.reasons[0].code).toBe(code);
  });

  it.each([
    ['2015-01-31', 330],
    ['2015-02-01', 370],
    ['2020-07-13', 444],
  ])('S117, S153 an hour on %s costs %i cents', (day, cents) => {
    expect(shareOf(60, day, { ...BASE, municipalityPercent: 100 })).toMatchObject({ municipalityCents: cents });
  });

  it('S153 says that no price is known, instead of guessing one', () => {
    expect(shareOf(60, '2021-01-01', { ...BASE, municipalityPercent: 100 })).toEqual({
      ok: false,
      reason: fundingReason('price.missing', { day: '2021-01-01', payer: 'municipality' }),
    });
    expect(priceOn(PRICES, { payer: 'municipality', municipalityId: 'OGRE' }, DAY)).toBeNull();
  });

  it('S150 warns when the rules that decide are old', () => {
    const late = { ...BASE, ...income(1, 40_000), prices: [{ ...PRICES[2], validTo: null }] };
    const codes = (day: string): unknown => {
      const share = shareOf(60, day, late);
      return share.ok && share.reasons.map(({ code }) => code);
    };
    expect(codes('2022-07-13')).toEqual(['funding.within', 'funding.price']);
    expect(codes('2022-07-14')).toEqual(['funding.within', 'funding.price', 'funding.stale']);
  });

  it.each([
    ['1940-02-29', 'day_after_birthday', '2020-03-01'],
    ['1939-02-28', 'day_after_birthday', '2019-03-01'],
    ['1940-07-13', 'next_birthday', '2021-07-13'],
  ] as const)('S140 born on %s, reading %s: older than 80 from %s', (born, reading, from) => {
    expect(olderFrom(born, 80, reading)).toBe(from);
  });
});

describe('the words (S155)', () => {
  it('explain a partial payment in three languages', () => {
    const share = shareOf(60, DAY, { ...BASE, ...income(1, 43_500) });
    expect(share.ok && share.reasons.map((reason) => explainFunding(reason).en)).toEqual([
      'The income of EUR 435.00 per family member and month is above EUR 430.00; the client pays EUR 5.00 of EUR 44.40 a month, the municipality the rest.',
      'An hour of care costs EUR 4.44 (price from 2020-01-01).',
    ]);
    expect(explainFunding(fundingReason('funding.price', { price: 405, from: '2020-01-01' }))).toEqual({
      lv: 'Aprūpes stunda maksā 4,05 EUR (cena no 2020-01-01).',
      en: 'An hour of care costs EUR 4.05 (price from 2020-01-01).',
      ru: 'Час ухода стоит 4,05 EUR (цена с 2020-01-01).',
    });
  });

  it('have every code in every language', () => {
    for (const code of FUNDING_REASON_CODES) {
      const { lv, en, ru } = explainFunding({ code, params: {} });
      expect([lv, en, ru].every((words) => words.length > 20 && !words.includes('{'))).toBe(true);
      expect(new Set([lv, en, ru]).size).toBe(3);
    }
  });
});

describe('cents add up exactly (S117, S119)', () => {
  it('rounds half a cent up, in whole numbers', () => {
    expect([rounded(1, 2), rounded(1, 3), rounded(2, 3), rounded(0, 7), careCents(45, 444), careCents(5, 444)]).toEqual([
      1, 0, 1, 0, 333, 37,
    ]);
    expect(() => rounded(0.5, 2)).toThrow(RangeError);
  });

  it('over any visits a month is cut into, for any payer', () => {
    const visits = fc.array(fc.integer({ min: 1, max: 240 }), { minLength: 1, maxLength: 40 });
    const cents = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(
        visits,
        cents,
        fc.integer({ min: 1, max: 2_000 }),
        fc.option(fc.integer({ min: 0, max: 100 })),
        (lengths, earned, price, percent) => {
          const monthMinutes = lengths.reduce((sum, minutes) => sum + minutes, 0);
          const situation: PayingSituation = {
            ...BASE,
            ...income(1, earned),
            municipalityPercent: percent,
            monthMinutes,
            prices: [{ ...PRICES[2], centsPerHour: price }],
          };
          const sums = { all: 0, client: 0 };
          let minutesBefore = 0;
          for (const minutes of lengths) {
            const share = shareOf(minutes, DAY, { ...situation, minutesBefore });
            if (!share.ok) throw new Error('no price');
            expect(Math.min(share.municipalityCents, share.clientCents)).toBeGreaterThanOrEqual(0);
            sums.all += share.municipalityCents + share.clientCents + share.stateCents;
            sums.client += share.clientCents;
            minutesBefore += minutes;
          }
          const cost = careCents(monthMinutes, price);
          const expected = percent === null ? Math.min(cost, Math.max(0, earned - 43_000)) : rounded(cost * (100 - percent), 100);
          expect(sums).toEqual({ all: cost, client: expected });
        },
      ),
    );
  });

  it('and care beyond the month’s grant costs the client nothing more than the contribution', () => {
    const beyond = shareOf(60, DAY, { ...BASE, ...income(1, 43_500), minutesBefore: 600 });
    expect(beyond).toMatchObject({ municipalityCents: 444, clientCents: 0 });
  });
});
