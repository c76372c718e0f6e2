import { createPersistence, type Persistence } from '#persistence';
import { ledgerView, planSummary } from '#contracts';
import { Visitor } from '../e2e/visitor.js';
import { violationsOfStored } from '../e2e/stored-plan.js';
import type { Books, DeedKind } from './books.js';
import type { Machines } from './machines.js';
import type { House, Town } from './town.js';

const SETTLED_WITHIN_MS = 180_000;

/** What was found after a day; every list is empty when nothing is wrong. */
export interface Reckoning {
  readonly acknowledged: Partial<Record<DeedKind, number>>;
  /** Acknowledged and not there. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly doubled: readonly string[];
  /** There without anybody having done it. */
  readonly invented: readonly string[];
  readonly wrong: readonly string[];
}

/** Where the deeds of each kind lie, one id a row. */
const FOUND: Readonly<Partial<Record<DeedKind, string>>> = {
  event: 'SELECT client_event_id::text AS id FROM execution_events',
  observation: 'SELECT client_event_id::text AS id FROM observation_reports',
  absence: 'SELECT external_id AS id FROM absences',
  away: `SELECT c.external_id || ' ' || to_char(a.from_date, 'YYYY-MM-DD') AS id
         FROM client_absences a JOIN clients c ON c.id = a.client_id`,
  decision: 'SELECT external_id AS id FROM decision_changes',
  edit: `SELECT plan_id || ' ' || revision AS id FROM plan_edits`,
};

/** Waits until the programs have caught up, then compares what is there with what was acknowledged. */
export async function reckon(machines: Machines, town: Town, books: Books): Promise<Reckoning> {
  const wrong: string[] = [];
  const unsettled = await untilSettled(machines);
  if (unsettled !== '') wrong.push(unsettled);
  await publishWaiting(machines, town);
  const [lost, doubled, invented]: string[][] = [[], [], []];
  for (const [kind, sql] of Object.entries(FOUND) as [DeedKind, string][]) {
    const counts = new Map<string, number>();
    for (const { id } of await machines.query<{ id: string }>(sql)) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const { id } of books.of(kind, 'acknowledged')) if (!counts.has(id)) lost.push(`${kind} ${id}`);
    for (const [id, count] of counts) {
      if (count > 1) doubled.push(`${kind} ${id}`);
      if (!books.deeds.has(`${kind} ${id}`)) invented.push(`${kind} ${id}`);
    }
  }
  lost.push(...(await lostPlans(machines, books)));
  doubled.push(...(await doubledChanges(machines)));
  const persistence = createPersistence(machines);
  try {
    wrong.push(
      ...(await wrongPlans(machines, persistence, town)),
      ...(await wrongTrails(persistence, [town.street, town.office])),
    );
  } finally {
    await persistence.close();
  }
  wrong.push(...(await wrongLedger(machines, town)));
  const kinds = [...Object.keys(FOUND), 'plan'] as DeedKind[];
  const acknowledged = Object.fromEntries(kinds.map((kind) => [kind, books.of(kind, 'acknowledged').length]));
  return { acknowledged, lost, doubled, invented, wrong };
}

