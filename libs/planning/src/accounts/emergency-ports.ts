import type { EmergencyCard, EmergencyView } from '#contracts';
import type { AccountOf } from './account-ports.js';

/** Somebody opens the data of a client they do not visit. */
export interface EmergencyOpening {
  readonly givenName: string;
  readonly familyName: string;
  readonly reason: string;
  readonly now: Date;
  readonly endsAt: Date;
}

/** Access in an emergency to the data of clients one does not visit; every step stands in the trail of the client. */
export interface EmergencyStore {
  /** By the whole name, whatever its case and diacritics; `several` where more than one client bears it. */
  open(account: AccountOf, opening: EmergencyOpening): Promise<{ readonly id: string } | 'unknown' | 'several'>;
  /** Newest first; of one account, or of all. */
  list(providerId: string, accountId: string | null, now: Date): Promise<readonly EmergencyView[]>;
  /** Enters the look and shows the client; null once it has ended, or when it is somebody else's. */
  card(account: AccountOf, id: string, now: Date): Promise<EmergencyCard | null>;
  /** False when it is not one's own, or over. */
  end(account: AccountOf, id: string, now: Date): Promise<boolean>;
  /** False when the provider has none such; the last review counts. */
  review(
    reviewer: AccountOf,
    id: string,
    review: { readonly justified: boolean; readonly note: string; readonly now: Date },
  ): Promise<boolean>;
}
