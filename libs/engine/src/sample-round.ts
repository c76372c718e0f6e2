import type { LinkInput, PartInput, ProblemInput, ShiftInput, StaffInput, VisitInput } from './model/problem-input.js';
import type { Plan, PlanRoute, PlanStop } from './model/plan.js';
import { solve, type Solution } from './solve.js';

/** Everything writable, so that a test can change one thing. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] extends object | undefined ? Draft<T[Key]> : T[Key] };

function draft<T>(value: T): Draft<T> {
  const copy: unknown = structuredClone(value);
  return copy as Draft<T>;
}

/** A problem to change, and the things in it that the specs change most. */
export interface Round {
  readonly problem: Draft<ProblemInput>;
  /** Anna's shift. */
  readonly shift: Draft<ShiftInput>;
  /** The only part of each visit. */
  readonly first: Draft<PartInput>;
  readonly second: Draft<PartInput>;
}

/**
 * One person and two visits on a line of places 0 to 3, ten units apart. Only
 * one plan is best: Anna leaves home (place 0) at 40, gives `v1` at place 1
 * from 50 to 70, travels 20, gives `v2` at place 3 from 90 to 120 and is back
 * at 150, all for 60 units of travel. Used by the specs only.
 */
export function sampleRound(): Round {
  const problem: ProblemInput = {
    name: 'sample round',
    horizonEnd: 1000,
    places: 4,
    profiles: [{ id: 'walk', durations: Array.from({ length: 16 }, (_, at) => 10 * Math.abs(Math.floor(at / 4) - (at % 4))) }],
    staff: [person('anna', 'a1', 0)],
    visits: [
      visit('v1', 1, { duration: 20, windows: [{ start: 50, end: 100 }] }),
      visit('v2', 3, { duration: 30, windows: [{ start: 80, end: 200 }] }),
    ],
    links: [],
    objective: { travel: 1 },
  };
  const copy = draft(problem);
  const [first, second] = copy.visits.map((v) => v.parts[0]);
  return { problem: copy, shift: copy.staff[0].shifts[0], first, second };
}

/**
 * The sample round with Bruno, who lives at place 3: Anna now gives `v1` alone
 * (travel 20) and Bruno `v2` (travel 0), from the window's start at 80 to 110.
 */
export function sampleRoundForTwo(): Round & { readonly bruno: Draft<StaffInput> } {
  const round = sampleRound();
  const bruno = person('bruno', 'b1', 3);
  round.problem.staff.push(bruno);
  return { ...round, bruno };
}

/** Somebody with one shift from 0 to 300 that begins and ends at `home`. */
export function person(id: string, shift: string, home: number): Draft<StaffInput> {
  return draft<StaffInput>({
    id,
    profile: 'walk',
    skills: ['care'],
    shifts: [{ id: shift, start: 0, end: 300, endRule: 'hard', startPlace: home, endPlace: home, departure: 'late', breaks: [] }],
  });
}

/** A visit of one part with hard windows, needing `care`, at 1,000 when left out. */
export function visit(id: string, place: number, part: Pick<PartInput, 'duration' | 'windows'>): Draft<VisitInput> {
  const rest = { id: '1', lateness: 'hard', measuredAt: 'start', skills: ['care'] } as const;
  return draft<VisitInput>({ id, client: id, place, parts: [{ ...rest, ...part }], unserved: 1000 });
}

/** From the first part of `v1` to that of `v2`. */
export function linkWith(change: Partial<LinkInput>): Draft<LinkInput> {
  return draft<LinkInput>({
    id: 'l',
    before: { visit: 'v1', part: '1' },
    after: { visit: 'v2', part: '1' },
    gaps: [{ min: null, max: null, cost: 0 }],
    staff: 'any',
    served: 'ifBoth',
    ...change,
  });
}

/** Solves with a fixed seed, every step recomputed. @throws Error with the first issue of a problem that is refused */
export function solved(problem: ProblemInput, iterations = 60): Solution {
  const result = solve(problem, { seed: 1, iterations, now: () => 0, verify: true });
  if (!result.ok) throw new Error(`${result.issues[0].path} ${result.issues[0].message}`);
  return result.solution;
}

/**
 * A plan on one line a route: `a1 40: v1 50, v2 70>90 -> 150` leaves at 40,
 * starts `v1` on arrival at 50, arrives at `v2` at 70, waits until 90, and is
 * back at 150. Parts of a visit with several show as `v1/a`; visits left out
 * stand behind a dash.
 */
export function written(plan: Plan, problem: ProblemInput): readonly string[] {
  const several = new Set(problem.visits.filter((v) => v.parts.length > 1).map((v) => v.id));
  const stop = ({ id, part, arrival, start }: PlanStop): string =>
    `${id}${several.has(id) ? `/${part}` : ''} ${arrival === start ? '' : `${arrival}>`}${start}`;
  const route = (r: PlanRoute): string => `${r.shift} ${r.departure}: ${r.stops.map(stop).join(', ')} -> ${r.return}`;
  return [...plan.routes.map(route), ...plan.unserved.map((id) => `- ${id}`)];
}
