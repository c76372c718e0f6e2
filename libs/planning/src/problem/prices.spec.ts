import { describe, expect, it } from '@jest/globals';
import { OUT_OF_ORDER, PAID, STANDARD_PRICES, TRAVEL, unservedCost, WISH_MISSED } from './prices.js';

describe('STANDARD_PRICES', () => {
  const MOST_PARTS = 3;
  const LONGEST_SHIFT = 12 * 3600;

  it('never leaves a visit out to save time or to fulfil its wishes', () => {
    const dearestService = MOST_PARTS * (LONGEST_SHIFT * (TRAVEL + PAID) + WISH_MISSED + OUT_OF_ORDER);
    expect(unservedCost(STANDARD_PRICES, 1)).toBeGreaterThan(dearestService);
  });

  it.each([2, 3, 4, 5])('ranks priority %i before seven visits of the one below', (priority) => {
    expect(unservedCost(STANDARD_PRICES, priority)).toBeGreaterThan(7 * unservedCost(STANDARD_PRICES, priority - 1));
  });

  it('keeps sums of a million visits exact', () => {
    expect(1_000_000 * unservedCost(STANDARD_PRICES, 5)).toBeLessThan(Number.MAX_SAFE_INTEGER);
  });

  it.each([0, 6, 2.5])('knows no priority %d', (priority) => {
    expect(() => unservedCost(STANDARD_PRICES, priority)).toThrow(RangeError);
  });
});
