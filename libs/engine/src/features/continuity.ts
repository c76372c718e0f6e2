import type { ProblemInput } from '../model/problem-input.js';
import type { CountingFeature } from './feature.js';

/** Who comes to whom: clients by number, and what one more person costs. */
export interface ContinuityData {
  readonly staff: number;
  readonly clientOf: Int32Array;
  readonly clients: number;
  /** clients * staff: cost of this person coming at all. */
  readonly cost: Float64Array;
}

/** Null when neither `distinctStaff` nor `newStaff` is priced. */
export function compileContinuity(
  problem: ProblemInput,
  prices: { readonly distinctStaff: number; readonly newStaff: number },
): ContinuityData | null {
  if (prices.distinctStaff === 0 && prices.newStaff === 0) return null;
  const numbers = new Map<string, number>();
  const clientOf = Int32Array.from(problem.visits, ({ client }) => {
    if (!numbers.has(client)) numbers.set(client, numbers.size);
    return numbers.get(client)!;
  });
  const staff = problem.staff.length;
  const cost = new Float64Array(numbers.size * staff).fill(prices.distinctStaff + prices.newStaff);
  const staffNumber = new Map(problem.staff.map(({ id }, s) => [id, s]));
  for (const { id, known, weight } of problem.clients ?? []) {
    const client = numbers.get(id);
    if (client === undefined) continue;
    for (const one of known ?? []) {
      const s = staffNumber.get(one);
      if (s !== undefined) cost[client * staff + s] = prices.distinctStaff;
    }
    for (let s = 0; s < staff; s++) cost[client * staff + s] *= weight ?? 1;
  }
  return { staff, clientOf, clients: numbers.size, cost };
}

/** Counts how many parts each person gives each client; the first one costs. */
export class Continuity implements CountingFeature {
  readonly name = 'distinctStaff';
  private readonly count: Int32Array;

  constructor(
    private readonly data: ContinuityData,
    private readonly visitOf: Int32Array,
    private readonly staffOf: Int32Array,
  ) {
    this.count = new Int32Array(data.cost.length);
  }

  private slot(part: number, route: number): number {
    return this.data.clientOf[this.visitOf[part]] * this.data.staff + this.staffOf[route];
  }

  delta(part: number, route: number): number {
    const at = this.slot(part, route);
    return this.count[at] === 0 ? this.data.cost[at] : 0;
  }

  add(part: number, route: number): number {
    const at = this.slot(part, route);
    return this.count[at]++ === 0 ? this.data.cost[at] : 0;
  }

  remove(part: number, route: number): number {
    const at = this.slot(part, route);
    return --this.count[at] === 0 ? -this.data.cost[at] : 0;
  }

  clear(): void {
    this.count.fill(0);
  }

  broken(): boolean {
    return false;
  }
}
