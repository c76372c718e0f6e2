import { describe, expect, it } from '@jest/globals';
import type { TaskRule } from '../model.js';
import { linksBetween } from '../links/links-between.js';
import { visit } from '../links/visits.fixture.js';
import { ruleBook, ruleBooks } from './rule-book.js';
import { changeableBounds, ruleChangeFaults, type RuleChange, type RuleEffect } from './rule-change.js';

const OFF: RuleEffect = { off: true };
const change = (part: Partial<Exclude<RuleEffect, { off: true }>>): RuleEffect => ({
  off: false,
  severity: null,
  gaps: null,
  ...part,
});
const ruleOf = (id: string): TaskRule => ruleBook().find(id) as TaskRule;
const of = (rule: string, clientId: string | null, effect: RuleEffect): RuleChange => ({ rule, clientId, change: effect });

describe('a change of a rule', () => {
  it.each([
    ['BATH-WOUND-conflict', OFF, []],
    ['BATH-WOUND-conflict', change({ severity: 'soft' }), []],
    ['BATH-WOUND-requires_after', change({ gaps: { min: 0, max: 90 } }), []],
    ['BATH-GROOM-separate', OFF, []],
    ['BATH-WOUND-conflict', change({ severity: 'hard' }), ['change nothing']],
    ['BATH-WOUND-conflict', change({}), ['change nothing']],
    ['BATH-WOUND-conflict', change({ gaps: { min: 0, max: 60 } }), ['gaps no_gaps']],
    ['BATH-WOUND-requires_after', change({ gaps: { min: 90, max: 60 } }), ['gaps order']],
    ['BATH-WOUND-requires_after', change({ gaps: { min: 0, max: 60 } }), ['change nothing']],
    ['PHYSIO-OCCUP-min_gap_sym', change({ gaps: { min: null, max: 60 } }), ['gaps bound_unknown', 'gaps bound_needed']],
    ['INCONT-INCONT-max_gap', change({ gaps: { min: null, max: null } }), ['gaps bound_needed']],
    ['SOCIAL-HEALTH.MAIN-not_substitute', OFF, ['rule fixed']],
    ['BATH-CLEAN-parallel_ok', OFF, ['rule parallel']],
  ] as const)('%s %j: %j', (id, effect, expected) => {
    expect(ruleChangeFaults(ruleOf(id), effect).map(({ part, fault }) => `${part} ${fault}`)).toEqual(expected);
  });

  it.each([
    ['BATH-WOUND-requires_after', ['min', 'max']],
    ['INCONT-INCONT-max_gap', ['max']],
    ['BATH-WOUND-conflict', []],
    ['SOCIAL-HEALTH.MAIN-not_substitute', null],
    ['BATH-CLEAN-parallel_ok', null],
  ] as const)('of %s may set %j', (id, bounds) => {
    expect(changeableBounds(ruleOf(id))).toEqual(bounds);
  });

  it('holds for every client, and a client’s own change instead of it', () => {
    const bookOf = ruleBooks([
      of('BATH-WOUND-requires_after', null, change({ gaps: { min: 0, max: 90 }, severity: 'soft' })),
      of('BATH-WOUND-requires_after', 'C1', change({ gaps: { min: 0, max: 30 } })),
      of('WOUND-BATH-forbid_order', 'C2', OFF),
    ]);
    const read = (clientId: string): unknown[] => {
      const rule = bookOf(clientId).find('BATH-WOUND-requires_after');
      return [rule?.severity, rule?.maxGap, bookOf(clientId).find('WOUND-BATH-forbid_order') !== undefined];
    };
    expect(read('C1')).toEqual(['hard', 30, true]);
    expect(read('C2')).toEqual(['soft', 90, false]);
    expect(read('C3')).toEqual(['soft', 90, true]);
    expect(bookOf('C1')).toBe(bookOf('C1'));
    expect(ruleBooks([])('C1')).toBe(ruleBook());
  });

  it('of one rule after another the last stands', () => {
    const bookOf = ruleBooks([
      of('BATH-WOUND-conflict', null, OFF),
      of('BATH-WOUND-conflict', null, change({ severity: 'soft' })),
    ]);
    expect(bookOf('C').find('BATH-WOUND-conflict')?.severity).toBe('soft');
  });

  it('reaches the links of its client alone', () => {
    const day = [visit('a', 'BATH', 45, [7, 20]), visit('b', 'WOUND', 30, [7, 20])];
    const bookOf = ruleBooks([of('BATH-WOUND-requires_after', 'C', change({ gaps: { min: 15, max: 90 } }))]);
    const gapsFor = (clientId: string): unknown => {
      const visits = day.map((one) => ({ ...one, clientId }));
      return linksBetween(visits, () => [], bookOf).links[0].gaps;
    };
    expect(gapsFor('C')).toEqual([{ min: 60 * 60, max: 135 * 60, cost: 0 }]);
    expect(gapsFor('D')).toEqual([{ min: 45 * 60, max: 105 * 60, cost: 0 }]);
  });

  it('makes a pair’s default a wish of the lowest price', () => {
    const day = [visit('a', 'DRESS', 12, [7, 20]), visit('b', 'GROOM', 12, [7, 20])];
    const bookOf = ruleBooks([of('GROOM-DRESS-separate', null, change({ severity: 'soft' }))]);
    expect(linksBetween(day, () => [], bookOf).links[0].gaps).toEqual([
      { min: null, max: -720, cost: 0 },
      { min: -719, max: 719, cost: 300 },
      { min: 720, max: null, cost: 0 },
    ]);
  });
});
