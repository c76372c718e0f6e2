/** The cheapest plans found so far that differ in cost, as codes, cheapest first. */
export class Elites {
  count = 0;
  private readonly codes: Int32Array[];
  private readonly costs: Float64Array;

  constructor(most: number, codeLength: number) {
    this.codes = Array.from({ length: most }, () => new Int32Array(codeLength));
    this.costs = new Float64Array(most);
  }

  /** Takes a plan up unless one of its cost is there or all are cheaper; none has a cost of infinity. */
  add(code: Int32Array, cost: number): void {
    const { costs, codes } = this;
    if (cost === Infinity) return;
    let at = 0;
    while (at < this.count && costs[at] < cost - 1e-6) at++;
    if (at === codes.length || (at < this.count && costs[at] < cost + 1e-6)) return;
    if (this.count < codes.length) this.count++;
    const [freed] = codes.splice(this.count - 1, 1);
    codes.splice(at, 0, freed);
    costs.copyWithin(at + 1, at, this.count - 1);
    freed.set(code);
    costs[at] = cost;
  }

  /** @param k from 0, the cheapest */
  code(k: number): Int32Array {
    return this.codes[k];
  }

  cost(k: number): number {
    return this.costs[k];
  }
}
