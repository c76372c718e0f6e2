import type { Random } from '../../random/random.js';
import type { Rounds } from './rounds.js';

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
      rounds.swapTails(one, two, a, b);
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
}
