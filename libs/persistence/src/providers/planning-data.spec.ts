import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { PlanningData } from '#planning';
import type { ProviderFileInput } from '#contracts';
import { testDatabase } from '#embedded';
import { createPersistence, type Persistence } from '../index.js';
import { smallProvider } from '../testing/small-provider.js';

let persistence: Persistence;
let sql: Client;
let providers = 0;

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

/** Writes the small provider with these lists under a code of its own and reads its planning data back. */
async function planned(
  lists: Partial<ProviderFileInput>,
  from: string,
  to: string,
): Promise<PlanningData & { readonly providerId: string }> {
  const provider = { code: `P${++providers}`, name: 'Test' };
  const { providerId } = await persistence.providers.write(smallProvider({ provider, ...lists }));
  return { providerId, ...(await persistence.providers.planningData(providerId, from, to)) };
}

/** The provider's own ids of rows, in the order given. */
async function externalIds(table: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql.query<{ id: string; external_id: string }>(
    `SELECT id, external_id FROM ${table} WHERE id = ANY($1)`,
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.external_id ?? '?');
}

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
const seconds = (instant: string): number => Date.parse(instant) / 1000;

describe('planning data', () => {
  it('has the range’s shifts as instants, the staff, and each pattern with its client and who pays', async () => {
    const data = await planned({}, '2026-11-23', '2026-11-23');
    expect(await externalIds('shifts', idsOf(data.shifts))).toEqual(['W1', 'W3']);
    const [first] = data.shifts;
    expect(first).toMatchObject({ date: '2026-11-23', breakSeconds: 1800 });
    expect([first.start, first.end]).toEqual([seconds('2026-11-23T08:00:00+02:00'), seconds('2026-11-23T16:00:00+02:00')]);
    expect(await externalIds('staff_members', idsOf(data.staff))).toEqual(['S1', 'S2']);
    expect(data.staff[1]).toMatchObject({
      professions: ['nurse', 'carer'],
      travelMode: 'car',
      start: { latitude: 56.95, longitude: 24.1 },
    });
    expect(data.staff[1].qualifications).toEqual([{ kind: 'NURSE_CERT', validFrom: '2024-01-01', validTo: '2029-01-01' }]);
    expect(await externalIds('clients', idsOf(data.clients))).toEqual(['C1', 'C2', 'C3']);
    expect(data.clients[0]).toEqual({
      id: data.patterns[0].clientId,
      position: { latitude: 56.9512345, longitude: 24.0587654 },
      languages: ['lv'],
      flags: ['bedbound'],
    });
    expect(await externalIds('visit_patterns', idsOf(data.patterns))).toEqual(['V1', 'V2', 'V3']);
    expect(data.patterns.map(({ funding }) => ({ ...funding, id: undefined }))).toEqual([
      { kind: 'decision', municipalityPercent: 100 },
      { kind: 'decision', municipalityPercent: 40 },
      { kind: 'episode' },
    ]);
    expect(data.patterns[0]).toMatchObject({
      tasks: ['BATH'],
      staffCount: 2,
      weekdays: ['MO', 'WE'],
      windows: [{ from: '08:00', to: '12:00' }],
    });
    expect(data.preferences).toEqual([{ clientId: data.clients[1].id, staffId: data.staff[0].id, kind: 'preferred' }]);
  });

  it('knows nothing of another provider (S135)', async () => {
    const { providerId } = await planned({}, '2026-11-23', '2026-11-23');
    const other = await planned({ shifts: [], patterns: [], preferences: [] }, '2026-11-23', '2026-11-23');
    expect(other).toMatchObject({ clients: [], shifts: [], patterns: [], preferences: [] });
    expect((await persistence.providers.planningData(providerId, '2026-11-23', '2026-11-23')).shifts).toHaveLength(2);
  });

  const night = { id: 'N1', staff: 'S2', date: '2026-11-29', start: '22:00', end: '06:00' };
  const days = (from: string, to: string): Partial<ProviderFileInput> => ({
    shifts: [night],
    absences: [{ id: 'A1', staff: 'S2', from, to, kind: 'sick' }],
  });
  it.each<[string, Partial<ProviderFileInput>, number]>([
    ['an absence on the day it begins', days('2026-11-29', '2026-11-29'), 0],
    ['an absence on the day it ends', days('2026-11-30', '2026-12-06'), 0],
    ['an absence around it', days('2026-11-01', '2026-12-24'), 0],
    ['an absence until the day before', days('2026-11-20', '2026-11-28'), 1],
    ['an absence from the day after its end', days('2026-12-01', '2026-12-02'), 1],
    [
      'an absence of somebody else',
      { shifts: [night], absences: [{ id: 'A1', staff: 'S1', from: '2026-11-29', to: '2026-11-30', kind: 'sick' }] },
      1,
    ],
    ['an absence from the midnight it ends at', { ...days('2026-11-30', '2026-11-30'), shifts: [{ ...night, end: '00:00' }] }, 1],
    ['an absence from the 24:00 it ends at', { ...days('2026-11-30', '2026-11-30'), shifts: [{ ...night, end: '24:00' }] }, 1],
    ['an employment that ended the day before', { shifts: [night], absences: [], staff: leavers('2026-11-28') }, 0],
    ['an employment that ends that day', { shifts: [night], absences: [], staff: leavers('2026-11-29') }, 1],
  ])('a night shift beside %s', async (_, lists, shifts) => {
    expect((await planned(lists, '2026-11-29', '2026-11-29')).shifts).toHaveLength(shifts);
  });

  it.each([
    ['2026-03-28', 7],
    ['2026-10-24', 9],
    ['2026-11-28', 8],
  ])('the night of %s from 22:00 to 06:00 lasts %d hours', async (date, hours) => {
    const { shifts } = await planned({ shifts: [{ ...night, date }], absences: [] }, date, date);
    expect((shifts[0].end - shifts[0].start) / 3600).toBe(hours);
  });
});

