import type { KnownRow, Reference } from '#planning';
import { openDay } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import { SHEET_TABLES } from '../providers/sheets.js';

/** Where a row's client and days are found, as SQL over the row `r`; what is not listed has neither. */
const FACTS: Readonly<Record<string, { readonly client?: string; readonly from?: string; readonly to?: string }>> = {
  clients: { client: 'r.external_id' },
  certificates: { client: clientOf('r.client_id'), from: 'r.issued_on', to: 'r.valid_to' },
  consents: { client: clientOf('r.client_id'), from: 'r.given_on', to: 'r.valid_to' },
  decisions: { client: clientOf('r.client_id'), from: 'r.valid_from', to: 'coalesce(r.ended_on, r.valid_to)' },
  episodes: {
    client: `(SELECT c.external_id FROM referrals f JOIN clients c ON c.id = f.client_id WHERE f.id = r.referral_id)`,
    from: 'r.started_on',
    to: 'r.ended_on',
  },
  terms: { from: 'r.starts_on', to: 'r.ends_on' },
  staff: { from: 'r.employed_from', to: 'r.employed_to' },
  visits: { client: clientOf('r.client_id'), from: 'r.date', to: 'r.date' },
};

function clientOf(column: string): string {
  return `(SELECT c.external_id FROM clients c WHERE c.id = ${column})`;
}

interface Row {
  readonly client: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** The row a reference means, as far as a change must know it; null where the provider has none. */
export async function knownRow(database: Transaction, providerId: string, { list, id }: Reference): Promise<KnownRow | null> {
  const [table, key] = list === 'visits' ? ['visits', 'key'] : [tableOf(list), 'external_id'];
  const { client = 'NULL', from = 'NULL', to = 'NULL' } = FACTS[list] ?? {};
  const rows = await database.$queryRawUnsafe<Row[]>(
    `SELECT ${client}::text AS client, ${from}::date AS "from", ${to}::date AS "to"
     FROM "${table}" r WHERE r.provider_id = $1::uuid AND r."${key}" = $2`,
    providerId,
    id,
  );
  return rows.length === 0 ? null : { client: rows[0].client, from: openDay(rows[0].from), to: openDay(rows[0].to) };
}

/** The table of a list of the provider file. */
export function tableOf(list: string): string {
  const table = SHEET_TABLES.find(({ sheet }) => sheet === list)?.table;
  if (table === undefined) throw new Error(`no table for ${list}`);
  return table;
}

/** The database id of a row that is known to be there. */
export async function idOf(database: Transaction, providerId: string, { list, id }: Omit<Reference, 'path'>): Promise<string> {
  const [table, key] = list === 'visits' ? ['visits', 'key'] : [tableOf(list), 'external_id'];
  const rows = await database.$queryRawUnsafe<{ id: string }[]>(
    `SELECT id FROM "${table}" WHERE provider_id = $1::uuid AND "${key}" = $2`,
    providerId,
    id,
  );
  if (rows.length === 0) throw new Error(`a change names one of the ${list} that is gone`);
  return rows[0].id;
}
