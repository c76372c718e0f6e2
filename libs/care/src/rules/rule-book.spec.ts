import { describe, expect, it } from '@jest/globals';
import { findTask } from '../tasks/catalogue.js';
import { TASKS } from '../tasks/task-data.js';
import { clientClass } from './client-class.js';
import { conditionHolds } from './conditions.js';
import { DEFAULT_PAIRS } from './default-pairs.fixture.js';
import { defaultRule, ruleBook } from './rule-book.js';

const book = ruleBook();
const count = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(values)].sort().map((value) => [value, values.filter((v) => v === value).length]));

describe('the rule book', () => {
  it('has 223 explicit rules, each with an id of its own', () => {
    expect(book.rules).toHaveLength(223);
    expect(new Set(book.rules.map((rule) => rule.id)).size).toBe(223);
  });

  it('has the known number of each kind, severity and confidence', () => {
    expect(count(book.rules.map((rule) => rule.kind))).toEqual({
      conflict: 57,
      exclude_same_day: 1,
      exclude_worker: 1,
      first_in_round: 1,
      forbid_order: 4,
      last_in_round: 1,
      max_gap: 2,
      min_gap: 45,
      min_gap_sym: 3,
      min_visit: 1,
      must_overlap: 10,
      needs_ppe: 1,
      not_substitute: 1,
      precede: 63,
      requires: 1,
      requires_after: 4,
      same_visit: 2,
      separate: 4,
      should_overlap: 21,
    });
    expect(count(book.rules.map((rule) => `${rule.severity} ${rule.confidence}`))).toEqual({
      'hard high': 68,
      'hard medium': 38,
      'soft high': 11,
      'soft low': 28,
      'soft medium': 78,
    });
  });

  it('speaks of tasks of the catalogue, in sentences with a source', () => {
    for (const rule of book.rules) {
      for (const code of [rule.a, rule.b]) expect(code.startsWith('*') || findTask(code) !== undefined).toBe(true);
      expect(rule.reason.length).toBeGreaterThan(5);
      expect(rule.source).not.toContain('undefined');
      expect(rule.minGap === null || rule.maxGap === null || rule.minGap <= rule.maxGap).toBe(true);
    }
  });

  it.each([
    ['BATH-WOUND-conflict', null, null, 'hard', 'high', ''],
    ['BATH-WOUND-requires_after', 0, 60, 'hard', 'medium', 'unless waterproof_dressing'],
    ['INSULIN-FEED-precede-insulin_rapid', 0, 15, 'hard', 'high', 'insulin_rapid'],
    ['INSULIN-FEED-precede-insulin_regular', 15, 45, 'hard', 'high', 'insulin_regular'],
    ['MEDSUP-MEDSUP-min_gap-bid', 480, 960, 'soft', 'medium', 'bid'],
    ['POSITION-POSITION-must_overlap-two_person', null, null, 'hard', 'high', 'two_person'],
    ['POSITION-POSITION-max_gap-pressure_risk', null, 240, 'soft', 'medium', 'pressure_risk'],
    ['CLIENT.INFECTIOUS-ROUTE-last_in_round', null, null, 'soft', 'medium', ''],
    ['BATH-BEDBATH-separate', null, null, 'default', 'default', ''],
    ['BATH-CLEAN-parallel_ok', null, null, 'default', 'default', ''],
  ])('finds %s', (id, minGap, maxGap, severity, confidence, condition) => {
    expect(book.find(id)).toMatchObject({ id, minGap, maxGap, severity, confidence, condition });
  });

  it.each(['BATH-WOUND-separat', 'BEDBATH-BATH-separate', 'BATH-BEDBATH-parallel_ok', 'BATH', ''])('knows no %s', (id) => {
    expect(book.find(id)).toBeUndefined();
  });

  it('gives the rules of a pair in either direction and by flag', () => {
    const ids = (flags: readonly string[]): string[] => book.inForce('WOUND', 'BATH', flags).map((rule) => rule.id);
    expect(ids([])).toEqual(['BATH-WOUND-conflict', 'BATH-WOUND-requires_after', 'WOUND-BATH-forbid_order']);
    expect(ids(['waterproof_dressing'])).toEqual(['BATH-WOUND-conflict']);
    expect(book.between('BATH', 'WOUND')).toEqual(book.between('WOUND', 'BATH'));
  });

  it('leaves out what is switched off', () => {
    const changed = ruleBook({ off: ['BATH-WOUND-conflict', 'BATH-BEDBATH-separate'] });
    expect(changed.rules).toHaveLength(222);
    expect(changed.find('BATH-WOUND-conflict')).toBeUndefined();
    expect(changed.find('BATH-BEDBATH-separate')).toBeUndefined();
    expect(changed.inForce('BATH', 'WOUND', ['waterproof_dressing'])).toEqual([]);
    expect(book.find('BATH-WOUND-conflict')).toBeDefined();
  });
});

describe('pairs without a rule of their own', () => {
  it('are parted by occupancy exactly as judged pair by pair, and no other pair lacks a rule', () => {
    let pairs = 0;
    TASKS.forEach(({ code: a }, i) => {
      TASKS.slice(i).forEach(({ code: b }, j) => {
        const judged = DEFAULT_PAIRS[a][j];
        expect([a, b, book.between(a, b).length > 0]).toEqual([a, b, judged === '.']);
        if (judged === '.') return;
        pairs++;
        expect([a, b, defaultRule(b, a).kind]).toEqual([a, b, judged === 's' ? 'separate' : 'parallel_ok']);
      });
    });
    expect(pairs).toBe(633);
  });
});

describe('conditions', () => {
  it.each([
    ['', [], true],
    ['bedbound', ['bedbound'], true],
    ['bedbound', ['two_person'], false],
    ['unless waterproof_dressing', [], true],
    ['unless waterproof_dressing', ['waterproof_dressing'], false],
  ])("'%s' with flags %j: %s", (condition, flags, holds) => expect(conditionHolds(condition, flags)).toBe(holds));
});

describe('classes of clients', () => {
  it.each([
    [[], { round: null, excludesStaff: null, protectiveTasks: [], rules: [] }],
    [['bedbound'], { round: null, excludesStaff: null, protectiveTasks: [], rules: [] }],
    [
      ['infectious'],
      { round: 'last', excludesStaff: null, protectiveTasks: [], rules: ['CLIENT.INFECTIOUS-ROUTE-last_in_round'] },
    ],
    [
      ['immunosuppressed', 'cytostatic'],
      {
        round: 'first',
        excludesStaff: 'pregnant',
        protectiveTasks: ['INCONT'],
        rules: [
          'CLIENT.IMMUNOSUPPRESSED-ROUTE-first_in_round',
          'CLIENT.CYTOSTATIC-WORKER.PREGNANT-exclude_worker',
          'CLIENT.CYTOSTATIC-INCONT-needs_ppe',
        ],
      },
    ],
  ])('%j', (flags, expected) => expect(clientClass(flags, book)).toEqual(expected));
});
