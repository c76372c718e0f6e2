import type { ProblemData } from '../model/problem-data.js';
import type { SearchPlan } from '../state/search-plan.js';

/**
 * While visits wait to be put back, the mean work of the plan is lower than it
 * will be, and who has as much as the others already seems to have too much.
 * Places are therefore priced by how far each route is from the mean that the
 * plan will have with all of them.
 */
export class BalanceGuide {
  private readonly weight: number;
  private goal = 0;

  constructor(private readonly data: ProblemData) {
    this.weight = data.weight.balance;
  }

  /** Reckons the mean to come, from which {@link change} counts. */
  remember(plan: SearchPlan): void {
    if (this.weight === 0) return;
    const { data } = this;
    let work = 0;
    for (let r = 0; r < data.routes; r++) work += plan.travelTime[r] + plan.serviceTime[r];
    for (let k = 0; k < plan.absentCount; k++) {
      const visit = plan.absent[k];
      for (let i = data.visitFirst[visit]; i < data.visitFirst[visit + 1]; i++) work += data.duration[i];
    }
    this.goal = work / data.routes;
  }

  /** Weighted change when the work of a route changes from one time to another. */
  change(before: number, after: number): number {
    return this.weight * (Math.abs(after - this.goal) - Math.abs(before - this.goal));
  }
}
