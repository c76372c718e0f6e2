import type { LinkInput, PartInput, Plan, PlanRoute, ProblemInput, StaffInput, VisitInput } from '#engine';
import { checkPlan } from '#checker';
import { Dice, tinyPerson } from './tiny-problem.js';

const PLACES = 4;
const PEOPLE = ['m0', 'm1'];

/**
 * One to four visits of one part, two people, and rules that count: people a
 * client sees, caps, limits, equipment held by shifts, ranks, pins, languages,
 * districts, levels of skills, durations by person, fairness. Shifts leave at
 * their start and nothing rewards starting late, so that for given routes the
 * earliest starts are the best.
 */
export function tinyRules(seed: number): ProblemInput {
  const dice = new Dice(seed);
  const points = Array.from({ length: PLACES }, () => [dice.from(0, 40), dice.from(0, 40)]);
  const visits = Array.from({ length: dice.from(1, 4) }, (_, v) => tinyVisit(dice, `v${v}`));
  const refs = visits.map(({ id }) => ({ visit: id, part: 'a' }));
  return {
    name: `tiny rules ${seed}`,
    horizonEnd: 2000,
    places: PLACES,
    profiles: [{ id: 'walk', durations: points.flatMap(([a, b]) => points.map(([c, d]) => Math.abs(a - c) + Math.abs(b - d))) }],
    staff: PEOPLE.map((id) => tinyStaff(dice, id)),
    visits,
    links: [] as LinkInput[],
    objective: {
      ...{ travel: dice.from(1, 2), lateness: 1, language: dice.from(0, 20), outsideDistrict: dice.from(0, 20) },
      ...{ distinctStaff: dice.from(0, 30), newStaff: dice.from(0, 30), outOfOrder: dice.from(0, 30), qualification: 9 },
    },
    clients: [{ id: 'k0', known: [dice.of(PEOPLE)], weight: dice.from(1, 3) }],
    equipment: [{ id: 'car', units: 1, held: 'shift' }],
    ...(dice.oneIn(2)
      ? { caps: [{ id: 'cap', most: dice.from(0, 60), over: dice.oneIn(2) ? ('hard' as const) : dice.from(1, 5), parts: refs }] }
      : {}),
    ...(dice.oneIn(3) ? { pins: [{ ...dice.of(refs), staff: dice.of(PEOPLE) }] } : {}),
    ...(dice.oneIn(4) ? { pins: [{ ...dice.of(refs), position: dice.of(['first', 'last'] as const) }] } : {}),
    ...(dice.oneIn(3)
      ? {
          fairness: [
            {
              id: 'f',
              measure: dice.of(['parts', 'service'] as const),
              price: dice.from(1, 9),
              staff: PEOPLE.map((staff) => ({ staff })),
            },
          ],
        }
      : {}),
    ...(dice.oneIn(4) ? { mustBeZero: [dice.of(['language', 'outsideDistrict', 'outOfOrder', 'lateness'] as const)] } : {}),
  };
}

function tinyVisit(dice: Dice, id: string): VisitInput {
  const start = dice.from(0, 200);
  const part: PartInput = {
    ...{ id: 'a', duration: dice.from(1, 40), windows: [{ start, end: start + dice.from(0, 120) }] },
    ...{ lateness: dice.oneIn(2) ? 'soft' : 'hard', measuredAt: 'start', skills: dice.oneIn(3) ? ['x'] : [] },
    ...(dice.oneIn(3) ? { skillsWished: true } : {}),
    ...(dice.oneIn(3) ? { durationByStaff: { m0: dice.from(1, 40) } } : {}),
    ...(dice.oneIn(3) ? { rank: dice.from(-1, 1) } : {}),
    ...(dice.oneIn(4) ? { equipment: ['car'] } : {}),
  };
  return {
    ...{ id, client: dice.of(['k0', 'k1']), place: dice.from(0, PLACES - 1), parts: [part], unserved: dice.from(30, 400) },
    ...(dice.oneIn(3) ? { languages: ['lv'] } : {}),
    ...(dice.oneIn(3) ? { district: 'north' } : {}),
  };
}

function tinyStaff(dice: Dice, id: string): StaffInput {
  const person = tinyPerson(dice, id);
  const limit = { id: 'l', measure: dice.of(['service', 'parts', 'routes', 'paid'] as const), from: 0, to: 1000 };
  return {
    ...person,
    skills: [],
    shifts: person.shifts.map((shift) => ({
      ...shift,
      ...{ startPlace: shift.startPlace % PLACES, endPlace: shift.endPlace % PLACES, departure: 'start', endRule: 'hard' },
    })),
    ...(dice.oneIn(2) ? { qualified: [{ skill: 'x', from: 0, to: dice.from(0, 150) }] } : {}),
    ...(dice.oneIn(2) ? { languages: [dice.of(['lv', 'ru'])] } : {}),
    ...(dice.oneIn(2) ? { districts: [dice.of(['north', 'south'])] } : {}),
    ...(dice.oneIn(3)
      ? { limits: [{ ...limit, most: dice.from(0, 150), over: dice.oneIn(2) ? ('hard' as const) : dice.from(1, 4) }] }
      : {}),
    ...(dice.oneIn(4)
      ? { rest: { least: dice.from(0, 150), lastReturn: dice.from(-90, 0), short: dice.oneIn(2) ? ('hard' as const) : 2 } }
      : {}),
  };
}

/** The least cost of any plan the checker finds feasible, by trying every assignment and order at earliest starts. */
export function cheapestByChecker(problem: ProblemInput): number {
  const rows: VisitInput[][] = problem.staff.map(() => []);
  const left: VisitInput[] = [];
  let best = Infinity;
  const judge = (): void => {
    const routes = problem.staff.flatMap((person, s) => (rows[s].length > 0 ? [timed(problem, person, rows[s])] : []));
    const plan: Plan = { routes, unserved: left.map(({ id }) => id) };
    const verdict = checkPlan(problem, plan);
    if (verdict.feasible && verdict.cost.total < best) best = verdict.cost.total;
  };
  const assign = (at: number): void => {
    if (at === problem.visits.length) return judge();
    const visit = problem.visits[at];
    left.push(visit);
    assign(at + 1);
    left.pop();
    for (const row of rows) {
      for (let k = 0; k <= row.length; k++) {
        row.splice(k, 0, visit);
        assign(at + 1);
        row.splice(k, 1);
      }
    }
  };
  assign(0);
  return best;
}

/** A route at its earliest starts. */
function timed({ profiles, places }: ProblemInput, { id, shifts }: StaffInput, row: readonly VisitInput[]): PlanRoute {
  const [shift] = shifts;
  let [clock, place] = [shift.start, shift.startPlace];
  const stops = row.map((visit) => {
    const [part] = visit.parts;
    const arrival = clock + profiles[0].durations[place * places + visit.place];
    const start = Math.max(arrival, part.windows[0].start);
    clock = start + (part.durationByStaff?.[id] ?? part.duration);
    place = visit.place;
    return { kind: 'visit' as const, id: visit.id, part: 'a', arrival, start, end: clock };
  });
  const back = clock + profiles[0].durations[place * places + shift.endPlace];
  return { shift: shift.id, staff: id, departure: shift.start, return: back, stops };
}
