import type { PlanWeights } from '#contracts';

/** A visit with where a plan puts it. */
export interface PlacedVisit {
  readonly key: string;
  readonly date: string;
  readonly clientId: string;
  readonly client: string;
  readonly tasks: readonly string[];
  /** ISO instant; null: the plan leaves it out. */
  readonly start: string | null;
  /** By part. */
  readonly staff: readonly { readonly id: string; readonly name: string }[];
}

/** What one person has of a plan. */
export interface PlacedPerson {
  readonly id: string;
  readonly name: string;
  readonly visits: number;
  readonly travelSeconds: number;
  readonly waitingSeconds: number;
  readonly serviceSeconds: number;
  readonly routes: number;
}

/** A plan on some days, as far as it is compared. */
export interface PlacedPlan {
  readonly visits: readonly PlacedVisit[];
  readonly people: readonly PlacedPerson[];
  /** Of the whole plan. */
  readonly cost: Readonly<Record<string, number>>;
  readonly weights: PlanWeights | null;
  /** Visits that edits which stand have touched. */
  readonly edited: readonly string[];
  /** Kind of the change behind a visit's difference from the plan it was recomputed from. */
  readonly changes: ReadonlyMap<string, string>;
}

/** Days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Reads plans for comparison, with names. */
export interface PlacedPlans {
  /** The plan must be the provider's. */
  placed(providerId: string, planId: string, days: Days): Promise<PlacedPlan>;
  /** The visits of the plans in force on the days, those left out too. */
  inForce(providerId: string, days: Days): Promise<readonly PlacedVisit[]>;
}
