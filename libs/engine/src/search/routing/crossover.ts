import type { Random } from '../../random/random.js';
import type { Rounds } from './rounds.js';

/**
 * Selective route exchange (Nagata, Bräysy and Dullaert 2010): routes of one
 * plan that lie together give way to those of another that serve most of the
 * same stops. What is then served twice leaves one of its routes; what is not
 * served at all is left absent.
 */
export class Crossover {
  private readonly inside: Uint8Array;
  private readonly served: Uint8Array;

  constructor(
    private readonly rounds: Rounds,
    private readonly random: Random,
  ) {
    this.inside = new Uint8Array(rounds.data.stops);
    this.served = new Uint8Array(rounds.data.stops);
  }

  /**
   * @param one routes by their stops, those that mostly stay
   * @param two the plan whose routes come in
   * @returns the routes of the child; some stops may be on none
   */
  cross(one: readonly (readonly number[])[], two: readonly (readonly number[])[]): number[][] {
    const { random, inside, served, rounds } = this;
    const stay = one.filter((row) => row.length > 0);
    const come = two.filter((row) => row.length > 0);
    const given = this.together(stay, 1 + random.below(Math.max(1, Math.ceil(stay.length / 2))));
    inside.fill(0);
    for (const r of given) for (const s of stay[r]) inside[s] = 1;
    const share = come.map((row) => row.reduce((sum, s) => sum + inside[s], 0) / row.length);
    const taken = come
      .map((_, r) => r)
      .sort((a, b) => share[b] - share[a] || a - b)
      .slice(0, given.size);
    const whole = random.below(2) === 0;
    served.fill(0);
    const child: number[][] = [];
    for (const r of taken) {
      const row = whole ? [...come[r]] : come[r].filter((s) => inside[s] === 1);
      for (const s of row) served[s] = 1;
      child.push(row);
    }
    stay.forEach((row, r) => {
      if (!given.has(r)) child.push(row.filter((s) => served[s] === 0));
    });
    const kept = child.filter((row) => row.length > 0);
    return kept.length <= rounds.data.routes ? kept : stay.map((row) => [...row]);
  }

  /** So many routes near a random stop. */
  private together(rows: readonly (readonly number[])[], count: number): Set<number> {
    const { random, rounds } = this;
    const { neighbour, neighbourCount, visits, stops } = rounds.data;
    const of = new Int32Array(stops).fill(-1);
    rows.forEach((row, r) => {
      for (const s of row) of[s] = r;
    });
    const found = new Set<number>();
    const seed = 1 + random.below(visits);
    if (of[seed] >= 0) found.add(of[seed]);
    for (let k = 0; k < neighbourCount && found.size < count; k++) {
      const r = of[neighbour[seed * neighbourCount + k]];
      if (r >= 0) found.add(r);
    }
    return found;
  }
}
