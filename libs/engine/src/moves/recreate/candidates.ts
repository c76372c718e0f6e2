/** A bounded list of places for one part, best first by a lower bound of their cost. */
export class Candidates {
  readonly behind: Int32Array;
  readonly cost: Float64Array;
  /** Earliest start there, links to the visit's own parts aside. */
  readonly start: Int32Array;
  count = 0;

  /** @param most how many are kept; @param perRoute how many of one route. */
  constructor(
    private readonly most: number,
    private readonly perRoute: number,
  ) {
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

  /** Takes a place unless better ones fill the list; `routeOf` tells the route of a place. */
  add(behind: number, cost: number, start: number, routeOf: Int32Array): void {
    let k = this.count;
    if (k === this.most) {
      if (cost >= this.cost[k - 1]) return;
      k--;
    }
    let same = 0;
    let worstSame = -1;
    const route = routeOf[behind];
    if (this.perRoute < this.most) {
      for (let j = 0; j < this.count; j++) {
        if (routeOf[this.behind[j]] !== route) continue;
        same++;
        worstSame = j;
      }
      if (same >= this.perRoute) {
        if (cost >= this.cost[worstSame]) return;
        this.removeAt(worstSame);
        k = this.count;
      }
    }
    while (k > 0 && this.cost[k - 1] > cost) {
      this.cost[k] = this.cost[k - 1]!;
      this.behind[k] = this.behind[k - 1]!;
      this.start[k] = this.start[k - 1]!;
      k--;
    }
    this.cost[k] = cost;
    this.behind[k] = behind;
    this.start[k] = start;
    if (this.count < this.most) this.count++;
  }

  private removeAt(index: number): void {
    for (let j = index; j + 1 < this.count; j++) {
      this.cost[j] = this.cost[j + 1]!;
      this.behind[j] = this.behind[j + 1]!;
      this.start[j] = this.start[j + 1]!;
    }
    this.count--;
  }
}
