import type { EpisodeFacts } from '#care';
import type { ChangeKind } from '#contracts';
import type { LegalPractice } from '../law/law-data.js';
import type { PlanRequest } from '../ports.js';
import type { NewWorkItem } from '../work-items/work-item-ports.js';

/** A schedule by name: each runs once a day for a provider. */
export type ScheduleName = 'horizon' | 'terms' | 'expiries';

/** Something with a last day: a decision, a certificate, a qualification, a consent. */
export interface Expiring {
  readonly id: string;
  readonly clientId: string | null;
  readonly staffId: string | null;
  readonly lastDay: string;
}

/** What a day's schedules look at. */
export interface Agenda {
  /** Episodes that still run. */
  readonly episodes: readonly EpisodeFacts[];
  /** Ending within the time asked for, and not replaced, prolonged or renewed. */
  readonly decisions: readonly Expiring[];
  readonly certificates: readonly Expiring[];
  readonly qualifications: readonly Expiring[];
  readonly consents: readonly Expiring[];
  /** Announced discharges that have not come about; the last day is the announced one. */
  readonly discharges: readonly Expiring[];
  /** Clients whose medicines a visit pattern in force supervises and who have no list of them today (S094), with the last day of an older list. */
  readonly withoutMedicines: readonly { readonly clientId: string; readonly lastDay: string | null }[];
  readonly practice: LegalPractice;
  /** Days ahead that are to be planned. */
  readonly horizonDays: number;
  /** Of the days after today, those that have a plan of any kind, in order. */
  readonly plannedDays: readonly string[];
}

/** What has come about by time alone. */
export interface ObservedChange {
  readonly kind: Extract<
    ChangeKind,
    'decision_expired' | 'term_lapsed' | 'certificate_expired' | 'qualification_expired' | 'consent_expired' | 'discharge_lapsed'
  >;
  readonly subject: readonly [kind: string, id: string];
  readonly clientId?: string;
  readonly staffId?: string;
  /** The first day without it. */
  readonly from: string;
}

/** What a run writes, all of it or nothing. */
export interface ScheduleWrites {
  readonly workItems: readonly NewWorkItem[];
  /** Open items that these replace, by the beginning of their keys; the ones of this run stay. */
  readonly replaces: readonly string[];
  readonly changes: readonly ObservedChange[];
  readonly plans: readonly PlanRequest[];
}

/** Reads agendas and claims runs. */
export interface ScheduleStore {
  providerIds(): Promise<readonly string[]>;
  hasRun(providerId: string, name: ScheduleName, date: string): Promise<boolean>;
  /** Looks back and ahead so many days from today. */
  agenda(providerId: string, today: string, days: { readonly back: number; readonly ahead: number }): Promise<Agenda>;
  /**
   * Claims the run of a day and writes what it found in one transaction: of several workers one does it, and one that dies
   * half-way leaves nothing. False when somebody has done it.
   */
  commit(
    providerId: string,
    run: { readonly name: ScheduleName; readonly date: string },
    writes: ScheduleWrites,
  ): Promise<boolean>;
}
