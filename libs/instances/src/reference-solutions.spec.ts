import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import type { FormatName } from './format.js';
import { ownCost, readInstance, readSolution, writeSolution } from './index.js';

const folder = new URL('../../../../test/fixtures/instances/', import.meta.url);
const bytes = (file: string): Uint8Array => readFileSync(new URL(file, folder));

interface Entry {
  readonly file: string;
  readonly solutions: readonly { readonly file: string; readonly cost: number }[];
}
const known = JSON.parse(readFileSync(new URL('best_known.json', folder), 'utf8')) as Record<FormatName, Record<string, Entry>>;
const entries = (Object.keys(known) as FormatName[]).flatMap((format) =>
  Object.entries(known[format]).map(([name, entry]) => ({ format, name, ...entry })),
);
const solutions = entries.flatMap((entry) =>
  entry.solutions.map((solution) => ({ ...entry, solution: solution.file, cost: solution.cost })),
);

function read(format: FormatName, file: string) {
  const instance = readInstance(format, bytes(file), file);
  if (!instance.ok) throw new Error(JSON.stringify(instance.issues));
  return instance;
}

function solved(format: FormatName, file: string, solution: string) {
  const { problem, context } = read(format, file);
  const answer = readSolution(context, bytes(solution));
  if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
  return { context, plan: answer.plan, verdict: checkPlan(problem, answer.plan) };
}

describe('reference solutions', () => {
  it.each(solutions)('the checker agrees with $solution', ({ format, file, solution, cost }) => {
    const { context, verdict } = solved(format, file, solution);
    expect(verdict.violations).toEqual([]);
    // The HHCRSP costs are published with four decimals.
    expect(ownCost(context, verdict.cost).total).toBeCloseTo(cost, format === 'hhcrsp' ? 3 : 6);
  });

  it.each(solutions.filter(({ solution }) => solution.includes('.sa.')))(
    'and with its components: $solution',
    ({ format, file, solution }) => {
      const { context, verdict } = solved(format, file, solution);
      const published = JSON.parse(gunzipSync(bytes(solution)).toString()) as { cost_components: Record<string, number> };
      expect(ownCost(context, verdict.cost).parts).toEqual(published.cost_components);
    },
  );

  it.each(solutions)('writing and reading gives the same plan: $solution', ({ format, file, solution }) => {
    const { context, plan, verdict } = solved(format, file, solution);
    const written = new TextEncoder().encode(writeSolution(context, plan, verdict.cost));
    expect(readSolution(context, written)).toEqual({ ok: true, plan });
  });
});

describe('instances', () => {
  it.each(entries)('every reference in $name is sound', ({ format, file }) => {
    const { problem } = read(format, file);
    const asJson = JSON.stringify(problem, (_key, value: unknown) => (value instanceof Int32Array ? Array.from(value) : value));
    // The engine's own format checks everything; what it reads back must be the same problem.
    const again = readInstance('apgaita', new TextEncoder().encode(asJson), problem.name);
    expect(again.ok ? [] : again.issues).toEqual([]);
    if (again.ok) expect(again.problem).toEqual(problem);
  });
});
