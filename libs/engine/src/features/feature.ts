import type { Plan, PlanStop } from '../model/plan.js';
import type { CostComponent } from '../model/problem-input.js';

/**
 * A rule of counting: what a part costs on a route hangs on who else gives
 * what, never on times. Counts follow every placing and displacing of a part,
 * also in trials, so that the price of a part is always that of the present.
 */
export interface CountingFeature {
  readonly name: CostComponent | 'equipment';
  /** Change of cost when the route takes the part; `Infinity` when it may not. Changes nothing. */
  delta(part: number, route: number): number;
  /** Counts the part; returns the change of cost. */
  add(part: number, route: number): number;
  /** Takes the part out of the counts; returns the change of cost. */
  remove(part: number, route: number): number;
  /** Forgets all counts. */
  clear(): void;
  /** Whether the counts break a hard rule, as those of a plan brought in from elsewhere may. */
  broken(): boolean;
}

/** One given part of a finished plan, with where it stands in the problem. */
export interface GivenPart {
  readonly visit: number;
  /** Number of the part in the compiled problem. */
  readonly node: number;
  readonly route: number;
  readonly staff: number;
  readonly stop: PlanStop;
}

/** A finished plan as features price it. */
export interface GivenPlan {
  readonly plan: Plan;
  /** Parts by route, in the plan's order of routes and of stops. */
  readonly parts: readonly GivenPart[];
}
