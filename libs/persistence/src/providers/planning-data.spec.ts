import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { demandedVisits, type PlanningData } from '#planning';
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

describe('what the law looks at', () => {
  const small = smallProvider();
  const [decision] = small.decisions;

  it('has the decisions, episodes and certificates behind the patterns, and the defaults of a provider that chose nothing', async () => {
    const { law, clients } = await planned({}, '2026-11-23', '2026-11-29');
    expect(law?.practice).toEqual({ readings: {}, followsTransfers: false, daysOff: [] });
    expect(law?.stomaVisits).toEqual([]);
    expect(law?.decisions.map((facts) => ({ ...facts, id: undefined }))).toEqual(
      [1, 2].map(() => ({
        form: 'provider',
        validFrom: '2026-01-05',
        validTo: null,
        endedOn: null,
        suspended: [],
        replacedFrom: null,
      })),
    );
    expect(law?.episodes.map((facts) => ({ ...facts, id: undefined }))).toEqual([
      {
        clientId: clients[2].id,
        kind: 'chronic_mobility',
        issuer: 'gp',
        careDiagnosis: 'L89',
        mobilityDiagnosis: null,
        hasOrders: false,
        onsetOn: null,
        dischargedOn: null,
        startedOn: '2026-11-02',
        endedOn: null,
        mainTasks: ['WOUND_CARE'],
        terms: [{ startsOn: '2026-11-02', endsOn: '2026-12-01', requestedOn: null }],
        opinions: [],
      },
    ]);
    const clear = {
      issuedOn: '2026-01-05',
      validTo: null,
      tuberculosis: false,
      acuteInfection: false,
      sexuallyTransmitted: false,
    };
    expect(law?.guards.map(({ certificates, flags }) => [certificates, flags])).toEqual([
      [[clear], []],
      [[], []],
      [[], []],
    ]);
  });

  it('has when the decision that replaces one begins', async () => {
    const later = ['2026-12-20', '2026-11-26'].map((validFrom, i) => ({
      ...decision,
      id: `D${7 + i}`,
      replaces: 'D1',
      validFrom,
    }));
    const data = await planned({ decisions: [...small.decisions, ...later] }, '2026-11-23', '2026-11-29');
    expect(data.law?.decisions.map(({ replacedFrom }) => replacedFrom)).toEqual(['2026-11-26', null]);
  });

  it('has contraindications reported since, and what the provider chose', async () => {
    const { providerId, clients } = await planned({}, '2026-11-23', '2026-11-29');
    await sql.query(
      `INSERT INTO contraindications (provider_id, client_id, kind, set_on) VALUES ($1, $2, 'tuberculosis', '2026-11-20')`,
      [providerId, clients[0].id],
    );
    await sql.query(
      `INSERT INTO legal_practices (provider_id, readings, follows_transfers, days_off) VALUES ($1, $2, true, '{2026-12-30}')`,
      [providerId, { termCounting: 'exclusive' }],
    );
    const { law } = await persistence.providers.planningData(providerId, '2026-11-23', '2026-11-29');
    expect(law?.guards.map(({ flags }) => flags)).toEqual([[{ setOn: '2026-11-20', kind: 'tuberculosis' }], [], []]);
    expect(law?.practice).toEqual({ readings: { termCounting: 'exclusive' }, followsTransfers: true, daysOff: ['2026-12-30'] });
    await expect(sql.query(`DELETE FROM contraindications WHERE provider_id = $1`, [providerId])).rejects.toThrow('append-only');
  });

  const [, , nursed] = small.patterns;
  const daily = { ...nursed, weekdays: [], timesPerWeek: 7 };
  const [first, second] = [
    { id: 'T1', episode: 'H1', startsOn: '2026-11-02', endsOn: '2026-12-01' },
    { id: 'T2', episode: 'H1', startsOn: '2026-12-02', endsOn: '2026-12-31' },
  ];
  const opinion = (verdict: 'continue' | 'stop') => ({ id: 'O1', episode: 'H1', givenOn: '2026-11-30', givenBy: 'GP', verdict });
  it.each<[string, Partial<ProviderFileInput>, string, string[]]>([
    ['S030 one term', { terms: [first] }, '2026-12-01', ['law.term_lapsed']],
    ['S030 no term on file', { terms: [] }, '2026-12-01', ['law.term_lapsed']],
    ['S031 a second term without an opinion', { terms: [first, second] }, '2026-12-01', ['law.term_lapsed']],
    ['S031 continued', { terms: [first, second], opinions: [opinion('continue')] }, '2026-12-31', []],
    ['S031 stopped', { terms: [first, second], opinions: [opinion('stop')] }, '2026-12-01', []],
  ])('%s: the last visit and what bars the next', async (_, lists, last, codes) => {
    const data = await planned({ ...lists, patterns: [daily], preferences: [] }, '2026-11-02', '2026-12-31');
    const { visits, barred } = demandedVisits(data, '2026-11-02', '2026-12-31');
    expect([visits[0].date, visits.at(-1)?.date]).toEqual(['2026-11-02', last]);
    expect([...new Set(barred.flatMap(({ reasons }) => reasons.map(({ code }) => code)))]).toEqual(codes);
  });

  it('S052, S129 leaves out what nobody owes, and plans no relative’s hours', async () => {
    const ended = await planned(
      { decisions: small.decisions.map((row) => ({ ...row, endedOn: '2026-11-23' })) },
      '2026-11-23',
      '2026-11-25',
    );
    const paidRelative = await planned(
      { decisions: small.decisions.map((row) => ({ ...row, form: 'informal_carer' as const })) },
      '2026-11-23',
      '2026-11-25',
    );
    const days = (data: PlanningData): string[] => {
      const { visits, barred } = demandedVisits(data, '2026-11-23', '2026-11-25');
      expect(barred).toEqual([]);
      return visits.map(({ date, profession }) => `${date} ${profession}`);
    };
    const nurse = ['2026-11-23 nurse', '2026-11-25 nurse'];
    expect(days(ended)).toEqual(['2026-11-23 carer', '2026-11-23 carer', ...nurse]);
    expect(days(paidRelative)).toEqual(nurse);
  });
});

