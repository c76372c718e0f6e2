import type { Client } from 'pg';
import type { SequenceLine } from './backup-file.js';

export interface Table {
  readonly name: string;
  /** Those that are stored, not computed, in the order of the table. */
  readonly columns: readonly string[];
}

/** Every table but the record of migrations, which `apgaita migrate` writes itself. */
export async function tables(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
     GROUP BY 1 ORDER BY 1`,
  );
  return rows;
}

export async function sequences(client: Client): Promise<readonly SequenceLine[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S' ORDER BY 1`,
  );
  const found: SequenceLine[] = [];
  for (const { name } of rows) {
    const at = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM "${name}"`,
    );
    found.push({ sequence: name, ...at.rows[0] });
  }
  return found;
}

/** Foreign keys: they are taken away while rows come in any order, and put back, which checks every row. */
export async function foreignKeys(client: Client): Promise<readonly { table: string; name: string; definition: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  );
  return rows;
}
