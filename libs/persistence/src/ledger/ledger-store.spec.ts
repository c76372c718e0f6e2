import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExecutionEvent, LedgerRowView } from '#contracts';
import { testDatabase } from '#embedded';
import { DEFAULT_LIMITS, generateVisits, giveCredit, recordEvents, runBilling, viewLedger } from '#planning';
import { Client } from 'pg';
import { createPersistence, type Persistence } from '../index.js';
import { planRequest, planResult, route, stop } from '../testing/plan-result.js';
import { smallProvider } from '../testing/small-provider.js';

const MONDAY = '2026-11-23';
const WEEK = { from: MONDAY, to: '2026-11-29' };
const NOW = new Date('2026-12-01T08:00:00+02:00');
const MANAGER = '00000000-0000-4000-8000-00000000000a';
const at = (clock: string): string => `${MONDAY}T${clock}:00+02:00`;

let persistence: Persistence;
let sql: Client;
let providerId: string;
let bath: string;
let wound: string;
let staff: readonly string[];
let ids = 0;

/**
 * Monday as published: two carers bathe Alma from 08:30 to 09:30, one of them dresses Cilda's wound at 10:00; Berta's
 * cleaning is left out. The second carer comes ten minutes late, and Cilda is in hospital. An hour costs 12.50 EUR.
 */
beforeAll(async () => {
  const databaseUrl = await testDatabase();
  persistence = createPersistence({ databaseUrl });
  sql = new Client({ connectionString: databaseUrl });
  await sql.connect();
  ({ providerId } = await persistence.providers.write(smallProvider()));
  const data = await persistence.providers.planningData(providerId, MONDAY, MONDAY);
  const visits = generateVisits({ ...data, law: undefined } as never, MONDAY, MONDAY);
  [bath, , wound] = visits.map(({ key }) => key);
  staff = [data.shifts[0].staffId, data.shifts[1].staffId];
  const carer = route(data.shifts[0], 480, [stop(bath, '1', [510, 510, 570])], 630);
  const nurse = route(data.shifts[1], 490, [stop(bath, '2', [510, 510, 570]), stop(wound, '1', [595, 600, 660])], 680);
  const plan = await persistence.plans.request(providerId, planRequest(MONDAY), null);
  await persistence.plans.finish(plan.id, planResult(MONDAY, visits, [nurse, carer]));
  await persistence.plans.publish(providerId, plan.id, 'office');
  await persistence.confirmations.setLimits(providerId, { ...DEFAULT_LIMITS, shorterMinutes: 20, recordedHours: 200 }, MANAGER);
  await report([
    ...stay(bath, staff[0], '08:30', '09:30'),
    ...stay(bath, staff[1], '08:40', '09:30'),
    event({ visit: bath, staff: staff[0], kind: 'task_done', task: 'BATH', at: at('09:20') }),
    event({ visit: wound, staff: staff[1], kind: 'client_in_hospital', at: at('10:02') }),
  ]);
});

afterAll(async () => {
  await sql.end();
  await persistence.close();
});

function event(of: Pick<ExecutionEvent, 'visit' | 'kind' | 'at'> & Partial<ExecutionEvent>): ExecutionEvent {
  return { id: `00000000-0000-4000-8000-${String(ids++).padStart(12, '0')}`, ...of };
}

function stay(visit: string, staffId: string, from: string, to: string): readonly ExecutionEvent[] {
  return [
    event({ visit, staff: staffId, kind: 'checked_in', at: at(from) }),
    event({ visit, staff: staffId, kind: 'checked_out', at: at(to) }),
  ];
}

function report(events: readonly ExecutionEvent[]) {
  const reporter = { accountId: MANAGER, office: true, staffId: null };
  return recordEvents(persistence.events, { providerId, reporter, events, now: NOW });
}

async function row(number: string): Promise<LedgerRowView> {
  const outcome = await viewLedger(persistence.ledger, providerId, { ...WEEK, by: 'range' }, NOW);
  const found = outcome.ok ? outcome.ledger.rows.find((one) => one.number === number) : undefined;
  if (!found) throw new Error(`no row ${number}`);
  return found;
}

const minutesBy = (gaps: LedgerRowView['notPlanned']) => Object.fromEntries(gaps.map(({ cause, minutes }) => [cause, minutes]));
const bill = (range = WEEK) => runBilling(persistence.ledger, { providerId, issuedBy: MANAGER, now: NOW, ...range });

