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
