import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase } from '#embedded';
import { createPersistence, type Persistence } from '../index.js';
import { smallProvider } from '../testing/small-provider.js';

let persistence: Persistence;
let providerId: string;

beforeAll(async () => {
  persistence = createPersistence({ databaseUrl: await testDatabase() });
  ({ providerId } = await persistence.providers.write(smallProvider()));
});

afterAll(() => persistence.close());

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
