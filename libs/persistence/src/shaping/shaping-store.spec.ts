import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { proposalView } from '#contracts';
import { testDatabase } from '#embedded';
import { acceptProposal, viewProposal } from '#planning';
import { Client } from 'pg';
import { createPersistence, type Persistence } from '../index.js';
import { smallProvider } from '../testing/small-provider.js';

const FROM = '2026-11-30';
const by = { actor: 'a test', today: '2026-11-23' };

let persistence: Persistence;
let sql: Client;
let providerId: string;

beforeAll(async () => {
  const databaseUrl = await testDatabase();
  persistence = createPersistence({ databaseUrl });
  const small = smallProvider();
  const [bath, cleaning] = small.decisions;
  const file = smallProvider({
    decisions: [
      { ...bath, tasks: ['MEDSUP', 'FEED'], grantedMinutes: 420 },
      { ...cleaning, tasks: ['CLEAN'], grantedMinutes: 500, grantedPer: 'month' },
      { ...bath, id: 'D3', number: 'D3', client: 'C3', form: 'informal_carer', certificate: undefined },
    ],
    informalCarers: [
      { ...small.informalCarers[0], tasks: ['FEED', 'MEDSUP'], weekdays: [], from: '17:00', to: '24:00', minutesPerWeek: 900 },
    ],
  });
  ({ providerId } = await persistence.providers.write(file));
  sql = new Client({ connectionString: databaseUrl });
  await sql.connect();
});

afterAll(async () => {
  await sql.end();
  await persistence.close();
});

const view = (decision: string, from = FROM) => viewProposal(persistence.shaping, { providerId, decision, from });
const patterns = async (decision: string): Promise<string[]> => {
  const { rows } = await sql.query<Record<string, string>>(
    `SELECT p.external_id AS id, p.tasks::text AS tasks, p.weekdays::text AS days, p.duration_minutes AS minutes, p.windows->0->>'from' AS at,
       p.valid_from::text AS "from", coalesce(p.valid_to::text, 'open') AS "to"
     FROM visit_patterns p JOIN decisions d ON d.id = p.decision_id WHERE d.external_id = $1 ORDER BY 1`,
    [decision],
  );
  return rows.map(({ id, tasks, days, minutes, at, from, to }) => `${id} ${tasks} ${days} ${minutes} ${at} ${from} ${to}`);
};

describe('a decision’s hours', () => {
  it('are proposed against the visits it has, the family’s help taken into account', async () => {
    const proposal = proposalView.parse(await view('D1'));
    expect(proposal).toMatchObject({ decision: 'D1', from: FROM, grantedMinutes: 420, grantedPer: 'week' });
    expect(proposal.differences.map((d) => [d.effect, d.effect === 'kept' ? null : d.cause])).toEqual([
      ['removed', 'not_granted'],
      ['added', 'grant_room'],
      ['added', 'grant_room'],
    ]);
    expect(proposal.byFamily).toEqual([
      { task: 'MEDSUP', timesPerWeek: 7 },
      { task: 'FEED', timesPerWeek: 7 },
    ]);
    expect(proposal.minutesInPeriod + proposal.lostToRounding).toBe(420);
    expect(await patterns('D1')).toHaveLength(1);
  });

  it('become patterns when the proposal that was seen is accepted, once', async () => {
    const { fingerprint, patterns: proposed } = proposalView.parse(await view('D1'));
    const accepted = await acceptProposal(persistence.shaping, { providerId, decision: 'D1', from: FROM, fingerprint, by });
    expect(accepted).toEqual({ ok: true, patterns: ['D1/1', 'D1/2'] });
    expect(await patterns('D1')).toEqual([
      ...proposed.map(
        ({ tasks, weekdays, minutes, window }, i) =>
          `D1/${i + 1} {${tasks.join(',')}} {${weekdays.join(',')}} ${minutes} ${window.from} ${FROM} open`,
      ),
      'V1 {BATH} {MO,WE} 60 08:00 2026-01-05 2026-11-29',
    ]);
    const again = await acceptProposal(persistence.shaping, { providerId, decision: 'D1', from: FROM, fingerprint, by });
    expect(again).toEqual({ ok: false, code: 'stale' });
    expect((await view('D1'))?.differences.map(({ effect }) => effect)).toEqual(['kept', 'kept']);
    const { rows } = await sql.query<{ kind: string; day: string }>(
      'SELECT kind, from_date::text AS day FROM plan_changes ORDER BY id DESC LIMIT 1',
    );
    expect(rows).toEqual([{ kind: 'visits_shaped', day: FROM }]);
  });

  it('shrink with as little as possible touched', async () => {
    await sql.query(
      `INSERT INTO decision_changes (provider_id, external_id, decision_id, kind, from_date, granted_minutes, decided_on)
       SELECT provider_id, 'X1', id, 'reduced', '2026-12-07', 300, '2026-12-01' FROM decisions WHERE external_id = 'D1'`,
    );
    expect((await view('D1'))?.grantedMinutes).toBe(420);
    const less = proposalView.parse(await view('D1', '2026-12-07'));
    expect([less.grantedMinutes, less.minutesInPeriod <= 300]).toEqual([300, true]);
    expect(less.differences.some(({ effect }) => effect === 'kept')).toBe(true);
    const { fingerprint } = less;
    const outcome = await acceptProposal(persistence.shaping, {
      providerId,
      decision: 'D1',
      from: '2026-12-07',
      fingerprint,
      by,
    });
    expect(outcome.ok).toBe(true);
    const stored = (await patterns('D1')).filter((line) => line.endsWith('open'));
    expect(stored).toHaveLength(less.patterns.length);
    expect((await patterns('D1')).filter((line) => line.endsWith('2026-12-06')).length).toBeGreaterThan(0);
  });

  it.each([
    ['of a relative', 'D3', FROM],
    ['of nobody', 'D9', FROM],
  ])('are not shaped %s', async (_, decision, from) => {
    expect(await view(decision, from)).toBeNull();
    const wanted = { providerId, decision, from, fingerprint: '0123456789abcdef', by };
    expect(await acceptProposal(persistence.shaping, wanted)).toEqual({ ok: false, code: 'not_found' });
  });
});