function leavers(employedTo: string): ProviderFileInput['staff'] {
  return smallProvider().staff.map((member) => ({ ...member, employedTo }));
}

describe('the validity of a pattern', () => {
  const small = smallProvider();
  const [decided] = small.patterns;
  const [decision] = small.decisions;
  const [episode] = small.episodes;
  const onDecision = (changes: object, ...others: object[]): Partial<ProviderFileInput> => ({
    patterns: [{ ...decided }],
    decisions: [{ ...decision, ...changes }, ...(others as typeof small.decisions)],
    preferences: [],
  });
  const onEpisode = (
    changes: object,
    terms: readonly (readonly [string, string])[],
    opinions: object[] = [],
  ): Partial<ProviderFileInput> => ({
    patterns: [{ ...small.patterns[2] }],
    episodes: [{ ...episode, ...changes }],
    terms: terms.map(([startsOn, endsOn], i) => ({ id: `T${i}`, episode: 'H1', startsOn, endsOn })),
    opinions: opinions.map((opinion, i) => ({
      id: `O${i}`,
      episode: 'H1',
      givenBy: 'GP',
      ...opinion,
    })) as ProviderFileInput['opinions'] & object,
    preferences: [],
  });
  const first = ['2026-11-02', '2026-12-01'] as const;
  const next = ['2026-12-02', '2026-12-31'] as const;

  it.each<[string, Partial<ProviderFileInput>, [string, string | null] | null]>([
    ['its own, when the decision is open', onDecision({}), ['2026-01-05', null]],
    ['the decision’s days (S052)', onDecision({ validFrom: '2026-11-10', validTo: '2026-12-10' }), ['2026-11-10', '2026-12-10']],
    ['the decision’s early end', onDecision({ validTo: '2026-12-31', endedOn: '2026-11-27' }), ['2026-01-05', '2026-11-27']],
    ['nothing after the decision', onDecision({ endedOn: '2026-11-22' }), null],
    ['nothing before the decision', onDecision({ validFrom: '2026-11-30' }), null],
    ['nothing of an informal carer’s decision (S129)', onDecision({ form: 'informal_carer' }), null],
    [
      'until its decision is replaced',
      onDecision({}, { ...decision, id: 'D3', replaces: 'D1', validFrom: '2026-11-26' }),
      ['2026-01-05', '2026-11-25'],
    ],
    ['its term', onEpisode({}, [first]), ['2026-11-02', '2026-12-01']],
    [
      'both terms after a continuing opinion',
      onEpisode({}, [first, next], [{ givenOn: '2026-11-30', verdict: 'continue' }]),
      ['2026-11-02', '2026-12-31'],
    ],
    [
      'the term of a stopping opinion',
      onEpisode({}, [first, next], [{ givenOn: '2026-11-30', verdict: 'stop' }]),
      ['2026-11-02', '2026-12-01'],
    ],
    ['the episode’s early end', onEpisode({ endedOn: '2026-11-24' }, [first]), ['2026-11-02', '2026-11-24']],
    ['nothing after the last term', onEpisode({}, [['2026-10-01', '2026-10-30']]), null],
    ['the episode’s days without a term', onEpisode({}, []), ['2026-11-02', null]],
  ])('is %s', async (_, lists, validity) => {
    const { patterns } = await planned(lists, '2026-11-23', '2026-11-29');
    expect(patterns.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual(validity === null ? [] : [validity]);
  });

  // Every other week from the week of Monday 2026-11-09: 09.11., 23.11., 07.12.
  it.each([
    ['2026-11-12', '2026-11-12'],
    ['2026-11-17', '2026-11-23'],
    ['2026-11-25', '2026-11-25'],
    ['2026-11-30', '2026-12-07'],
  ])('keeps the rhythm of every other week when the decision begins on %s', async (validFrom, first) => {
    const patterns = [{ ...decided, everyWeeks: 2, validFrom: '2026-11-11' }];
    const data = await planned({ ...onDecision({ validFrom }), patterns }, '2026-11-23', '2026-12-13');
    expect(data.patterns.map((pattern) => pattern.validFrom)).toEqual([first]);
  });
});
