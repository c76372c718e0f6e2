import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase } from '#embedded';
import { createPersistence, restoreBackup, writeBackup } from '../index.js';
import { smallProvider } from '../testing/small-provider.js';

let folder: string;
let original: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'apgaita-backup-'));
  file = join(folder, 'all.backup');
  original = await testDatabase();
  const persistence = createPersistence({ databaseUrl: original });
  const { providerId } = await persistence.providers.write(smallProvider());
  const order = { from: '2026-11-24', to: '2026-11-24', seconds: 1, threads: 1, seed: 1 };
  await persistence.plans.request(providerId, order, null);
  await persistence.plans.request(providerId, order, null);
  await persistence.close();
  await writeBackup(original, file);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every table's rows as one text, and where the sequences stand. */
async function contents(url: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const found: Record<string, string> = {};
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
     AND relname <> '_prisma_migrations'`,
  );
  for (const { name } of tables) {
    const { rows } = await client.query<{ text: string }>(
      `SELECT coalesce(string_agg(t::text, chr(10) ORDER BY t::text), '') AS text FROM "${name}" t`,
    );
    found[name] = rows[0].text;
  }
  const { rows: schema } = await client.query<{ text: string }>(
    `SELECT string_agg(conrelid::regclass || conname || pg_get_constraintdef(oid), chr(10) ORDER BY conrelid::regclass::text, conname) AS text FROM pg_constraint`,
  );
  const { rows: at } = await client.query<{ text: string }>(
    `SELECT string_agg(s::text, chr(10) ORDER BY sequencename) AS text FROM pg_sequences s`,
  );
  const { rows: triggers } = await client.query<{ text: string }>(
    `SELECT string_agg(tgname || tgenabled::text, ' ' ORDER BY tgname, tgrelid::regclass::text) AS text FROM pg_trigger WHERE NOT tgisinternal`,
  );
  await client.end();
  return { ...found, ' constraints': schema[0].text, ' sequences': at[0].text, ' triggers': triggers[0].text };
}

const copyWith = (name: string, change: (text: string) => string): string => {
  const path = join(folder, name);
  writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(file)).toString('utf8'))));
  return path;
};

describe('a back-up', () => {
  it('comes back row for row, with keys, triggers and sequences, and its trail holds', async () => {
    expect(statSync(file).mode & 0o077).toBe(0);
    const target = await testDatabase({ empty: true });
    const made = await restoreBackup(target, file);
    expect(made.tables).toBeGreaterThan(50);
    const [before, after] = [await contents(original), await contents(target)];
    expect(before['plans'].split('\n')).toHaveLength(2);
    expect(before['audit_entries']).not.toBe('');
    expect(after).toEqual(before);
    const persistence = createPersistence({ databaseUrl: target });
    const [{ id }] = await persistence.providers.list();
    expect(await persistence.trail.verify(id)).toMatchObject({ broken: null });
    await persistence.close();
    await expect(restoreBackup(target, file)).rejects.toMatchObject({ code: 'backup.not_empty' });
  }, 60_000);

  it('is not written over another file, and leaves no half of one', async () => {
    await expect(writeBackup(original, file)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(writeBackup(original, join(folder, 'nowhere/all'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('that is damaged, cut off or of a newer program is refused, and nothing is written', async () => {
    const target = await testDatabase({ empty: true });
    const cut = join(folder, 'cut');
    writeFileSync(cut, readFileSync(file).subarray(0, 2000));
    await expect(restoreBackup(target, cut)).rejects.toMatchObject({ code: 'backup.damaged' });
    const changed = copyWith('changed', (text) => text.replace('"madeAt":"2', '"madeAt":"3'));
    await expect(restoreBackup(target, changed)).rejects.toMatchObject({ code: 'backup.damaged' });
    const short = copyWith('short', (text) => text.slice(0, text.lastIndexOf('{"end"')));
    await expect(restoreBackup(target, short)).rejects.toMatchObject({ code: 'backup.damaged' });
    const newer = copyWith('newer', (text) =>
      text.replace(/"migrations":\[/, '"migrations":[{"name":"99990101000000_x","checksum":"x"},'),
    );
    await expect(restoreBackup(target, newer)).rejects.toMatchObject({ code: 'backup.newer' });
    expect((await contents(target))['plans']).toBe('');
  }, 60_000);
});
