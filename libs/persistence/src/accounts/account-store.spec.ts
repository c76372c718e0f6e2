import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '#embedded';
import type { NewAccount } from '#planning';
import { createPersistence, type Persistence } from '../index.js';
import { smallProvider } from '../testing/small-provider.js';

const HASH = '$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA';
const soon = (): Date => new Date(Date.now() + 60_000);
const past = (): Date => new Date(Date.now() - 1000);

let persistence: Persistence;
let account: NewAccount;
let id: string;

beforeAll(async () => {
  persistence = createPersistence({ databaseUrl: await testDatabase() });
  const { providerId } = await persistence.providers.write(smallProvider());
  account = { providerId, email: 'Anna@Example.org', role: 'coordinator', language: 'lv', passwordHash: HASH };
  ({ id } = await persistence.accounts.create(account));
});

afterAll(() => persistence.close());

describe('accounts', () => {
  it('are found by their address in any case, with their provider’s name', async () => {
    const found = {
      ...account,
      id,
      email: 'anna@example.org',
      providerName: 'Mazā aprūpe',
      staffId: null,
      professions: [],
      locked: false,
    };
    expect(await persistence.accounts.findByEmail('ANNA@example.org')).toEqual(found);
    expect(await persistence.accounts.findByEmail('berta@example.org')).toBeNull();
  });

  it('have an address of their own, and a refusal does not repeat it', async () => {
    const twin = persistence.accounts.create({ ...account, email: 'ANNA@EXAMPLE.ORG' });
    await expect(twin).rejects.toMatchObject({ kind: 'duplicate' });
    await expect(twin).rejects.not.toThrow(/example/i);
  });

  it('are counted by provider', async () => {
    expect(await persistence.accounts.count(account.providerId)).toBe(1);
    expect(await persistence.accounts.count(id)).toBe(0);
  });

  it('keep nothing but argon2id hashes', async () => {
    const plain = persistence.accounts.create({ ...account, email: 'plain@example.org', passwordHash: 'secret' });
    await expect(plain).rejects.toMatchObject({ kind: 'check', constraint: 'accounts_password_hash_check' });
  });
});

describe('sessions', () => {
  it('last until they run out or are closed', async () => {
    await persistence.accounts.openSession(id, { tokenHash: 'a', expiresAt: soon() });
    await persistence.accounts.openSession(id, { tokenHash: 'b', expiresAt: past() });
    await persistence.accounts.openSession(id, { tokenHash: 'c', expiresAt: soon() });
    expect(await persistence.accounts.findSession('a')).toMatchObject({ id, email: 'anna@example.org', role: 'coordinator' });
    expect(await persistence.accounts.findSession('b')).toBeNull();
    expect(await persistence.accounts.findSession('unknown')).toBeNull();
    await persistence.accounts.closeSession('a');
    await persistence.accounts.closeSession('a');
    expect(await persistence.accounts.findSession('a')).toBeNull();
    expect(await persistence.accounts.findSession('c')).toMatchObject({ id });
  });
});
