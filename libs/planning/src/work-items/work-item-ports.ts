import type { WorkItemKind, WorkItemView } from '#contracts';

/** Something for a person to do; `key` makes finding it again harmless. */
export interface NewWorkItem {
  readonly key: string;
  readonly kind: WorkItemKind;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly clientId: string | null;
  readonly staffId: string | null;
  /** The day it is about. */
  readonly about: string;
  /** Epoch seconds. */
  readonly dueAt: number;
}

/** Which work items a list shows. */
export type WorkItemState = 'open' | 'done';

/** A person's act on a work item. `owner` of `assign` is an account's e-mail, null for nobody. */
export type WorkItemAct =
  { readonly act: 'acknowledge' } | { readonly act: 'done' } | { readonly act: 'assign'; readonly owner: string | null };

/** Stores what people must do. */
export interface WorkItemStore {
  /** By due time; `now` tells which are overdue. */
  list(providerId: string, state: WorkItemState, now: Date): Promise<readonly WorkItemView[]>;
  /**
   * `no_such_owner`: nobody of the provider logs in with that e-mail; `changed`: somebody has acted on it since the revision
   * that was seen. Null: whatever it is now.
   */
  act(
    providerId: string,
    id: string,
    act: WorkItemAct,
    by: { readonly account: string; readonly now: Date; readonly seen: string | null },
  ): Promise<'ok' | 'not_found' | 'already_done' | 'no_such_owner' | 'changed'>;
}
