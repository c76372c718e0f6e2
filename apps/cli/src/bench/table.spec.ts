import { describe, expect, it } from '@jest/globals';
import { gap, type BenchRun } from './run.js';
import { benchTable } from './table.js';

function run(name: string, cost: number, changed: Partial<BenchRun> = {}): BenchRun {
  const instance = { format: 'hhcrsp', name: `f/${name}`, family: 'f', file: name, size: name.length, best: 200 } as const;
  const setting = { seconds: 10, threads: 2, seed: 1 };
  return {
    instance,
    ...setting,
    feasible: true,
    cost,
    served: 9,
    unserved: 1,
    iterations: 5,
    evaluated: 1000,
    memoryMb: 80,
    ...changed,
  };
}

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

describe('benchTable', () => {
  const runs = [run('a', 210), run('a', 198, { memoryMb: 90 }), run('bb', 100, { feasible: false, evaluated: 3000 })];
  const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());

  it('has a row a family, gaps over feasible runs only', () => {
    const [, , row, ...rest] = benchTable(runs, 'family').split('\n');
    expect(rest).toEqual([]);
    expect(cells(row ?? '')).toEqual(['', 'hhcrsp/f', '10', '2', '2', '3', '2.00', '5.00', '1/2', '90.0', '1', '167', '90', '']);
  });

  it('has a row a size', () => {
    const rows = benchTable(runs, 'size').split('\n').slice(2);
    expect(rows.map((row) => cells(row).slice(1, 8))).toEqual([
      ['hhcrsp/f 1', '10', '2', '1', '2', '2.00', '5.00'],
      ['hhcrsp/f 2', '10', '2', '1', '1', '-', '-'],
    ]);
  });
});
