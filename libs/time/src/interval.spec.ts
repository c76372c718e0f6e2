import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holds, intersection, lengthOf, overlap, united, without, type Interval } from './interval.js';

const interval = (start: number, end: number): Interval => ({ start, end });
const some = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
    .map(([start, length]) => interval(start, start + length)),
  { maxLength: 6 },
);
const inside = (intervals: readonly Interval[], instant: number): boolean => intervals.some((i) => holds(i, instant));

describe('half-open intervals', () => {
  it.each([
    ['apart', interval(0, 5), interval(6, 9), null],
    ['touching', interval(0, 5), interval(5, 9), null],
    ['overlapping', interval(0, 6), interval(5, 9), interval(5, 6)],
    ['one inside the other', interval(0, 9), interval(5, 6), interval(5, 6)],
    ['an empty one', interval(0, 9), interval(5, 5), null],
  ])('%s', (_, a, b, expected) => {
    expect(intersection(a, b)).toEqual(expected);
    expect(overlap(b, a)).toBe(expected !== null);
  });

  it('leave their end out', () => {
    expect([holds(interval(2, 4), 1), holds(interval(2, 4), 2), holds(interval(2, 4), 3), holds(interval(2, 4), 4)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('unite into sorted pieces that do not touch', () => {
    expect(united([interval(5, 7), interval(0, 2), interval(2, 3), interval(9, 9)])).toEqual([interval(0, 3), interval(5, 7)]);
  });

  it('lose what is taken out', () => {
    expect(without([interval(0, 10)], [interval(2, 3), interval(8, 12)])).toEqual([interval(0, 2), interval(3, 8)]);
  });

  it('hold exactly the instants that the sets say', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const instants = Array.from({ length: 81 }, (_, instant) => instant);
        const [both, less] = [united(a), without(a, b)];
        const held = instants.map((instant) => [inside(both, instant), inside(less, instant)]);
        expect(held).toEqual(instants.map((instant) => [inside(a, instant), inside(a, instant) && !inside(b, instant)]));
        const pieces = united(a);
        expect(pieces.every((piece, i) => lengthOf(piece) > 0 && (i === 0 || pieces[i - 1].end < piece.start))).toBe(true);
      }),
    );
  });
});
