import { describe, expect, it } from '@jest/globals';
import type { MunicipalRuleSet } from '../municipalities/rule-set.js';
import { RULE_SETS, ruleSetOn } from '../municipalities/rule-sets.js';
import { relativeSupport, type SupportSituation } from './relative-support.js';

const DAY = '2020-07-13';
const SOUND = { namesCarer: true, namesAccount: true, signedBy: 'client' } as const;
const inTown = (rules: string, ...monthlyCents: number[]): SupportSituation => ({
  ruleSet: ruleSetOn(RULE_SETS, rules, DAY) as MunicipalRuleSet,
  means: { members: 2, monthlyCents },
  application: SOUND,
});
const codesOf = (situation: SupportSituation): string[] => relativeSupport(300, DAY, situation).reasons.map(({ code }) => code);

describe('support of a relative who cares (S121-S128, S139, S141)', () => {
  it.each([
    ['S123', 0, 1_423],
    ['S123', 240, 1_423],
    ['S124', 241, 2_846],
    ['S124', 360, 2_846],
    ['S125', 361, 4_269],
    ['S125', 720, 4_269],
    ['S126', 721, 5_691],
    ['S126', 10_080, 5_691],
  ])('%s %i minutes a week: %i cents a month', (_, minutes, centsPerMonth) => {
    expect(relativeSupport(minutes, DAY, inTown('riga', 86_000))).toMatchObject({ ok: true, centsPerMonth });
  });

  it.each<[string, SupportSituation, readonly string[]]>([
    ['S128 430.00 a member', inTown('riga', 86_000), ['support.granted']],
    ['S128 a cent more for two', inTown('riga', 86_001), ['support.over_limit']],
    ['S128 means unknown', { ...inTown('riga'), means: null }, ['support.means_unknown']],
    ['S139 Skrīveri', inTown('skriveri', 10_000), ['support.not_offered']],
    ['S141 two months of the three known', inTown('jekabpils', 1, 1), ['support.means_unknown', 'support.amount_unknown']],
    ['S141 430.00 on average of three months', inTown('jekabpils', 0, 129_000, 129_000), ['support.amount_unknown']],
    ['S141 above on average', inTown('jekabpils', 1, 129_000, 129_000), ['support.over_limit', 'support.amount_unknown']],
    [
      'S122, S127 nothing filled in, signed by the relative',
      { ...inTown('riga', 1), application: { namesCarer: false, namesAccount: false, signedBy: 'relative' } },
      ['support.carer_missing', 'support.account_missing', 'support.signature'],
    ],
    [
      'S127 signed by a representative',
      { ...inTown('riga', 1), application: { ...SOUND, signedBy: 'representative' } },
      ['support.granted'],
    ],
    ['S127 not signed', { ...inTown('riga', 1), application: { ...SOUND, signedBy: null } }, ['support.signature']],
  ])('%s', (_, situation, codes) => {
    expect(codesOf(situation)).toEqual(codes);
  });
});
