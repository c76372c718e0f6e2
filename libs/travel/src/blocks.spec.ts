import { describe, expect, it } from '@jest/globals';
import { blocksOf } from './blocks.js';

describe('blocksOf', () => {
  const nothing = (): boolean => false;

  it('covers every pair but the diagonal once', () => {
    const asked = new Set<string>();
    for (const { rows, columns } of blocksOf(7, 3, nothing)) {
      expect(Math.max(rows.length, columns.length)).toBeLessThanOrEqual(3);
      for (const from of rows) {
        for (const to of columns) {
          expect(asked.has(`${from},${to}`)).toBe(false);
          asked.add(`${from},${to}`);
        }
      }
    }
    for (let from = 0; from < 7; from++) for (let to = 0; to < 7; to++) if (from !== to) expect(asked).toContain(`${from},${to}`);
  });

  it('asks only for the row and column of a new place', () => {
    const blocks = blocksOf(5, 2, (from, to) => from !== 4 && to !== 4);
    expect(blocks).toEqual([
      { rows: [0, 1], columns: [4] },
      { rows: [2, 3], columns: [4] },
      { rows: [4], columns: [0, 1] },
      { rows: [4], columns: [2, 3] },
    ]);
  });

  it('asks nothing when all is known or there is only one place', () => {
    expect(blocksOf(4, 2, () => true)).toEqual([]);
    expect(blocksOf(1, 2, nothing)).toEqual([]);
  });
});
