import { Client } from 'pg';
import { applyMigrations } from '../migrate/apply-migrations.js';
import { BackupError, FORMAT, readBackup, VERSION, type BackupHeader, type SequenceLine, type TableLine } from './backup-file.js';
import { foreignKeys, tables } from './catalogue.js';
import type { BackupMade } from './write-backup.js';

/** Rows written at once. */
const PAGE = 1000;

/**
 * Reads a back-up into an empty database: all of it or nothing. The schema is first brought to the one the back-up is of,
 * then to this program's own.
 * @throws BackupError when the file is damaged or of a newer program, or the database holds rows
 */
export async function restoreBackup(databaseUrl: string, path: string): Promise<BackupMade> {
  await demandEmpty(databaseUrl);
  const header = await headerOf(path);
  await migrateTo(databaseUrl, header);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    const made = await load(client, path);
    await client.query('COMMIT');
    await applyMigrations(databaseUrl);
    return made;
  } finally {
    await client.end();
  }
}

async function demandEmpty(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const { name } of await tables(client)) {
      const { rows } = await client.query(`SELECT 1 FROM "${name}" LIMIT 1`);
      if (rows.length === 0) continue;
      throw new BackupError('backup.not_empty', `The database has rows in ${name}. Name an empty one, or a new DATA_DIR.`);
    }
  } finally {
    await client.end();
  }
}

async function headerOf(path: string): Promise<BackupHeader> {
  for await (const line of readBackup(path)) {
    if (typeof line !== 'object' || !('format' in line) || line.format !== FORMAT) break;
    if (line.version > VERSION) throw new BackupError('backup.newer', `${path} is of a newer Apgaita. Restore it with that one.`);
    return line;
  }
  throw new BackupError('backup.damaged', `${path} is no back-up of Apgaita.`);
}

/** @throws BackupError where this program does not know the back-up's schema, or the database has a later one already */
async function migrateTo(databaseUrl: string, { migrations }: BackupHeader): Promise<void> {
  const wanted = new Set(migrations.map(({ name }) => name));
  await applyMigrations(databaseUrl, undefined, (name) => wanted.has(name));
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const there = new Map(rows.map(({ name, checksum }) => [name, checksum]));
    for (const { name, checksum } of migrations) {
      if (!there.has(name))
        throw new BackupError(
          'backup.newer',
          `The back-up has the migration ${name}, which this program does not know. Restore it with the newer program.`,
        );
      if (there.get(name) !== checksum)
        throw new BackupError('backup.changed', `The migration ${name} is another one than the back-up’s.`);
    }
    const later = rows.find(({ name }) => !wanted.has(name));
    if (later)
      throw new BackupError('backup.not_empty', `The database has the later migration ${later.name}. Name one without tables.`);
  } finally {
    await client.end();
  }
}

async function load(client: Client, path: string): Promise<BackupMade> {
  const found = await tables(client);
  const keys = await foreignKeys(client);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  // Triggers number and chain what happens; these rows have happened.
  for (const { name } of found) await client.query(`ALTER TABLE "${name}" DISABLE TRIGGER USER`);
  const loader = new Loader(client);
  for await (const line of readBackup(path)) {
    if (typeof line === 'string') await loader.row(line);
    else if ('table' in line) await loader.begin(line);
    else if ('sequence' in line) await setSequence(client, line);
  }
  await loader.flush();
  for (const { name } of found) await client.query(`ALTER TABLE "${name}" ENABLE TRIGGER USER`);
  for (const { table, name, definition } of keys) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  return { tables: loader.tables, rows: loader.rows };
}

/** Rows of one table after the other, some at a time. */
class Loader {
  tables = 0;
  rows = 0;
  private table: TableLine | undefined;
  private waiting: string[] = [];

  constructor(private readonly client: Client) {}

  async begin(table: TableLine): Promise<void> {
    await this.flush();
    this.table = table;
    this.tables++;
  }

  async row(row: string): Promise<void> {
    this.waiting.push(row);
    this.rows++;
    if (this.waiting.length === PAGE) await this.flush();
  }

  async flush(): Promise<void> {
    const { table: begun, waiting } = this;
    if (!begun || waiting.length === 0) return;
    this.waiting = [];
    const list = begun.columns.map((column) => `"${column}"`).join(', ');
    // The rows are those of a table of these columns in this order, which the cast needs.
    await this.client.query(`CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT ${list} FROM "${begun.table}" LIMIT 0`);
    const rows = 'SELECT (raw::incoming).* FROM unnest($1::text[]) AS raw';
    await this.client.query(`INSERT INTO "${begun.table}" (${list}) OVERRIDING SYSTEM VALUE ${rows}`, [waiting]);
    await this.client.query('DROP TABLE incoming');
  }
}

async function setSequence(client: Client, { sequence, value, called }: SequenceLine): Promise<void> {
  await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [`"${sequence}"`, value, called]);
}
