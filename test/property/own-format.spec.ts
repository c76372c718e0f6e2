import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validateProblem, type ProblemInput } from '#engine';
import { readInstance } from '#instances';
import { randomRules } from './random-rules.js';

/** Matrices may be arrays of any kind. */
const written = (problem: ProblemInput): string =>
  JSON.stringify(problem, (_key, value: unknown) => (value instanceof Int32Array ? Array.from(value) : value));

describe('the format of our own', () => {
  it('keeps every rule of a problem', () => {
    fc.assert(
      fc.property(randomRules, (problem) => {
        fc.pre(validateProblem(problem).length === 0);
        const read = readInstance('apgaita', Buffer.from(written(problem)), 'random');
        expect(read.ok ? [] : read.issues).toEqual([]);
        if (read.ok) expect(JSON.parse(written(read.problem))).toEqual(JSON.parse(written(problem)));
      }),
      { numRuns: 60 },
    );
  });
});
