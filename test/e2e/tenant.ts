import { hash } from 'argon2';
import type { ProviderFile } from '#contracts';
import type { Persistence } from '#persistence';
import type { Account } from '#planning';

/** A provider in the database with somebody who may log in. */
export interface Tenant {
  readonly providerId: string;
  readonly email: string;
  readonly password: string;
}

/** Writes a provider and an account of it, as the start of the demo does. */
export async function settleTenant(
  { providers, accounts }: Persistence,
  file: ProviderFile,
  role: Account['role'] = 'coordinator',
): Promise<Tenant> {
  const { providerId } = await providers.write(file);
  const email = `${role}@${file.provider.code.toLowerCase()}.example`;
  const password = `password of ${file.provider.code}`;
  // The weakest hashing argon2 allows: these passwords guard nothing, and the tests hash many.
  const passwordHash = await hash(password, { memoryCost: 1024, timeCost: 2, parallelism: 1 });
  await accounts.create({ providerId, email, role, language: 'en', passwordHash });
  return { providerId, email, password };
}
