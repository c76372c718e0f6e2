import { describe, expect, it } from '@jest/globals';
import type { PlanChange } from '../changes/change-ports.js';
import { withCauses, type BareDifference } from './causes.js';
import { change, given, visit } from './replan.fixture.js';

const moved = (key: string, clientId: string, rest: Partial<BareDifference> = {}): BareDifference => ({
  ...{ visitKey: key, visit: visit(key, clientId), effect: 'moved', before: given(9, 'S1'), after: given(10, 'S1') },
  ...rest,
});

const causes = (differences: readonly BareDifference[], changes: readonly PlanChange[], links: [string, string][] = []) =>
  withCauses(differences, {
    changes,
    links: links.map(([a, b]) => ({ before: { visit: a, part: '1' }, after: { visit: b, part: '1' } })),
  }).map(({ visitKey, cause, changeId }) => `${visitKey} ${cause} ${changeId}`);

describe('every difference has exactly one cause', () => {
  it.each([
    ['its client’s change', [change(1, 'client_away', { clientId: 'C1' })], 'a direct 1'],
    [
      'the newest of its client’s changes',
      [change(1, 'client_away', { clientId: 'C1' }), change(2, 'client_back', { clientId: 'C1' })],
      'a direct 2',
    ],
    [
      'its own refusal before its client’s change',
      [change(1, 'visit_refused', { clientId: 'C1', visitKey: 'a' }), change(2, 'client_moved', { clientId: 'C1' })],
      'a direct 1',
    ],
    ['a change for everybody', [change(1, 'rule_changed')], 'a direct 1'],
    [
      'nothing that is about another day',
      [change(1, 'client_away', { clientId: 'C1', from: '2026-11-25', to: null })],
      'a displaced null',
    ],
    [
      'no refusal of another visit of its client',
      [change(1, 'visit_refused', { clientId: 'C1', visitKey: 'b' })],
      'a displaced 1',
    ],
  ])('%s', (_, changes, told) => {
    expect(causes([moved('a', 'C1')], changes)).toEqual([told]);
  });

  it('whoever lost it to an absence, before the client’s own change', () => {
    const lost = moved('a', 'C1', { effect: 'reassigned', after: given(9, 'S2') });
    const changes = [change(1, 'staff_absent', { staffId: 'S1' }), change(2, 'client_moved', { clientId: 'C1' })];
    expect(causes([lost], changes)).toEqual(['a direct 1']);
    // Somebody who keeps the visit did not lose it.
    expect(causes([moved('a', 'C1')], changes)).toEqual(['a direct 2']);
  });

  it('a rule that ties it to a changed visit', () => {
    const bath = moved('bath', 'C1');
    const wound = moved('wound', 'C2', { after: given(12, 'S9') });
    expect(causes([wound, bath], [change(1, 'client_moved', { clientId: 'C1' })], [['bath', 'wound']])).toEqual([
      'wound linked 1',
      'bath direct 1',
    ]);
  });

  it('the nearest changed visit of the same person, which took or left a place', () => {
    const changes = [change(1, 'client_away', { clientId: 'C1' }), change(2, 'decision_made', { clientId: 'C2' })];
    const differences = [
      moved('removed', 'C1', { effect: 'removed', before: given(14, 'S1'), after: null }),
      moved('added', 'C2', { effect: 'added', before: null, after: given(10, 'S1') }),
      moved('pushed', 'C3', { before: given(10, 'S1'), after: given(11, 'S1') }),
      moved('gained', 'C4', { effect: 'served', before: null, after: given(14, 'S1'), visit: visit('gained', 'C4') }),
    ];
    expect(causes(differences, changes)).toEqual(['removed direct 1', 'added direct 2', 'pushed displaced 2', 'gained room 1']);
  });
});
