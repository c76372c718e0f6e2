import type { ProblemData } from '../model/problem-data.js';
import { highestOf } from './overall-cost.js';
import type { SearchPlan } from '../state/search-plan.js';

/**
 * The largest idle time of all shifts gives a single change no reason where
 * several shifts idle as long. The search therefore looks at the eighth-power
 * mean as well: near the maximum, and smaller as soon as any long idle time is.
 */
export class IdleGuide {
  private readonly weight: number;
  private readonly scale: number;
  private sum = 0;
  private norm = 0;

  constructor(private readonly data: ProblemData) {
    this.weight = data.weight.highestIdle;
    let longest = 1;
    for (let r = 0; r < data.routes; r++) longest = Math.max(longest, data.shiftEnd[r] - data.shiftStart[r]);
    this.scale = longest;
  }

  /** Notes the idle times of the plan, from which {@link change} counts. */
  remember(plan: SearchPlan): void {
    if (this.weight === 0) return;
    let sum = 0;
    for (let r = 0; r < this.data.routes; r++) sum += this.power(plan.routeIdle[r]);
    this.sum = sum;
    this.norm = eighthRoot(sum);
  }

  /** Eighth power of an idle time, in units of the longest shift. */
  power(idle: number): number {
    const x = idle / this.scale;
    const x2 = x * x;
    const x4 = x2 * x2;
    return x4 * x4;
  }

  /** Weighted change when the sum of {@link power} changes by so much. */
  change(powers: number): number {
    const sum = this.sum + powers;
    return this.weight * this.scale * (eighthRoot(sum > 0 ? sum : 0) - this.norm);
  }

  /** How much one unit less of a shift's idle time is worth now. */
  worth(idle: number): number {
    if (this.norm === 0) return 0;
    const x = idle / this.scale / this.norm;
    const x2 = x * x;
    return this.weight * x2 * x2 * x2 * x;
  }

  /** What the guide adds to the cost of the plan's largest idle time. */
  extra(plan: SearchPlan): number {
    if (this.weight === 0) return 0;
    let sum = 0;
    for (let r = 0; r < this.data.routes; r++) sum += this.power(plan.routeIdle[r]);
    return this.weight * (this.scale * eighthRoot(sum) - highestOf(plan.routeIdle));
  }
}

function eighthRoot(x: number): number {
  return Math.sqrt(Math.sqrt(Math.sqrt(x)));
}
