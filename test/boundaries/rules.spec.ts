import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** A line of the table of docs/rules.md. */
interface Row {
  readonly rule: string;
  readonly state: string;
  readonly where: readonly string[];
  readonly tests: readonly string[];
  readonly note: string;
}

const LAST_RULE = 155;

const rows = readFileSync('docs/rules.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| S\d/.test(line))
  .map(rowOf);

function rowOf(line: string): Row {
  const [, rule, , state, where, tests, note] = line.split('|').map((cell) => cell.trim());
  return { rule, state, where: pathsIn(where), tests: pathsIn(tests), note };
}

function pathsIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
}

/** The rules a text cites: `S018`, and every number of `S018-S029`. */
function citedIn(text: string): ReadonlySet<string> {
  const cited = [...text.matchAll(/\bS(\d{3})(?:[-–]S(\d{3}))?\b/g)].flatMap(([, from, to]) =>
    Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, i) => ruleName(Number(from) + i)),
  );
  return new Set(cited);
}

function ruleName(number: number): string {
  return `S${String(number).padStart(3, '0')}`;
}

describe('docs/rules.md', () => {
  it('has every rule once, in order', () => {
    expect(rows.map(({ rule }) => rule)).toEqual(Array.from({ length: LAST_RULE }, (_, i) => ruleName(i + 1)));
  });

  it('says of each how far it is kept', () => {
    const states = ['yes', 'part', 'no', 'open'];
    expect(rows.filter(({ state }) => !states.includes(state))).toEqual([]);
    expect(rows.filter(({ state, tests }) => state === 'yes' && tests.length === 0)).toEqual([]);
    expect(rows.filter(({ state, where }) => ['yes', 'part'].includes(state) && where.length === 0)).toEqual([]);
    expect(rows.filter(({ state, note }) => ['part', 'no'].includes(state) && note === '')).toEqual([]);
  });

  it('names files that exist', () => {
    const named = rows.flatMap(({ rule, where, tests }) => [...where, ...tests].map((file) => ({ rule, file })));
    expect(named.filter(({ file }) => !existsSync(file))).toEqual([]);
  });

  it('names tests that cite the rule', () => {
    const named = rows.flatMap(({ rule, tests }) => tests.map((file) => ({ rule, file })));
    expect(named.filter(({ file }) => !/\.spec\.tsx?$/.test(file))).toEqual([]);
    expect(named.filter(({ rule, file }) => existsSync(file) && !citedIn(readFileSync(file, 'utf8')).has(rule))).toEqual([]);
  });
});
