import type { DifferenceView, ReplanSettings } from '#contracts';
import type { Client, Visit } from '#care';
import type { PlanChange } from '../changes/change-ports.js';
import type { NewWorkItem } from '../work-items/work-item-ports.js';
import type { PlanResult } from '../ports.js';
import type { WeightProfile } from '../weights/weight-profiles.js';
import type { StoredRoute } from './stored-routes.js';

export type { StoredRoute, StoredStop } from './stored-routes.js';

/** A visit part whose person or start may not change; who wanted it so, and why. */
export interface VisitPin {
  readonly visitKey: string;
  /** Counts from 1. */
  readonly part: number;
  /** Null: the person may change. */
  readonly staffId: string | null;
  /** Epoch seconds; null: the start may change. */
  readonly start: number | null;
  readonly reason: string;
  /** Account. */
  readonly pinnedBy: string;
}

/** The plan that counts for some days: the published one, or the newest draft made from scratch where none is. */
export interface CurrentPlan {
  readonly id: string;
  readonly published: boolean;
  /** The days asked for on which it counts, in order. */
  readonly days: readonly string[];
  readonly threads: number;
  readonly seed: number;
  /** How it was weighed; absent or null: as usual. */
  readonly profile?: WeightProfile | null;
  /** The last change its data had. */
  readonly changesThrough: number;
  readonly routes: readonly StoredRoute[];
  /** As planned, those left out too. */
  readonly visits: readonly Visit[];
  /** Whom they are for. */
  readonly clients: readonly Client[];
  /** What people settled. */
  readonly pins: readonly VisitPin[];
}

/** A recomputed draft that waits for a person. */
export interface OpenDraft {
  readonly id: string;
  readonly basedOn: string;
  readonly from: string;
  readonly to: string;
  readonly changesThrough: number;
}

/** What a recomputation begins from. */
export interface ReplanSituation {
  /** The provider's last change: what is read afterwards has it. */
  readonly through: number;
  readonly current: readonly CurrentPlan[];
  /** Changes newer than some of the plans, oldest first. */
  readonly changes: readonly PlanChange[];
  readonly drafts: readonly OpenDraft[];
  readonly settings: ReplanSettings;
}

/** When and by whom a visit is given; staff by part. */
export interface Placement {
  readonly start: number;
  readonly staff: readonly string[];
}

/** What a recomputation does to one visit, and the change behind it. */
export interface Difference {
  readonly visitKey: string;
  readonly effect: DifferenceView['effect'];
  readonly cause: DifferenceView['cause'];
  readonly changeId: number | null;
  readonly before: Placement | null;
  readonly after: Placement | null;
}

/** A recomputed draft on its way to storage. */
export interface RecomputedDraft {
  readonly basedOn: CurrentPlan;
  readonly from: string;
  readonly to: string;
  readonly changesThrough: number;
  readonly result: PlanResult;
  /** Visits of the plan it is based on that are gone, beside those of the result. */
  readonly removed: readonly Visit[];
  readonly differences: readonly Difference[];
  /** What people must do about it. */
  readonly workItems: readonly NewWorkItem[];
  /** Keys of all visits left out: whoever looks for cover of another visit of these days need look no more. */
  readonly leftOut: readonly string[];
  /** The provider's limits allow it to be published at once. */
  readonly publish: boolean;
  /** Somebody has chosen it, so that it takes the place of any other; one that a program made gives way to a draft that answers the same changes. */
  readonly chosen: boolean;
}

/** Reads and stores what recomputation needs. */
export interface ReplanStore {
  /** Days from today on are worth asking for: what is past does not change. */
  situation(providerId: string, from: string, to: string): Promise<ReplanSituation>;
  /** The newest change that waits to be looked at on exactly these days of a job; 0 where none does. */
  newestWaiting(providerId: string, days: { readonly from: string; readonly to: string }): Promise<number>;
  /** Stores the draft and lets it take the place of older ones; the id of the draft that stands then, null when the plan it is based on no longer counts for its days. */
  storeDraft(providerId: string, draft: RecomputedDraft): Promise<string | null>;
  /** Nothing is left of what older drafts had to say about these days of a plan; `leftOut` as in {@link RecomputedDraft}. */
  dropDrafts(
    providerId: string,
    planId: string,
    days: { readonly from: string; readonly to: string; readonly leftOut: readonly string[] },
  ): Promise<void>;
  /** Records a recomputation that cannot be: a failed plan with its code. */
  storeFailure(
    providerId: string,
    draft: Pick<RecomputedDraft, 'basedOn' | 'from' | 'to' | 'changesThrough'>,
    failure: string,
  ): Promise<void>;
  /** The changes up to this one need no further look for these days. */
  settle(providerId: string, days: { readonly from: string; readonly to: string }, through: number): Promise<void>;
  /** How many records of changes wait for somebody to look at their days. */
  unsettled(providerId: string): Promise<number>;
  settings(providerId: string): Promise<ReplanSettings>;
  saveSettings(providerId: string, settings: ReplanSettings, actor: string): Promise<void>;
  /** What a recomputed draft changes, with names; null when the provider has no such plan. */
  differences(providerId: string, planId: string): Promise<readonly DifferenceView[] | null>;
}
