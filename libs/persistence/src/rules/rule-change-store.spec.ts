import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ruleChangeOrder, type RuleChangeOrder } from '#contracts';
import { testDatabase } from '#embedded';
import { Client } from 'pg';
import { linkVisits, setRuleChange, viewRules } from '#planning';
import { createPersistence, type Persistence } from '../index.js';
import { smallProvider } from '../testing/small-provider.js';

const MONDAY = '2026-11-23';
const RULE = 'BATH-WOUND-requires_after';

let persistence: Persistence;
let sql: Client;
let providerId: string;
let other: string;
let actor: string;

const order = (change: Partial<RuleChangeOrder>): RuleChangeOrder =>
  ruleChangeOrder.parse({ rule: RULE, reason: 'Agreed with the nurse', ...change });
const set = (change: Partial<RuleChangeOrder>, provider = providerId) =>
  setRuleChange(persistence.ruleChanges, { providerId: provider, order: order(change), by: { actor, today: MONDAY } });

beforeAll(async () => {
  const databaseUrl = await testDatabase();
  persistence = createPersistence({ databaseUrl });
  ({ providerId } = await persistence.providers.write(smallProvider()));
  ({ providerId: other } = await persistence.providers.write(
    smallProvider({ provider: { code: 'OTHER', name: 'Cita aprūpe' } }),
  ));
  const account = {
    email: 'ilze@small.example',
    role: 'coordinator',
    language: 'lv',
    passwordHash: '$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA',
  } as const;
  ({ id: actor } = await persistence.accounts.create({ ...account, providerId }));
  sql = new Client({ connectionString: databaseUrl });
  await sql.connect();
});

afterAll(async () => {
  await sql.end();
  await persistence.close();
});

describe('changes of task rules', () => {
  it('stand for all clients or for one, with who, why and when, until they end', async () => {
    expect(await set({ severity: 'soft', gaps: { min: 0, max: 90 } })).toMatchObject({ ok: true });
    const own = await set({ client: 'C1', off: true });
    const listed = await persistence.ruleChanges.list(providerId);
    expect(
      listed.map(({ client, clientName, off, severity, gaps, reason, madeBy, endedAt }) => [
        ...[client, clientName, off, severity, gaps, reason, madeBy, endedAt],
      ]),
    ).toEqual([
      ['C1', 'Alma Ozola', true, null, null, 'Agreed with the nurse', 'ilze@small.example', null],
      [null, null, false, 'soft', { min: 0, max: 90 }, 'Agreed with the nurse', 'ilze@small.example', null],
    ]);
    const read = (client: string | null) => viewRules(listed, client).find(({ id }) => id === RULE);
    expect(read(null)).toMatchObject({ off: false, severity: 'soft', maxGap: 90 });
    expect(read('C1')).toMatchObject({ off: true, severity: 'hard', maxGap: 60, change: listed[0].id });
    expect(await persistence.ruleChanges.end(providerId, (own as { id: string }).id, { actor, today: MONDAY })).toBe(true);
    expect(await persistence.ruleChanges.end(providerId, (own as { id: string }).id, { actor, today: MONDAY })).toBe(false);
    expect(viewRules(await persistence.ruleChanges.list(providerId), 'C1').find(({ id }) => id === RULE)).toMatchObject({
      severity: 'soft',
      off: false,
    });
  });

  it('give way to the next of the same rule and client, and stay in the history', async () => {
    await set({ severity: 'hard', gaps: { min: 0, max: 45 } });
    const all = await persistence.ruleChanges.list(providerId, { ended: true });
    expect(
      all.filter(({ client }) => client === null).map(({ gaps, endedAt, endedBy }) => [gaps?.max, endedAt === null, endedBy]),
    ).toEqual([
      [45, true, null],
      [90, false, 'ilze@small.example'],
    ]);
    await expect(sql.query(`UPDATE rule_changes SET ended_at = NULL, ended_by = NULL WHERE rule = '${RULE}'`)).rejects.toThrow(
      'rule_changes_standing',
    );
  });

  it.each([
    ["off = true, severity = 'hard'", 'rule_changes_change_check'],
    ['off = false, severity = NULL, sets_gaps = false, min_gap = NULL, max_gap = NULL', 'rule_changes_change_check'],
    ['min_gap = 50, max_gap = 45', 'rule_changes_change_check'],
    ['ended_by = made_by', 'rule_changes_ended_check'],
  ])('are kept sound by the database: %s', async (assignment, constraint) => {
    await expect(sql.query(`UPDATE rule_changes SET ${assignment} WHERE ended_at IS NULL`)).rejects.toThrow(constraint);
  });

  it('reach the links of the next plan, and tell plans that they are out of date', async () => {
    const data = await persistence.providers.planningData(providerId, MONDAY, MONDAY);
    expect(data.ruleChanges).toEqual([
      { rule: RULE, clientId: null, change: { off: false, severity: 'hard', gaps: { min: 0, max: 45 } } },
    ]);
    const visit = (key: string, task: string, minutes: number) => ({
      ...{ key, patternId: key, clientId: data.clients[0].id, date: MONDAY, ordinal: 0, funding: { kind: 'private' } as const },
      ...{ tasks: [task], durationSeconds: minutes * 60, profession: 'carer' as const, skills: [], staffCount: 1, priority: 3 },
      windows: [{ start: 0, end: 36_000 }],
    });
    const { links } = linkVisits(data, [visit('a', 'BATH', 45), visit('b', 'WOUND', 30)]);
    expect(links[0].gaps).toEqual([{ min: 2700, max: 5400, cost: 0 }]);
    const { rows } = await sql.query('SELECT kind, client_id IS NULL AS everybody, recorded_by FROM plan_changes ORDER BY id');
    expect(rows.map(({ kind, everybody, recorded_by: by }: Record<string, unknown>) => [kind, everybody, by === actor])).toEqual([
      ['rule_changed', true, true],
      ['rule_changed', false, true],
      ['rule_changed', false, true],
      ['rule_changed', true, true],
    ]);
  });

  it('are refused with every issue', async () => {
    const issues = async (change: Partial<RuleChangeOrder>) => {
      const outcome = await set(change);
      return outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} ${path}`);
    };
    expect(await issues({ rule: 'BATH-BATH-nonsense', off: true })).toEqual(['rule.unknown rule']);
    expect(await issues({})).toEqual(['rule.change severity']);
    expect(await issues({ off: true, severity: 'soft' })).toEqual(['rule.change off']);
    expect(await issues({ gaps: { min: 60, max: 30 } })).toEqual(['rule.change gaps']);
    expect(await issues({ client: 'C9', off: true })).toEqual(['reference.unknown client']);
  });

  it('are the provider’s own', async () => {
    expect(await persistence.ruleChanges.list(other)).toEqual([]);
    const [standing] = await persistence.ruleChanges.list(providerId);
    expect(await persistence.ruleChanges.end(other, standing.id, { actor, today: MONDAY })).toBe(false);
    expect((await persistence.providers.planningData(other, MONDAY, MONDAY)).ruleChanges).toEqual([]);
  });
});
