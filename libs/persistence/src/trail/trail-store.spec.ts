import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '#embedded';
import { Client } from 'pg';
import { createPersistence, type Persistence } from '../index.js';
import { smallProvider } from '../testing/small-provider.js';

const WHO = '00000000-0000-4000-8000-00000000000a';

let persistence: Persistence;
let owner: Client;
let own: string;
let other: string;

beforeAll(async () => {
  const databaseUrl = await testDatabase();
  persistence = createPersistence({ databaseUrl });
  owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  const file = smallProvider();
  const settle = async (code: string) =>
    (await persistence.providers.write({ ...file, provider: { ...file.provider, code } })).providerId;
  [own, other] = [await settle('OWN'), await settle('OTHER')];
});

afterAll(async () => {
  await owner.end();
  await persistence.close();
});

const add = (providerId: string, n: number) =>
  persistence.trail.add({
    providerId,
    actor: WHO,
    action: 'looked',
    subject: ['provider', providerId],
    detail: { query: `n=${n}; 'ē'` },
  });

/** Does to the trail what only somebody can who owns the database. */
async function tamper(sql: string): Promise<void> {
  await owner.query('ALTER TABLE audit_entries DISABLE TRIGGER USER');
  await owner.query(sql);
  await owner.query('ALTER TABLE audit_entries ENABLE TRIGGER USER');
}

describe('the trail', () => {
  it('is one unbroken chain for each provider, also when many write at once', async () => {
    const { entries: before } = await persistence.trail.verify(own);
    await Promise.all(Array.from({ length: 30 }, (_, n) => add(n % 3 === 0 ? other : own, n)));
    expect(await persistence.trail.verify(own)).toMatchObject({ entries: before + 20, broken: null });
    expect(await persistence.trail.verify(other)).toMatchObject({ broken: null });
  });

  it.each([
    ['changed', `UPDATE audit_entries SET actor = 'somebody else' WHERE provider_id = $ AND number = 5`, 5],
    ['taken out', 'DELETE FROM audit_entries WHERE provider_id = $ AND number = 4', 4],
    ['put elsewhere', 'UPDATE audit_entries SET number = 400 WHERE provider_id = $ AND number = 3', 3],
    [
      'hashed again alone',
      `UPDATE audit_entries e SET action = 'x', hash = trail_hash('', e) WHERE provider_id = $ AND number = 2`,
      2,
    ],
  ])('shows where an entry was %s', async (_, sql, broken) => {
    await tamper(sql.replace('$', `'${own}'`));
    expect(await persistence.trail.verify(own)).toMatchObject({ broken });
    expect(await persistence.trail.verify(other)).toMatchObject({ broken: null });
  });

  it.each(['UPDATE audit_entries SET actor = NULL', 'DELETE FROM audit_entries', 'TRUNCATE audit_entries'])(
    'refuses %s even to the owner',
    async (sql) => {
      await expect(owner.query(sql)).rejects.toThrow('append-only');
    },
  );
});
