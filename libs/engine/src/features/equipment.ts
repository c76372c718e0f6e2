import type { EquipmentInput } from '../model/plan-rules-input.js';
import type { ProblemInput } from '../model/problem-input.js';
import type { CountingFeature } from './feature.js';

/** Equipment held for whole shifts: which parts need it, and from when to when each shift would hold it. */
export interface ShiftEquipmentData {
  readonly units: Int32Array;
  /** Most parts on a shift that holds it. */
  readonly uses: Float64Array;
  readonly partFirst: Int32Array;
  readonly partNeed: Int32Array;
  readonly routes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Equipment held during visits: the parts that need each, as slices. */
export interface VisitEquipmentData {
  readonly units: Int32Array;
  readonly first: Int32Array;
  readonly part: Int32Array;
  /** By part: 1 when it needs any. */
  readonly uses: Uint8Array;
  readonly hardPrice: number;
}

/** Null when no part needs any that is held for shifts. */
export function compileShiftEquipment(problem: ProblemInput): ShiftEquipmentData | null {
  const held = (problem.equipment ?? []).filter((one) => one.held === 'shift');
  const lists = neededBy(problem, held);
  if (lists.every((list) => list.length === 0)) return null;
  const shifts = problem.staff.flatMap((person) => person.shifts);
  return {
    units: Int32Array.from(held, ({ units }) => units),
    uses: Float64Array.from(held, ({ uses = Infinity }) => uses),
    partFirst: firsts(lists),
    partNeed: Int32Array.from(lists.flat()),
    routes: shifts.length,
    from: Int32Array.from(shifts, ({ start }) => start),
    to: Int32Array.from(shifts, ({ end, endRule }) => (endRule === 'open' ? problem.horizonEnd : end)),
  };
}

/** Null when no part needs any that is held during visits. */
export function compileVisitEquipment(problem: ProblemInput, hardPrice: number): VisitEquipmentData | null {
  const held = (problem.equipment ?? []).filter((one) => one.held === 'visit');
  const lists = neededBy(problem, held);
  if (lists.every((list) => list.length === 0)) return null;
  const users = held.map((_, e) => lists.flatMap((list, part) => (list.includes(e) ? [part] : [])));
  return {
    units: Int32Array.from(held, ({ units }) => units),
    first: firsts(users),
    part: Int32Array.from(users.flat()),
    uses: Uint8Array.from(lists, (list) => (list.length > 0 ? 1 : 0)),
    hardPrice,
  };
}

function neededBy({ visits }: ProblemInput, held: readonly EquipmentInput[]): number[][] {
  return visits.flatMap(({ parts }) =>
    parts.map((part) => (part.equipment ?? []).map((id) => held.findIndex((one) => one.id === id)).filter((e) => e >= 0)),
  );
}

function firsts(lists: readonly (readonly number[])[]): Int32Array {
  const first = new Int32Array(lists.length + 1);
  lists.forEach((list, k) => (first[k + 1] = first[k] + list.length));
  return first;
}

/** Counts which shifts hold which equipment; a shift may not take a unit that is not there, nor use one more often than it lasts. */
export class ShiftEquipment implements CountingFeature {
  readonly name = 'equipment';
  /** equipment * routes: parts of the route that need it. */
  private readonly needs: Int32Array;

  constructor(private readonly data: ShiftEquipmentData) {
    this.needs = new Int32Array(data.units.length * data.routes);
  }

  delta(part: number, route: number): number {
    const { data, needs } = this;
    for (let k = data.partFirst[part]; k < data.partFirst[part + 1]; k++) {
      const e = data.partNeed[k];
      const used = needs[e * data.routes + route];
      if (used >= data.uses[e] || (used === 0 && this.mostWith(e, route) > data.units[e])) return Infinity;
    }
    return 0;
  }

  /** Units in use at the busiest instant of a shift, the shift's own included. */
  private mostWith(e: number, route: number): number {
    const { data } = this;
    let most = this.inUse(e, data.from[route], route);
    for (let r = 0; r < data.routes; r++) {
      if (this.needs[e * data.routes + r] === 0 || data.from[r] <= data.from[route] || data.from[r] >= data.to[route]) continue;
      most = Math.max(most, this.inUse(e, data.from[r], route));
    }
    return most;
  }

  private inUse(e: number, at: number, with_: number): number {
    const { data, needs } = this;
    let count = 0;
    for (let r = 0; r < data.routes; r++)
      if ((r === with_ || needs[e * data.routes + r] > 0) && data.from[r] <= at && at < data.to[r]) count++;
    return count;
  }

  add(part: number, route: number): number {
    return this.count(part, route, 1);
  }

  remove(part: number, route: number): number {
    return this.count(part, route, -1);
  }

  private count(part: number, route: number, sign: number): number {
    const { data, needs } = this;
    for (let k = data.partFirst[part]; k < data.partFirst[part + 1]; k++) needs[data.partNeed[k] * data.routes + route] += sign;
    return 0;
  }

  clear(): void {
    this.needs.fill(0);
  }

  broken(): boolean {
    const { data, needs } = this;
    for (let e = 0; e < data.units.length; e++) {
      for (let r = 0; r < data.routes; r++) {
        const used = needs[e * data.routes + r];
        if (used > data.uses[e] || (used > 0 && this.inUse(e, data.from[r], r) > data.units[e])) return true;
      }
    }
    return false;
  }
}

/** Counts how many units too many are in use at the busiest instants of a plan's starts. */
export class VisitEquipment {
  private readonly events: Float64Array;

  constructor(private readonly data: VisitEquipmentData) {
    this.events = new Float64Array(2 * data.part.length);
  }

  /** Weighted units too many, by what is served and when. */
  cost(plan: { readonly route: Int32Array; readonly start: Int32Array; readonly duration: Int32Array }): number {
    const { data, events } = this;
    let over = 0;
    for (let e = 0; e < data.units.length; e++) {
      let count = 0;
      for (let k = data.first[e]; k < data.first[e + 1]; k++) {
        const i = data.part[k];
        if (plan.route[i] < 0 || plan.duration[i] === 0) continue;
        // Ends sort before starts of the same instant.
        events[count++] = 2 * plan.start[i] + 1;
        events[count++] = 2 * (plan.start[i] + plan.duration[i]);
      }
      if (count > 2 * data.units[e]) over += Math.max(0, this.most(count) - data.units[e]);
    }
    return over * data.hardPrice;
  }

  private most(count: number): number {
    const sorted = this.events.subarray(0, count).sort();
    let now = 0;
    let most = 0;
    for (const event of sorted) {
      now += event % 2 === 1 ? 1 : -1;
      if (now > most) most = now;
    }
    return most;
  }
}
