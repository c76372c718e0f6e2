import { describe, expect, it } from '@jest/globals';
import { gap } from './gap.js';
import { loggedRun as run } from './testing/logged-run.js';

describe('gap', () => {
  it.each([
    ['above', run('a', 210), 5],
    ['below', run('a', 199), -0.5],
    ['equal but for rounding', run('a', 199.99995), 0],
    ['of a plan that breaks a rule', run('a', 100, { feasible: false }), undefined],
    ['of an instance nobody has published', run('a', 100, { instance: { ...run('a', 1).instance, best: undefined } }), undefined],
  ])('%s', (_name, measured, expected) => {
    expect(gap(measured)).toBe(expected);
  });
});
