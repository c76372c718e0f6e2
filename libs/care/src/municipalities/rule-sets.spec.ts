import { describe, expect, it } from '@jest/globals';
import { familyOf } from '../tasks/catalogue.js';
import { TASKS } from '../tasks/task-data.js';
import { minimumWageOn } from './minimum-wage.js';
import { ruleSetIssues } from './rule-set-issues.js';
import type { MunicipalRuleSet } from './rule-set.js';
import { levelFor, levelHint, RULE_SETS, ruleSetOn } from './rule-sets.js';
import { isStale } from './sourced.js';

const [RIGA] = RULE_SETS;

describe('municipal rules as dated data (S003, S053, S132-S142, S150, S151)', () => {
  it.each([
    ['riga', '2020-03-06', 'riga-2020'],
    ['riga', '2020-03-05', undefined],
    ['skriveri', '2026-11-24', 'skriveri-2020'],
    ['jekabpils', '2019-12-31', 'jekabpils-2019'],
    ['jekabpils', '2020-01-01', 'jekabpils-2020'],
    ['ogre', '2026-11-24', undefined],
  ])('S053, S133 %s on %s: %s', (rules, day, id) => {
    expect(ruleSetOn(RULE_SETS, rules, day)?.id).toBe(id);
  });

  it('S140 frees the lone from 85, since 2020 from 80', () => {
    expect(['2019-12-31', '2020-01-01'].map((day) => ruleSetOn(RULE_SETS, 'jekabpils', day)?.freeLoneOlderThan)).toEqual([
      85, 80,
    ]);
  });

  it('S136, S139 Skrīveri buys from a provider and pays no relative', () => {
    expect(ruleSetOn(RULE_SETS, 'skriveri', '2020-07-13')).toMatchObject({
      forms: ['provider', 'self_paid'],
      supportBands: [],
      decisionWithinWorkingDays: 10,
    });
  });

  it.each([
    [240, 1],
    [241, 2],
    [360, 2],
    [361, 3],
    [720, 3],
    [721, 4],
  ])('S123-S126 %i minutes a week are level %i', (minutes, level) => {
    expect(levelFor(RIGA, minutes)?.level).toBe(level);
  });

  it.each([
    [20, undefined],
    [18, 1],
    [12, 2],
    [5, 3],
    [0, 4],
  ])('S067 a Barthel score of %i suggests level %s', (score, level) => {
    expect(levelHint(RIGA, score)?.level).toBe(level);
  });

  it('S150 knows when nobody has looked at a rule for two years', () => {
    expect([isStale(RIGA, '2022-07-13'), isStale(RIGA, '2022-07-14')]).toEqual([false, true]);
  });

  it.each([
    ['2020-07-13', 43_000],
    ['2020-12-31', 43_000],
    ['2021-01-01', 50_000],
    ['2026-11-24', 78_000],
    ['2017-12-31', null],
  ])('S141 the minimum wage on %s is %s cents', (day, cents) => {
    expect(minimumWageOn(day)).toBe(cents);
  });

  it('every shipped rule set is sound and every social task belongs to the list', () => {
    expect(ruleSetIssues(RULE_SETS)).toEqual([]);
    const tasks = TASKS.filter((task) => familyOf(task) === 'social').map((task) => task.code);
    expect(ruleSetIssues([{ ...RIGA, tasks }])).toEqual([]);
  });

  it.each<[string, readonly MunicipalRuleSet[], readonly string[]]>([
    ['two versions on one day', [RIGA, { ...RIGA, id: 'riga-2021', validFrom: '2021-01-01' }], ['ruleset.overlap']],
    [
      'versions that follow',
      [
        { ...RIGA, validTo: '2020-12-31' },
        { ...RIGA, id: 'riga-2021', validFrom: '2021-01-01' },
      ],
      [],
    ],
    ['ends before it begins', [{ ...RIGA, validTo: '2020-01-01' }], ['ruleset.order']],
    ['bands that stop', [{ ...RIGA, supportBands: RIGA.supportBands.slice(0, 2) }], ['ruleset.table']],
    ['levels out of order', [{ ...RIGA, levels: RIGA.levels.toReversed() }], ['ruleset.table']],
    ['a level twice', [{ ...RIGA, levels: RIGA.levels.map((level) => ({ ...level, level: 1 })) }], ['ruleset.table']],
    ['shares not from 0', [{ ...RIGA, clientShares: [{ aboveCents: 1, percent: 100 }] }], ['ruleset.table']],
    ['more than all', [{ ...RIGA, clientShares: [{ aboveCents: 0, percent: 101 }] }], ['ruleset.table']],
    ['a health task', [{ ...RIGA, tasks: ['BATH', 'WOUND'] }], ['ruleset.task']],
  ])('tells of %s', (_, sets, codes) => {
    expect(ruleSetIssues(sets).map(({ code }) => code)).toEqual(codes);
  });
});
