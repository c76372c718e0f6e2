import type { SharedClientView } from '#contracts';
import type { Recorder } from '../changes/change-ports.js';

/** Keys under which two providers know that a client is the same person; whoever holds the key is told, and plans of both follow. */
export interface SharingStore {
  list(providerId: string): Promise<readonly SharedClientView[]>;
  /** Shares a client under a key that the other provider gave, or a new one; null: the provider has no such client. */
  share(
    providerId: string,
    order: { readonly client: string; readonly key: string | null } & Recorder,
  ): Promise<SharedClientView | null>;
  /** False when nothing is shared under the key. */
  stop(providerId: string, key: string, by: Recorder): Promise<boolean>;
}
