import { randomBytes } from 'node:crypto';
import { hash } from 'argon2';
import { InvalidArgumentError } from 'commander';
import { logIn } from '#contracts';
import type { Account, AccountStore } from '#planning';

/** Somebody who can log in now. The password is nowhere else: only its hash is kept. */
export interface NewAccount {
  readonly email: string;
  readonly role: Account['role'];
  readonly password: string;
}

/** Gives somebody an account with a password of 72 random bits. Throws a StorageRefusal when the address has one. */
export async function addAccount(
  accounts: AccountStore,
  account: Pick<Account, 'providerId' | 'email' | 'role' | 'language'> & { readonly staffId?: string | null },
): Promise<NewAccount> {
  const password = randomBytes(9).toString('base64url');
  await accounts.create({ ...account, passwordHash: await hash(password) });
  return { email: account.email.toLowerCase(), role: account.role, password };
}

/** The address of a provider's first account when nobody named one: nobody's mailbox, but good to log in with. */
export function firstAddress(providerCode: string): string {
  const plain = providerCode
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `administrator@${plain.replace(/^-|-$/g, '') || 'provider'}.example`;
}

/** Parses an option that must be an e-mail address one can log in with. */
export function emailAddress(text: string): string {
  if (logIn.shape.email.safeParse(text).success) return text;
  throw new InvalidArgumentError('It must be an e-mail address, as in you@example.org.');
}

/** How to log in, for a terminal; shown once. */
export function accountText({ email, role, password }: NewAccount): string {
  return `  ${role}  ${email}  password: ${password}\n  Write the password down: it is shown only now.\n`;
}
