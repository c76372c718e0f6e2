import { describe, expect, it } from '@jest/globals';
import { curvePicture } from './curve-picture.js';
import { report, withReport } from './report.js';
import { rowKey, rowsOf } from './rows.js';
import { comparison } from './tables.js';
import { loggedRun as run } from './testing/logged-run.js';

const cells = (line: string | undefined): string[] =>
  (line ?? '')
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const mankowska = { ...run('a', 1).instance, name: 'mankowska/1', family: 'mankowska', size: 100 };
const moments = [1, 3, 10, 30, 60].map((seconds) => ({ seconds, cost: 200 + 60 / seconds, memoryMb: 80 }));
const rows = rowsOf([run('a', 210), run('b', 198), run('a', 201, { instance: mankowska, seconds: 60, moments, processor: 0.5 })]);

describe('report', () => {
  const text = report({ rows, own: {} }, 'curve.svg');
  const table = (title: string): string[][] => {
    const lines = text.split(`### ${title}\n`)[1].split('\n### ')[0].split('\n');
    return lines
      .filter((line) => line.startsWith('|'))
      .map(cells)
      .slice(2);
  };

  it('has a row a family and size', () => {
    expect(table('By family and size')[0]).toEqual([
      'f',
      '1',
      '2',
      '10',
      '2',
      '2.00',
      '5.00',
      '1/2',
      '0/2',
      '1',
      '0',
      '100',
      '5',
      '100',
      '80',
      'a',
    ]);
  });

  it('marks what was measured beside other work, and says so', () => {
    expect(table('By family').map(([family, , seconds]) => [family, seconds])).toEqual([
      ['f', '10'],
      ['mankowska', '60 †'],
    ]);
    expect(text).toContain('got 50 to 50 % of the processor time');
  });

  it('shows the gap over time of long searches', () => {
    expect(table('While one search runs')).toEqual([['mankowska', '100', '60 †', '30.00', '10.00', '3.00', '1.00', '0.50']]);
    expect(table('Memory over time')).toEqual([['mankowska', '100', '60 †', '80', '80']]);
  });

  it('has footnotes of the families it shows only', () => {
    expect(text).toContain('- mankowska: ');
    expect(text).not.toContain('DIMACS');
  });
});

describe('withReport', () => {
  it('adds the measured part, and later replaces it alone', () => {
    const first = withReport('# Figures\n\nBy hand.\n', 'one');
    expect(first).toMatch(/^# Figures\n\nBy hand\.\n\n## Measured/);
    const second = withReport(`${first}\nMore by hand.\n`, 'two');
    expect(second).toBe(`${first}\nMore by hand.\n`.replace('one', 'two'));
  });
});

describe('comparison', () => {
  it('compares the instances both have', () => {
    const now = rowsOf([run('a', 202, { iterations: 100 }), run('c', 100)]);
    const [, , row, ...rest] = comparison(rows, now, rowKey).split('\n');
    expect(rest).toEqual([]);
    expect(cells(row)).toEqual(['f 1', '10', '1', '5.00', '1.00', '-4.00', '5.00', '1.00', '5', '8']);
  });
});

describe('curvePicture', () => {
  it('draws a line for every row that knows gaps, and cuts high ones off', () => {
    const picture = curvePicture(rows.filter(({ seconds }) => seconds === 60));
    const [points] = [...picture.matchAll(/polyline points="([^"]+)"/g)].map(([, text]) => text.split(' '));
    expect(points).toHaveLength(5);
    // After 1 s and 3 s: 30 % and 10 %, both at the top.
    expect(points.slice(0, 2)).toEqual(['48.0,16.0', '188.1,16.0']);
    expect(picture).toContain('>mankowska 100<');
  });
});
