import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { ProviderFile } from '#contracts';
import { testDatabase } from '#embedded';
import { createPersistence, StorageRefusal, type Persistence } from '../index.js';
import { smallProvider } from '../testing/small-provider.js';
import { SHEET_TABLES } from './sheets.js';

let persistence: Persistence;
let sql: Client;

beforeAll(async () => {
  const databaseUrl = await testDatabase();
  persistence = createPersistence({ databaseUrl });
  sql = new Client({ connectionString: databaseUrl });
  await sql.connect();
});

afterAll(async () => {
  await sql.end();
  await persistence.close();
});

/** Everything a provider file can write, as one text; time stamps included. */
async function everything(): Promise<string> {
  const tables = ['providers', ...SHEET_TABLES.map(({ table }) => table)];
  const texts: unknown[] = [];
  for (const table of tables) texts.push((await sql.query(`SELECT * FROM ${table} ORDER BY id`)).rows);
  return JSON.stringify(texts);
}

const smallCounts = (count: (rows: number) => object): object => {
  const file = smallProvider();
  return Object.fromEntries([['provider', count(1)], ...SHEET_TABLES.map(({ sheet }) => [sheet, count(file[sheet].length)])]);
};

describe('writing a provider file', () => {
  it('creates every row once; a repeat changes nothing, not even a time stamp', async () => {
    const first = await persistence.providers.write(smallProvider());
    expect(first.counts).toEqual(smallCounts((rows) => ({ created: rows, changed: 0, unchanged: 0 })));
    const before = await everything();
    const second = await persistence.providers.write(smallProvider());
    expect(second.providerId).toBe(first.providerId);
    expect(second.counts).toEqual(smallCounts((rows) => ({ created: 0, changed: 0, unchanged: rows })));
    expect(await everything()).toBe(before);
    const audit = await sql.query('SELECT count(*)::int FROM audit_entries');
    expect(audit.rows).toEqual([{ count: 1 }]);
  });

  it('counts what is new and what differs, and leaves rows alone that the file does not have', async () => {
    const [first, second] = smallProvider().clients;
    const lists = {
      clients: [{ ...first, doorCode: '12B' }, second, { ...second, id: 'C9' }],
      informalCarers: [],
      consents: [],
      barthel: [],
      certificates: [],
      decisions: [],
      referrals: [],
      episodes: [],
      terms: [],
      patterns: [],
      preferences: [],
    };
    const { providerId, counts } = await persistence.providers.write(smallProvider(lists));
    expect(counts.clients).toEqual({ created: 1, changed: 1, unchanged: 1 });
    expect(counts.staff).toEqual({ created: 0, changed: 0, unchanged: 2 });
    const overview = await persistence.providers.overview(providerId);
    expect(overview).toMatchObject({
      code: 'SMALL',
      name: 'Mazā aprūpe',
      counts: { clients: 4, patterns: 3, shifts: 4, opinions: 0 },
    });
    expect(await persistence.providers.write(smallProvider())).toMatchObject({
      counts: { clients: { changed: 1, unchanged: 2 } },
    });
  });

  it('drops a lasting change of a pattern once the file says otherwise of its visits, and keeps that of a single day', async () => {
    const [first, ...others] = smallProvider().patterns;
    const changes = async (): Promise<string[]> => {
      const { rows } = await sql.query<{ reason: string }>(
        'SELECT reason FROM pattern_changes WHERE dropped_at IS NULL ORDER BY reason',
      );
      return rows.map(({ reason }) => reason);
    };
    await sql.query(
      `INSERT INTO pattern_changes (provider_id, pattern_id, from_date, to_date, tasks, duration_minutes, staff_count, windows, reason, made_by)
       SELECT provider_id, id, day, CASE why WHEN 'once' THEN day END, tasks, 45, staff_count, windows, why, gen_random_uuid()
       FROM visit_patterns, (VALUES ('once', date '2026-11-24'), ('lasting', date '2026-12-01')) AS made (why, day)
       WHERE external_id = $1`,
      [first.id],
    );
    await persistence.providers.write(smallProvider({ patterns: [{ ...first, priority: 5 }, ...others] }));
    expect(await changes()).toEqual(['lasting', 'once']);
    await persistence.providers.write(smallProvider({ patterns: [{ ...first, durationMinutes: 35 }, ...others] }));
    expect(await changes()).toEqual(['once']);
    await persistence.providers.write(smallProvider());
  });

  it('runs dry: the same counts, nothing written', async () => {
    const before = await everything();
    const file: ProviderFile = { ...smallProvider(), provider: { code: 'NEW', name: 'Jauna', timezone: 'Europe/Riga' } };
    const { counts } = await persistence.providers.write(file, { dryRun: true });
    expect(counts).toEqual(smallCounts((rows) => ({ created: rows, changed: 0, unchanged: 0 })));
    expect(await everything()).toBe(before);
  });

  it('writes nothing at all when the database refuses one row, and names no value of it', async () => {
    const before = await everything();
    const shifts = [
      ...smallProvider().shifts,
      { id: 'W9', staff: 'S2', date: '2026-11-26', start: '05:30', end: '09:00', breakMinutes: 0 },
    ];
    const file = smallProvider({ shifts, clients: smallProvider().clients.map((client) => ({ ...client, givenName: 'Other' })) });
    const refusal = await persistence.providers.write(file).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StorageRefusal);
    expect(refusal).toMatchObject({ kind: 'overlap', constraint: 'shifts_never_overlap' });
    expect(String(refusal)).toBe('StorageRefusal: the database refused a row: overlap (shifts_never_overlap)');
    expect(await everything()).toBe(before);
  });

  it('takes two shifts of one person that exchange their times', async () => {
    const [first, second, ...others] = smallProvider().shifts;
    const shifts = [{ ...first, date: second.date }, { ...second, date: first.date }, ...others];
    const { counts } = await persistence.providers.write(smallProvider({ shifts }));
    expect(counts.shifts).toEqual({ created: 0, changed: 2, unchanged: 2 });
    await persistence.providers.write(smallProvider());
  });

  it('takes a decision whose replacement stands before it in the list', async () => {
    const [first, second] = smallProvider().decisions;
    const { counts } = await persistence.providers.write(smallProvider({ decisions: [{ ...first, replaces: 'D2' }, second] }));
    expect(counts.decisions).toEqual({ created: 0, changed: 1, unchanged: 1 });
    await persistence.providers.write(smallProvider());
  });

  it.each([
    [
      'terms_never_overlap',
      { terms: [...smallProvider().terms, { id: 'T2', episode: 'H1', startsOn: '2026-12-01', endsOn: '2026-12-30' }] },
    ],
    [
      'prices_never_overlap',
      {
        prices: [
          ...smallProvider().prices,
          { id: 'R2', municipality: 'M1', payer: 'municipality' as const, centsPerHour: 1, validFrom: '2027-01-01' },
        ],
      },
    ],
  ])('lets the database hold %s', async (constraint, lists) => {
    await expect(persistence.providers.write(smallProvider(lists))).rejects.toMatchObject({ kind: 'overlap', constraint });
  });

  it('keeps two providers with the same ids apart, also when both arrive at once', async () => {
    const file = (code: string): ProviderFile => ({
      ...smallProvider(),
      provider: { code, name: code, timezone: 'Europe/Riga' },
    });
    const [a, b, again] = await Promise.all(
      ['TWIN-A', 'TWIN-B', 'TWIN-A'].map((code) => persistence.providers.write(file(code))),
    );
    expect(again.providerId).toBe(a.providerId);
    expect(b.providerId).not.toBe(a.providerId);
    const clients = [a, again].map(({ counts }) => [counts.clients.created, counts.clients.unchanged]);
    expect(clients.sort()).toEqual([
      [0, 3],
      [3, 0],
    ]);
    const codes = (await persistence.providers.list()).map(({ code }) => code);
    expect(codes).toEqual(['SMALL', 'TWIN-A', 'TWIN-B']);
  });
});
