import type { CountingFeature } from '../features/feature.js';

/** What a search plan knows of the rules that look across its routes. */
export interface AcrossRoutes {
  /** Some rule hangs on times: what a change may save is then not known before it is timed. */
  readonly timed: boolean;
  /** Cost of counts added and taken away since it was last set to 0; `Infinity` once a hard rule forbade a part. */
  change: number;
  /** Cost of what hangs on times, as last settled. */
  readonly settled: number;
  /** Change of cost by counting if a route took a part; `Infinity` when it may not. */
  delta(part: number, route: number): number;
  /** The rule of counting that alone keeps the part from all these routes; null when some route may take it. */
  forbiddenBy(part: number, routes: ArrayLike<number>): CountingFeature['name'] | null;
  placed(part: number, route: number): void;
  /** As {@link placed}, whatever a hard rule says: for plans that are made elsewhere. */
  count(part: number, route: number): void;
  displaced(part: number, route: number): void;
  /** Takes over a settled route's times. */
  note(route: number): void;
  /** Cost of what hangs on times, as settled. */
  overall(): number;
  /** What the present trial's times change of {@link overall}. @param routes those with changed times */
  timedChange(routes: Int32Array, count: number): number;
  /** Must be called before the plan's arrays go back to what they were kept as. */
  beforeRestore(): void;
  /** Must be called once the arrays are back, before what was touched is forgotten. */
  afterRestore(): void;
  /** Counts everything anew; returns the cost of counting. Routes' times are to be {@link note}d besides. */
  rebuild(): number;
  /** Whether counts break a hard rule, as those of a plan brought in from elsewhere may. */
  broken(): boolean;
}
