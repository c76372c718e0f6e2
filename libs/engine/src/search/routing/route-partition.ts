import type { RoutePool } from './route-pool.js';
import type { RoutingData } from './routing-data.js';

/** Routes among which the exact search chooses: those of least reduced cost. */
const MOST_CHOSEN = 1000;
/** Branches looked at before the search is given up. */
const MOST_BRANCHES = 6_000;
const STEPS = { most: 300, least: 30 };
/** Share of the last step's direction that goes on into the next. */
const MOMENTUM = 0.7;
/** Steps without a better bound after which they are halved. */
const PATIENCE = 12;

/**
 * The cheapest plan that routes of a pool make up, each stop on one of them:
 * set partitioning. Prices of stops come from a Lagrangian relaxation by
 * subgradients (Held, Wolfe and Crowder 1974); routes that by those prices
 * cannot belong to a cheaper plan are left out, and the rest is searched depth
 * first. Heuristic only where the search is cut short.
 */
export class RoutePartition {
  private readonly price: Float64Array;
  private readonly bestPrice: Float64Array;
  private readonly direction: Float64Array;
  private readonly covered: Int32Array;
  private begun = false;
  private reduced = new Float64Array(0);
  private readonly words: number;
  private columns: Int32Array = new Int32Array(0);
  private rest: Float64Array = new Float64Array(0);
  private bits: Int32Array = new Int32Array(0);
  private byStop: Int32Array[] = [];
  private negative: number[] = [];
  private used: Int32Array;
  private readonly stack: number[] = [];
  private best: number[] = [];
  private bestCost = 0;
  private priced = 0;
  private branches = 0;

  constructor(
    private readonly data: RoutingData,
    private readonly pool: RoutePool,
  ) {
    this.price = new Float64Array(data.stops);
    this.bestPrice = new Float64Array(data.stops);
    this.direction = new Float64Array(data.stops);
    this.covered = new Int32Array(data.stops);
    this.words = (data.stops + 31) >> 5;
    this.used = new Int32Array(this.words);
  }

  /**
   * @param rows the cheapest plan known, whose routes the prices begin with
   * @param cost its cost, all stops served
   * @param work looks at a stop of a route that may be spent on the prices
   * @returns the stops of each route of a cheaper plan that serves every stop, or null
   */
  solve(rows: readonly (readonly number[])[], cost: number, work: number): number[][] | null {
    const { pool } = this;
    const cells = pool.first[pool.count];
    const steps = Math.min(STEPS.most, Math.floor(work / Math.max(1, cells)));
    if (pool.count === 0 || steps < STEPS.least) return null;
    this.begin(rows);
    const bound = this.raise(cost, steps);
    this.bound = bound;
    this.gather(cost - bound);
    this.best = [];
    this.bestCost = cost - 1e-6;
    this.branches = 0;
    this.used.fill(0);
    this.stack.length = 0;
    this.descend(0);
    if (this.best.length === 0) return null;
    return this.best.map((c) => Array.from(pool.cell.subarray(pool.first[c], pool.first[c + 1])));
  }

  /** At first each route's cost is shared evenly by its stops; later the prices found last are gone on from. */
  told(): string {
    return `gap ${(this.bestCost - this.bound).toFixed(1)} cols ${this.columns.length} br ${this.branches}`;
  }
  private bound = 0;
  private begin(rows: readonly (readonly number[])[]): void {
    if (this.begun) {
      this.price.set(this.bestPrice);
      return;
    }
    this.begun = true;
    const { travel, stops } = this.data;
    for (const row of rows) {
      let cost = 0;
      let before = 0;
      for (const s of row) {
        cost += travel[before * stops + s];
        before = s;
      }
      cost += travel[before * stops + stops - 1];
      for (const s of row) this.price[s] = cost / row.length;
    }
  }

