import { describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { testDatabase, testRedis } from './test-database.js';

describe('testDatabase', () => {
  it('gives every caller a database of its own, with the migrations applied or empty', async () => {
    const [mine, yours, empty] = await Promise.all([testDatabase(), testDatabase(), testDatabase({ empty: true })]);
    expect(new Set([mine, yours, empty]).size).toBe(3);
    expect(await tables(mine)).toEqual(await tables(yours));
    expect(await tables(mine)).toContain('_prisma_migrations');
    expect(await tables(empty)).toEqual([]);
  });
});

describe('testRedis', () => {
  it('gives every caller a database of its own', async () => {
    const [mine, yours] = (await Promise.all([testRedis(), testRedis()])).map((url) => new Redis(url));
    await mine.set('key', 'value');
    expect(await yours.get('key')).toBeNull();
    mine.disconnect();
    yours.disconnect();
  });
});

async function tables(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
    return found.rows.map((row) => row.name).sort();
  } finally {
    await client.end();
  }
}
