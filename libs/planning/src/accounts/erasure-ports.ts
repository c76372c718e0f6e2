import type { DueErasureView, ErasureView } from '#contracts';

/** Of which client, by the provider's own id, and when. */
export interface ErasureOrder {
  readonly client: string;
  /** ISO day. */
  readonly today: string;
  readonly now: Date;
  /** Years a client's data are kept after the last day of care. */
  readonly years: number;
  readonly actor: string;
}

/** Erasing a client's data once the time they must be kept is over (GDPR, article 17). */
export interface ErasureStore {
  /** What erasing would do, without doing it; null when the provider has no such client. */
  look(providerId: string, order: ErasureOrder): Promise<ErasureView | null>;
  /** Clients whose care has ended and whose data need not be kept beyond a day, by that day. */
  due(providerId: string, until: { readonly day: string; readonly years: number }): Promise<readonly DueErasureView[]>;
  /** Erases when it may be; the answer says whether it was. */
  erase(providerId: string, order: ErasureOrder): Promise<ErasureView | null>;
}
