import type { ExceptionView } from '#contracts';
import type { LedgerPeriod } from '../ledger/ledger-table.js';
import type { VisitRecord } from './exceptions.js';
import type { ConfirmationLimits } from './limits.js';

/** A visit's record with what people call the visit. */
export interface LabelledRecord
  extends VisitRecord, Omit<ExceptionView, 'state' | 'reasons' | 'deliveries' | 'events' | 'tasks'> {
  /** Names by id of whoever was planned or came. */
  readonly staff: ReadonlyMap<string, string>;
}

/** Visits that somebody has looked at and found right as they stand. */
export interface Acknowledgement {
  readonly providerId: string;
  /** Account id. */
  readonly by: string;
  readonly now: Date;
  /** `events`: how many the visit had when they looked. */
  readonly visits: readonly { readonly visit: string; readonly events: number }[];
  readonly note: string;
}

/** Records of visits, limits, and what people acknowledged, which is only ever added to. */
export interface ConfirmationStore {
  limits(providerId: string): Promise<ConfirmationLimits>;
  setLimits(providerId: string, limits: ConfirmationLimits, actor: string): Promise<void>;
  /** Visits of the days that are in a published plan or of which something was reported, by day, then start. */
  records(providerId: string, period: LedgerPeriod): Promise<readonly LabelledRecord[]>;
  /** Returns how many were new; one with events since is left out. */
  acknowledge(wanted: Acknowledgement): Promise<number>;
}
