import type { Random } from '../../random/random.js';
import type { Rounds } from './rounds.js';
import { measureRow } from './row-times.js';

const NEAREST = 40;

/** Two routes exchange everything behind a point (2-opt* of Potvin and Rousseau 1995). */
export class Tails {
  constructor(
    private readonly rounds: Rounds,
    private readonly random: Random,
  ) {}

  /** Looks at so many random pairs of near stops; exchanges tails at the first that changes the cost by less than `most`. */
  attempt(tries: number, most: number): boolean {
    const { rounds, random } = this;
    const { data, route, cell, stop, leave, latest, leg } = rounds;
    const nearest = Math.min(NEAREST, data.neighbourCount);
    for (let k = 0; k < tries; k++) {
      const u = rounds.open[random.below(rounds.openCount)];
      const v = data.neighbour[u * data.neighbourCount + random.below(nearest)];
      const one = route[u];
      const two = route[v];
      if (one < 0 || two < 0 || one === two || rounds.closed[one] || rounds.closed[two]) continue;
      const a = cell[u];
      const b = cell[v] - 1;
      const forth = data.travel[u * data.stops + v];
      const back = data.travel[stop[b] * data.stops + stop[a + 1]];
      const change = forth + back - leg[a] - leg[b];
      if (change >= most) continue;
      if (leave[a] + forth > latest[b + 1] || leave[b] + back > latest[a + 1]) continue;
      if (!this.fitsLoad(one, two, a, b)) continue;
      this.exchange(one, two, a, b);
      return true;
    }
    return false;
  }

  private fitsLoad(one: number, two: number, a: number, b: number): boolean {
    const { rounds } = this;
    const { data, stop } = rounds;
    let moved = 0;
    for (let k = one * rounds.width + rounds.length[one]; k > a; k--) moved -= data.demand[stop[k]];
    for (let k = two * rounds.width + rounds.length[two]; k > b; k--) moved += data.demand[stop[k]];
    return rounds.load[one] + moved <= data.capacity && rounds.load[two] - moved <= data.capacity;
  }

  /** Two routes exchange everything behind a cell of each, at a known change of travel. */
  private exchange(one: number, two: number, cellOne: number, cellTwo: number): void {
    const { rounds } = this;
    const endOne = one * rounds.width + rounds.length[one] + 1;
    const endTwo = two * rounds.width + rounds.length[two] + 1;
    const tail = endOne - cellOne;
    const other = endTwo - cellTwo;
    for (const r of [one, two])
      for (let k = r * rounds.width; k <= r * rounds.width + rounds.length[r]; k++) rounds.cost -= rounds.leg[k];
    const held = rounds.stop.slice(cellOne + 1, endOne + 1);
    rounds.stop.copyWithin(cellOne + 1, cellTwo + 1, endTwo + 1);
    rounds.stop.set(held, cellTwo + 1);
    rounds.length[one] += other - tail;
    rounds.length[two] += tail - other;
    for (const r of [one, two]) {
      rounds.touch(r);
      const first = r * rounds.width;
      const end = first + rounds.length[r] + 1;
      rounds.load[r] = 0;
      for (let k = first + 1; k < end; k++) {
        const s = rounds.stop[k];
        rounds.load[r] += rounds.data.demand[s];
        rounds.route[s] = r;
      }
      measureRow(rounds, r);
      rounds.noteUse(r);
    }
  }
}
