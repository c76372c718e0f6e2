import type { CostComponent, ObjectiveInput } from './objective-input.js';
import type { Plan } from './plan.js';
import type { HardOrPrice, StaffMeasure } from './staff-rules-input.js';

/**
 * What somebody settled for one part: it is given so or not at all. All other
 * rules hold as well; a visit whose pins break one of them stays unserved.
 */
export interface PinInput {
  readonly visit: string;
  readonly part: string;
  readonly staff?: string;
  readonly shift?: string;
  /** Starts exactly then. */
  readonly start?: number;
  /** No other visit of its route comes before it, or after it. */
  readonly position?: 'first' | 'last';
}

/**
 * The plan in force. What it names that the problem no longer has is passed
 * over, except in the past.
 */
export interface GivenInput {
  readonly plan: Plan;
  /**
   * Stops of `plan` that start before this instant are facts, and so is the
   * first visit of a route that has departed by then: they keep their person, order and start, whatever windows, travel, skills and links among
   * them say; limits, caps and equipment count them. Nothing else starts
   * before it, and no other route that departs late departs before it. A visit
   * of which one part is past is past as a whole, and so is what stands before
   * it on its routes. Their required breaks that can no longer be taken, and
   * the end of a shift that can no longer be kept, are not owed.
   */
  readonly frozenBefore?: number;
}

/** What is known of a client beyond the visits. */
export interface ClientInput {
  /** `VisitInput.client`. */
  readonly id: string;
  /** Staff who came before: anybody else counts as `newStaff`. */
  readonly known?: readonly string[];
  /** How many times each person counts in `newStaff` and `distinctStaff`; absent: 1. */
  readonly weight?: number;
}

/** Most of something that visits use up when served: the minutes of a decision in a week, say. */
export interface CapInput {
  readonly id: string;
  readonly most: number;
  /** Used up outside this problem; absent: 0. Where it passes `most`, nothing more may come. */
  readonly used?: number;
  readonly over: HardOrPrice;
  readonly parts: readonly CappedPartInput[];
}

export interface CappedPartInput {
  readonly visit: string;
  readonly part: string;
  /** Absent: how long the part lasts with whoever gives it. */
  readonly amount?: number;
}

/** Sum over the people of ceil(|amount - mean|), what they did before included. */
export interface FairnessInput {
  readonly id: string;
  readonly measure: StaffMeasure;
  readonly staff: readonly FairShareInput[];
  /** Only routes of these shifts count (weekends, say); absent: all. */
  readonly shifts?: readonly string[];
  /** Price of a unit. */
  readonly price: number;
}

export interface FairShareInput {
  readonly staff: string;
  /** What counts from before; absent: 0. */
  readonly before?: number;
}

/** Something of which there are few: a hoist, a car, a mobile bath. */
export interface EquipmentInput {
  readonly id: string;
  readonly units: number;
  /**
   * `visit`: in use from a part's start to its end. `shift`: taken from the
   * start to the end (`open`: the horizon's) of a shift with a part that needs it.
   */
  readonly held: 'visit' | 'shift';
  /** Held by a shift: most parts given with it on one shift, until it must be filled again. Absent: no limit. */
  readonly uses?: number;
}

/** Rules of the whole plan. All of it is optional; what is absent costs the search nothing. */
export interface PlanRulesInput {
  readonly pins?: readonly PinInput[];
  readonly given?: GivenInput;
  readonly clients?: readonly ClientInput[];
  readonly caps?: readonly CapInput[];
  readonly fairness?: readonly FairnessInput[];
  readonly equipment?: readonly EquipmentInput[];
  /** Components that must be nothing at all: hard rules. */
  readonly mustBeZero?: readonly (keyof ObjectiveInput)[];
  /**
   * Levels of cost, highest first: no saving on a level outweighs a unit on one
   * above. What is not named forms the last level. Absent: one level.
   */
  readonly levels?: readonly (readonly CostComponent[])[];
}
