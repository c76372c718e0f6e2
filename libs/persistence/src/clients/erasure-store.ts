import type { ErasureView } from '#contracts';
import type { ErasureOrder, ErasureStore } from '#planning';
import { addMonths } from '#time';
import { recordAudit } from '../database/audit.js';
import type { Database, Transaction } from '../database/database.js';

/** Carries what an erasure would do out of a transaction that is taken back. */
class TakenBack extends Error {
  constructor(readonly view: ErasureView) {
    super('looked at and taken back');
  }
}

/** Erases clients' data in Postgres; a look erases and takes it back, so that it tells exactly what would happen. */
export class PostgresErasureStore implements ErasureStore {
  constructor(private readonly database: Database) {}

  async look(providerId: string, order: ErasureOrder): Promise<ErasureView | null> {
    try {
      return await this.database.prisma.$transaction(async (transaction) => {
        const view = await erased(transaction, providerId, order, 'whatever');
        if (view !== null) throw new TakenBack({ ...view, erased: false });
        return null;
      });
    } catch (cause) {
      if (cause instanceof TakenBack) return cause.view;
      throw cause;
    }
  }

  erase(providerId: string, order: ErasureOrder): Promise<ErasureView | null> {
    return this.database.prisma.$transaction((transaction) => erased(transaction, providerId, order, 'if it may be'));
  }
}

async function erased(
  transaction: Transaction,
  providerId: string,
  { client, today, now, years, actor }: ErasureOrder,
  when: 'whatever' | 'if it may be',
): Promise<ErasureView | null> {
  const found = await transaction.client.findFirst({ where: { providerId, externalId: client }, select: { id: true } });
  if (found === null) return null;
  const { lastDay, open } = await careOf(transaction, providerId, found.id);
  const from = open ? null : lastDay === null ? today : addMonths(lastDay, 12 * years);
  const may = from !== null && from <= today;
  const base = { lastDay, from, may };
  if (!may && when !== 'whatever') return { ...base, erased: false, tables: [] };
  const tables = await transaction.$queryRaw<ErasureView['tables']>`
    SELECT "table", deleted, rows FROM erase_client(${providerId}::uuid, ${found.id}::uuid, ${now})`;
  const subject = ['client', found.id] as const;
  await recordAudit(transaction, { providerId, actor, action: 'client.erased', subject });
  return { ...base, erased: true, tables: tables.filter(({ rows }) => rows > 0) };
}

/** The last day of anything granted, ordered, planned or given, and whether something has no end. */
async function careOf(
  transaction: Transaction,
  providerId: string,
  clientId: string,
): Promise<{ readonly lastDay: string | null; readonly open: boolean }> {
  const [row] = await transaction.$queryRaw<{ lastDay: string | null; open: boolean }[]>`
    WITH care AS (
      SELECT date AS day, false AS open FROM visits WHERE provider_id = ${providerId}::uuid AND client_id = ${clientId}::uuid
      UNION ALL SELECT valid_to, valid_to IS NULL FROM decisions WHERE provider_id = ${providerId}::uuid AND client_id = ${clientId}::uuid
      UNION ALL SELECT valid_to, valid_to IS NULL FROM visit_patterns WHERE provider_id = ${providerId}::uuid AND client_id = ${clientId}::uuid
      UNION ALL SELECT issued_on, false FROM referrals WHERE provider_id = ${providerId}::uuid AND client_id = ${clientId}::uuid
    )
    SELECT max(day)::text AS "lastDay", coalesce(bool_or(open), false) AS open FROM care`;
  return row;
}
