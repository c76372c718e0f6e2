import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase } from '#embedded';
import { createPersistence } from '../index.js';
import { SHEET_TABLES } from '../providers/sheets.js';
import { smallProvider } from '../testing/small-provider.js';
import { columnOf } from './bulk.js';

let sql: Client;

beforeAll(async () => {
  const databaseUrl = await testDatabase();
  const persistence = createPersistence({ databaseUrl });
  await persistence.providers.write(smallProvider());
  await persistence.close();
  sql = new Client({ connectionString: databaseUrl });
  await sql.connect();
});

afterAll(() => sql.end());

/** Tables without a provider: the provider itself, log-in sessions (of an account), and what all providers share. */
const SHARED = ['_prisma_migrations', 'providers', 'sessions', 'travel_times'];

describe('the schema', () => {
  it('gives every row a provider', async () => {
    const { rows } = await sql.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables t
      WHERE table_schema = 'public' AND NOT EXISTS (SELECT FROM information_schema.columns c
        WHERE c.table_schema = 'public' AND c.table_name = t.table_name AND c.column_name = 'provider_id' AND c.is_nullable = 'NO') ORDER BY 1`);
    expect(rows.map(({ name }) => name)).toEqual(SHARED);
  });

  it('lets no row refer to another provider’s: every foreign key carries the provider', async () => {
    const { rows } = await sql.query<{ key: string }>(`SELECT conname AS key FROM pg_constraint k
      WHERE contype = 'f' AND confrelid <> 'providers'::regclass AND NOT EXISTS (SELECT FROM unnest(k.conkey) AS own
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = own WHERE a.attname = 'provider_id')`);
    expect(rows).toEqual([{ key: 'sessions_account_id_fkey' }]);
  });

  it('finds what is deleted with its parent by an index', async () => {
    const { rows } = await sql.query(`SELECT conname FROM pg_constraint k WHERE contype = 'f' AND confdeltype = 'c' AND NOT EXISTS
      (SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
       WHERE i.indrelid = k.conrelid AND i.indpred IS NULL AND i.indkey[0] = ANY (k.conkey) AND a.attname <> 'provider_id')`);
    expect(rows).toEqual([]);
  });

  it('has lists that are never null', async () => {
    const { rows } = await sql.query(`SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'ARRAY' AND is_nullable = 'YES'`);
    expect(rows).toEqual([]);
  });

  it.each(SHEET_TABLES.map((sheet) => [sheet.sheet, sheet] as const))(
    'has a column for every field of %s and fills every column',
    async (_, sheet) => {
      const { rows } = await sql.query<{ name: string }>(
        'SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1',
        [sheet.table],
      );
      const fields = sheet.fields.map((field) => sheet.references[field]?.[0] ?? sheet.renamed[field] ?? field);
      const derived = sheet.sheet === 'shifts' ? ['startsAt', 'endsAt'] : [];
      const recorded =
        { terms: ['opinionRequestedOn'], clients: ['erasedAt'], patterns: ['continuesId'] }[sheet.sheet as string] ?? [];
      const own = ['id', 'providerId', 'externalId', 'createdAt', 'updatedAt'];
      expect(rows.map(({ name }) => name).sort()).toEqual([...own, ...fields, ...derived, ...recorded].map(columnOf).sort());
    },
  );
});

describe('what the database forbids', () => {
  it.each(['UPDATE audit_entries SET actor = NULL', 'DELETE FROM audit_entries'])('changing the trail: %s', async (statement) => {
    await expect(sql.query(statement)).rejects.toThrow('audit_entries is append-only');
  });

  it('changing or deleting what was reported, asked for and billed, and asking for a visit twice', async () => {
    await sql.query(`INSERT INTO visits (provider_id, key, pattern_id, client_id, date, ordinal, funding, tasks, duration_seconds, profession,
        skills, staff_count, window_starts, window_ends, priority)
      SELECT provider_id, 'seen', id, client_id, '2026-11-23', 0, 'private', tasks, 3600, profession, skills, 1, '{}', '{}', 3
      FROM visit_patterns WHERE external_id = 'V2'`);
    await sql.query(`INSERT INTO execution_events (provider_id, client_event_id, visit_id, staff_id, kind, occurred_at)
      SELECT v.provider_id, gen_random_uuid(), v.id, s.id, 'note', now() FROM visits v JOIN staff_members s USING (provider_id) LIMIT 1`);
    await sql.query(`INSERT INTO invoices (provider_id, number, funder, client_id, from_date, to_date, issued_by)
      SELECT provider_id, 1, 'client', client_id, '2026-11-01', '2026-11-30', gen_random_uuid() FROM visits`);
    const bill = `INSERT INTO ledger_lines (provider_id, kind, funder, date, client_id, visit_id, invoice_id, minutes, cents)
      SELECT v.provider_id, 'billed', 'client', v.date, v.client_id, v.id, i.id, 60, 1250 FROM visits v JOIN invoices i USING (provider_id)`;
    await sql.query(bill);
    await expect(sql.query(bill)).rejects.toThrow('ledger_lines_billed_once');
    await expect(sql.query('UPDATE ledger_lines SET invoice_id = NULL')).rejects.toThrow('ledger_lines is append-only');
    for (const table of ['execution_events', 'invoices', 'ledger_lines']) {
      await expect(sql.query(`UPDATE ${table} SET provider_id = provider_id`)).rejects.toThrow(`${table} is append-only`);
      await expect(sql.query(`DELETE FROM ${table}`)).rejects.toThrow(`${table} is append-only`);
    }
  });

  it.each([
    ['without an invoice', "'billed', NULL, 60, 1250, NULL, NULL"],
    ['of a negative amount that corrects nothing', "'billed', i.id, -60, -1250, NULL, NULL"],
    ['that gives no cause for its correction', "'billed', i.id, -60, -1250, l.id, NULL"],
  ])('a billed line %s', async (_, values) => {
    const wrong = `INSERT INTO ledger_lines (provider_id, funder, date, client_id, visit_id, kind, invoice_id, minutes, cents, corrects_id, cause)
      SELECT l.provider_id, 'state', l.date, l.client_id, l.visit_id, ${values} FROM ledger_lines l JOIN invoices i ON i.id = l.invoice_id`;
    await expect(sql.query(wrong)).rejects.toThrow('"ledger_lines_billed_check"');
  });

  it.each([
    ['places', 'latitude = 90.1', 'position'],
    ['clients', 'longitude = -180.1', 'position'],
    ['staff_members', 'start_latitude = -90.1', 'position'],
    ['equipment', 'latitude = 56.9', 'position'],
    ['consents', 'valid_to = given_on - 1', 'days'],
    ['certificates', 'valid_to = issued_on - 1', 'days'],
    ['staff_members', 'employed_to = employed_from - 1', 'days'],
    ['qualifications', 'valid_to = valid_from - 1', 'days'],
    ['absences', 'to_date = from_date - 1', 'days'],
    ['decisions', 'valid_to = valid_from - 1', 'days'],
    ['prices', 'valid_to = valid_from - 1', 'days'],
    ['episodes', 'ended_on = started_on - 1', 'days'],
    ['terms', 'ends_on = starts_on - 1', 'days'],
    ['visit_patterns', 'valid_to = valid_from - 1', 'days'],
    ['visit_patterns', "paused_to = '2026-11-23'", 'days'],
    ['informal_carers', "from_time = '24:00'", 'times'],
    ['shifts', "end_time = '24:01'", 'times'],
    ['shifts', 'ends_at = starts_at', 'times'],
    ['shifts', 'break_minutes = 181', 'break'],
    ['barthel_scores', 'score = 21', 'score'],
    ['barthel_scores', "form = '0_20'", 'score'],
    ['staff_members', "professions = '{}'", 'professions'],
    ['decisions', 'municipality_percent = 101', 'amounts'],
    ['decisions', 'replaces_id = id', 'replaces'],
    ['prices', 'cents_per_hour = -1', 'amount'],
    ['visit_patterns', 'staff_count = 4', 'amounts'],
    ['visit_patterns', 'decision_id = client_id, episode_id = client_id', 'funding'],
  ])('a row of %s with %s', async (table, change, check) => {
    await expect(sql.query(`UPDATE ${table} SET ${change}`)).rejects.toThrow(`"${table}_${check}_check"`);
  });

  it('a row that points into another provider', async () => {
    await sql.query("INSERT INTO providers (code, name) VALUES ('OTHER', 'Other')");
    const statement = "UPDATE places SET provider_id = p.id FROM providers p WHERE p.code = 'OTHER'";
    await sql.query(statement);
    await expect(sql.query(statement.replace('places', 'consents'))).rejects.toThrow('consents_provider_id_client_id_fkey');
  });
});
