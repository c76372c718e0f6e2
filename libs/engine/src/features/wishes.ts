import type { PartInput, ProblemInput, ShiftInput, StaffInput, VisitInput } from '../model/problem-input.js';

/**
 * What is missed when a person gives a part, whatever else they do: the
 * components counted once a part. A fit is 1 plus a bit for each.
 */
export const STATIC_COMPONENTS = [
  'preference',
  'language',
  'outsideDistrict',
  'qualification',
  'exclusion',
  'changedStaff',
] as const;

export type StaticComponent = (typeof STATIC_COMPONENTS)[number];

/** Who gives each part in a given plan, by visit id and part id; the first one counts. */
export type GivenStaff = ReadonlyMap<string, string>;

/** See {@link GivenStaff}. */
export function givenStaff({ given }: ProblemInput): GivenStaff {
  const staff = new Map<string, string>();
  for (const route of given?.plan.routes ?? []) {
    for (const { kind, id, part } of route.stops) {
      const key = `${id}\u0000${part}`;
      if (kind === 'visit' && !staff.has(key)) staff.set(key, route.staff);
    }
  }
  return staff;
}

/** Everything known of one part and one shift that {@link missedOf} looks at. */
export interface Pairing {
  readonly visit: VisitInput;
  readonly part: PartInput;
  readonly person: StaffInput;
  readonly shift: ShiftInput;
  /** See {@link givenStaff}. */
  readonly before: GivenStaff;
}

/** The components missed, a bit each in the order of {@link STATIC_COMPONENTS}. */
export function missedOf({ visit, part, person, shift, before }: Pairing): number {
  const id = person.id;
  const wished = part.preferredStaff?.length ? !part.preferredStaff.includes(id) : false;
  const speaks = visit.languages?.length && person.languages ? person.languages.some((l) => visit.languages!.includes(l)) : true;
  const outside = visit.district !== undefined && person.districts?.includes(visit.district) === false;
  const lacks = part.skillsWished === true && !holdsAll(part, person, shift);
  const excluded = part.exclusionWished === true && part.excludedStaff?.includes(id) === true;
  const changed = before.size > 0 && (before.get(`${visit.id}\u0000${part.id}`) ?? id) !== id;
  return +wished | (+!speaks << 1) | (+outside << 2) | (+lacks << 3) | (+excluded << 4) | (+changed << 5);
}

/** Whether the person has every skill of the part at its level when the shift starts. */
export function holdsAll(part: PartInput, person: StaffInput, shift: ShiftInput): boolean {
  return part.skills.every((skill) => {
    const level = part.levels?.[skill] ?? 1;
    if (level === 1 && person.skills.includes(skill)) return true;
    return (
      person.qualified?.some(
        (held) =>
          held.skill === skill &&
          (held.level ?? 1) >= level &&
          shift.start >= (held.from ?? -Infinity) &&
          shift.start < (held.to ?? Infinity),
      ) ?? false
    );
  });
}

/** Cost of each fit: 0 for none, then 1 plus the bits of what is missed. */
export function fitCosts(prices: Readonly<Partial<Record<StaticComponent, number>>>): Float64Array {
  const costs = new Float64Array(1 + (1 << STATIC_COMPONENTS.length));
  for (let missed = 0; missed < 1 << STATIC_COMPONENTS.length; missed++) {
    STATIC_COMPONENTS.forEach((name, bit) => {
      if (missed & (1 << bit)) costs[1 + missed] += prices[name] ?? 0;
    });
  }
  return costs;
}
