import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import { vrptw } from './index.js';

const text = `TINY

VEHICLE
NUMBER     CAPACITY
  2         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE TIME

    0      0         0          0          0        100          0
    1      3         4          6         10         20          5
    2      1         1          5          0         90          5.5
`;

function read(instance: string) {
  const result = vrptw.readInstance(instance, 'tiny');
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result;
}

const issuesOf = (instance: string): string[] => {
  const result = vrptw.readInstance(instance, 'tiny');
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`);
};

describe('vrptw', () => {
  it('truncates distances to tenths', () => {
    const { problem } = read(text);
    // 5, sqrt 2 = 1.414…, sqrt 13 = 3.605…
    expect(Array.from(problem.profiles[0]?.durations ?? [])).toEqual([0, 50, 14, 50, 0, 36, 14, 36, 0]);
    expect(problem.visits.map(({ id, parts: [part] }) => [id, part?.windows, part?.duration, part?.demand])).toEqual([
      ['1', [{ start: 100, end: 200 }], 50, 6],
      ['2', [{ start: 0, end: 900 }], 55, 5],
    ]);
    expect(problem.staff.map(({ shifts: [shift] }) => [shift?.end, shift?.endRule, shift?.capacity])).toEqual([
      [1000, 'hard', 10],
      [1000, 'hard', 10],
    ]);
  });

  it('serves the customers of a solution as early as their order allows', () => {
    const { problem, context } = read(text);
    const answer = vrptw.readSolution(context, 'Route #1: 1\nRoute #2: 2 \nCost 12.8\n');
    if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
    expect(answer.plan.routes[0]).toEqual({
      ...{ shift: '1', staff: '1', departure: 50, return: 200 },
      stops: [{ kind: 'visit', id: '1', part: '1', arrival: 100, start: 100, end: 150 }],
    });
    const { feasible, cost } = checkPlan(problem, answer.plan);
    expect([feasible, cost.total]).toEqual([true, 128]);
    expect(vrptw.writeSolution(context, answer.plan, cost)).toBe('Route #1: 1\nRoute #2: 2\nCost 12.8\n');
  });

  it('lets the checker find what a solution breaks', () => {
    const { problem, context } = read(text);
    const answer = vrptw.readSolution(context, 'Route #1: 1 2\n');
    expect(answer.ok && checkPlan(problem, answer.plan).violations.map(({ code }) => code)).toEqual(['capacity_exceeded']);
  });

  it.each([
    ['nothing', '', ['missing VEHICLE', 'missing CUSTOMER']],
    ['a fleet of text', text.replace('  2  ', ' two '), ['missing VEHICLE']],
    ['a fleet without capacity', text.replace('2         10', '2'), ['syntax line 5']],
    [
      'rows cut short, turned windows and repeated numbers',
      text.replace(' 20 ', ' 9 ').replace('5.5', '').replace('    1 ', '    0 '),
      ['not_sorted line 11', 'duplicate line 11', 'syntax line 12'],
    ],
    ['no depot', text.split('    0      0')[0], ['missing CUSTOMER']],
  ])('refuses %s', (_name, instance, issues) => {
    expect(issuesOf(instance)).toEqual(issues);
  });

  it('finds every issue of a solution at once', () => {
    const { context } = read(text);
    const answer = vrptw.readSolution(context, 'Route #1: 1 7\nRoute #2: 2\nRoute #3: 1\nBest 3\n');
    expect(answer.ok ? [] : answer.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknown_reference line 1',
      'syntax line 4',
      'out_of_range ',
    ]);
  });
});
