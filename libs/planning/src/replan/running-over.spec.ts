import { describe, expect, it } from '@jest/globals';
import type { Plan, PlanStop, ProblemInput } from '#engine';
import { retimed } from './running-over.js';

const visit = (id: string, start: number, part = '1'): PlanStop => ({
  ...{ kind: 'visit', id, part, arrival: start, start, end: start + 10 },
});
const rest = (start: number): PlanStop => ({ kind: 'break', id: 's1/break', part: '', arrival: start, start, end: start + 5 });

/** Two people; every way takes 3; a visit takes 10 and a break 5, which begins by 40. */
const problem = {
  places: 2,
  profiles: [{ id: 'walk', durations: [0, 3, 3, 0] }],
  staff: ['1', '2'].map((n) => ({
    ...{ id: n, profile: 'walk' },
    shifts: [{ id: `s${n}`, startPlace: 0, endPlace: 0, breaks: n === '1' ? [{ id: 's1/break', duration: 5, latest: 40 }] : [] }],
  })),
  visits: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, place: 'ace'.includes(id) ? 1 : 0 })),
} as unknown as ProblemInput;

const plan = (stops: Readonly<Record<string, readonly PlanStop[]>>): Plan => ({
  routes: Object.entries(stops).map(([n, own]) => ({ shift: `s${n}`, staff: n, departure: 0, return: 90, stops: [...own] })),
  unserved: [],
});

/** Visits and breaks with their starts, person by person. */
const starts = ({ routes }: Plan): string[] =>
  routes.map(({ stops }) => stops.map(({ id, start }) => `${id.slice(-1)} ${start}`).join(', '));

const longer = (stop: PlanStop, end: number): PlanStop => ({ ...stop, end });
const OVER = [{ visitKey: 'a', until: 0 }];

describe('a plan behind a visit that runs over', () => {
  it.each<[string, Parameters<typeof plan>[0], string[]]>([
    ['waits as long as it must', { 1: [longer(visit('a', 3), 25), visit('b', 20), visit('c', 60)] }, ['a 3, b 28, c 60']],
    ['is as it was where there is time', { 1: [longer(visit('a', 3), 17), visit('b', 20)] }, ['a 3, b 20']],
    ['takes a rest later', { 1: [longer(visit('a', 3), 25), rest(15), visit('b', 23)] }, ['a 3, k 25, b 33']],
    ['owes no rest that is too late', { 1: [longer(visit('a', 3), 45), rest(15), visit('b', 23)] }, ['a 3, b 48']],
    [
      'keeps the other half of a joint visit waiting, and who comes after it',
      { 1: [longer(visit('a', 3), 25), visit('b', 20)], 2: [visit('d', 0), visit('b', 20, '2'), visit('c', 33)] },
      ['a 3, b 28', 'd 0, b 28, c 41'],
    ],
    [
      'keeps both waiting who are at it',
      { 1: [longer(visit('a', 3), 25), visit('b', 20)], 2: [longer(visit('a', 3, '2'), 25), visit('c', 20)] },
      ['a 3, b 28', 'a 3, c 25'],
    ],
    [
      'leaves others alone, whatever their ways take now',
      { 1: [longer(visit('a', 3), 12)], 2: [visit('d', 0), visit('e', 10)] },
      ['a 3', 'd 0, e 10'],
    ],
  ])('%s', (_, stops, expected) => {
    expect(starts(retimed(plan(stops), problem, OVER))).toEqual(expected);
  });
});