describe('the ledger of a stored week', () => {
  it('has four columns of a decision and the cause of every minute between them', async () => {
    const { granted, planned, delivered, billed, notPlanned, notDelivered, notBilled } = await row('D1/2026');
    expect([granted, planned, delivered, billed]).toEqual([
      { minutes: 600, cents: 12_500, municipality: 12_500, client: 0, state: 0 },
      { minutes: 120, cents: 2500, municipality: 2500, client: 0, state: 0 },
      { minutes: 110, cents: 2292, municipality: 2292, client: 0, state: 0 },
      { minutes: 0, cents: 0, municipality: 0, client: 0, state: 0 },
    ]);
    expect(notPlanned).toEqual([
      { cause: 'not_shaped', side: 'provider', minutes: 360, cents: 7500 },
      { cause: 'not_planned', side: 'provider', minutes: 120, cents: 2500 },
    ]);
    expect(notDelivered).toEqual([{ cause: 'late', side: 'provider', minutes: 10, cents: 208 }]);
    expect(notBilled).toEqual([{ cause: 'not_billed', side: 'billing', minutes: 110, cents: 2292 }]);
  });

  it('says what the plan left out, and splits the money of a shared decision (S119)', async () => {
    const { granted, planned, notPlanned } = await row('D2/2026');
    expect(granted).toMatchObject({ cents: 12_500, municipality: 5000, client: 7500 });
    expect(planned.minutes).toBe(0);
    expect(minutesBy(notPlanned)).toEqual({ not_shaped: 480, no_staff: 60, not_planned: 60 });
  });

  it('of an episode has what was ordered, and no money without a price (S153)', async () => {
    const { kind, granted, planned, delivered, notDelivered } = await row('H1');
    expect([kind, granted.minutes, planned.minutes, delivered.minutes, granted.cents]).toEqual(['episode', 120, 60, 0, 0]);
    expect(minutesBy(notDelivered)).toEqual({ in_hospital: 60 });
  });

  it('knows why a client is away, a visit is called off, a decision paused', async () => {
    await sql.query(`INSERT INTO client_absences (provider_id, client_id, from_date, to_date, reason)
      SELECT provider_id, id, '2026-11-25', NULL, 'hospital' FROM clients WHERE external_id = 'C1'`);
    expect(minutesBy((await row('D1/2026')).notPlanned)).toEqual({ not_shaped: 360, in_hospital: 120 });
    await sql.query('DELETE FROM client_absences');
    await sql.query(`INSERT INTO visit_cancellations (visit_id, provider_id, reason) SELECT id, provider_id, 'refused' FROM visits
      WHERE key LIKE (SELECT id || '%' FROM visit_patterns WHERE external_id = 'V2')`);
    expect(minutesBy((await row('D2/2026')).notPlanned)).toEqual({ not_shaped: 480, refused: 60, not_planned: 60 });
    await sql.query('DELETE FROM visit_cancellations');
    await sql.query("UPDATE visit_patterns SET paused_from = '2026-11-24' WHERE external_id = 'V2'");
    expect(minutesBy((await row('D2/2026')).notPlanned)).toEqual({ not_shaped: 480, no_staff: 60, suspended: 60 });
    await sql.query("UPDATE visit_patterns SET paused_from = NULL WHERE external_id = 'V2'");
  });
});

