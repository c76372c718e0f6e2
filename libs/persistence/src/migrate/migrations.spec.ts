import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase } from '#embedded';
import { applyMigrations, MIGRATIONS } from './apply-migrations.js';
import { differenceOf } from './difference-of.js';

let databaseUrl: string;
let sql: Client;
let directory: string;

beforeEach(async () => {
  databaseUrl = await testDatabase({ empty: true });
  sql = new Client({ connectionString: databaseUrl });
  await sql.connect();
  directory = await mkdtemp(join(tmpdir(), 'migrations-'));
});

afterEach(async () => {
  await sql.end();
  await rm(directory, { recursive: true });
});

async function migration(name: string, text: string): Promise<void> {
  await mkdir(join(directory, name));
  await writeFile(join(directory, name, 'migration.sql'), text);
}

async function tables(): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

describe('applying migrations', () => {
  it('applies each once in the order of names, and records them as Prisma does', async () => {
    await migration(
      '2_second',
      'INSERT INTO things VALUES (2); CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;',
    );
    await migration('1_first', 'CREATE TABLE things (id int);');
    expect(await applyMigrations(databaseUrl, directory)).toEqual(['1_first', '2_second']);
    expect(await applyMigrations(databaseUrl, directory)).toEqual([]);
    await migration('3_third', 'INSERT INTO things VALUES (3)');
    expect(await applyMigrations(databaseUrl, directory)).toEqual(['3_third']);
    const { rows } = await sql.query(
      'SELECT migration_name, checksum, finished_at >= started_at AS finished, applied_steps_count FROM _prisma_migrations ORDER BY 1',
    );
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual({
      migration_name: '1_first',
      // printf 'CREATE TABLE things (id int);' | sha256sum
      checksum: '4bd673dd2d759f8bfa25dba9b4f2b2c3751d91b6e007d79b7c88ec39f1bfc042',
      finished: true,
      applied_steps_count: 1,
    });
    expect((await sql.query('SELECT id FROM things ORDER BY id')).rows).toEqual([{ id: 2 }, { id: 3 }]);
  });

  it('lets several processes begin at once', async () => {
    await migration('1_first', 'CREATE TABLE things (id int);');
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(databaseUrl, directory)));
    expect(applied.flat()).toEqual(['1_first']);
  });

  it('takes back a migration that fails, whole, and goes on once it is repaired', async () => {
    await migration('1_first', 'CREATE TABLE things (id int);');
    await migration('2_broken', 'CREATE TABLE half (id int); SELECT * FROM nowhere;');
    await expect(applyMigrations(databaseUrl, directory)).rejects.toMatchObject({
      code: 'migration_failed',
      migration: '2_broken',
    });
    expect(await tables()).toEqual(['_prisma_migrations', 'things']);
    await writeFile(join(directory, '2_broken', 'migration.sql'), 'CREATE TABLE half (id int);');
    expect(await applyMigrations(databaseUrl, directory)).toEqual(['2_broken']);
  });

  it('refuses a changed file, a missing one, and one that another tool left unfinished', async () => {
    await migration('1_first', 'CREATE TABLE things (id int);');
    await applyMigrations(databaseUrl, directory);
    await migration('2_second', 'CREATE TABLE more (id int);');
    await appendFile(join(directory, '1_first', 'migration.sql'), ' ');
    await expect(applyMigrations(databaseUrl, directory)).rejects.toMatchObject({
      code: 'migration_changed',
      migration: '1_first',
    });
    await rm(join(directory, '1_first'), { recursive: true });
    await expect(applyMigrations(databaseUrl, directory)).rejects.toMatchObject({
      code: 'migration_missing',
      migration: '1_first',
    });
    await sql.query("UPDATE _prisma_migrations SET migration_name = '2_second', finished_at = NULL");
    await expect(applyMigrations(databaseUrl, directory)).rejects.toMatchObject({
      code: 'migration_failed',
      migration: '2_second',
    });
    await sql.query('UPDATE _prisma_migrations SET rolled_back_at = now()');
    expect(await applyMigrations(databaseUrl, directory)).toEqual(['2_second']);
  });
});

describe('the migrations of this program', () => {
  it('make exactly what schema.prisma says', async () => {
    await applyMigrations(databaseUrl);
    expect(await differenceOf(databaseUrl)).toBe('');
    // The comparison itself bites.
    await sql.query('ALTER TABLE clients DROP COLUMN door_code');
    expect(await differenceOf(databaseUrl)).toContain('ADD COLUMN     "door_code" TEXT');
  });

  it('are found from a copy of the folder too', async () => {
    await cp(MIGRATIONS, directory, { recursive: true });
    expect(await applyMigrations(databaseUrl, directory)).toEqual(await applyMigrations(await testDatabase({ empty: true })));
  });
});
