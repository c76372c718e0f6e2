import type { Random } from '../../random/random.js';
import type { Leg } from './course.js';
import { Crossover } from './crossover.js';
import { Elites } from './elites.js';
import { RoutePartition } from './route-partition.js';
import { RoutePool } from './route-pool.js';
import { decodeRows, encodeRounds } from './routing-code.js';
import type { RoutingTeam } from './routing-team.js';
import type { Rounds } from './rounds.js';

const MOST_ELITES = 8;
/** Routes are kept of plans that cost at most so many times the best. */
const NEAR_BEST = 1.03;
/** Looks at a stop of a kept route that a choice may take for each iteration since the last: a twentieth of its time. */
const WORK = 400;

/** What the legs of a search hand on: their best plans, and the routes that good plans were made of. */
export class Lineage {
  private readonly best: Int32Array;
  private bestCost = Infinity;
  private lowest = Infinity;
  private readonly elites: Elites;
  private readonly pool: RoutePool;
  private readonly partition: RoutePartition;
  private readonly crossover: Crossover;
  private chosenAt = 0;

  constructor(
    private readonly rounds: Rounds,
    private readonly random: Random,
    private readonly team: RoutingTeam | null,
  ) {
    const { data } = rounds;
    this.best = new Int32Array(data.codeLength);
    this.elites = new Elites(MOST_ELITES, data.codeLength);
    this.pool = new RoutePool(rounds);
    this.partition = new RoutePartition(data, this.pool);
    this.crossover = new Crossover(rounds, random);
  }

  /** Must be told of every accepted plan, before it is kept. */
  note(): void {
    const { rounds } = this;
    if (rounds.cost < this.lowest * NEAR_BEST) this.pool.addTouched();
    if (rounds.cost >= this.bestCost) return;
    this.bestCost = rounds.cost;
    this.lowest = Math.min(this.lowest, rounds.cost);
    encodeRounds(rounds, this.best);
  }

  /** Ends a leg: its best plan and those of the other threads become elites. */
  hand(): void {
    this.elites.add(this.best, this.bestCost);
    this.team?.trade(this.best, this.bestCost, this.elites);
    this.bestCost = Infinity;
  }

  /** The routes the next leg begins with. */
  begin({ from }: Leg): readonly (readonly number[])[] {
    const { elites, random } = this;
    if (from === 'nothing') return [];
    const one = Math.min(random.below(elites.count), random.below(elites.count));
    const two = random.below(elites.count);
    const rows = this.rows(elites.code(one));
    return one === two ? rows : this.crossover.cross(rows, this.rows(elites.code(two)));
  }

  /** The routes of a plan cheaper than every elite that the pool's make up; null where none was found. */
  choose(iterations: number): readonly (readonly number[])[] | null {
    const { rounds, elites } = this;
    const work = (iterations - this.chosenAt) * WORK;
    this.chosenAt = iterations;
    elites.add(this.best, this.bestCost);
    // The elites' own routes may have left the pool, or are another thread's.
    for (let k = 0; k < elites.count; k++) this.pool.addRows(this.rows(elites.code(k)));
    const rows = this.rows(elites.code(0));
    const placed = rows.reduce((sum, row) => sum + row.length, 0);
    return placed < rounds.data.visits ? null : this.partition.solve(rows, elites.cost(0), work);
  }

  private rows(code: Int32Array): number[][] {
    return decodeRows(this.rounds.data, code);
  }
}
