/**
 * Rules about one person across shifts: how much, how long apart, what they may do and where.
 * Amounts of time are in the problem's units.
 */

/** Broken never, or at so much for each unit of it. */
export type HardOrPrice = 'hard' | number;

/**
 * What is counted of a person's used routes. `paid`: from departure to return.
 * `worked`: that without the breaks taken. `service`: time at visits.
 * `routes`: one for each used route. `parts`: visit parts given.
 */
export type StaffMeasure = 'paid' | 'worked' | 'service' | 'routes' | 'parts';

/** Most of a measure over an interval: a day, a week, or a reference period with what was worked before. */
export interface LimitInput {
  /** Unique among the person's limits. */
  readonly id: string;
  readonly measure: StaffMeasure;
  /** Routes of shifts that start in [from, to) count. */
  readonly from: number;
  readonly to: number;
  readonly most: number;
  /** Already worked in the interval outside this problem; absent: 0. Where it passes `most`, nothing more may come. */
  readonly used?: number;
  /** Price of a unit above; `hard`: not allowed. */
  readonly over: HardOrPrice;
}

/** Least time from one used route's return to the person's next used route's departure. */
export interface RestInput {
  readonly least: number;
  /** When the person last returned before this problem; negative before the horizon. */
  readonly lastReturn?: number;
  /** Price of a unit too short; `hard`: not allowed. */
  readonly short: HardOrPrice;
}

/** Somewhere in [from, to) the person is off all routes for at least so long without interruption. */
export interface FreeTimeInput {
  /** Unique among the person's free times. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly short: HardOrPrice;
}

/** A skill held at a level or for a time; besides the ever valid ones of level 1 in `StaffInput.skills`. */
export interface QualifiedInput {
  readonly skill: string;
  /** Absent: 1. */
  readonly level?: number;
  /** Counts for shifts that start in [from, to); absent: without end. */
  readonly from?: number;
  readonly to?: number;
}

/** All of it is optional; what is absent costs the search nothing. */
export interface StaffRulesInput {
  readonly limits?: readonly LimitInput[];
  readonly rest?: RestInput;
  readonly freeTimes?: readonly FreeTimeInput[];
  readonly qualified?: readonly QualifiedInput[];
  /** Languages spoken; see `VisitInput.languages`. Absent: not known, and no wish is missed. */
  readonly languages?: readonly string[];
  /** Where the person works; elsewhere counts as `outsideDistrict`. Absent: everywhere. */
  readonly districts?: readonly string[];
}
