import type { ChangeKind, ChangeOrder, ChangeView, Issue, ProviderSheet } from '#contracts';

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
  /** Newest first. */
  list(providerId: string, limit: number): Promise<readonly ChangeView[]>;
}
