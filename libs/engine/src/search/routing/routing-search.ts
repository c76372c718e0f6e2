import { Random } from '../../random/random.js';
import type { SearchOptions, SearchOutcome } from '../search.js';
import { TAIL_TRIES } from '../measured.js';
import { course, heat, type Leg } from './course.js';
import { GreedyInsertion } from './greedy-insertion.js';
import { Lineage } from './lineage.js';
import { decodeRows, encodeRounds } from './routing-code.js';
import type { RoutingData } from './routing-data.js';
import { RoutingTeam } from './routing-team.js';
import { Rounds } from './rounds.js';
import { StringRuin } from './string-ruin.js';
import { Tails } from './tails.js';
import { verifyRounds } from './verify-rounds.js';

/** Iterations a second that a course is planned for where only the time is given; a slower machine has shorter legs. */
const NOMINAL_RATE = 100_000;
/** Iterations between two looks at the clock. */
const CLOCK_EVERY = 16;

/**
 * Ruin and recreate under simulated annealing, as `Search` does it, for plain
 * routing alone (see {@link RoutingData}): a place is priced by a few sums, and
 * a stop is moved by moving a few integers, which leaves time for several
 * times as many iterations.
 */
export class RoutingSearch {
  private readonly rounds: Rounds;
  private readonly random: Random;
  private readonly ruin: StringRuin;
  private readonly insertion: GreedyInsertion;
  private readonly tails: Tails;
  private readonly team: RoutingTeam | null;
  /** Null where there is but one leg. */
  private readonly lineage: Lineage | null;
  private readonly legs: readonly Leg[];
  /** The leg under way. */
  private leg = 0;
  private readonly best: Int32Array;
  private bestCost = Infinity;
  private bestServed = 0;
  private iterations = 0;
  private seconds = 0;
  private shown = 0;

  constructor(
    private readonly data: RoutingData,
    private readonly options: SearchOptions,
  ) {
    this.rounds = new Rounds(data);
    this.random = new Random(options.seed);
    this.ruin = new StringRuin(this.rounds, this.random);
    this.insertion = new GreedyInsertion(this.rounds, this.random);
    this.tails = new Tails(this.rounds, this.random);
    this.team = options.meeting ? new RoutingTeam(this.rounds, options.meeting) : null;
    this.best = new Int32Array(data.codeLength);
    const iterations = options.iterations ?? (options.seconds ?? 0) * NOMINAL_RATE;
    this.legs = course(this.team?.divides ? 0 : iterations, data.visits);
    this.lineage = this.legs.length > 1 ? new Lineage(this.rounds, this.random, this.team) : null;
  }

  run(): SearchOutcome {
    const { options, team } = this;
    const begun = options.begun ?? options.now();
    const warmStarted = this.construct();
    const scale = this.meanCost();
    let meetings = 0;
    for (let looked = -CLOCK_EVERY; ;) {
      // Asking for the time may cost as much as an iteration.
      if (this.iterations >= looked + CLOCK_EVERY) {
        this.seconds = options.now() - begun;
        looked = this.iterations;
      }
      const share = this.share();
      if (share >= 1 || team?.stopRequested()) break;
      if (team?.divides && share * team.meetings >= meetings) {
        meetings++;
        this.meet(team);
      } else if (this.lineage && share >= this.legs[this.leg].end) this.turn(this.lineage);
      else {
        this.show(share);
        this.iterate(scale * heat(this.legs[this.leg], share));
      }
    }
    this.waitForOthers(meetings);
    return {
      warmStarted,
      best: this.best,
      cost: this.bestCost * this.data.price,
      iterations: this.iterations,
      seconds: this.seconds,
      evaluated: this.insertion.looked,
    };
  }

  /** The first plan: the warm start if it holds, with every absent stop that has a place. Tells whether it did. */
  private construct(): boolean {
    const { rounds, options, data } = this;
    const warm = options.warmStart !== undefined && rounds.replace(decodeRows(data, options.warmStart));
    if (options.warmStart && !warm) rounds.replace([]);
    rounds.keep();
    this.noteBest();
    this.insertion.run(Infinity);
    this.settle(true);
    return warm;
  }

  private share(): number {
    const { seconds, iterations } = this.options;
    if (seconds === undefined && iterations === undefined) return 1;
    if (seconds === 0 || iterations === 0) return 1;
    return Math.max(
      seconds === undefined ? 0 : this.seconds / seconds,
      iterations === undefined ? 0 : this.iterations / iterations,
    );
  }

  private show(share: number): void {
    const { options, seconds } = this;
    if (!options.onProgress || seconds - this.shown < 0.25) return;
    this.shown = seconds;
    const cost = this.bestCost * this.data.price;
    options.onProgress({ iterations: this.iterations, seconds, cost, served: this.bestServed, share });
  }

  private meanCost(): number {
    const { rounds, data } = this;
    let left = 0;
    for (let k = 0; k < rounds.absentCount; k++) left += data.unserved[rounds.absent[k]];
    return Math.max(1e-9, (rounds.cost - left) / Math.max(1, data.visits - rounds.absentCount));
  }

  private iterate(temperature: number): void {
    const { rounds, random } = this;
    this.iterations++;
    if (rounds.openCount === 0) return;
    const limit = rounds.cost - temperature * Math.log(random.unit());
    this.ruin.remove();
    this.settle(this.insertion.run(limit) && rounds.cost < limit);
    if (this.tails.attempt(TAIL_TRIES, -temperature * Math.log(random.unit()))) this.settle(true);
  }

  private settle(accepted: boolean): void {
    const { rounds } = this;
    if (accepted) {
      this.lineage?.note();
      rounds.keep();
    } else rounds.restore();
    if (this.options.verify) verifyRounds(rounds);
    if (accepted && rounds.cost < this.bestCost) this.noteBest();
  }

  /** From one leg to the next. */
  private turn(lineage: Lineage): void {
    const { legs } = this;
    const found = legs[this.leg].chooses ? lineage.choose(this.iterations) : null;
    if (found) this.goOnFrom(found);
    lineage.hand();
    this.goOnFrom(lineage.begin(legs[++this.leg]));
  }

  /** Routes as they are given, with every absent stop that has a place; nothing of them where they do not hold. */
  private goOnFrom(rows: readonly (readonly number[])[]): void {
    const { rounds } = this;
    if (!rounds.replace(rows)) rounds.replace([]);
    this.insertion.run(Infinity);
    this.settle(true);
  }

  /** Meetings that others still count on. */
  private waitForOthers(meetings: number): void {
    const { team } = this;
    if (!team) return;
    if (team.divides) for (let m = meetings; m <= team.meetings && !team.stopRequested(); m++) this.meet(team);
    for (; this.leg < this.legs.length - 1 && !team.stopRequested(); this.leg++) this.lineage?.hand();
  }

  private meet(team: RoutingTeam): void {
    team.meet();
    if (this.rounds.cost < this.bestCost) this.noteBest();
  }

  private noteBest(): void {
    this.bestCost = this.rounds.cost;
    this.bestServed = this.data.visits - this.rounds.absentCount;
    encodeRounds(this.rounds, this.best);
  }
}
