import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase } from '#embedded';
import { createPersistence, type Persistence } from '../index.js';
import { smallProvider } from '../testing/small-provider.js';

let persistence: Persistence;
let providerId: string;
let database: Client;

beforeAll(async () => {
  const databaseUrl = await testDatabase();
  persistence = createPersistence({ databaseUrl });
  database = new Client({ connectionString: databaseUrl });
  await database.connect();
  ({ providerId } = await persistence.providers.write(smallProvider()));
});

afterAll(async () => {
  await database.end();
  await persistence.close();
});

it('a client’s export has every row about them, and none about another', async () => {
  const file = smallProvider();
  const found = await persistence.clientExports.exportOf(providerId, 'C1');
  const lists = found?.lists ?? {};
  expect(lists['clients']).toMatchObject([{ external_id: 'C1' }]);
  for (const [table, rows] of [
    ['decisions', file.decisions],
    ['visit_patterns', file.patterns],
    ['consents', file.consents],
  ] as const) {
    const theirs = rows.filter(({ client }) => client === 'C1').map(({ id }) => id);
    expect([table, lists[table].map((row) => (row as { external_id: string }).external_id).sort()]).toEqual([
      table,
      theirs.sort(),
    ]);
  }
  const others = file.clients.filter(({ id }) => id !== 'C1').map(({ familyName }) => familyName);
  for (const name of others) expect(JSON.stringify(lists)).not.toContain(name);
});

it('an unknown client has none', async () => {
  expect(await persistence.clientExports.exportOf(providerId, 'C999')).toBeNull();
});

describe('erasing a client', () => {
  const order = { client: 'C1', now: new Date('2031-12-31T10:00:00Z'), years: 5, actor: randomUUID() };
  const erase = (today: string) => persistence.erasures.erase(providerId, { ...order, today });

  it('is refused while care has no end, or the years are not over; a look says so and changes nothing', async () => {
    await database.query(`UPDATE decisions SET valid_to = NULL WHERE external_id = 'D1'`);
    expect(await erase('2099-01-01')).toMatchObject({ from: null, may: false, erased: false });
    await database.query(`UPDATE decisions SET valid_to = '2026-12-31'`);
    await database.query(`UPDATE visit_patterns SET valid_to = '2026-12-31'`);
    expect(await erase('2031-12-30')).toMatchObject({ lastDay: '2026-12-31', from: '2031-12-31', may: false, erased: false });
    const seen = await persistence.erasures.look(providerId, { ...order, today: '2031-12-31' });
    expect(seen).toMatchObject({ may: true, erased: false });
    const due = (day: string) => persistence.erasures.due(providerId, { day, years: 5 });
    expect(await due('2031-12-30')).toEqual([]);
    expect((await due('2031-12-31')).find(({ client }) => client === 'C1')).toEqual({
      ...{ client: 'C1', name: 'Alma Ozola', lastDay: '2026-12-31', from: '2031-12-31' },
    });
    expect(seen?.tables).toEqual(
      expect.arrayContaining([
        { table: 'informal_carers', rows: 1, deleted: true },
        { table: 'consents', rows: 1, deleted: true },
        { table: 'clients', rows: 1, deleted: false },
      ]),
    );
    expect((await persistence.clientExports.exportOf(providerId, 'C1'))?.lists['informal_carers']).toHaveLength(1);
    expect(await persistence.erasures.look(providerId, { ...order, client: 'C999', today: '2031-12-31' })).toBeNull();
  });

  it('takes names and health facts away and keeps what was granted; the trail has it', async () => {
    const before = await persistence.clientExports.exportOf(providerId, 'C1');
    expect(await erase('2031-12-31')).toMatchObject({ erased: true });
    expect(await persistence.clientExports.exportOf(providerId, 'C1')).toBeNull();
    const after = await persistence.clientExports.exportOf(providerId, `erased-${before?.clientId.slice(0, 8)}`);
    expect(after?.lists['decisions']).toHaveLength(1);
    const due = await persistence.erasures.due(providerId, { day: '2031-12-31', years: 5 });
    expect(due.map(({ client }) => client)).not.toContain('C1');
    expect(JSON.stringify(after)).not.toMatch(/Alma|Ozola|Meita|Imanta|bedbound|Dr\. Kalns/);
    const { rows } = await database.query(`SELECT subject_id FROM audit_entries WHERE action = 'client.erased'`);
    expect(rows).toEqual([{ subject_id: before?.clientId }]);
  });

  it('is nobody’s but the provider’s', async () => {
    await database.query(`SELECT set_config('role', 'apgaita_app', false), set_config('app.provider_id', $1, false)`, [
      providerId,
    ]);
    const foreign = database.query(`SELECT * FROM erase_client($1, $2, now())`, [randomUUID(), randomUUID()]);
    await expect(foreign).rejects.toThrow('another provider');
  });
});
