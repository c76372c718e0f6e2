import type { SharedClientView } from '#contracts';

/** Keys under which two providers know that a client is the same person; whoever holds the key is told. */
export interface SharingStore {
  list(providerId: string): Promise<readonly SharedClientView[]>;
  /** Shares a client under a key that the other provider gave, or a new one; null: the provider has no such client. */
  share(
    providerId: string,
    order: { readonly client: string; readonly key: string | null; readonly actor: string },
  ): Promise<SharedClientView | null>;
  /** False when nothing is shared under the key. */
  stop(providerId: string, key: string, actor: string): Promise<boolean>;
}
