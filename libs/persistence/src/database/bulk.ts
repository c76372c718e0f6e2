import { randomUUID } from 'node:crypto';
import type { Transaction } from './database.js';

/** A row to write: model field names (`givenName`), every row of a call with the same fields; days and instants as ISO text. */
export type BulkRow = Readonly<Record<string, unknown>>;

/** What writing rows did, and the id of each row by its own key. */
export interface UpsertResult {
  readonly ids: ReadonlyMap<string, string>;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Inserts all rows in one statement: the rows travel as one JSON text, which Postgres reads by the table's own types. */
export async function insertRows(transaction: Transaction, table: string, rows: readonly BulkRow[]): Promise<void> {
  if (rows.length === 0) return;
  await transaction.$executeRawUnsafe(insertion(table, Object.keys(rows[0])), JSON.stringify(rows.map(inColumns)));
}

/** Ids for rows of a provider before they are written, the stored ones first, so that rows may refer to each other. */
export async function idsFor(
  transaction: Transaction,
  table: string,
  providerId: string,
  key: { readonly column: string; readonly values: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const stored = await transaction.$queryRawUnsafe<{ key: string; id: string }[]>(
    `SELECT ${quoted(key.column)} AS key, id FROM ${quoted(table)} WHERE provider_id = $1::uuid AND ${quoted(key.column)} = ANY($2::text[])`,
    providerId,
    key.values,
  );
  const ids = new Map(stored.map((row) => [row.key, row.id]));
  for (const value of key.values) if (!ids.has(value)) ids.set(value, randomUUID());
  return ids;
}

/**
 * Inserts rows, or changes those whose key is there, in one statement. A row that is already the same is not touched
 * (`updated_at` stays). `rows` carry `id`, the key's fields and all others; counts are exact.
 */
export async function upsertRows(
  transaction: Transaction,
  table: string,
  rows: readonly BulkRow[],
  keyFields: readonly string[],
): Promise<{ readonly created: number; readonly changed: number; readonly unchanged: number }> {
  if (rows.length === 0) return { created: 0, changed: 0, unchanged: 0 };
  const fields = Object.keys(rows[0]);
  const values = fields.filter((field) => field !== 'id' && !keyFields.includes(field)).map(columnOf);
  const written = await transaction.$queryRawUnsafe<{ created: boolean }[]>(
    `${insertion(table, fields)}
     ON CONFLICT (${keyFields.map(columnOf).map(quoted).join(', ')}) DO UPDATE
     SET ${values.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')}, updated_at = now()
     WHERE (${values.map((column) => `stored.${quoted(column)}`).join(', ')})
       IS DISTINCT FROM (${values.map((column) => `excluded.${quoted(column)}`).join(', ')})
     RETURNING (xmax = 0) AS created`,
    JSON.stringify(rows.map(inColumns)),
  );
  const created = written.filter((row) => row.created).length;
  return { created, changed: written.length - created, unchanged: rows.length - written.length };
}

/** SQL column of a model field: `givenName` -> `given_name`, as the schema maps every field. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function insertion(table: string, fields: readonly string[]): string {
  const columns = fields.map(columnOf).map(quoted).join(', ');
  return `INSERT INTO ${quoted(table)} AS stored (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${quoted(table)}, $1::jsonb)`;
}

function inColumns(row: BulkRow): BulkRow {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value]));
}

function quoted(name: string): string {
  return `"${name}"`;
}