/** Empty once no plan waits, every message is sent and every change has been looked at. */
async function untilSettled(machines: Machines): Promise<string> {
  const open = `SELECT (SELECT count(*)::int FROM plans WHERE status IN ('requested', 'running')) AS plans,
    (SELECT count(*)::int FROM outbox_records WHERE sent_at IS NULL) AS unsent,
    (SELECT count(*)::int FROM outbox_records WHERE change_id IS NOT NULL AND settled_at IS NULL) AS changes`;
  const deadline = Date.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const [row] = await machines.query<Record<string, number>>(open).catch(() => [{ postgres: 1 }]);
    if (Object.values(row).every((count) => count === 0)) return '';
    if (Date.now() > deadline) return `not settled: ${JSON.stringify(row)}`;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** A coordinator publishes what waits for somebody, so that the published plans have everything in them. */
async function publishWaiting(machines: Machines, { office }: Town): Promise<void> {
  const coordinator = new Visitor(machines.url);
  const [{ email, password }] = office.coordinators;
  await coordinator.logIn(email, password);
  for (let time = 0; time < 10; time++) {
    const plans = await coordinator.get('/api/v1/plans', planSummary.array());
    const waiting = plans.find(({ status, basedOn }) => status === 'draft' && basedOn !== null);
    if (!waiting) return;
    await coordinator.send('POST', `/api/v1/plans/${waiting.id}/publish`);
    await untilSettled(machines);
  }
}

async function lostPlans(machines: Machines, books: Books): Promise<string[]> {
  const rows = await machines.query<{ id: string; status: string }>('SELECT id::text, status::text FROM plans');
  const status = new Map(rows.map(({ id, status: found }) => [id, found]));
  const isMade = (id: string): boolean => ['draft', 'published', 'superseded'].includes(status.get(id) ?? '');
  return books.of('plan', 'acknowledged').flatMap(({ id }) => (isMade(id) ? [] : [`plan ${id}: ${status.get(id) ?? 'gone'}`]));
}

/** Every absence, and every suspension, is one change of the plans, not two. */
async function doubledChanges(machines: Machines): Promise<string[]> {
  const rows = await machines.query<{ kind: string; subject: string; count: number }>(
    `SELECT kind, subject_id::text || ' ' || from_date AS subject, count(*)::int AS count FROM plan_changes
     WHERE kind IN ('staff_absent', 'client_away', 'decision_suspended') GROUP BY 1, 2 HAVING count(*) > 1`,
  );
  return rows.map(({ kind, subject, count }) => `${kind} ${subject}: ${count} changes`);
}

/** The published plan of each day has everything in it that is known, and the checker has nothing to say. */
async function wrongPlans(machines: Machines, persistence: Persistence, town: Town): Promise<string[]> {
  const wrong: string[] = [];
  for (const { providerId } of [town.street, town.office]) {
    // What another plan has taken over since is in force no more, and people and rosters have gone on without it.
    const rows = await machines.query<{ id: string; day: string }>(
      'SELECT plan_id::text AS id, date::text AS day FROM plan_days WHERE provider_id = $1 AND published ORDER BY date',
      [providerId],
    );
    if (rows.length === 0) wrong.push(`no published plan of ${providerId}`);
    for (const { id, day } of rows) {
      const violations = await violationsOfStored(persistence, { providerId, planId: id, day });
      wrong.push(...violations.map((violation) => `plan ${id} on ${day}: ${JSON.stringify(violation)}`));
    }
  }
  return wrong;
}

async function wrongTrails({ trail }: Persistence, houses: readonly House[]): Promise<string[]> {
  const verdicts = await Promise.all(houses.map(({ providerId }) => trail.verify(providerId)));
  return verdicts.flatMap(({ broken }) => (broken === null ? [] : [`the trail is broken at ${broken}`]));
}

/** After one more billing run a further one bills nothing, and what was delivered is billed or has its cause. */
async function wrongLedger(machines: Machines, { street, today }: Town): Promise<string[]> {
  const manager = new Visitor(machines.url);
  await manager.logIn(street.manager.email, street.manager.password);
  const wrong: string[] = [];
  const lines = async (): Promise<{ minutes: number; cents: number; count: number }> => {
    const sql = `SELECT coalesce(sum(minutes), 0)::int AS minutes, coalesce(sum(cents), 0)::int AS cents, count(*)::int AS count
                 FROM ledger_lines`;
    return (await machines.query<{ minutes: number; cents: number; count: number }>(sql))[0];
  };
  const order = { from: today, to: today };
  await manager.send('POST', '/api/v1/billing-runs', order);
  const once = await lines();
  await manager.send('POST', '/api/v1/billing-runs', order);
  if ((await lines()).count !== once.count) wrong.push('a second billing run bills again');
  const { totals } = await manager.get(`/api/v1/ledger?from=${today}&to=${today}`, ledgerView);
  const [total] = totals;
  if (total.billed.minutes !== once.minutes || total.billed.cents !== once.cents)
    wrong.push('the ledger has not what the lines add up to');
  const explained = total.notBilled.reduce((sum, { minutes }) => sum + minutes, 0);
  if (total.delivered.minutes !== total.billed.minutes + explained) {
    wrong.push(`delivered ${total.delivered.minutes} minutes, billed ${total.billed.minutes}, explained ${explained}`);
  }
  return wrong;
}
