import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase } from '#embedded';
import { SHEET_TABLES } from '../providers/sheets.js';
import { columnOf } from './bulk.js';

let sql: Client;

beforeAll(async () => {
  sql = new Client({ connectionString: await testDatabase() });
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
      const own = ['id', 'providerId', 'externalId', 'createdAt', 'updatedAt'];
      expect(rows.map(({ name }) => name).sort()).toEqual([...own, ...fields, ...derived].map(columnOf).sort());
    },
  );
});

describe('what the database forbids', () => {
  it('changes nothing of the trail', async () => {
    await sql.query("INSERT INTO providers (id, code, name) VALUES ('00000000-0000-4000-8000-000000000001', 'A', 'A')");
    await sql.query(`INSERT INTO audit_entries (provider_id, action, subject_kind, subject_id)
      SELECT id, 'provider.imported', 'provider', id FROM providers`);
    await expect(sql.query("UPDATE audit_entries SET action = 'x'")).rejects.toThrow('audit_entries is append-only');
    await expect(sql.query('DELETE FROM audit_entries')).rejects.toThrow('audit_entries is append-only');
  });

  const place = (
    latitude: number,
    longitude: number,
  ): string => `INSERT INTO places (provider_id, external_id, kind, name, latitude, longitude)
    SELECT id, 'P', 'office', 'P', ${latitude}, ${longitude} FROM providers`;
  const barthel = (
    form: string,
    score: number,
  ): string => `INSERT INTO barthel_scores (provider_id, external_id, client_id, assessed_on, form, score, items)
    SELECT provider_id, 'B', id, '2026-01-01', '${form}', ${score}, '{}' FROM clients`;
  it.each([
    [place(91, 24), 'places_position_check'],
    [place(56, -181), 'places_position_check'],
    [barthel('lv_0_20', 21), 'barthel_scores_score_check'],
    [barthel('0_100', 101), 'barthel_scores_score_check'],
    [barthel('0_20', 5), 'barthel_scores_score_check'],
    [
      "INSERT INTO absences SELECT gen_random_uuid(), provider_id, 'A', id, '2026-01-02', '2026-01-01', 'sick' FROM staff_members",
      'absences_days_check',
    ],
    ['UPDATE staff_members SET employed_to = employed_from - 1', 'staff_members_days_check'],
    ["UPDATE staff_members SET professions = '{}'", 'staff_members_professions_check'],
    ["INSERT INTO travel_times VALUES ('estimate', 'car', 1, 2, -1)", 'travel_times_seconds_check'],
  ])('%s', async (statement, constraint) => {
    await sql.query(`INSERT INTO municipalities SELECT id, id, 'M', 'M', true FROM providers ON CONFLICT DO NOTHING`);
    await sql.query(`INSERT INTO clients (id, provider_id, external_id, municipality_id, given_name, family_name, languages, declared_address, actual_address,
      latitude, longitude, lives_alone, warm_water, bath_or_shower, stove_heating, flags)
      SELECT id, id, 'C', id, 'G', 'F', '{lv}', 'A', 'A', 56.9, 24.1, false, true, true, false, '{}' FROM providers ON CONFLICT DO NOTHING`);
    await sql.query(`INSERT INTO staff_members (id, provider_id, external_id, given_name, family_name, professions, skills, languages, travel_mode,
      start_latitude, start_longitude, start_kind, contract_minutes_per_week, summarised_time, employed_from)
      SELECT id, id, 'S', 'G', 'F', '{carer}', '{}', '{lv}', 'walk', 56.9, 24.1, 'home', 2400, false, '2026-01-01' FROM providers ON CONFLICT DO NOTHING`);
    await expect(sql.query(statement)).rejects.toThrow(constraint);
  });
});
