import type { PastVisit } from '#care';
import type { LegalPractice } from '../law/law-data.js';
import type { ChangeKind, ChangeOrder, Issue, PracticeChangeView, ProviderSheet, RecordedChangeView } from '#contracts';

/** A row that a change refers to by the provider's own id, and where in the body. */
export interface Reference {
  readonly path: string;
  readonly list: ProviderSheet | 'visits';
  readonly id: string;
}

/** What is known of a row a change refers to: whose it is, and its days, both included. */
export interface KnownRow {
  /** The client's own id; null where it belongs to none. */
  readonly client: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Who records a change, and on which day. */
export interface Recorder {
  /** An account's id, or the name of what records on its own. */
  readonly actor: string;
  readonly today: string;
}

/** A change as the planner sees it: ids of the database. */
export interface PlanChange {
  readonly id: number;
  readonly kind: ChangeKind;
  /** Key of the visit it is about; null when it is about more. */
  readonly visitKey: string | null;
  readonly clientId: string | null;
  readonly staffId: string | null;
  readonly from: string;
  /** Null: open. */
  readonly to: string | null;
}

/** A change by its number, of one of these kinds. */
export interface ChangeOf {
  readonly id: number;
  readonly kinds: readonly ChangeKind[];
}

/** The visits of one client up to a day, both days included. */
export interface VisitsBefore {
  readonly clientId: string;
  readonly from: string;
  readonly to: string;
  readonly visits: readonly PastVisit[];
  readonly names: ReadonlyMap<string, string>;
}

/** Stores what happened: the facts, the change, its outbox records and its audit entry in one transaction. */
export interface ChangeStore {
  /** The rows referred to, in order; null where the provider has no such row. */
  known(providerId: string, references: readonly Reference[]): Promise<readonly (KnownRow | null)[]>;
  /** Issues when the database itself forbids it (two terms at once, say). Answers the change's id. */
  record(
    providerId: string,
    order: ChangeOrder,
    by: Recorder,
  ): Promise<{ readonly ok: true; readonly id: number } | { readonly ok: false; readonly issues: readonly Issue[] }>;
  /**
   * Visits that published plans give the client of a change, up to its day and from so many days before, with the names
   * of the staff by id. Null where the provider has no such change of this kind about a client.
   */
  visitsBefore(providerId: string, change: ChangeOf, days: number): Promise<VisitsBefore | null>;
  /** How the provider reads the law; see LegalPractice. */
  practice(providerId: string): Promise<LegalPractice>;
  /**
   * Changes it, keeps what each part was before and why it changed, and notes the change so that plans follow from the
   * recorder's day on; nothing is noted where nothing differs.
   */
  changePractice(
    providerId: string,
    change: { readonly practice: LegalPractice; readonly reason: string },
    by: Recorder,
  ): Promise<void>;
  /** What was changed of it, the newest first. */
  practiceChanges(providerId: string): Promise<readonly PracticeChangeView[]>;
  /** Newest first. */
  list(providerId: string, limit: number): Promise<readonly RecordedChangeView[]>;
}
