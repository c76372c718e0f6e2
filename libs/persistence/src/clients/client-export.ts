import type { ClientExport, ClientExports } from '#planning';
import type { Database, Transaction } from '../database/database.js';

interface Linked {
  readonly table: string;
}

/** What is kept about one client, read from every table that names a client: a new table cannot be forgotten. */
export class PostgresClientExports implements ClientExports {
  constructor(private readonly database: Database) {}

  exportOf(providerId: string, client: string): Promise<ClientExport | null> {
    return this.database.prisma.$transaction(
      async (transaction) => {
        const found = await transaction.client.findFirst({ where: { providerId, externalId: client }, select: { id: true } });
        return found && exportIn(transaction, providerId, found.id);
      },
      { isolationLevel: 'RepeatableRead' },
    );
  }
}

async function exportIn(transaction: Transaction, providerId: string, clientId: string): Promise<ClientExport> {
  const linked = await transaction.$queryRaw<Linked[]>`
    SELECT table_name AS "table" FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name = 'client_id' AND data_type = 'uuid' ORDER BY 1`;
  const lists: Record<string, readonly object[]> = {
    clients: await rowsOf(transaction, 'clients', ['id', clientId, providerId]),
  };
  for (const { table } of linked) lists[table] = await rowsOf(transaction, table, ['client_id', clientId, providerId]);
  lists['execution_events'] = await eventsOf(transaction, providerId, clientId);
  return { clientId, lists };
}

/** The names come from the catalogue and from here, never from a request. */
async function rowsOf(
  transaction: Transaction,
  table: string,
  [column, id, providerId]: readonly [column: string, id: string, providerId: string],
): Promise<readonly object[]> {
  const sql = `SELECT to_jsonb(t) - 'secret_hash' AS row FROM "${table}" t WHERE "${column}" = $1::uuid AND provider_id = $2::uuid ORDER BY 1`;
  return (await transaction.$queryRawUnsafe<{ row: object }[]>(sql, id, providerId)).map(({ row }) => row);
}

/** What staff reported of the visits; these rows name the visit and not the client. */
async function eventsOf(transaction: Transaction, providerId: string, clientId: string): Promise<readonly object[]> {
  const rows = await transaction.$queryRaw<{ row: object }[]>`
    SELECT to_jsonb(e) AS row FROM execution_events e JOIN visits v ON v.id = e.visit_id
    WHERE v.client_id = ${clientId}::uuid AND e.provider_id = ${providerId}::uuid ORDER BY e.occurred_at, e.id`;
  return rows.map(({ row }) => row);
}