describe('billing', () => {
  it('is done once, although two runs begin at the same moment', async () => {
    const runs = await Promise.all([bill(), bill(), bill()]);
    const invoices = runs.flatMap((run) => (run.ok ? run.invoices : []));
    expect(
      invoices.map(({ number, funder, payer, minutes, cents, lines }) => [number, funder, payer, minutes, cents, lines]),
    ).toEqual([[1, 'municipality', 'Rīga', 110, 2292, 1]]);
    const { billed, notBilled } = await row('D1/2026');
    expect([billed, notBilled]).toEqual([{ minutes: 110, cents: 2292, municipality: 2292, client: 0, state: 0 }, []]);
    expect(await bill()).toEqual({ ok: true, invoices: [] });
  });

  it('takes only days that are over, and says everything wrong with them', async () => {
    const wrong = await bill({ from: '2026-12-31', to: '2026-12-01' });
    expect(wrong).toMatchObject({
      ok: false,
      issues: [
        { code: 'billing.range', path: 'to' },
        { code: 'billing.range', allowed: 'before 2026-12-01' },
      ],
    });
  });

  it('makes a credit line when what happened is corrected after the invoice, and none twice', async () => {
    const [left] = (await persistence.events.list(providerId, { ...WEEK, visit: bath, staff: staff[0] })).filter(
      ({ kind }) => kind === 'checked_out',
    );
    await report([event({ visit: bath, staff: staff[0], kind: 'checked_out', at: at('09:10'), corrects: left.id })]);
    expect(minutesBy((await row('D1/2026')).notBilled)).toEqual({ to_correct: -20 });
    const runs = await Promise.all([bill(), bill()]);
    expect(
      runs.flatMap((run) => (run.ok ? run.invoices : [])).map(({ number, minutes, cents }) => [number, minutes, cents]),
    ).toEqual([[2, -20, -417]]);
    const [credit, invoice] = await persistence.ledger.invoices(providerId, WEEK);
    const [[line], [original]] = await Promise.all(
      [credit, invoice].map(async ({ id }) => (await persistence.ledger.lines(providerId, id)) ?? []),
    );
    expect([line, original]).toMatchObject([
      { corrects: original.id, cause: 'corrected', minutes: -20, cents: -417, account: 'D1/2026', date: MONDAY },
      { corrects: null, cause: null, minutes: 110, cents: 2292 },
    ]);
    expect((await row('D1/2026')).billed).toMatchObject({ minutes: 90, cents: 1875 });
  });

  it('gives back by hand what is left and no more, once, and does not ask for it again', async () => {
    const [, invoice] = await persistence.ledger.invoices(providerId, WEEK);
    const [{ id: line }] = (await persistence.ledger.lines(providerId, invoice.id)) ?? [];
    const id = '00000000-0000-4000-9000-000000000001';
    const credit = (minutes: number, cents: number, of = line) =>
      giveCredit(persistence.ledger, { id, line: of, minutes, cents, cause: 'credit_complaint', providerId, issuedBy: MANAGER });
    expect(await credit(91, 1876)).toMatchObject({
      ok: false,
      issues: [
        { code: 'credit.too_much', path: 'minutes', allowed: 'up to 90' },
        { code: 'credit.too_much', path: 'cents', allowed: 'up to 1875' },
      ],
    });
    expect(await credit(0, 0)).toMatchObject({ ok: false, issues: [{ code: 'credit.nothing' }] });
    expect(await credit(1, 0, MANAGER)).toMatchObject({ ok: false, issues: [{ code: 'credit.line_unknown' }] });
    const [given, again] = await Promise.all([credit(30, 625), credit(30, 625)]);
    expect(given).toEqual(again);
    expect(given).toMatchObject({ ok: true, invoice: { number: 3, minutes: -30, cents: -625, funder: 'municipality' } });
    expect(await bill()).toEqual({ ok: true, invoices: [] });
    const { billed, notBilled } = await row('D1/2026');
    expect([billed.minutes, billed.cents, minutesBy(notBilled)]).toEqual([60, 1250, { credit: 30 }]);
  });

  it('takes back no more than is left when everything turns out not to have been given', async () => {
    const events = await persistence.events.list(providerId, { ...WEEK, visit: bath, staff: null });
    const standing = events.filter(({ id }) => !events.some(({ corrects }) => corrects === id));
    await report(
      standing.map(({ id, staff: of }) => event({ visit: bath, staff: of, kind: 'withdrawn', at: at('12:00'), corrects: id })),
    );
    // Nobody has looked at it yet: what was billed stays.
    expect(await bill()).toEqual({ ok: true, invoices: [] });
    const after = await persistence.events.list(providerId, { ...WEEK, visit: bath, staff: null });
    const seen = { providerId, by: MANAGER, now: NOW, visits: [{ visit: bath, events: after.length }], note: 'nobody came' };
    expect(await persistence.confirmations.acknowledge(seen)).toBe(1);
    const run = await bill();
    expect(run.ok && run.invoices.map(({ minutes, cents }) => [minutes, cents])).toEqual([[-60, -1250]]);
    expect(await bill()).toEqual({ ok: true, invoices: [] });
    expect((await row('D1/2026')).billed).toMatchObject({ minutes: 0, cents: 0 });
  });

  it('leaves every line as it was written', async () => {
    for (const statement of [
      'UPDATE ledger_lines SET cents = 0',
      'DELETE FROM invoices',
      'UPDATE execution_events SET occurred_at = now()',
    ]) {
      await expect(sql.query(statement)).rejects.toThrow('is append-only');
    }
  });

  it('is another provider’s affair for everybody else', async () => {
    const [{ id }] = await persistence.ledger.invoices(providerId, WEEK);
    expect(await persistence.ledger.lines(MANAGER, id)).toBeNull();
    expect(await persistence.ledger.invoices(MANAGER, WEEK)).toEqual([]);
  });
});
