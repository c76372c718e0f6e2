import { randomUUID } from 'node:crypto';
import type { ProviderFile, ProviderSheet } from '#contracts';
import type { ImportCounts } from '#planning';
import { idsFor, upsertRows, type BulkRow } from '../database/bulk.js';
import type { Transaction } from '../database/database.js';
import { changedContents, dropOvertaken } from './changed-patterns.js';
import { SHEET_TABLES, type SheetTable } from './sheets.js';

type Ids = Map<ProviderSheet, ReadonlyMap<string, string>>;
type FileRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** Writes a checked file list by list; rows missing from it stay as they are. */
export async function writeProvider(
  transaction: Transaction,
  file: ProviderFile,
): Promise<{ readonly providerId: string; readonly counts: Readonly<Record<string, ImportCounts>> }> {
  // Two imports of one provider wait for each other, also when the provider is new.
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${file.provider.code}, 0))`;
  const { id: providerId, ...provider } = await writeHead(transaction, file.provider);
  const counts: Record<string, ImportCounts> = { provider };
  const ids: Ids = new Map();
  const patterns = await changedContents(transaction, providerId);
  for (const table of SHEET_TABLES) {
    const rows = file[table.sheet] as readonly FileRow[];
    ids.set(
      table.sheet,
      await idsFor(transaction, table.table, providerId, { column: 'external_id', values: rows.map((row) => row.id) }),
    );
    const written = rows.map((row) => ({ providerId, ...tableRow(table, row, ids, file.provider.timezone) }));
    counts[table.sheet] = await upsertRows(transaction, table.table, written, ['providerId', 'externalId']);
  }
  await dropOvertaken(transaction, providerId, patterns);
  return { providerId, counts };
}

async function writeHead(
  transaction: Transaction,
  provider: ProviderFile['provider'],
): Promise<{ readonly id: string } & ImportCounts> {
  const stored = await transaction.provider.findUnique({ where: { code: provider.code }, select: { id: true } });
  const id = stored?.id ?? randomUUID();
  const { code, name, timezone, phone = null } = provider;
  return { id, ...(await upsertRows(transaction, 'providers', [{ id, code, name, timezone, phone }], ['code'])) };
}

function tableRow(table: SheetTable, row: FileRow, ids: Ids, timezone: string): BulkRow {
  const own = ids.get(table.sheet)?.get(row.id);
  const written: Record<string, unknown> = { id: own, externalId: row.id };
  for (const field of table.fields) {
    const value = row[field] ?? null;
    const reference = table.references[field];
    if (reference === undefined) written[table.renamed[field] ?? field] = value;
    else
      written[reference[0]] = value === null ? null : referredId(table.sheet, field, ids.get(reference[1])?.get(value as string));
  }
  return Object.assign(written, table.derived(row as never, timezone));
}

/** A checked file refers only to its own rows; anything else is a fault of the caller, told without the value. */
function referredId(sheet: ProviderSheet, field: string, id: string | undefined): string {
  if (id === undefined) throw new Error(`a row of ${sheet} names in ${field} a row that the file does not have`);
  return id;
}
