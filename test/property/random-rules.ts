import fc from 'fast-check';
import { solve, validateProblem, type ObjectiveInput, type PartInput, type Plan, type ProblemInput } from '#engine';
import { randomProblem } from './random-problem.js';

/** Decides one thing at a time: draws of whole numbers, handed out in order. */
type Draw = (most: number) => number;

const MEASURES = ['paid', 'worked', 'service', 'routes', 'parts'] as const;
const LANGUAGES = ['lv', 'ru', 'en'];
const DISTRICTS = ['north', 'south'];
const MUST_BE_ZERO: readonly (keyof ObjectiveInput)[] = [
  'lateness',
  'overtime',
  'outOfOrder',
  'language',
  'outsideDistrict',
  'changedStaff',
];

/** Once in so many draws the thing, otherwise nothing. */
function sometimes<T extends object>(draw: Draw, oneIn: number, thing: () => T): T | Record<string, never> {
  return draw(oneIn - 1) === 0 ? thing() : {};
}

const hardOr = (draw: Draw, most: number): 'hard' | number => (draw(1) === 0 ? 'hard' : draw(most));

const someOf = <T>(draw: Draw, values: readonly T[]): T[] => values.filter(() => draw(1) === 0);

function withPartRules(draw: Draw, part: PartInput, people: readonly string[]): PartInput {
  return {
    ...part,
    ...(part.measuredAt === 'start' &&
      sometimes(draw, 3, () => ({ durationByStaff: Object.fromEntries(someOf(draw, people).map((id) => [id, draw(60)])) }))),
    ...(part.skills.length > 0 && sometimes(draw, 3, () => ({ levels: { [part.skills[0]]: 1 + draw(1) } }))),
    ...sometimes(draw, 3, () => ({ skillsWished: true })),
    ...sometimes(draw, 3, () => ({ exclusionWished: true })),
    ...sometimes(draw, 3, () => ({ rank: draw(2) - 1 })),
    ...sometimes(draw, 3, () => ({ equipment: someOf(draw, ['hoist', 'car']) })),
  };
}

function withStaffRules(draw: Draw, problem: ProblemInput): ProblemInput['staff'] {
  const limit = (id: string) => {
    const from = draw(600);
    return { id, measure: MEASURES[draw(4)], from, to: from + draw(600), most: draw(400), used: draw(50), over: hardOr(draw, 9) };
  };
  return problem.staff.map((person) => ({
    ...person,
    ...sometimes(draw, 3, () => ({ limits: Array.from({ length: 1 + draw(1) }, (_, k) => limit(`l${k}`)) })),
    ...sometimes(draw, 3, () => ({ rest: { least: draw(200), lastReturn: draw(100) - 80, short: hardOr(draw, 9) } })),
    ...sometimes(draw, 3, () => {
      const from = draw(300);
      const to = from + draw(700);
      return { freeTimes: [{ id: 'f', from, to, least: Math.min(to - from, draw(500)), short: hardOr(draw, 9) }] };
    }),
    ...sometimes(draw, 3, () => ({ qualified: [{ skill: 'x', level: 1 + draw(1), from: draw(300), to: 300 + draw(400) }] })),
    ...sometimes(draw, 2, () => ({ languages: someOf(draw, LANGUAGES) })),
    ...sometimes(draw, 3, () => ({ districts: someOf(draw, DISTRICTS) })),
  }));
}

