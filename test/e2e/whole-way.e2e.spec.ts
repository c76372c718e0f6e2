import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importView, planSummary, providerFile, routeView, unservedView, type PlanSummary } from '#contracts';
import { demoProvider } from '#demo';
import { testDatabase, testRedis } from '#embedded';
import { createPersistence, type Persistence } from '#persistence';
import { startApi, startWorker, type Program } from './program.js';
import { DAY, smallProvider } from './small-provider.js';
import { violationsOfStored } from './stored-plan.js';
import { settleTenant, type Tenant } from './tenant.js';
import { Visitor } from './visitor.js';

let persistence: Persistence;
let api: Program & { readonly url: string };
let worker: Program;
let tenant: Tenant;
let visitor: Visitor;

beforeAll(async () => {
  const servers = { databaseUrl: await testDatabase(), redisUrl: await testRedis() };
  persistence = createPersistence(servers);
  tenant = await settleTenant(persistence, smallProvider('SMALL'));
  [api, worker] = await Promise.all([startApi(servers), startWorker(servers)]);
  visitor = new Visitor(api.url);
  await visitor.logIn(tenant.email, tenant.password);
});

afterAll(async () => {
  await Promise.all([api?.end('SIGTERM'), worker?.end('SIGTERM')]);
  await persistence.close();
});

/** Asks for the day and follows the events to the last. */
async function planTheDay(
  of: Visitor = visitor,
  seconds = 1,
): Promise<{ readonly events: readonly PlanSummary[]; readonly last: PlanSummary }> {
  const { id } = await of.post('/api/v1/plans', { from: DAY, to: DAY, seconds, threads: 1 }, planSummary);
  const { body } = await of.send('GET', `/api/v1/plans/${id}/events`);
  const data = (body as string).split('\n').filter((line) => line.startsWith('data: '));
  const events = data.map((line) => planSummary.parse(JSON.parse(line.slice(6))));
  return { events, last: events[events.length - 1] };
}

describe('a plan of a day', () => {
  let first: PlanSummary;

  it('comes from HTTP through the queue and the engine and back', async () => {
    const { events, last } = await planTheDay();
    first = last;
    expect(last).toMatchObject({ status: 'draft', version: 1, failure: null });
    expect(events.length).toBeGreaterThan(1);
    expect(last.figures).toMatchObject({
      visits: 4,
      served: 3,
      routes: 3,
      serviceSeconds: 4 * 2700,
      jointVisits: 1,
      conflictsAvoided: 1,
      // 75 % of the bath is the municipality's; nobody granted the rest.
      secondsByFunder: { municipality: 2025, client: 3 * 2700 + 675, state: 0 },
    });
  });

  it('breaks no hard rule as it lies in the database', async () => {
    expect(await violationsOfStored(persistence, { ...tenant, planId: first.id })).toEqual([]);
  });

  it('shows each stop with names, both carers of a double visit, and the rule between bath and dressing', async () => {
    const routes = await visitor.get(`/api/v1/plans/${first.id}/routes?date=${DAY}`, routeView.array());
    const stops = routes.flatMap((route) => route.stops.map((stop) => ({ staff: route.staffName, ...stop })));
    const lift = stops.filter((stop) => stop.tasks.includes('TRANSFER'));
    expect(lift.map(({ parts }) => parts)).toEqual([2, 2]);
    expect(lift[0].start).toBe(lift[1].start);
    expect(lift[0].staff).not.toBe(lift[1].staff);
    const bath = stops.find((stop) => stop.tasks.includes('BATH'))!;
    const wound = stops.find((stop) => stop.tasks.includes('WOUND'))!;
    expect(bath).toMatchObject({ client: 'GivenC1 FamilyC1', address: 'Street C1', funder: 'shared' });
    expect(bath.links).toEqual([
      expect.objectContaining({
        held: true,
        otherVisit: wound.visit,
        otherStaff: wound.staff,
        rule: expect.stringMatching(/^BATH-WOUND-/),
      }),
    ]);
    expect(bath.links[0].reason.length).toBeGreaterThan(10);
    expect(bath.end <= wound.start || wound.end <= bath.start).toBe(true);
  });

  it('says why a visit is left out', async () => {
    const unserved = await visitor.get(`/api/v1/plans/${first.id}/unserved`, unservedView.array());
    expect(unserved.map(({ tasks, reasons }) => ({ tasks, reasons }))).toEqual([
      { tasks: ['PHYSIO'], reasons: [{ code: 'NO_ONE_PRACTISES', params: { profession: 'physio' } }] },
    ]);
  });

  it('is published once', async () => {
    const path = `/api/v1/plans/${first.id}/publish`;
    expect(await visitor.post(path, undefined, planSummary)).toMatchObject({ id: first.id, status: 'published' });
    expect(await visitor.refused('POST', path)).toMatchObject({ status: 409, code: 'plan.not_a_draft' });
  });

  it('gives way to the next plan of its day', async () => {
    const { last } = await planTheDay();
    await visitor.post(`/api/v1/plans/${last.id}/publish`, undefined, planSummary);
    const plans = await visitor.get('/api/v1/plans', planSummary.array());
    expect(plans.map(({ version, status }) => [version, status])).toEqual([
      [2, 'published'],
      [1, 'superseded'],
    ]);
  });

  it('comes out of a workbook-sized upload: the demo provider of forty clients', async () => {
    const demo = demoProvider('riga-40', { today: '2026-11-23' });
    // An account needs a provider to belong to; everything else comes by upload.
    const { format, version, provider, municipalities } = demo;
    const named = providerFile.parse({ format, version, provider, municipalities, clients: [], staff: [] });
    const office = await settleTenant(persistence, named);
    const coordinator = new Visitor(api.url);
    await coordinator.logIn(office.email, office.password);
    const upload = gzipSync(JSON.stringify(demo));
    const answer = await coordinator.send('POST', '/api/v1/imports', upload, { 'content-type': 'application/gzip' });
    const { counts } = importView.parse(answer.body);
    expect(counts.clients).toEqual({ created: demo.clients.length, changed: 0, unchanged: 0 });
    const { last } = await planTheDay(coordinator, 3);
    expect(last).toMatchObject({ status: 'draft', failure: null });
    const { visits, served, serviceSeconds, secondsByFunder } = last.figures!;
    expect(visits).toBeGreaterThan(25);
    expect(served / visits).toBeGreaterThanOrEqual(0.96);
    expect(secondsByFunder.municipality + secondsByFunder.client + secondsByFunder.state).toBe(serviceSeconds);
    expect(await violationsOfStored(persistence, { ...office, planId: last.id })).toEqual([]);
    expect(await visitor.refused('GET', `/api/v1/plans/${last.id}`)).toMatchObject({ status: 404 });
  }, 60_000);

  it('leaves no name, address or password in any log', () => {
    const text = JSON.stringify([...api.log, ...worker.log]);
    expect(text).toContain('plan job done');
    for (const personal of ['GivenC1', 'FamilyC1', 'Street C1', tenant.email, tenant.password])
      expect(text).not.toContain(personal);
  });
});
