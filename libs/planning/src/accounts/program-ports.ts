import type { Account } from '../ports.js';

/** A token a program of the provider's comes with. */
export interface ProgramToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** A token to be kept; only its hash is. */
export interface NewProgramToken {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly tokenHash: string;
  readonly createdBy: string;
  readonly expiresAt: Date;
}

/** A program that has come with a good token: an account of the role `integration`, named by the token. */
export interface KnownProgram {
  readonly account: Account;
  readonly scopes: readonly string[];
}

/** Tokens of programs. */
export interface ProgramTokenStore {
  make(providerId: string, token: NewProgramToken): Promise<{ readonly id: string }>;
  /** Newest first, the revoked ones too. */
  list(providerId: string): Promise<readonly ProgramToken[]>;
  /** False when the provider has no such token in force. */
  revoke(providerId: string, id: string, by: { readonly actor: string; readonly now: Date }): Promise<boolean>;
  /** Null when unknown, revoked or run out; notes that it was used. */
  find(tokenHash: string, now: Date): Promise<KnownProgram | null>;
}

/** Settings of a provider, as somebody who changes them has seen them. */
export interface SeenSettings {
  readonly providerId: string;
  /** `hour-costs`, as in the address under which they are read. */
  readonly what: string;
  /** Null: whatever they are by now, they are overwritten. */
  readonly revision: number | null;
}

/** Which state a provider's settings are in, so that nobody overwrites what they have not seen. */
export interface SettingsRevisions {
  /** 0 when they have never been changed. */
  read(providerId: string, what: string): Promise<number>;
}

/** A write that carries a key. */
export interface KeyedRequest {
  readonly providerId: string;
  /** Account or program. */
  readonly callerId: string;
  readonly key: string;
  /** Over method, address and body. */
  readonly requestHash: string;
  /** A UUID of this one arrival of the request. */
  readonly claim: string;
}

/**
 * What is known of a key: nothing yet, and it is this request's now; the same request is at work; it was done, and whoever did
 * it died before the answer was kept; it belongs to another request; or it was answered.
 */
export type KeyState =
  | { readonly state: 'new' | 'at_work' | 'done' | 'other_request' }
  | { readonly state: 'answered'; readonly status: number; readonly body: string | null };

/** Answers to writes that carry a key, so that the same write sent again is done once. */
export interface KeyedAnswerStore {
  /**
   * Claims the key; answers from before `forgetBefore` are forgotten. A claim whose process has died is taken over, unless the
   * write is done.
   */
  begin(request: KeyedRequest, now: Date, forgetBefore: Date): Promise<KeyState>;
  keep(request: KeyedRequest, status: number, body: string | null): Promise<void>;
  /** The write was refused and may be tried again under the same key; with `unlessDone` only if nothing of it is done. */
  forget(request: KeyedRequest, unlessDone: boolean): Promise<void>;
}
