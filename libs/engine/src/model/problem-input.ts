import type { ObjectiveInput } from './objective-input.js';
import type { PlanRulesInput } from './plan-rules-input.js';
import type { StaffRulesInput } from './staff-rules-input.js';

export type { CostComponent, ObjectiveInput } from './objective-input.js';

/**
 * The optimiser's problem: plain objects with ids, as a caller writes them.
 *
 * Every instant and duration is a whole number of units counted from the
 * horizon's start (the product uses seconds; a benchmark may use thousandths
 * of its own unit). Nothing here knows of calendars, people's names or law.
 */
export interface ProblemInput extends PlanRulesInput {
  /** Free text that comes back in messages. */
  readonly name: string;
  /** Last instant anything may end at; 0 < horizonEnd <= 1_000_000_000. */
  readonly horizonEnd: number;
  /** Number of places n; places are 0..n-1 and index the travel matrices. */
  readonly places: number;
  readonly profiles: readonly TravelProfileInput[];
  readonly staff: readonly StaffInput[];
  readonly visits: readonly VisitInput[];
  readonly links: readonly LinkInput[];
  readonly objective: ObjectiveInput;
}

/** Travel between places for one way of moving. Not necessarily symmetric. */
export interface TravelProfileInput {
  readonly id: string;
  /** Row-major n*n: units from place i to place j at [i*n + j]. */
  readonly durations: ArrayLike<number>;
  /** Row-major n*n charged per leg instead of the duration (a distance, say). */
  readonly charges?: ArrayLike<number>;
}

export interface StaffInput extends StaffRulesInput {
  readonly id: string;
  readonly profile: string;
  readonly skills: readonly string[];
  /** Disjoint in time; each becomes one route. */
  readonly shifts: readonly ShiftInput[];
}

export interface ShiftInput {
  /** Unique over the whole problem. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** `hard`: back at `endPlace` by `end`. `soft`: later costs `overtime` a unit. `open`: no end. */
  readonly endRule: 'hard' | 'soft' | 'open';
  readonly startPlace: number;
  readonly endPlace: number;
  /**
   * When the route leaves its start place. `late`: so that the first stop
   * waits for nothing (first start minus travel, not before `start`). `start`:
   * at the start of the shift, waiting counted from there.
   */
  readonly departure: 'late' | 'start';
  readonly breaks: readonly BreakInput[];
  /** Sum of part demands the route may carry; absent: unlimited. */
  readonly capacity?: number;
}

/**
 * A rest inside a shift, taken between two stops, never inside a visit: after
 * travelling, at the place of the next stop (or of the route's end). Only a
 * route with at least one visit owes its breaks.
 */
export interface BreakInput {
  readonly id: string;
  readonly duration: number;
  /** Earliest start of the break. */
  readonly earliest: number;
  /** Latest start (or end, by `measuredAt`) of the break. */
  readonly latest: number;
  readonly measuredAt: 'start' | 'end';
  /** `required`: a route with visits is infeasible without it. A number: cost of missing it (charged to an empty route too). */
  readonly missed: 'required' | number;
  /** Owed only by a route whose time from departure to return exceeds this; absent or 0: always. */
  readonly whenLongerThan?: number;
  /** Taken only with a visit after it on its route, never as the last stop; absent: false. */
  readonly beforeVisit?: boolean;
}

export interface VisitInput {
  readonly id: string;
  /** The person visited; continuity and explanations group by it. */
  readonly client: string;
  readonly place: number;
  /** One part a staff member; all served or none; a visit's parts go to different staff. */
  readonly parts: readonly PartInput[];
  /** `forbidden`: a plan that leaves it out is not acceptable. A number: cost of leaving it out. */
  readonly unserved: 'forbidden' | number;
  /** Somebody who speaks none of these counts as `language`; absent or empty: no wish. */
  readonly languages?: readonly string[];
  /** See `StaffInput.districts`; absent: nobody is outside. */
  readonly district?: string;
}

export interface PartInput {
  /** Unique within the visit. */
  readonly id: string;
  readonly duration: number;
  /** How long it lasts with certain people, by staff id. */
  readonly durationByStaff?: Readonly<Record<string, number>>;
  /** Never empty; sorted, both ends included; one may begin where the one before ends, not earlier. */
  readonly windows: readonly TimeWindowInput[];
  /**
   * `hard`: starts no earlier than some window and starts (or ends, by
   * `measuredAt`) no later than the end of that same window.
   * `soft`: starts no earlier than the first window; time past the end of the
   * last window begun by its start is late and costs `lateness` a unit; the
   * time is that of the start (or end, by `measuredAt`).
   */
  readonly lateness: 'hard' | 'soft';
  readonly measuredAt: 'start' | 'end';
  /** All of these are needed. */
  readonly skills: readonly string[];
  /** Least level of some of the `skills`; absent: 1. */
  readonly levels?: Readonly<Record<string, number>>;
  /** True: lacking a skill is allowed and counts as `qualification`. */
  readonly skillsWished?: boolean;
  /** Only these people may come; absent: anybody. */
  readonly allowedStaff?: readonly string[];
  readonly excludedStaff?: readonly string[];
  /** True: excluded people may come and count as `exclusion`. */
  readonly exclusionWished?: boolean;
  /** A wish: anybody else costs `preference`; absent or empty: no wish. */
  readonly preferredStaff?: readonly string[];
  /** A wish for the start: time outside it costs `wishedTime` a unit. */
  readonly wishedWindow?: TimeWindowInput;
  /** Load taken from the route's capacity. */
  readonly demand?: number;
  /** Parts of a route go by rising rank: 1 for those that should come last, -1 for those first; absent: 0. See `outOfOrder`. */
  readonly rank?: number;
  /** Ids of `ProblemInput.equipment`, a unit of each. */
  readonly equipment?: readonly string[];
}

export interface TimeWindowInput {
  readonly start: number;
  readonly end: number;
}

export interface PartRef {
  readonly visit: string;
  readonly part: string;
}

/** A temporal relation between two parts: start(after) - start(before) lies in one of `gaps`. */
export interface LinkInput {
  readonly id: string;
  readonly before: PartRef;
  readonly after: PartRef;
  /** Sorted, disjoint, both ends included; `null` is unbounded. Never empty. */
  readonly gaps: readonly GapInput[];
  readonly staff: 'any' | 'same' | 'different';
  /** `ifBoth`: binds when both are served. `together`: both served or none. `afterNeedsBefore` / `beforeNeedsAfter`: the one only with the other. */
  readonly served: 'ifBoth' | 'together' | 'afterNeedsBefore' | 'beforeNeedsAfter';
}

export interface GapInput {
  readonly min: number | null;
  readonly max: number | null;
  /** Cost of using this interval. */
  readonly cost: number;
}
