import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlan } from '#checker';
import { solve, validateProblem, type ProblemInput } from '#engine';
import { FORMAT_NAMES, readInstance, type FormatName } from '#instances';
import { cases } from './cases.js';
import { excusedOf } from './excused.js';
import { randomRules } from './random-rules.js';
import { anything, placesIn, spoiled } from './spoiled.js';

const SEED = 20261130;
const fixtures = fileURLToPath(new URL('../../../test/fixtures/instances/', import.meta.url));
const FILES: Readonly<Record<Exclude<FormatName, 'vrptw'>, string>> = {
  hhcrsp: 'hhcrsp/mankowska/InstanzCPLEX_HCSRP_10_1.json.gz',
  uhhc: 'uhhc/validation/i-116.json.gz',
  apgaita: 'apgaita/own/two-carers.json',
};

function text(file: string): string {
  const bytes = readFileSync(fixtures + file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Reads bytes as an instance: refused with codes and places, or a problem the engine either refuses or plans. */
function read(format: FormatName, bytes: Uint8Array): void {
  const result = readInstance(format, bytes, 'spoiled');
  if (result.ok) planned(result.problem);
  else expect(result.issues.map(({ code, path }) => [typeof code, typeof path])).toContainEqual(['string', 'string']);
}

/** A problem is refused with every issue at its place, or its plan pleases the checker. */
function planned(problem: ProblemInput): void {
  const issues = validateProblem(problem);
  const result = solve(problem, { seed: 1, iterations: 3, now: () => 0, verify: true });
  expect(result.ok).toBe(issues.length === 0);
  if (result.ok) {
    const { violations } = checkPlan(problem, result.solution.plan);
    const excused = excusedOf(problem);
    expect(violations.filter(({ code }) => !excused.has(code))).toEqual([]);
  } else {
    for (const issue of issues) expect(issue.path).not.toBe('');
  }
}

/** What a random problem calls its people, shifts and visits; other texts are one of a few words, as the types of a caller demand. */
const NAME = /^[a-z]\d/;

/** Whole, broken, huge and impossible numbers, and names of something else: what keeps a field's type and breaks its meaning. */
const ofType = (value: unknown): fc.Arbitrary<unknown> =>
  typeof value === 'number'
    ? fc.constantFrom(0, -1, 1, 0.5, NaN, Infinity, 59, 1e6, 1_000_000_000, 1_000_000_001, 2 ** 31, Number.MAX_SAFE_INTEGER)
    : typeof value === 'string' && NAME.test(value)
      ? fc.constantFrom('', 's0', 's1', 'v0', 'v1', 'p0', 'm0', '__proto__', 'constructor')
      : fc.constant(value);

/** The numbers and texts of a value, by the places that `spoiled` counts. */
function leaves(value: unknown, from = 0): [number, unknown][] {
  if (typeof value !== 'object' || value === null) return [[from, value]];
  let at = from + 1;
  return Object.values(value).flatMap((item: unknown) => {
    const found = leaves(item, at);
    at += placesIn(item);
    return found;
  });
}

const plain = (problem: ProblemInput): unknown =>
  JSON.parse(
    JSON.stringify(problem, (_key, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Int32Array) : value)),
  );

describe('an instance file', () => {
  it.each(Object.entries(FILES))('of format %s with one value spoiled is refused at its place, or planned', (format, file) => {
    const whole: unknown = JSON.parse(text(file));
    fc.assert(
      fc.property(fc.nat({ max: placesIn(whole) - 1 }), anything, (place, by) => {
        read(format as FormatName, Buffer.from(JSON.stringify(spoiled(whole, place, by))));
      }),
      { numRuns: cases(100), seed: SEED },
    );
  });

  it.each(FORMAT_NAMES)('of any bytes is refused as one of format %s', (format) => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string({ unit: 'grapheme' }).map((words) => Buffer.from(words)),
        ),
        (bytes) => {
          expect(readInstance(format, bytes, 'any').ok).toBe(false);
        },
      ),
      { numRuns: cases(100), seed: SEED },
    );
  });

  it('of format vrptw with a line changed is refused, or planned', () => {
    const lines = gunzipSync(readFileSync(`${fixtures}vrptw/solomon100/C101.txt.gz`))
      .toString('utf8')
      .split('\n')
      .slice(0, 20);
    const line = fc.oneof(
      fc.string(),
      fc.array(fc.integer(), { maxLength: 9 }).map((row) => row.join(' ')),
    );
    fc.assert(
      fc.property(fc.nat({ max: lines.length - 1 }), line, (at, by) => {
        read('vrptw', Buffer.from(lines.with(at, by).join('\n')));
      }),
      { numRuns: cases(100), seed: SEED },
    );
  });
});

describe('a problem', () => {
  it('with one number or name made senseless is refused at its place, or planned soundly', () => {
    const damaged = fc
      .tuple(randomRules, fc.nat())
      .map(([problem, at]) => {
        const all = plain(problem);
        const found = leaves(all);
        const [place, value] = found[at % found.length];
        return { all, place, value };
      })
      .chain(({ all, place, value }) => ofType(value).map((by) => spoiled(all, place, by) as ProblemInput));
    fc.assert(fc.property(damaged, planned), { numRuns: cases(150), seed: SEED, endOnFailure: true });
  });
});