  /** Raises the bound on any plan's cost by moving prices; returns the best, its prices in `bestPrice`. */
  private raise(cost: number, steps: number): number {
    const { pool, price, covered, direction, data } = this;
    const { first, cell } = pool;
    direction.fill(0);
    let best = -Infinity;
    let pace = 1;
    let since = 0;
    for (let step = 0; step < steps; step++) {
      let bound = 0;
      for (let s = 1; s <= data.visits; s++) bound += price[s];
      covered.fill(1);
      for (let c = 0; c < pool.count; c++) {
        let reduced = pool.cost[c];
        const end = first[c + 1];
        for (let k = first[c]; k < end; k++) reduced -= price[cell[k]];
        if (reduced >= 0) continue;
        bound += reduced;
        for (let k = first[c]; k < end; k++) covered[cell[k]]--;
      }
      if (bound > best) {
        best = bound;
        this.bestPrice.set(price);
        since = 0;
      } else if (++since > PATIENCE) {
        pace /= 2;
        since = 0;
      }
      let norm = 0;
      for (let s = 1; s <= data.visits; s++) {
        direction[s] = covered[s] + MOMENTUM * direction[s];
        norm += direction[s] * direction[s];
      }
      if (norm === 0 || bound >= cost) break;
      const length = (pace * (cost * 1.002 - bound)) / norm;
      for (let s = 1; s <= data.visits; s++) price[s] += length * direction[s];
    }
    return best;
  }

  /** Routes whose reduced cost leaves room for a cheaper plan, cheapest first. */
  private gather(gap: number): void {
    const { pool, bestPrice, words } = this;
    const { first, cell } = pool;
    if (this.reduced.length < pool.count) this.reduced = new Float64Array(pool.cost.length);
    let priced = 0;
    for (let s = 1; s <= this.data.visits; s++) priced += bestPrice[s];
    this.priced = priced;
    const chosen: number[] = [];
    for (let c = 0; c < pool.count; c++) {
      let reduced = pool.cost[c];
      for (let k = first[c]; k < first[c + 1]; k++) reduced -= bestPrice[cell[k]];
      this.reduced[c] = reduced;
      if (reduced < gap) chosen.push(c);
    }
    chosen.sort((a, b) => this.reduced[a] - this.reduced[b] || a - b);
    if (chosen.length > MOST_CHOSEN) chosen.length = MOST_CHOSEN;
    this.columns = Int32Array.from(chosen);
    this.rest = Float64Array.from(chosen, (c) => this.reduced[c]);
    this.bits = new Int32Array(chosen.length * words);
    const lists: number[][] = Array.from({ length: this.data.stops }, () => []);
    chosen.forEach((c, at) => {
      for (let k = first[c]; k < first[c + 1]; k++) {
        this.bits[at * words + (cell[k] >> 5)] |= 1 << (cell[k] & 31);
        lists[cell[k]].push(at);
      }
    });
    this.byStop = lists.map((list) => Int32Array.from(list));
    this.negative = [];
    for (let at = 0; at < chosen.length && this.rest[at] < 0; at++) this.negative.push(at);
  }

  private free(at: number): boolean {
    const { words, bits, used } = this;
    for (let w = 0; w < words; w++) if ((bits[at * words + w] & used[w]) !== 0) return false;
    return true;
  }

  private flip(at: number): void {
    const { words, bits, used } = this;
    for (let w = 0; w < words; w++) used[w] ^= bits[at * words + w];
  }

  /** Every stop's price and the reduced costs of the chosen routes add up to a plan's cost. */
  private descend(sum: number): void {
    if (++this.branches > MOST_BRANCHES) return;
    let bound = this.priced + sum;
    for (const at of this.negative) if (this.free(at)) bound += this.rest[at];
    if (bound >= this.bestCost) return;
    const stop = this.hardest();
    if (stop < 0) {
      this.bestCost = this.priced + sum;
      this.best = this.stack.map((at) => this.columns[at]);
      return;
    }
    if (this.stack.length === this.data.routes) return;
    const slack = this.bestCost - bound;
    for (const at of this.byStop[stop]) {
      if (this.rest[at] >= slack) break;
      if (!this.free(at)) continue;
      this.flip(at);
      this.stack.push(at);
      this.descend(sum + this.rest[at]);
      this.stack.pop();
      this.flip(at);
    }
  }

  /** The open stop with the fewest routes left; -1 when all stops are covered. */
  private hardest(): number {
    let least = Infinity;
    let hardest = -1;
    for (let s = 1; s <= this.data.visits; s++) {
      if ((this.used[s >> 5] >> (s & 31)) & 1) continue;
      const list = this.byStop[s];
      let count = 0;
      for (let k = 0; k < list.length && count < least; k++) if (this.free(list[k])) count++;
      if (count >= least) continue;
      least = count;
      hardest = s;
      if (count <= 1) break;
    }
    return hardest;
  }
}
