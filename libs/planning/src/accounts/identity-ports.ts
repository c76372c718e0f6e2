import type { Account } from '../ports.js';

/** An organisation's own log-in; the secret is sealed. */
export interface IdentityProvider {
  readonly providerId: string;
  readonly domain: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Somebody who has logged in at their organisation; the address is verified there. */
export interface ForeignIdentity {
  /** Issuer and subject. */
  readonly subject: string;
  readonly email: string;
}

/** Organisations' own log-ins, and whom they stand for here. */
export interface IdentityStore {
  read(providerId: string): Promise<IdentityProvider | null>;
  /** False when the domain is another provider's. */
  write(settings: IdentityProvider, by: string): Promise<boolean>;
  remove(providerId: string, by: string): Promise<void>;
  /** Whose log-in it is for addresses of a domain; looks across providers. */
  ofDomain(domain: string): Promise<IdentityProvider | null>;
  /**
   * The account of somebody, by the subject; else by the address, and then it is theirs from now on. Null where there is
   * none, or the address belongs to somebody who came with another subject.
   */
  accountOf(providerId: string, identity: ForeignIdentity): Promise<Account | null>;
}
