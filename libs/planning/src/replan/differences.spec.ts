import { describe, expect, it } from '@jest/globals';
import type { Visit } from '#care';
import { differencesBetween } from './differences.js';
import { given, visit } from './replan.fixture.js';
import type { Placement } from './replan-ports.js';

const seen = (visits: readonly Visit[], placements: Readonly<Record<string, Placement>>) => ({
  visits,
  placements: new Map(Object.entries(placements)),
});

describe('differencesBetween', () => {
  const a = visit('a', 'C1');
  it.each([
    ['nothing', seen([a], { a: given(9, 'S1') }), seen([a], { a: given(9, 'S1') }), []],
    [
      'the order of tasks',
      seen([visit('a', 'C1', { tasks: ['CLEAN', 'COOK'] })], { a: given(9, 'S1') }),
      seen([visit('a', 'C1', { tasks: ['COOK', 'CLEAN'] })], { a: given(9, 'S1') }),
      [],
    ],
    ['who of two is which part', seen([a], { a: given(9, 'S1', 'S2') }), seen([a], { a: given(9, 'S2', 'S1') }), []],
    ['left out as before', seen([a], {}), seen([a], {}), []],
    ['seconds of one minute', seen([a], { a: given(9, 'S1') }), seen([a], { a: given(9 + 59 / 3600, 'S1') }), []],
    ['time', seen([a], { a: given(9, 'S1') }), seen([a], { a: given(10, 'S1') }), ['a moved']],
    ['person and time', seen([a], { a: given(9, 'S1') }), seen([a], { a: given(10, 'S2') }), ['a reassigned']],
    ['a second person', seen([a], { a: given(9, 'S1') }), seen([a], { a: given(9, 'S1', 'S2') }), ['a reassigned']],
    [
      'length',
      seen([a], { a: given(9, 'S1') }),
      seen([visit('a', 'C1', { durationSeconds: 1800 })], { a: given(9, 'S1') }),
      ['a changed'],
    ],
    ['given now', seen([a], {}), seen([a], { a: given(9, 'S1') }), ['a served']],
    ['given no more', seen([a], { a: given(9, 'S1') }), seen([a], {}), ['a unserved']],
    ['new', seen([], {}), seen([a], { a: given(9, 'S1') }), ['a added']],
    ['new and left out', seen([], {}), seen([a], {}), ['a unserved']],
    ['gone', seen([a], { a: given(9, 'S1') }), seen([], {}), ['a removed']],
  ])('%s', (_, before, after, told) => {
    expect(differencesBetween(before, after).map(({ visitKey, effect }) => `${visitKey} ${effect}`)).toEqual(told);
  });
});
