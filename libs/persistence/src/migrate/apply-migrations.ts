import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

/** The repository's prisma/migrations, seen from the compiled file. */
export const MIGRATIONS = fileURLToPath(new URL('../../../../../prisma/migrations/', import.meta.url));

/** The advisory lock Prisma's own tools take, so that they and we never migrate at the same time. */
const PRISMA_LOCK = 72707369;

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/** Binds the tables a migration made to row-level security, once there is the function that does it. */
const SECURE_TABLES = `DO $$ BEGIN IF to_regproc('secure_tables') IS NOT NULL THEN PERFORM secure_tables(); END IF; END $$`;

/**
 * The database and the migrations on disk do not fit: `migration_changed` (an applied file was edited),
 * `migration_missing` (the database is ahead of this program), `migration_failed` (one did not finish).
 */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';

  constructor(
    readonly code: 'migration_changed' | 'migration_missing' | 'migration_failed',
    readonly migration: string,
    advice: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${migration}: ${advice}`, options);
  }
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/**
 * Brings a database up to the migrations in `directory`, each whole, in the order of their names and in a
 * transaction of its own, and keeps Prisma's record of them. Any number of processes may call it at once.
 * Those that are not wanted wait for another time. Returns the names applied now; throws {@link MigrationError} and leaves everything as it was.
 */
export async function applyMigrations(
  databaseUrl: string,
  directory: string = MIGRATIONS,
  isWanted: (name: string) => boolean = () => true,
): Promise<readonly string[]> {
  const migrations = await readMigrations(directory);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(MIGRATIONS_TABLE);
    const { rows } = await client.query<AppliedRow>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const isApplied = ({ name }: Migration): boolean => rows.some((row) => row.migration_name === name);
    const pending = migrations.filter((migration) => isWanted(migration.name) && !isApplied(migration));
    checkApplied(rows, migrations);
    for (const migration of pending) await applyOne(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(`${directory}/${name}/migration.sql`, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function checkApplied(rows: readonly AppliedRow[], migrations: readonly Migration[]): void {
  for (const row of rows) {
    const migration = migrations.find(({ name }) => name === row.migration_name);
    if (row.finished_at === null) {
      throw new MigrationError(
        'migration_failed',
        row.migration_name,
        'it did not finish; repair the database or restore a back-up',
      );
    }
    if (!migration) {
      throw new MigrationError(
        'migration_missing',
        row.migration_name,
        'the database has it, this program does not; use a newer version',
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new MigrationError(
        'migration_changed',
        row.migration_name,
        'the file differs from what was applied; put it back and add a new one',
      );
    }
  }
}

async function applyOne(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query(SECURE_TABLES);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new MigrationError('migration_failed', name, (cause as Error).message, { cause });
  }
}
