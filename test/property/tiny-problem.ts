import type { GapInput, LinkInput, PartInput, PartRef, ProblemInput, StaffInput, TimeWindowInput, VisitInput } from '#engine';

/** Whole numbers from a seed (mulberry32); the engine's own generator is left out of its tests. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2654435761) >>> 0;
  }

  /** A whole number in [low, high]. */
  from(low: number, high: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return low + (((t ^ (t >>> 14)) >>> 0) % (high - low + 1));
  }

  /** True once in `n` throws. */
  oneIn(n: number): boolean {
    return this.from(1, n) === 1;
  }

  of<T>(values: readonly T[]): T {
    return values[this.from(0, values.length - 1)];
  }
}

const HORIZON = 600;
const PLACES = 5;

/**
 * One to four visits and two people: hard and soft windows, several windows,
 * skills, exclusions, double-ups and a link with up to two gaps. Only travel,
 * lateness, gaps and visits left out cost anything, so that {@link exhaustive}
 * knows the best plan.
 */
export function tinyProblem(seed: number): ProblemInput {
  const dice = new Dice(seed);
  const points = Array.from({ length: PLACES }, () => [dice.from(0, 40), dice.from(0, 40)]);
  const visits = Array.from({ length: dice.from(1, 4) }, (_, v) => tinyVisit(dice, `v${v}`));
  return {
    name: `tiny ${seed}`,
    horizonEnd: HORIZON,
    places: PLACES,
    profiles: [{ id: 'walk', durations: points.flatMap(([a, b]) => points.map(([c, d]) => Math.abs(a - c) + Math.abs(b - d))) }],
    staff: ['m0', 'm1'].map((id) => tinyPerson(dice, id)),
    visits,
    links: tinyLinks(dice, visits),
    objective: { travel: dice.from(1, 3), lateness: dice.from(0, 3) },
  };
}

/** Somebody with one shift, not always with both skills. */
export function tinyPerson(dice: Dice, id: string): StaffInput {
  const start = dice.from(0, 100);
  const place = (): number => dice.from(0, PLACES - 1);
  const endRule = dice.oneIn(4) ? 'open' : 'hard';
  return {
    id,
    profile: 'walk',
    skills: dice.oneIn(3) ? [dice.of(['x', 'y'])] : ['x', 'y'],
    shifts: [
      {
        ...{ id: `s-${id}`, start, end: dice.from(start + 100, 400), endRule, departure: dice.of(['late', 'start'] as const) },
        ...{ startPlace: place(), endPlace: place(), breaks: [] },
      },
    ],
  };
}

function tinyVisit(dice: Dice, id: string): VisitInput {
  const part = tinyPart(dice, 'a');
  const parts = dice.oneIn(5) ? [part, { ...tinyPart(dice, 'b'), windows: part.windows }] : [part];
  return { id, client: id, place: dice.from(0, PLACES - 1), parts, unserved: dice.from(30, 400) };
}

function tinyPart(dice: Dice, id: string): PartInput {
  const lateness = dice.oneIn(3) ? 'soft' : 'hard';
  const windows: TimeWindowInput[] = [];
  let from = dice.from(0, 200);
  // A soft part with several windows may gain by waiting: the earliest start would not be its best.
  for (let w = lateness === 'hard' && dice.oneIn(3) ? 2 : 1; w > 0; w--) {
    const end = from + dice.from(0, 80);
    windows.push({ start: from, end });
    from = end + dice.from(1, 60);
  }
  return {
    ...{ id, duration: dice.from(0, 40), windows, lateness, measuredAt: 'start' },
    skills: dice.oneIn(3) ? [dice.of(['x', 'y'])] : [],
    ...(dice.oneIn(6) ? { excludedStaff: [dice.of(['m0', 'm1'])] } : {}),
  };
}

function tinyLinks(dice: Dice, visits: readonly VisitInput[]): LinkInput[] {
  const refs: PartRef[] = visits.flatMap((v) => v.parts.map((p) => ({ visit: v.id, part: p.id })));
  const links: LinkInput[] = [];
  for (let count = dice.from(0, MOST_LINKS); count > 0 && refs.length > 1; count--) {
    const before = dice.of(refs);
    const after = dice.of(refs.filter((r) => r !== before));
    if (links.some((l) => [l.before, l.after].includes(before) && [l.before, l.after].includes(after))) continue;
    const inside = before.visit === after.visit;
    links.push({
      ...{ id: `l${links.length}`, before, after, gaps: tinyGaps(dice) },
      staff: inside ? 'any' : dice.of(STAFF),
      served: inside ? 'ifBoth' : dice.of(SERVED),
    });
  }
  return links;
}

/** Links between visits: at most so many, and never both ends on one route. */
const MOST_LINKS = 2;
const STAFF = ['any', 'any', 'same', 'different'] as const;
const SERVED = ['ifBoth', 'ifBoth', 'afterNeedsBefore', 'beforeNeedsAfter'] as const;

function tinyGaps(dice: Dice): GapInput[] {
  const low = dice.from(-60, 20);
  const high = low + dice.from(1, 80);
  return dice.of<GapInput[]>([
    [{ min: 0, max: 0, cost: 0 }],
    [{ min: low, max: high, cost: 0 }],
    [{ min: high, max: null, cost: dice.from(0, 9) }],
    [
      { min: null, max: low, cost: dice.from(0, 30) },
      { min: high, max: null, cost: dice.from(0, 30) },
    ],
  ]);
}
