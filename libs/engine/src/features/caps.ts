import type { CapInput } from '../model/plan-rules-input.js';
import type { PartInput, ProblemInput } from '../model/problem-input.js';
import type { CountingFeature } from './feature.js';

/** Caps, and for each part the slice of caps it draws on. */
export interface CapData {
  readonly caps: number;
  /** What may still be used beyond what was before. */
  readonly room: Float64Array;
  readonly price: Float64Array;
  readonly hard: Uint8Array;
  readonly partFirst: Int32Array;
  readonly partCap: Int32Array;
  /** Amount drawn; -1: as long as the part lasts. */
  readonly partAmount: Float64Array;
}

/** Null without caps. @param factor of the component's level */
export function compileCaps(
  { caps, visits }: ProblemInput,
  visitFirst: Int32Array,
  nodeOf: (visit: string, part: string) => number,
  factor: number,
): CapData | null {
  if (!caps?.length) return null;
  const parts = visitFirst[visits.length];
  const lists: { cap: number; amount: number }[][] = Array.from({ length: parts }, () => []);
  caps.forEach((cap, c) =>
    cap.parts.forEach(({ visit, part, amount }) => lists[nodeOf(visit, part)].push({ cap: c, amount: amount ?? -1 })),
  );
  const partFirst = new Int32Array(parts + 1);
  lists.forEach((list, i) => (partFirst[i + 1] = partFirst[i] + list.length));
  const all = lists.flat();
  return {
    caps: caps.length,
    room: Float64Array.from(caps, (cap) => roomOf(cap)),
    price: Float64Array.from(caps, ({ over }) => (over === 'hard' ? 0 : over * factor)),
    hard: Uint8Array.from(caps, ({ over }) => (over === 'hard' ? 1 : 0)),
    partFirst,
    partCap: Int32Array.from(all, ({ cap }) => cap),
    partAmount: Float64Array.from(all, ({ amount }) => amount),
  };
}

function roomOf({ most, used }: CapInput): number {
  return Math.max(0, most - (used ?? 0));
}

/** What served parts draw from caps. */
export class Caps implements CountingFeature {
  readonly name = 'caps';
  private readonly drawn: Float64Array;

  /** @param durationOn how long a part lasts on a route */
  constructor(
    private readonly data: CapData,
    private readonly durationOn: (part: number, route: number) => number,
  ) {
    this.drawn = new Float64Array(data.caps);
  }

  delta(part: number, route: number): number {
    const { data, drawn } = this;
    let cost = 0;
    for (let k = data.partFirst[part]; k < data.partFirst[part + 1]; k++) {
      const cap = data.partCap[k];
      const more = this.amount(k, part, route);
      if (data.hard[cap] && more > 0 && drawn[cap] + more > data.room[cap]) return Infinity;
      cost += this.costOf(cap, drawn[cap] + more) - this.costOf(cap, drawn[cap]);
    }
    return cost;
  }

  add(part: number, route: number): number {
    return this.draw(part, route, 1);
  }

  remove(part: number, route: number): number {
    return this.draw(part, route, -1);
  }

  private draw(part: number, route: number, sign: number): number {
    const { data, drawn } = this;
    let cost = 0;
    for (let k = data.partFirst[part]; k < data.partFirst[part + 1]; k++) {
      const cap = data.partCap[k];
      cost -= this.costOf(cap, drawn[cap]);
      drawn[cap] += sign * this.amount(k, part, route);
      cost += this.costOf(cap, drawn[cap]);
    }
    return cost;
  }

  private amount(k: number, part: number, route: number): number {
    return this.data.partAmount[k] >= 0 ? this.data.partAmount[k] : this.durationOn(part, route);
  }

  private costOf(cap: number, drawn: number): number {
    return this.data.price[cap] * Math.max(0, drawn - this.data.room[cap]);
  }

  clear(): void {
    this.drawn.fill(0);
  }

  broken(): boolean {
    return this.drawn.some((drawn, cap) => this.data.hard[cap] === 1 && drawn > this.data.room[cap]);
  }
}

/** How long a part lasts with a person. */
export function lengthWith(part: PartInput, staff: string): number {
  return part.durationByStaff?.[staff] ?? part.duration;
}