function planRules(draw: Draw, problem: ProblemInput): Partial<ProblemInput> {
  const people = problem.staff.map(({ id }) => id);
  const shifts = problem.staff.flatMap((person) => person.shifts.map(({ id }) => id));
  const refs = problem.visits.flatMap(({ id, parts }) => parts.map((part) => ({ visit: id, part: part.id })));
  const clients = [...new Set(problem.visits.map(({ client }) => client))];
  return {
    ...sometimes(draw, 2, () => ({ clients: clients.map((id) => ({ id, known: someOf(draw, people), weight: draw(3) })) })),
    ...sometimes(draw, 3, () => ({
      caps: ['c0', 'c1'].map((id) => ({
        ...{ id, most: draw(120), used: draw(40), over: hardOr(draw, 9) },
        parts: someOf(draw, refs).map((ref) => ({ ...ref, ...sometimes(draw, 2, () => ({ amount: draw(60) })) })),
      })),
    })),
    ...sometimes(draw, 3, () => ({
      fairness: [
        {
          ...{ id: 'f', measure: MEASURES[draw(4)], price: draw(5) },
          staff: people.map((staff) => ({ staff, before: draw(100) })),
          ...sometimes(draw, 2, () => ({ shifts: someOf(draw, shifts) })),
        },
      ],
    })),
    equipment: [
      { id: 'hoist', units: draw(2), held: 'visit' },
      { id: 'car', units: draw(2), held: 'shift', ...sometimes(draw, 2, () => ({ uses: 1 + draw(2) })) },
    ],
    ...sometimes(draw, 4, () => ({ mustBeZero: someOf(draw, MUST_BE_ZERO) })),
    ...sometimes(draw, 4, () => ({
      levels: [
        ['unserved', 'newlyUnserved'],
        ['distinctStaff', 'preference'],
      ] as const,
    })),
  };
}

function pinsOf(draw: Draw, plan: Plan): ProblemInput['pins'] {
  const stops = plan.routes.flatMap(({ stops, staff, shift }) => stops.map((stop) => ({ ...stop, staff, shift })));
  return stops
    .filter(({ kind }) => kind === 'visit' && draw(5) === 0)
    .map(({ id, part, staff, shift, start }) => ({
      ...{ visit: id, part },
      ...sometimes(draw, 2, () => ({ staff })),
      ...sometimes(draw, 3, () => ({ shift })),
      ...sometimes(draw, 3, () => ({ start: start + draw(3) })),
      ...sometimes(draw, 4, () => ({ position: draw(1) === 0 ? ('first' as const) : ('last' as const) })),
    }));
}

/** A random problem with every rule of the model besides; the given plan is one of the same problem without them. */
export const randomRules: fc.Arbitrary<ProblemInput> = fc
  .tuple(
    randomProblem.filter((problem) => validateProblem(problem).length === 0),
    fc.infiniteStream(fc.nat(1_000_000)),
  )
  .map(([base, stream]) => {
    const draw: Draw = (most) => Number(stream.next().value) % (most + 1);
    const people = base.staff.map(({ id }) => id);
    const solution = solve(base, { seed: 1, iterations: 10, now: () => 0 });
    const plan = solution.ok ? solution.solution.plan : { routes: [], unserved: [] };
    const prices = [
      'language',
      'outsideDistrict',
      'qualification',
      'exclusion',
      'outOfOrder',
      'distinctStaff',
      'newStaff',
    ] as const;
    const change = ['changedStaff', 'movedStart', 'newlyUnserved'] as const;
    return {
      ...base,
      staff: withStaffRules(draw, base),
      visits: base.visits.map((visit) => ({
        ...visit,
        ...sometimes(draw, 2, () => ({ languages: someOf(draw, LANGUAGES) })),
        ...sometimes(draw, 3, () => ({ district: DISTRICTS[draw(1)] })),
        parts: visit.parts.map((part) => withPartRules(draw, part, people)),
      })),
      ...planRules(draw, base),
      ...sometimes(draw, 2, () => ({
        given: { plan, ...sometimes(draw, 2, () => ({ frozenBefore: draw(400) })) },
        ...sometimes(draw, 2, () => ({ pins: pinsOf(draw, plan) ?? [] })),
      })),
      objective: { ...base.objective, ...Object.fromEntries([...prices, ...change].map((name) => [name, draw(3) * draw(9)])) },
    };
  });
