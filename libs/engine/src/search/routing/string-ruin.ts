import type { Random } from '../../random/random.js';
import { LONGEST_STRING, MEAN_REMOVED } from '../../moves/ruin/string-removal.js';
import type { Rounds } from './rounds.js';

/** Share of strings inside which some stops stay. */
const SPLIT = 0.5;

/** Takes strings of neighbouring stops from routes near a random one (Christiaens and Vanden Berghe 2020, section 5.1). */
export class StringRuin {
  private readonly ruined: Float64Array;
  private stamp = 0;

  constructor(
    private readonly rounds: Rounds,
    private readonly random: Random,
  ) {
    this.ruined = new Float64Array(rounds.data.routes);
  }

  remove(): void {
    const { rounds, random } = this;
    const { data } = rounds;
    this.stamp++;
    const longest = Math.max(1, Math.min(LONGEST_STRING, rounds.meanLength()));
    let strings = Math.floor(random.unit() * ((4 * MEAN_REMOVED) / (1 + longest) - 1) + 1);
    const seed = rounds.open[random.below(rounds.openCount)];
    if (this.around(seed, longest)) strings--;
    const row = seed * data.neighbourCount;
    for (let k = 0; k < data.neighbourCount && strings > 0; k++) if (this.around(data.neighbour[row + k], longest)) strings--;
  }

  private around(stop: number, longest: number): boolean {
    const { rounds, random } = this;
    const r = rounds.route[stop];
    if (r < 0 || this.ruined[r] === this.stamp || rounds.closed[r]) return false;
    this.ruined[r] = this.stamp;
    const length = rounds.length[r];
    const taken = Math.floor(random.unit() * Math.min(longest, length) + 1);
    let stay = 0;
    if (taken > 1 && taken < length && random.unit() < SPLIT) {
      stay = 1;
      while (taken + stay < length && random.below(2) === 0) stay++;
    }
    const span = taken + stay;
    const first = r * rounds.width + 1;
    const at = rounds.cell[stop] - first;
    const lowest = Math.max(0, at - span + 1);
    const begin = first + lowest + random.below(Math.min(at, length - span) - lowest + 1);
    const stayFrom = stay > 0 ? begin + random.below(taken + 1) : begin + span;
    for (let k = begin; k < begin + span; k++) if (k < stayFrom || k >= stayFrom + stay) rounds.route[rounds.stop[k]] = -1;
    rounds.closeGaps(r);
    return true;
  }
}
