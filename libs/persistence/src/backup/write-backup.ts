import { link, rm } from 'node:fs/promises';
import { Client } from 'pg';
import { BackupWriter, FORMAT, VERSION, type BackupHeader } from './backup-file.js';
import { sequences, tables, type Table } from './catalogue.js';

/** Rows read at once. */
const PAGE = 2000;

/** What a back-up holds. */
export interface BackupMade {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes all rows of a database, as one snapshot shows them, into a new file; the programs may go on meanwhile. The file is
 * there only when it is whole.
 * @throws the system's error where the file cannot be written or is there already
 */
export async function writeBackup(databaseUrl: string, path: string): Promise<BackupMade> {
  const client = new Client({ connectionString: databaseUrl });
  const unfinished = `${path}.part`;
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const writer = new BackupWriter(unfinished);
    const found = await tables(client);
    await writer.add(await headerOf(client));
    let rows = 0;
    for (const table of found) rows += await copy(client, table, writer);
    for (const sequence of await sequences(client)) await writer.add(sequence);
    await writer.end(rows);
    // Unlike a renaming, this does not replace another file.
    await link(unfinished, path);
    await rm(unfinished);
    return { tables: found.length, rows };
  } catch (error) {
    // What could not be opened is another's, or is not there.
    if ((error as NodeJS.ErrnoException).syscall !== 'open') await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function headerOf(client: Client): Promise<BackupHeader> {
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return { format: FORMAT, version: VERSION, madeAt: new Date().toISOString(), migrations };
}

async function copy(client: Client, { name, columns }: Table, writer: BackupWriter): Promise<number> {
  await writer.add({ table: name, columns });
  const list = columns.map((column) => `"${column}"`).join(', ');
  await client.query(`DECLARE page CURSOR FOR SELECT ROW(${list})::text AS row FROM "${name}"`);
  let count = 0;
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${PAGE} FROM page`);
    for (const { row } of rows) await writer.add(row);
    count += rows.length;
    if (rows.length < PAGE) break;
  }
  await client.query('CLOSE page');
  return count;
}
