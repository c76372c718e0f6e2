/** A bounded list of places for one part, best first by a lower bound of their cost. */
export class Candidates {
  readonly behind: Int32Array;
  readonly cost: Float64Array;
  /** Earliest start there, links to the visit's own parts aside. */
  readonly start: Int32Array;
  count = 0;

  /** @param most how many are kept. */
  constructor(private readonly most: number) {
    this.behind = new Int32Array(most);
    this.cost = new Float64Array(most);
    this.start = new Int32Array(most);
  }

  clear(): void {
    this.count = 0;
  }

  /** Cost above which nothing more is taken. */
  limit(): number {
    return this.count < this.most ? Infinity : this.cost[this.count - 1];
  }

  /** Takes a place; the dearest one leaves a full list. The cost must be below {@link limit}. */
  add(behind: number, cost: number, start: number): void {
    let k = this.count < this.most ? this.count++ : this.most - 1;
    while (k > 0 && this.cost[k - 1] > cost) {
      this.cost[k] = this.cost[k - 1]!;
      this.behind[k] = this.behind[k - 1]!;
      this.start[k] = this.start[k - 1]!;
      k--;
    }
    this.cost[k] = cost;
    this.behind[k] = behind;
    this.start[k] = start;
  }
}
