import type { CostComponent } from './objective-input.js';

/** A dated and timed answer to a problem, by ids. The independent checker judges exactly this. */
export interface Plan {
  /** Used routes only, by the order of shifts in the problem. */
  readonly routes: readonly PlanRoute[];
  /** Ids of visits left out, in the problem's order. */
  readonly unserved: readonly string[];
}

export interface PlanRoute {
  readonly shift: string;
  readonly staff: string;
  readonly departure: number;
  readonly return: number;
  readonly stops: readonly PlanStop[];
}

/** A visit part or a break. Occupies [start, end); travel to it ends at `arrival`. */
export interface PlanStop {
  readonly kind: 'visit' | 'break';
  /** The visit's id, or the break's. */
  readonly id: string;
  /** The part's id; empty for a break. */
  readonly part: string;
  readonly arrival: number;
  readonly start: number;
  readonly end: number;
}

/** Weighted cost by component; components that are 0 may be absent. */
export type CostParts = Readonly<Partial<Record<CostComponent, number>>>;

export interface PlanCost {
  readonly total: number;
  readonly parts: CostParts;
  /** The sum on each level, highest first, where the problem has `levels`; they are compared in this order. */
  readonly levels?: readonly number[];
}
