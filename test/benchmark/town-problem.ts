import type { LinkInput, PartInput, Plan, ProblemInput, StaffInput, VisitInput } from '#engine';
import { Dice } from '../property/tiny-problem.js';

const HOUR = 3600;
const SIDE = 40;

/**
 * A day of a town for measurements: visits with windows of one to four hours,
 * one in five for nurses, one in twelve a double-up, one in ten linked to the
 * visit before; staff with breaks, half of them from eight and half from ten.
 * The same size and seed give the same problem.
 */
export function townProblem(visits: number, staff: number, seed: number): ProblemInput {
  const dice = new Dice(seed);
  const places = Math.min(600, visits + staff);
  const points = Array.from({ length: places }, () => [dice.from(0, SIDE * 100), dice.from(0, SIDE * 100)]);
  const durations = new Int32Array(places * places);
  points.forEach(([a, b], i) =>
    points.forEach(([c, d], j) => (durations[i * places + j] = Math.round(Math.hypot(a - c, b - d) / 4))),
  );
  const all = Array.from({ length: visits }, (_, v) => townVisit(dice, v, places));
  return {
    name: `town ${visits}`,
    horizonEnd: 24 * HOUR,
    places,
    profiles: [{ id: 'car', durations }],
    staff: Array.from({ length: staff }, (_, m) => townPerson(dice, m, places)),
    visits: all,
    links: townLinks(dice, all),
    objective: { travel: 2, paid: 1, preference: 3600 },
  };
}

/** The same town as a provider plans it: a plan in force, few faces, hours, caps, wishes for times, language and people. */
export function withProviderRules(town: ProblemInput, plan: Plan): ProblemInput {
  const clients = [...new Set(town.visits.map(({ client }) => client))];
  const known = (c: number): string[] => [0, 1, 2].map((k) => town.staff[(7 * c + k) % town.staff.length].id);
  return {
    ...town,
    given: { plan },
    clients: clients.map((id, c) => ({ id, known: known(c) })),
    caps: clients.map((client, c) => ({
      ...{ id: `cap ${c}`, most: 3 * HOUR, over: 'hard' },
      parts: town.visits
        .filter((visit) => visit.client === client)
        .flatMap(({ id, parts }) => parts.map((part) => ({ visit: id, part: part.id }))),
    })),
    staff: town.staff.map((person, m) => ({
      ...person,
      languages: m % 3 === 0 ? ['lv'] : ['lv', 'ru'],
      limits: [{ id: 'day', measure: 'worked', from: 0, to: town.horizonEnd, most: 9 * HOUR, over: 'hard' }],
      rest: { least: 12 * HOUR, lastReturn: -6 * HOUR, short: 'hard' },
    })),
    visits: town.visits.map((visit, v) => ({
      ...visit,
      languages: [v % 4 === 0 ? 'ru' : 'lv'],
      parts: visit.parts.map((part) => ({ ...part, preferredStaff: known(Math.floor(v / 2)) })),
    })),
    objective: {
      ...town.objective,
      distinctStaff: 1200,
      newStaff: 600,
      language: 900,
      changedStaff: 1800,
      movedStart: 1,
      newlyUnserved: 5000,
    },
  };
}

function townPerson(dice: Dice, m: number, places: number): StaffInput {
  const start = (m % 2 === 0 ? 8 : 10) * HOUR;
  const home = dice.from(0, places - 1);
  return {
    id: `m${m}`,
    profile: 'car',
    skills: m % 5 === 0 ? ['nurse', 'carer'] : ['carer'],
    shifts: [
      {
        ...{ id: `s${m}`, start, end: start + 9 * HOUR, endRule: 'hard', departure: 'late', startPlace: home, endPlace: home },
        breaks: [
          {
            ...{ id: 'lunch', duration: 1800, earliest: start + 2 * HOUR, latest: start + 4 * HOUR },
            ...{ measuredAt: 'start', missed: 'required', whenLongerThan: 6 * HOUR },
          },
        ],
      },
    ],
  };
}

function townVisit(dice: Dice, v: number, places: number): VisitInput {
  const start = dice.from(7, 16) * HOUR;
  const part = (id: string): PartInput => ({
    id,
    duration: 60 * dice.from(10, 25),
    windows: [{ start, end: start + dice.from(1, 4) * HOUR }],
    lateness: 'hard',
    measuredAt: 'start',
    skills: [v % 5 === 0 && v % 12 !== 0 ? 'nurse' : 'carer'],
  });
  const parts = v % 12 === 0 ? [part('1'), { ...part('1'), id: '2' }] : [part('1')];
  const windows = parts[0].windows;
  return {
    ...{ id: `v${v}`, client: `c${Math.floor(v / 2)}`, place: dice.from(0, places - 1), unserved: 400_000 },
    parts: parts.map((p) => ({ ...p, windows, duration: parts[0].duration })),
  };
}

function townLinks(dice: Dice, visits: readonly VisitInput[]): LinkInput[] {
  return visits.flatMap((visit, v): LinkInput[] => {
    if (visit.parts.length > 1) {
      const together = { gaps: [{ min: 0, max: 0, cost: 0 }], staff: 'any', served: 'ifBoth' } as const;
      return [{ id: `d${v}`, before: { visit: visit.id, part: '1' }, after: { visit: visit.id, part: '2' }, ...together }];
    }
    if (v === 0 || !dice.oneIn(10)) return [];
    const apart = [
      { min: null, max: -1800, cost: 0 },
      { min: 1800, max: null, cost: 0 },
    ];
    const before = { visit: visits[v - 1].id, part: '1' };
    return [{ id: `l${v}`, before, after: { visit: visit.id, part: '1' }, gaps: apart, staff: 'any', served: 'ifBoth' }];
  });
}
