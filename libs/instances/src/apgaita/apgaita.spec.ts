import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import { readInstance, readSolution } from '../instances.js';

const folder = new URL('../../../../../test/fixtures/instances/apgaita/own/', import.meta.url);
const problemFile = readFileSync(new URL('two-carers.json', folder));
const solutionFile = readFileSync(new URL('two-carers.sol.json', folder));

/** A JSON document to be changed in place. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

function issuesOf(change: (problem: Loose) => void): string[] {
  const problem = JSON.parse(problemFile.toString());
  change(problem);
  const result = readInstance('apgaita', Buffer.from(JSON.stringify(problem)), 'changed');
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`);
}

describe('apgaita', () => {
  it('reads a gzipped problem and the plan written for it', () => {
    const result = readInstance('apgaita', gzipSync(problemFile), 'two-carers');
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const answer = readSolution(result.context, solutionFile);
    expect(answer.ok && checkPlan(result.problem, answer.plan)).toMatchObject({ feasible: true, cost: { total: 21_899 } });
  });

  it('names a problem without a name by its file', () => {
    const problem = JSON.parse(problemFile.toString());
    delete problem.name;
    const result = readInstance('apgaita', Buffer.from(JSON.stringify(problem)), 'by-file');
    expect(result.ok && result.problem.name).toBe('by-file');
  });

  it.each<readonly [string, (problem: Loose) => void, readonly string[]]>([
    [
      'an empty object',
      (p) => Object.keys(p).forEach((key) => delete p[key]),
      [
        'missing horizonEnd',
        'missing places',
        'missing profiles',
        'missing staff',
        'missing visits',
        'missing links',
        'missing objective',
      ],
    ],
    ['a matrix of the wrong size', (p) => p.profiles[0].durations.pop(), ['wrong_length profiles[0].durations']],
    [
      'a fraction and a text in a matrix',
      (p) => p.profiles[0].durations.splice(0, 2, 0.5, 'x'),
      ['not_a_whole_number profiles[0].durations[0]', 'wrong_type profiles[0].durations[1]'],
    ],
    ['an unknown component', (p) => (p.objective.comfort = 1), ['unsupported objective.comfort']],
    ['a negative price', (p) => (p.objective.travel = -1), ['out_of_range objective.travel']],
    ['an unknown profile', (p) => (p.staff[0].profile = 'boat'), ['unknown_reference staff[0].profile']],
    ['a person twice', (p) => (p.staff[1].id = 'anna'), ['duplicate staff[1].id']],
    ['a shift twice, over other people', (p) => (p.staff[1].shifts[0].id = 'a1'), ['duplicate staff[1].shifts[0].id']],
    ['overlapping shifts', (p) => (p.staff[1].shifts[1].start = 169), ['out_of_range staff[1].shifts']],
    ['a shift that ends before it starts', (p) => (p.staff[0].shifts[0].start = 501), ['out_of_range staff[0].shifts[0].end']],
    ['a place outside the matrix', (p) => (p.visits[0].place = 4), ['out_of_range visits[0].place']],
    ['an unknown end rule', (p) => (p.staff[0].shifts[0].endRule = 'late'), ['out_of_range staff[0].shifts[0].endRule']],
    [
      'a break that ends before it starts',
      (p) => (p.staff[0].shifts[0].breaks[0].latest = 99),
      ['out_of_range staff[0].shifts[0].breaks[0].latest'],
    ],
    [
      'a flag that is none',
      (p) => (p.staff[0].shifts[0].breaks[0].beforeVisit = 'yes'),
      ['wrong_type staff[0].shifts[0].breaks[0].beforeVisit'],
    ],
    [
      'no parts',
      (p) => {
        p.visits[3].parts = [];
      },
      ['wrong_length visits[3].parts'],
    ],
    ['no windows', (p) => (p.visits[3].parts[0].windows = []), ['wrong_length visits[3].parts[0].windows']],
    [
      'windows out of order',
      (p) => p.visits[3].parts[0].windows.push({ start: 399, end: 410 }),
      ['not_sorted visits[3].parts[0].windows[1].start'],
    ],
    [
      'an unknown person allowed',
      (p) => (p.visits[3].parts[0].allowedStaff = ['carla']),
      ['unknown_reference visits[3].parts[0].allowedStaff[0]'],
    ],
    [
      'links to nothing',
      (p) => Object.assign(p.links[0], { before: { visit: 'v9', part: 'a' }, after: { visit: 'v2', part: 'c' } }),
      ['unknown_reference links[0].before.visit', 'unknown_reference links[0].after.part'],
    ],
    ['a link without intervals', (p) => (p.links[0].gaps = []), ['wrong_length links[0].gaps']],
    ['intervals out of order', (p) => p.links[1].gaps.reverse(), ['not_sorted links[1].gaps[1]']],
    ['an interval turned round', (p) => (p.links[0].gaps[0].min = 1), ['not_sorted links[0].gaps[0]']],
    ['a rule misspelt', (p) => (p.pin = []), ['unsupported pin']],
    [
      'a part, a visit and a person with something unknown',
      (p) => {
        p.visits[0].parts[0].wish = 1;
        p.visits[0].language = 'lv';
        p.staff[0].limit = [];
      },
      ['unsupported staff[0].limit', 'unsupported visits[0].language', 'unsupported visits[0].parts[0].wish'],
    ],
    [
      'rules of the wrong kind',
      (p) => {
        p.staff[0].limits = [{ id: 'day', measure: 'hours', from: 0, to: 9, most: 'all', over: 'soft' }];
        p.pins = [{ visit: 'v1', part: 'a', position: 'middle' }];
        p.levels = [['unserved'], ['comfort']];
        p.given = { plan: { routes: 1, unserved: [] } };
      },
      [
        'out_of_range staff[0].limits[0].measure',
        'wrong_type staff[0].limits[0].most',
        'wrong_type staff[0].limits[0].over',
        'out_of_range pins[0].position',
        'wrong_type given.plan.routes',
        'out_of_range levels[1][0]',
      ],
    ],
    ['a price of leaving out that is neither', (p) => (p.visits[0].unserved = 'never'), ['wrong_type visits[0].unserved']],
  ])('refuses %s', (_name, change, issues) => {
    expect(issuesOf(change)).toEqual(issues);
  });

  it('keeps every rule there is', () => {
    const problem = JSON.parse(problemFile.toString());
    Object.assign(problem.staff[0], {
      limits: [{ id: 'week', measure: 'worked', from: 0, to: 500, most: 300, used: 20, over: 'hard' }],
      rest: { least: 60, lastReturn: -30, short: 4 },
      freeTimes: [{ id: 'night', from: 0, to: 500, least: 100, short: 'hard' }],
      qualified: [{ skill: 'wounds', level: 2, from: 0, to: 400 }],
      languages: ['lv', 'ru'],
      districts: ['north'],
    });
    Object.assign(problem.visits[0], { languages: ['ru'], district: 'south' });
    Object.assign(problem.visits[0].parts[0], {
      durationByStaff: { anna: 12 },
      levels: { wounds: 2 },
      skillsWished: true,
      exclusionWished: false,
      rank: -1,
      equipment: ['hoist'],
    });
    Object.assign(problem, {
      pins: [{ visit: 'v1', part: '1', staff: 'anna', shift: 'a1', start: 50, position: 'first' }],
      given: { plan: JSON.parse(solutionFile.toString()).plan, frozenBefore: 60 },
      clients: [{ id: 'c1', known: ['anna'], weight: 3 }],
      caps: [{ id: 'decision', most: 60, used: 5, over: 7, parts: [{ visit: 'v1', part: '1', amount: 30 }] }],
      fairness: [{ id: 'weekends', measure: 'routes', staff: [{ staff: 'anna', before: 2 }], shifts: ['a1'], price: 9 }],
      equipment: [{ id: 'hoist', units: 1, held: 'visit' }],
      mustBeZero: ['outOfOrder'],
      levels: [['unserved'], ['newStaff', 'limits']],
    });
    const result = readInstance('apgaita', Buffer.from(JSON.stringify(problem)), 'rules');
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const plain = JSON.stringify(result.problem, (_key, value) => (value instanceof Int32Array ? [...value] : value));
    expect(JSON.parse(plain)).toEqual(problem);
  });

  it('tells the value, what is allowed and what to do', () => {
    const problem = JSON.parse(problemFile.toString());
    problem.visits[0].place = 4;
    const result = readInstance('apgaita', Buffer.from(JSON.stringify(problem)), 'changed');
    expect(result.ok ? [] : result.issues).toEqual([
      {
        code: 'out_of_range',
        path: 'visits[0].place',
        value: '4',
        allowed: 'a whole number from 0 to 3',
        message: 'Give a whole number from 0 to 3.',
      },
    ]);
  });

  it('refuses a damaged gzip file', () => {
    const result = readInstance('apgaita', gzipSync(problemFile).subarray(0, 40), 'cut');
    expect(result.ok ? undefined : result.issues[0]?.code).toBe('not_gzip');
  });
});
