import type { VisitLink } from '#care';
import type { Plan, PlanCost, PlanRoute } from '#engine';
import type { PlanFigures, PlanStatus, UnservedVisit } from '../ports.js';
import type { CurrentPlan, VisitPin } from '../replan/replan-ports.js';
import type { StaffFinding } from '../working-time/working-time-ports.js';

/** What tells whether an opened plan is still as it was read. */
export interface PlanVersion {
  readonly status: PlanStatus;
  /** Counts up with every edit by hand. */
  readonly revision: number;
  /** The provider's last change. */
  readonly changes: number;
}

/** A stored plan as editing needs it. */
export interface EditablePlan extends CurrentPlan, PlanVersion {
  readonly from: string;
  readonly to: string;
  /** Visits left out, with the reasons stored. */
  readonly unserved: readonly UnservedVisit[];
  /** What the task rules demanded when it was planned. */
  readonly links: readonly VisitLink[];
}

export type EditKind = 'moved' | 'removed' | 'pinned' | 'unpinned';

/** The part of a plan that an edit touches, as it is before or after it: what is not named is as it was. */
export interface EditedState {
  /** Routes by shift; null: the shift has none. Times from the plan's time 0. */
  readonly routes: Readonly<Record<string, PlanRoute | null>>;
  /** Visits left out with their reasons; null: the visit is planned. */
  readonly unserved: Readonly<Record<string, UnservedVisit['reasons'] | null>>;
  /** Pins by `visit#part`; null: none. */
  readonly pins: Readonly<Record<string, VisitPin | null>>;
}

/** An edit on its way to storage, with the whole plan as it is after it. */
export interface NewEdit {
  readonly planId: string;
  /** The revision it was made on. */
  readonly revision: number;
  readonly actor: string;
  /** Account's act: a new edit, or an old one taken back or done again. */
  readonly act:
    | {
        readonly kind: EditKind;
        readonly reason: string | null;
        readonly visits: readonly string[];
        readonly before: EditedState;
      }
    | { readonly kind: 'undone' | 'redone'; readonly editId: number; readonly visits: readonly string[] };
  readonly after: EditedState;
  readonly result: {
    readonly plan: Plan;
    /** Instant of the plan's time 0, epoch seconds. */
    readonly epoch: number;
    readonly cost: PlanCost;
    readonly figures: PlanFigures;
    readonly workingTime: readonly StaffFinding[];
  };
}

/** An edit as stored. */
export interface StoredEdit {
  readonly id: number;
  readonly revision: number;
  readonly kind: EditKind;
  readonly actor: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly visits: readonly string[];
  readonly before: EditedState;
  readonly after: EditedState;
  readonly undoneRevision: number | null;
  /** Taken back, and something else was done since. */
  readonly dropped: boolean;
}

/** What somebody else did to a plan in the meantime. */
export interface EditSince {
  readonly kind: EditKind | 'undone';
  readonly actor: string;
  readonly at: Date;
  readonly visits: readonly string[];
}

/** `edited`: the plan is not at the revision any more, and this is what was done to it since; `not_a_draft`: it may not be edited. */
export type StoreOutcome =
  | { readonly status: 'stored'; readonly revision: number }
  | { readonly status: 'edited'; readonly since: readonly EditSince[] }
  | { readonly status: 'not_a_draft' };

/** Reads plans for editing and stores edits. */
export interface PlanEditStore {
  version(providerId: string, planId: string): Promise<PlanVersion | null>;
  open(providerId: string, planId: string): Promise<EditablePlan | null>;
  /** Edits that stand or may be done again, oldest first. */
  edits(providerId: string, planId: string): Promise<readonly StoredEdit[]>;
  /** All or nothing; the plan's revision counts up by one. */
  store(providerId: string, edit: NewEdit): Promise<StoreOutcome>;
  /** How often each person was planned at a client in published plans on the days, both included. */
  visitsBy(
    providerId: string,
    clientId: string,
    days: { readonly from: string; readonly to: string },
  ): Promise<ReadonlyMap<string, number>>;
  /** Who was planned at each client in published plans on the days, both included. */
  knownStaff(
    providerId: string,
    days: { readonly from: string; readonly to: string },
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Who works on a day by the published plan, by name; `staff` is the provider's own id. */
  onDuty(
    providerId: string,
    date: string,
  ): Promise<readonly { readonly staff: string; readonly name: string; readonly visits: number }[]>;
  /** Names of staff and clients, by id. */
  names(providerId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** E-mail addresses of accounts, by id. */
  people(providerId: string, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
