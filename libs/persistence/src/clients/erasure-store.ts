import type { DueErasureView, ErasureView } from '#contracts';
import type { ErasureOrder, ErasureStore } from '#planning';
import { addMonths } from '#time';
import { recordAudit } from '../database/audit.js';
import type { Database, Transaction } from '../database/database.js';
import { Prisma } from '../generated/client.js';

/** A list that is longer is begun at its top. */
const MOST_DUE = 500;

/** The days of anything granted, ordered, planned or given to a client, and whether it has no end. */
const CARE = Prisma.sql`
  SELECT provider_id, client_id, date AS day, false AS open FROM visits
  UNION ALL SELECT provider_id, client_id, valid_to, valid_to IS NULL FROM decisions
  UNION ALL SELECT provider_id, client_id, valid_to, valid_to IS NULL FROM visit_patterns
  UNION ALL SELECT provider_id, client_id, issued_on, false FROM referrals`;

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

  due(providerId: string, { day, years }: { readonly day: string; readonly years: number }): Promise<DueErasureView[]> {
    return this.database.prisma.$queryRaw<DueErasureView[]>`
      SELECT c.external_id AS client, c.given_name || ' ' || c.family_name AS name, max(o.day)::text AS "lastDay",
        (max(o.day) + make_interval(years => ${years}::int))::date::text AS "from"
      FROM clients c JOIN (${CARE}) o ON o.client_id = c.id
      WHERE c.provider_id = ${providerId}::uuid AND c.erased_at IS NULL GROUP BY c.id
      HAVING NOT bool_or(o.open) AND max(o.day) + make_interval(years => ${years}::int) <= ${day}::date
      ORDER BY "from", client LIMIT ${MOST_DUE}`;
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
    SELECT max(day)::text AS "lastDay", coalesce(bool_or(open), false) AS open FROM (${CARE}) care
    WHERE provider_id = ${providerId}::uuid AND client_id = ${clientId}::uuid`;
  return row;
}
