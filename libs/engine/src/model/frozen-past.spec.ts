import { describe, expect, it } from '@jest/globals';
import { frozenPast } from './frozen-past.js';
import type { PlanRoute, PlanStop } from './plan.js';

const stop = (id: string, start: number, rest: Partial<PlanStop> = {}): PlanStop => ({
  ...{ kind: 'visit', id, part: '1', arrival: start, start, end: start + 10 },
  ...rest,
});
const route = (shift: string, departure: number, ...stops: PlanStop[]): PlanRoute => ({
  ...{ shift, staff: shift, departure, return: 200, stops },
});
const ROUTES = [
  route('A', 5, stop('first', 20), stop('both', 60, { part: '1' }), stop('later', 90)),
  route('B', 45, stop('rest', 50, { kind: 'break', part: '' }), stop('alone', 55), stop('both', 60, { part: '2' })),
  route('C', 80, stop('rest2', 85, { kind: 'break', part: '' })),
];

describe('what of a plan is past', () => {
  it.each<[string, number, Readonly<Record<string, readonly string[]>>]>([
    ['nothing before anybody sets off', 5, {}],
    ['the first visit of who has set off', 6, { A: ['first'] }],
    ['with the breaks before it', 46, { A: ['first'], B: ['rest', 'alone'] }],
    ['what has begun, with its other part', 61, { A: ['first', 'both'], B: ['rest', 'alone', 'both'] }],
    ['never a route of breaks alone', 100, { A: ['first', 'both', 'later'], B: ['rest', 'alone', 'both'] }],
  ])('%s', (_, frozenBefore, facts) => {
    const past = frozenPast({ plan: { routes: ROUTES, unserved: [] }, frozenBefore });
    expect(Object.fromEntries([...past].map(([shift, stops]) => [shift, stops.map(({ id }) => id)]))).toEqual(facts);
  });
});
