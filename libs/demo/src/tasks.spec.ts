import { describe, expect, it } from '@jest/globals';
import { tasksFor, usualMinutes } from './tasks.js';

describe('tasksFor', () => {
  it.each([
    // Bath 30-60 and dressing 8-20: a third task only once there is time for it.
    [60, ['BATH', 'DRESS'], ['GROOM', 'CLEAN'], ['BATH', 'DRESS']],
    [80, ['BATH', 'DRESS'], ['GROOM', 'CLEAN'], ['BATH', 'DRESS', 'GROOM']],
    [110, ['BATH', 'DRESS'], ['GROOM', 'CLEAN'], ['BATH', 'DRESS', 'GROOM', 'CLEAN']],
    // Shopping 30-60 comes before cooking 20-45, however they are wished for.
    [70, [], ['COOK', 'SHOP'], ['SHOP', 'COOK']],
  ] as const)('fills %d minutes with what fits, in the order it is done', (minutes, needed, wanted, expected) => {
    expect(tasksFor(minutes, needed, wanted)).toEqual(expected);
  });

  it.each([
    ['too short for what is needed', 30, ['BATH', 'DRESS'], []],
    ['too long for all there is', 90, [], ['GROOM', 'MEDSUP']],
  ] as const)('refuses a visit %s', (_, minutes, needed, wanted) => {
    expect(() => tasksFor(minutes, needed, wanted)).toThrow(RangeError);
  });
});

describe('usualMinutes', () => {
  it('adds up and rounds to five', () => {
    expect(usualMinutes(['VITALS', 'WOUND'])).toBe(40);
    expect(usualMinutes(['INJ'])).toBe(15);
  });
});
