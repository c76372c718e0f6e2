import type { ClientTrailView } from '#contracts';
import type { Account } from '../ports.js';

/** One account of a provider. */
export interface AccountOf {
  readonly providerId: string;
  readonly accountId: string;
}

/** A log-in that lasts. */
export interface OpenSession {
  readonly id: string;
  /** As its browser names itself. */
  readonly device: string;
  readonly createdAt: Date;
  /** Last use, to within some minutes. */
  readonly usedAt: Date;
  readonly expiresAt: Date;
}

/** An account as its provider's administrator sees it. */
export interface AccountEntry extends Omit<Account, 'passwordHash'> {
  readonly secondFactor: boolean;
  /** Of the session used last; null without any. */
  readonly usedAt: Date | null;
  /** Counts the changes of role and lock. */
  readonly revision: number;
}

/** What an administrator makes of an account; `revision` is the one that was looked at. */
export interface AccountChange {
  readonly role: Account['role'];
  readonly staffId: string | null;
  readonly locked: boolean;
  readonly revision: number;
  readonly by: string;
  readonly now: Date;
}

/** The second factor of an account; without `confirmed` it is not asked for yet. */
export interface SecondFactor {
  /** Sealed: storage never holds the secret itself. */
  readonly secret: string;
  readonly confirmed: boolean;
}

/** Sessions, links to choose a password by, and second factors. */
export interface CredentialStore {
  /** By e-mail. */
  accounts(providerId: string): Promise<readonly AccountEntry[]>;
  /** Locking ends every session; `stale` when somebody else has changed it since. */
  change(account: AccountOf, change: AccountChange): Promise<'changed' | 'stale' | 'unknown'>;
  /** Newest first, those that have run out left out. */
  sessions(account: AccountOf): Promise<readonly OpenSession[]>;
  /** Id of the session of a token; null when it is none of the account's. */
  sessionOf(account: AccountOf, tokenHash: string): Promise<string | null>;
  /** Ends one session, or all but the one of a token; returns how many ended. */
  endSessions(account: AccountOf, which: { readonly id: string } | { readonly except: string | null }): Promise<number>;
  /** Replaces earlier links of the account; false when the provider has no such account. */
  makeLink(
    account: AccountOf,
    link: { readonly tokenHash: string; readonly expiresAt: Date; readonly by: string },
  ): Promise<boolean>;
  /** Whose password an unused link that has not run out lets choose. */
  findLink(tokenHash: string, now: Date): Promise<(AccountOf & { readonly email: string }) | null>;
  /** Uses the link up: sets the password and ends every session; false when somebody was quicker. */
  useLink(tokenHash: string, passwordHash: string, now: Date): Promise<boolean>;
  /** One's own new password; every other session of the account ends. */
  setPassword(account: AccountOf, passwordHash: string, keep: string): Promise<void>;
  secondFactor(account: AccountOf): Promise<SecondFactor | null>;
  /** Sets a new secret that is not confirmed yet; null takes the second factor away, with its recovery codes. */
  setSecondFactor(account: AccountOf, secret: string | null, by: string): Promise<void>;
  /** In place of earlier ones, as hashes. */
  setRecoveryCodes(account: AccountOf, codeHashes: readonly string[]): Promise<void>;
  /** How many are left. */
  recoveryCodes(account: AccountOf): Promise<number>;
  /** Uses one up; false when there is none like it left. */
  useRecoveryCode(account: AccountOf, codeHash: string, now: Date): Promise<boolean>;
  /** Takes a step of the clock for used, and the factor for confirmed; false when this or a later step was used already. */
  useStep(account: AccountOf, step: number): Promise<boolean>;
}

/** One entry of the trail: ids and codes, never the data itself. */
export interface TrailEntry {
  readonly providerId: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: readonly [kind: string, id: string];
  readonly detail: Readonly<Record<string, string>>;
}

/** What computing a provider's trail again has found; `broken` is the number of the first entry that does not fit. */
export interface TrailVerdict {
  readonly entries: number;
  /** Hash of the last entry; empty without any. */
  readonly head: string;
  readonly broken: number | null;
}

/** Who did and saw what; only ever added to. */
export interface TrailStore {
  add(entry: TrailEntry): Promise<void>;
  /** Who looked at a client's data or changed them; by the provider's own id, null when there is none. */
  ofClient(
    providerId: string,
    query: { readonly client: string; readonly from: string; readonly to: string },
  ): Promise<ClientTrailView | null>;
  /** What a client's id in an address stands for; null when there is none. */
  clientId(providerId: string, client: string): Promise<string | null>;
  /** Computes the chain of hashes again, in the program and not in the database. */
  verify(providerId: string): Promise<TrailVerdict>;
}
