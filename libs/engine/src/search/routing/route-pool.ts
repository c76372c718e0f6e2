import { Random } from '../../random/random.js';
import type { Rounds } from './rounds.js';

/** Routes kept at most; when there are more, the older half goes. */
const MOST_ROUTES = 20_000;
/** Stops of all kept routes together, at most. */
const MOST_CELLS = 400_000;

/**
 * Routes that good plans were made of, each set of stops once, in its cheapest
 * order. Memory does not grow: whatever no longer fits takes the place of the
 * oldest.
 */
export class RoutePool {
  /** Stops of all routes, one route after the other. */
  readonly cell = new Int32Array(MOST_CELLS);
  readonly first = new Int32Array(MOST_ROUTES + 1);
  readonly cost = new Int32Array(MOST_ROUTES);
  count = 0;
  private readonly sum = new Int32Array(MOST_ROUTES);
  private readonly mark = new Int32Array(MOST_ROUTES);
  /** Open hashing: number of a route plus one, 0 for none. */
  private readonly table = new Int32Array(65_536);
  private readonly ofSum: Int32Array;
  private readonly ofMark: Int32Array;

  constructor(private readonly rounds: Rounds) {
    const draw = new Random(1);
    this.ofSum = Int32Array.from({ length: rounds.data.stops }, () => draw.next() | 0);
    this.ofMark = Int32Array.from({ length: rounds.data.stops }, () => draw.next() | 0);
  }

  /** Takes up the routes that changed since the plan was last kept. */
  addTouched(): void {
    const { touched, touchedCount, stop, length, width } = this.rounds;
    for (let t = 0; t < touchedCount; t++) this.add(stop, touched[t] * width + 1, length[touched[t]]);
  }

  addRows(rows: readonly (readonly number[])[]): void {
    for (const row of rows) this.add(row, 0, row.length);
  }

  private add(stop: ArrayLike<number>, from: number, size: number): void {
    if (size === 0) return;
    const { travel, stops } = this.rounds.data;
    let sum = 0;
    let mark = 0;
    let before = 0;
    let cost = 0;
    for (let k = from; k < from + size; k++) {
      const s = stop[k];
      sum = (sum + this.ofSum[s]) | 0;
      mark ^= this.ofMark[s];
      cost += travel[before * stops + s];
      before = s;
    }
    cost += travel[before * stops + stops - 1];
    const mask = this.table.length - 1;
    let at = this.slot(sum, mark);
    for (; this.table[at] !== 0; at = (at + 1) & mask) {
      const c = this.table[at] - 1;
      if (this.sum[c] !== sum || this.mark[c] !== mark || this.first[c + 1] - this.first[c] !== size) continue;
      if (cost >= this.cost[c]) return;
      this.cost[c] = cost;
      this.write(c, stop, from, size);
      return;
    }
    if (this.count === MOST_ROUTES || this.first[this.count] + size > MOST_CELLS) {
      this.dropOlderHalf();
      at = this.free(sum, mark);
    }
    const c = this.count++;
    this.table[at] = c + 1;
    this.sum[c] = sum;
    this.mark[c] = mark;
    this.first[c + 1] = this.first[c] + size;
    this.cost[c] = cost;
    this.write(c, stop, from, size);
  }

  private write(c: number, stop: ArrayLike<number>, from: number, size: number): void {
    for (let k = 0; k < size; k++) this.cell[this.first[c] + k] = stop[from + k]!;
  }

  private slot(sum: number, mark: number): number {
    return (sum ^ (mark >>> 7)) & (this.table.length - 1);
  }

  private free(sum: number, mark: number): number {
    const mask = this.table.length - 1;
    let at = this.slot(sum, mark);
    while (this.table[at] !== 0) at = (at + 1) & mask;
    return at;
  }

  private dropOlderHalf(): void {
    const gone = this.count >> 1;
    const base = this.first[gone];
    this.cell.copyWithin(0, base, this.first[this.count]);
    this.count -= gone;
    for (let c = 0; c <= this.count; c++) this.first[c] = this.first[c + gone] - base;
    this.cost.copyWithin(0, gone, gone + this.count);
    this.sum.copyWithin(0, gone, gone + this.count);
    this.mark.copyWithin(0, gone, gone + this.count);
    this.table.fill(0);
    for (let c = 0; c < this.count; c++) this.table[this.free(this.sum[c], this.mark[c])] = c + 1;
  }
}
