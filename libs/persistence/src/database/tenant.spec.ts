import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '#embedded';
import { Client } from 'pg';
import { createPersistence, type Persistence } from '../index.js';
import { smallProvider } from '../testing/small-provider.js';
import { type Database, openDatabase } from './database.js';
import { asProvider, perProvider } from './tenant.js';

const HASH = '$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA';

let persistence: Persistence;
let database: Database;
let owner: Client;
let own: string;
let other: string;

beforeAll(async () => {
  const databaseUrl = await testDatabase();
  persistence = createPersistence({ databaseUrl });
  database = openDatabase(databaseUrl, { connections: 3, patienceMs: undefined });
  owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  [own, other] = [await settle('OWN'), await settle('OTHER')];
});

afterAll(async () => {
  await owner.end();
  await database.close();
  await persistence.close();
});

async function settle(code: string): Promise<string> {
  const file = smallProvider();
  const { providerId } = await persistence.providers.write({ ...file, provider: { ...file.provider, code } });
  const email = `${code}@example.org`;
  const { id } = await persistence.accounts.create({ providerId, email, role: 'manager', language: 'lv', passwordHash: HASH });
  await persistence.accounts.openSession(id, { tokenHash: code, expiresAt: new Date(Date.now() + 60_000) });
  return providerId;
}

/** The names of tables, by a question to the catalogue. */
async function tables(where: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND ${where} ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

const counted = async (prisma: Pick<Database['prisma'], '$queryRawUnsafe'>, table: string): Promise<number> =>
  Number((await prisma.$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM ${table}`))[0].n);

describe('row-level security', () => {
  it('binds every table that is a provider’s', async () => {
    expect(await tables('NOT c.relrowsecurity')).toEqual(['_prisma_migrations', 'travel_times']);
    expect(await tables('c.relrowsecurity AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)')).toEqual([]);
  });

  it('is not for the role to step over', async () => {
    const { rows } = await owner.query("SELECT rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = 'apgaita_app'");
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false }]);
  });

  it('leaves a query without any where-clause the rows of the own provider alone, in every table', async () => {
    for (const table of await tables('c.relrowsecurity')) {
      const column = table === 'providers' ? 'id' : 'provider_id';
      const foreign = table === 'sessions' ? `token_hash = 'OTHER'` : `${column} <> '${own}'`;
      const seen = await asProvider(own, () =>
        database.prisma.$queryRawUnsafe<object[]>(`SELECT 1 FROM ${table} WHERE ${foreign} LIMIT 1`),
      );
      expect([table, seen]).toEqual([table, []]);
    }
    const [mine, all] = [
      await asProvider(own, () => counted(database.prisma, 'clients')),
      await owner.query('SELECT FROM clients'),
    ];
    expect([mine, all.rowCount]).toEqual([smallProvider().clients.length, 2 * smallProvider().clients.length]);
  });

  it('holds in transactions, for many at once, and for questions that Prisma asks together', async () => {
    const codes = { [own]: 'OWN', [other]: 'OTHER' };
    const asked = Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? own : other)).map((id, n) =>
      asProvider(id, async () => {
        const read = (prisma: Pick<Database['prisma'], 'provider'>) => prisma.provider.findMany({ select: { code: true } });
        return [codes[id], n % 3 === 0 ? await database.prisma.$transaction(read) : await read(database.prisma)];
      }),
    );
    for (const [code, seen] of await Promise.all(asked)) expect(seen).toEqual([{ code }]);
  });

  it('lets nobody write, change or delete what belongs to another', async () => {
    const clients = () => asProvider(own, () => database.prisma.client.deleteMany({ where: { providerId: other } }));
    expect(await clients()).toEqual({ count: 0 });
    const moved = asProvider(own, () => database.prisma.place.updateMany({ data: { providerId: other } }));
    await expect(moved).rejects.toThrow(/row-level security/);
    const item = { providerId: other, name: 'terms', date: new Date() };
    const added = asProvider(own, () => database.prisma.scheduleRun.create({ data: item }));
    await expect(added).rejects.toThrow(/row-level security/);
  });

  it('shows nothing to code that names no provider', async () => {
    expect(await counted(database.prisma, 'clients')).toBe(0);
    expect(await counted(database.prisma, 'accounts')).toBe(0);
  });

  it('takes the trail from nobody: the bound role may add to it and read it', async () => {
    const erased = asProvider(own, () => database.prisma.auditEntry.deleteMany());
    await expect(erased).rejects.toThrow(/permission denied/);
  });
});

describe('the stores', () => {
  /** A store whose author forgot whose data it is about. */
  class Forgetful {
    clients(_providerId: string): Promise<number> {
      return database.prisma.client.count();
    }

    everybody(): Promise<number> {
      return database.prisma.client.count();
    }
  }

  it('leak nothing when a where-clause is forgotten', async () => {
    const store = perProvider(new Forgetful(), ['everybody']);
    expect(await store.clients(own)).toBe(smallProvider().clients.length);
    expect(await store.everybody()).toBe(2 * smallProvider().clients.length);
    expect(await asProvider(own, () => store.everybody())).toBe(smallProvider().clients.length);
  });

  it('refuse another provider inside the work of one', () => {
    const store = perProvider(new Forgetful());
    expect(() => asProvider(own, () => store.clients(other))).toThrow('work for one provider asks for the data of another');
  });
});
