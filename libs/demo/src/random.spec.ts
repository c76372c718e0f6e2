import { describe, expect, it } from '@jest/globals';
import { Random, triangular } from './random.js';

describe('Random', () => {
  it('draws what the published generator draws', () => {
    // mulberry32 from seed 1: its first three draws.
    const random = new Random(1);
    expect([random.next(), random.next(), random.next()].map((draw) => draw.toFixed(6))).toEqual([
      '0.627074',
      '0.002736',
      '0.527447',
    ]);
  });

  it('gives a subject the same stream whatever was drawn before', () => {
    const [fresh, used] = [new Random(7), new Random(7)];
    for (let i = 0; i < 10; i++) used.next();
    expect(used.fork('homes').next()).toBe(fresh.fork('homes').next());
    expect(fresh.fork('homes').next()).not.toBe(fresh.fork('names').next());
  });

  it('deals exact shares, largest remainders first', () => {
    const dealt = new Random(3).dealt(10, [
      ['a', 0.62],
      ['b', 0.25],
      ['c', 0.13],
    ]);
    expect(['a', 'b', 'c'].map((value) => dealt.filter((other) => other === value).length)).toEqual([6, 3, 1]);
  });

  it('keeps whole numbers inside both ends and reaches them', () => {
    const random = new Random(5);
    const draws = new Set(Array.from({ length: 200 }, () => random.between(2, 4)));
    expect([...draws].sort()).toEqual([2, 3, 4]);
  });

  it('shuffles without losing anything', () => {
    expect(new Random(9).shuffled([1, 2, 3, 4, 5, 6]).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('triangular', () => {
  it.each([
    [0, 1.5],
    // The mode lies at (3 - 1.5) / (4 - 1.5) = 0.6 of the probability.
    [0.6, 3],
    [0.15, 2.25],
    [1, 4],
  ])('at quantile %d of 1.5, 3, 4 is %d', (q, expected) => {
    expect(triangular(q, 1.5, 3, 4)).toBeCloseTo(expected, 10);
  });
});