describe('work around the days', () => {
  it('is rostered work before them where nothing was published, with its break', async () => {
    const data = await planned({}, '2026-11-24', '2026-11-24');
    const before = (data.workHistory ?? []).filter(({ date }) => date === '2026-11-23');
    expect(before.map(({ start, end, breaks }) => [start, end, breaks])).toEqual([
      [
        seconds('2026-11-23T08:00:00+02:00'),
        seconds('2026-11-23T16:00:00+02:00'),
        [{ start: seconds('2026-11-23T08:00:00+02:00'), end: seconds('2026-11-23T08:30:00+02:00') }],
      ],
      expect.anything(),
    ]);
    expect((data.workHistory ?? []).some(({ date }) => date >= '2026-11-24')).toBe(false);
  });

  it('has what is agreed with each member of staff', async () => {
    const { staff } = smallProvider({});
    const data = await planned(
      {
        staff: staff.map((row, i) =>
          i === 0 ? { ...row, summarisedTime: true, referenceMonths: 3, overtimeAgreed: true } : row,
        ),
      },
      '2026-11-24',
      '2026-11-24',
    );
    expect(data.staff.map(({ terms }) => [terms?.regime, terms?.referenceMonths, terms?.overtimeAgreed])).toEqual([
      ['summarised', 3, true],
      ['normal', 1, false],
    ]);
  });

  it('S052 reads suspensions and the earliest end of a decision', async () => {
    const { decisions } = smallProvider({});
    const { id, validFrom } = decisions[0];
    const change = { decision: id, decidedOn: validFrom };
    const data = await planned(
      {
        decisionChanges: [
          { ...change, id: 'H1', kind: 'suspended', from: '2026-11-24', to: '2026-11-25' },
          { ...change, id: 'H2', kind: 'shortened', from: '2026-11-28' },
          { ...change, id: 'H3', kind: 'reduced', from: '2026-11-26', grantedMinutes: 60 },
        ],
      },
      '2026-11-23',
      '2026-11-29',
    );
    const [row] = await externalIds('decisions', [data.law?.decisions.find(({ suspended }) => suspended?.length)?.id ?? '']);
    expect(row).toBe(id);
    expect(data.law?.decisions.find(({ suspended }) => suspended?.length)).toMatchObject({
      endedOn: '2026-11-27',
      suspended: [{ from: '2026-11-24', to: '2026-11-25' }],
    });
  });
});
