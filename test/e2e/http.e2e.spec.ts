import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importView, planSummary, providerView, ruleChangeView, ruleView, sessionView } from '#contracts';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { testDatabase, testRedis } from '#embedded';
import { createPlanQueue, type PlanQueue } from '#jobs';
import { createLogger } from '#observability';
import { createPersistence, type Persistence } from '#persistence';
import { createPlanAdviser, createThreadSolver } from '#threads';
import { createTravelTimes } from '#travel';
import { createApi } from '../../apps/api/src/create-api.js';
import { providerFiles } from '../../apps/api/src/imports/provider-files.js';
import { DAY, smallProvider } from './small-provider.js';
import { settleTenant, type Tenant } from './tenant.js';
import { Visitor } from './visitor.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

let url: string;
let persistence: Persistence;
let queue: PlanQueue;
let app: NestExpressApplication;
let webRoot: string;
let own: Tenant;
let other: Tenant;
let manager: Visitor;
let stranger: Visitor;
const logged: string[] = [];

/** The API over this file's database, listening; `through` is how it reaches Redis. */
async function listeningApi(through: PlanQueue): Promise<NestExpressApplication> {
  const api = await createApi({
    ...persistence,
    ...{ reader: persistence.planReader, queue: through, now: () => new Date() },
    travel: createTravelTimes(),
    adviser: createPlanAdviser(),
    solver: createThreadSolver(),
    ruleWords: () => undefined,
    files: providerFiles(),
    logger: createLogger({ program: 'api', level: 'info', destination: { write: (line: string) => void logged.push(line) } }),
    settings: { sessionDays: 14, cookieSecure: false, webRoot },
  });
  await api.listen(0, '127.0.0.1');
  return api;
}

beforeAll(async () => {
  persistence = createPersistence({ databaseUrl: await testDatabase() });
  queue = createPlanQueue({ redisUrl: await testRedis(), onError: () => undefined });
  webRoot = mkdtempSync(join(tmpdir(), 'apgaita-web-'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Apgaita</title>');
  writeFileSync(join(webRoot, 'app.js'), 'export {};');
  app = await listeningApi(queue);
  url = await app.getUrl();
  own = await settleTenant(persistence, smallProvider('OWN'));
  other = await settleTenant(persistence, smallProvider('OTHER'));
  [manager, stranger] = [new Visitor(url), new Visitor(url)];
  await manager.logIn(own.email, own.password);
  await stranger.logIn(other.email, other.password);
});

afterAll(async () => {
  await app.close();
  await queue.close();
  await persistence.close();
  rmSync(webRoot, { recursive: true });
});

describe('sessions', () => {
  it('opens with a cookie that scripts cannot read and other sites cannot send', async () => {
    const visitor = new Visitor(url);
    const answer = await visitor.logIn(own.email.toUpperCase(), own.password);
    expect(answer.status).toBe(200);
    expect(sessionView.parse(answer.body)).toEqual({
      email: own.email,
      role: 'coordinator',
      providerName: 'Provider OWN',
      language: 'en',
    });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^apgaita_session=[\w-]{43}; Max-Age=1209600; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    expect(await visitor.get('/api/v1/session', sessionView)).toMatchObject({ email: own.email });
  });

  it.each([
    ['a wrong password', () => own.email, 'not the password'],
    ['an unknown account', () => 'nobody@own.example', 'password of OWN'],
  ])('stays closed for %s, with the same words', async (_, email, password) => {
    const answer = await new Visitor(url).logIn(email(), password);
    expect(answer).toMatchObject({ status: 401, body: { code: 'session.wrong', issues: [] } });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('ends at once', async () => {
    const visitor = new Visitor(url);
    const { headers } = await visitor.logIn(own.email, own.password);
    const kept = headers.getSetCookie()[0].split(';', 1)[0];
    expect((await visitor.send('DELETE', '/api/v1/session')).status).toBe(204);
    const again = await new Visitor(url).send('GET', '/api/v1/session', undefined, { cookie: kept });
    expect(again).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });

  it.each([
    ['GET', '/api/v1/session'],
    ['DELETE', '/api/v1/session'],
    ['GET', '/api/v1/provider'],
    ['GET', '/api/v1/plans'],
    ['POST', '/api/v1/plans'],
    ['GET', `/api/v1/plans/${UNKNOWN}`],
    ['GET', `/api/v1/plans/${UNKNOWN}/routes`],
    ['GET', `/api/v1/plans/${UNKNOWN}/unserved`],
    ['GET', `/api/v1/plans/${UNKNOWN}/events`],
    ['POST', `/api/v1/plans/${UNKNOWN}/publish`],
    ['POST', '/api/v1/imports'],
    ['GET', '/api/v1/imports/template'],
    ['GET', '/api/v1/rules'],
    ['PUT', '/api/v1/rules/changes'],
    ['GET', '/api/v1/decisions/D1/proposal'],
    ['POST', '/api/v1/decisions/D1/proposal'],
  ] as const)('%s %s needs one', async (method, path) => {
    expect(await new Visitor(url).refused(method, path)).toMatchObject({ status: 401, code: 'session.missing' });
  });

  it('keeps staff accounts out of the planning office', async () => {
    const { providerId } = own;
    const account = (await persistence.accounts.findByEmail(own.email))!;
    await persistence.accounts.create({ ...account, providerId, email: 'carer@own.example', role: 'staff' });
    const carer = new Visitor(url);
    await carer.logIn('carer@own.example', own.password);
    expect(await carer.get('/api/v1/session', sessionView)).toMatchObject({ role: 'staff' });
    expect(await carer.refused('GET', '/api/v1/plans')).toMatchObject({ status: 403, code: 'session.role' });
  });
});

describe('requests', () => {
  it('come back with every issue and its path', async () => {
    const problem = await manager.refused('POST', '/api/v1/plans', { from: '2026-02-30', to: DAY, seconds: 0, threads: 'two' });
    expect(problem).toMatchObject({ type: 'urn:apgaita:problem:request.invalid', status: 400, code: 'request.invalid' });
    expect(problem.issues.map(({ path }) => path)).toEqual(['from', 'seconds', 'threads']);
  });

  it.each([
    ['an end before the beginning', DAY, '2026-11-23'],
    ['more than 31 days', '2026-11-24', '2026-12-25'],
  ])('ask for no plan of %s', async (_, from, to) => {
    const problem = await manager.refused('POST', '/api/v1/plans', { from, to });
    expect(problem.issues).toEqual([expect.objectContaining({ code: 'plan.range', path: 'to', value: to })]);
  });

  it.each([
    ['a path that is no id', 'GET', '/api/v1/plans/17', 400, 'request.invalid'],
    ['a day that is none', 'GET', `/api/v1/plans/${UNKNOWN}/routes?date=24.11.2026`, 400, 'request.invalid'],
    ['an unknown plan', 'GET', `/api/v1/plans/${UNKNOWN}`, 404, 'request.not_found'],
    ['an unknown route', 'GET', '/api/v1/nothing', 404, 'request.not_found'],
  ] as const)('are refused for %s', async (_, method, path, status, code) => {
    expect(await manager.refused(method, path)).toMatchObject({ status, code });
  });

  it.each([
    ['text that is not JSON', '{"from":', 400, 'request.not_json'],
    ['a body of 200 kB', JSON.stringify({ from: 'x'.repeat(200_000) }), 413, 'request.too_large'],
  ])('are refused for %s', async (_, text, status, code) => {
    const answer = await manager.send('POST', '/api/v1/plans', Buffer.from(text), { 'content-type': 'application/json' });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a foreign origin in an old browser', { 'sec-fetch-site': '', origin: 'https://evil.example' }, 403],
    ['this site', { 'sec-fetch-site': 'same-origin' }, 400],
  ])('that change something and come from %s', async (_, headers, status) => {
    expect((await manager.send('POST', '/api/v1/plans', {}, headers)).status).toBe(status);
  });
});

describe('task rules and hours of decisions', () => {
  const rule = { rule: 'BATH-WOUND-requires_after', reason: 'Agreed with the nurse' };

  it('are changed with a reason, listed and changed back', async () => {
    const { id } = (await manager.send('PUT', '/api/v1/rules/changes', { ...rule, gaps: { min: 0, max: 90 } })).body as {
      id: string;
    };
    const book = await manager.get('/api/v1/rules', ruleView.array());
    expect(book.find((one) => one.id === rule.rule)).toMatchObject({ maxGap: 90, change: id });
    const seen = (change: string) =>
      manager.send('PUT', '/api/v1/rules/changes', { ...rule, gaps: { min: 0, max: 90 } }, { 'if-match': `"${change}"` });
    expect(await seen('none')).toMatchObject({ status: 412, body: { code: 'request.changed' } });
    expect(await stranger.get('/api/v1/rules/changes', ruleChangeView.array())).toEqual([]);
    expect(await stranger.refused('DELETE', `/api/v1/rules/changes/${id}`)).toMatchObject({ code: 'request.not_found' });
    expect((await manager.send('DELETE', `/api/v1/rules/changes/${id}`)).status).toBe(204);
    const history = await manager.get('/api/v1/rules/changes?ended=true', ruleChangeView.array());
    expect(history).toEqual([expect.objectContaining({ id, madeBy: own.email, endedBy: own.email })]);
  });

  it.each([
    ['without a reason', { ...rule, reason: undefined, off: true }, ['reason']],
    ['that is unknown', { ...rule, rule: 'BATH-BATH-nonsense', off: true }, ['rule']],
    ['of an unknown client', { ...rule, client: 'C99', off: true }, ['client']],
    ['in nothing', rule, ['severity']],
  ])('a rule %s is not changed', async (_, body, paths) => {
    const problem = await manager.refused('PUT', '/api/v1/rules/changes', body);
    expect([problem.status, problem.issues.map(({ path }) => path)]).toEqual([400, paths]);
  });

  it('no decision, no proposal', async () => {
    expect(await manager.refused('GET', '/api/v1/decisions/D99/proposal?from=2026-11-30')).toMatchObject({ status: 404 });
    const body = { from: '2026-11-30', fingerprint: '0123456789abcdef' };
    expect(await manager.refused('POST', '/api/v1/decisions/D99/proposal', body)).toMatchObject({ status: 404 });
  });
});

describe('another provider', () => {
  it('does not see, read or publish a plan', async () => {
    const plan = await manager.post('/api/v1/plans', { from: DAY, to: DAY }, planSummary);
    expect(plan).toMatchObject({ status: 'requested', version: 1, from: DAY, to: DAY, figures: null });
    const path = `/api/v1/plans/${plan.id}`;
    for (const each of [path, `${path}/routes`, `${path}/unserved`, `${path}/events`]) {
      expect(await stranger.refused('GET', each)).toMatchObject({ status: 404, code: 'request.not_found' });
    }
    expect(await stranger.refused('POST', `${path}/publish`)).toMatchObject({ status: 404 });
    expect(await manager.refused('POST', `${path}/publish`)).toMatchObject({ status: 409, code: 'plan.not_a_draft' });
    expect(await stranger.get('/api/v1/plans', planSummary.array())).toEqual([]);
    expect(await manager.get('/api/v1/plans', planSummary.array())).toEqual([expect.objectContaining({ id: plan.id })]);
  });
});

describe('imports', () => {
  const json = (file: object): Uint8Array => Buffer.from(JSON.stringify(file));
  const type = { 'content-type': 'application/json' };
  const grown = () => {
    const file = smallProvider('OWN');
    return { ...file, clients: [...file.clients, { ...file.clients[0], id: 'C4' }] };
  };
  const clients = async () => (await manager.get('/api/v1/provider', providerView)).counts.clients;

  it('count what a dry run would change, and change nothing', async () => {
    const answer = await manager.send('POST', '/api/v1/imports?dryRun=true', json(grown()), type);
    expect(importView.parse(answer.body)).toMatchObject({
      dryRun: true,
      counts: { clients: { created: 1, changed: 0, unchanged: 3 } },
    });
    expect(await clients()).toBe(3);
  });

  it('write once, however often they are sent', async () => {
    await manager.send('POST', '/api/v1/imports', json(grown()), type);
    expect(await clients()).toBe(4);
    const again = importView.parse((await manager.send('POST', '/api/v1/imports', json(grown()), type)).body);
    expect(Object.values(again.counts).every(({ created, changed }) => created + changed === 0)).toBe(true);
  });

  it('come back with every issue and write nothing', async () => {
    const file = grown();
    const broken = { ...file, clients: [...file.clients, { ...file.clients[0], id: 'C5', latitude: 24.1, longitude: 56.95 }] };
    const answer = await manager.send('POST', '/api/v1/imports', json({ ...broken, shifts: [{ id: 'X' }] }), type);
    expect(answer).toMatchObject({ status: 422, body: { code: 'import.invalid' } });
    const { issues } = answer.body as { issues: { path: string }[] };
    expect(issues.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['clients[4].latitude', 'shifts[0].staff', 'shifts[0].date']),
    );
    expect(await clients()).toBe(4);
  });

  it('judge by the rules of care', async () => {
    const file = grown();
    const patterns = file.patterns.map((row) => ({ ...row, profession: 'carer' }));
    const answer = await manager.send('POST', '/api/v1/imports', json({ ...file, patterns }), type);
    expect(answer).toMatchObject({ status: 422, body: { issues: [{ code: 'task.profession' }, { code: 'task.profession' }] } });
  });

  it('write nobody else’s data', async () => {
    const answer = await manager.send('POST', '/api/v1/imports', json(smallProvider('OTHER')), type);
    expect(answer).toMatchObject({
      status: 422,
      body: { issues: [{ code: 'provider.other', path: 'provider.code', value: 'OTHER' }] },
    });
  });

  it('end at 32 MB', async () => {
    const answer = await manager.send('POST', '/api/v1/imports', new Uint8Array(32 * 1024 * 1024 + 1), type);
    expect(answer).toMatchObject({ status: 413, body: { code: 'request.too_large' } });
  });

  it('begin with a workbook that reads as empty', async () => {
    const response = await manager.send('GET', '/api/v1/imports/template');
    expect(response.headers.get('content-type')).toBe(XLSX);
    expect((response.body as string).startsWith('PK')).toBe(true);
  });
});

describe('the server', () => {
  it('is alive and ready', async () => {
    expect(await new Visitor(url).send('GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await new Visitor(url).send('GET', '/health/ready')).toMatchObject({
      status: 200,
      body: { postgres: 'ok', redis: 'ok' },
    });
  });

  it('takes requests for plans while Redis is away, and says that it is', async () => {
    const away = createPlanQueue({ redisUrl: 'redis://127.0.0.1:1', onError: () => undefined });
    const api = await listeningApi(away);
    const visitor = new Visitor(await api.getUrl());
    await visitor.logIn(other.email, other.password);
    expect(await visitor.send('GET', '/health/ready')).toMatchObject({ status: 503, body: { postgres: 'ok', redis: 'away' } });
    const plan = await visitor.post('/api/v1/plans', { from: DAY, to: DAY }, planSummary);
    expect(plan.status).toBe('requested');
    expect((await persistence.outbox.pending(10)).map(({ job }) => job !== null && 'planId' in job && job.planId)).toContain(
      plan.id,
    );
    await api.close();
    await away.close();
  });

  it.each([
    ['/', 200, 'text/html'],
    ['/plans/17', 200, 'text/html'],
    ['/my/visit/2026-11-24/4f2a@2026-11-24.0', 200, 'text/html'],
    ['/app.js', 200, 'text/javascript'],
    ['/missing.js', 404, 'application/problem+json'],
  ])('serves the web app at %s', async (path, status, media) => {
    const { headers, ...answer } = await new Visitor(url).send('GET', path);
    expect(answer.status).toBe(status);
    expect(headers.get('content-type')).toContain(media);
  });

  it('lets pages load nothing from elsewhere', async () => {
    const { headers } = await new Visitor(url).send('GET', '/');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self';.*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    const docs = await new Visitor(url).send('GET', '/api/docs');
    expect(docs.headers.get('content-security-policy')).toMatch(/style-src 'self' 'unsafe-inline';/);
    expect(docs.headers.get('content-security-policy')).not.toMatch(/script-src|default-src[^;]*unsafe/);
  });

  it('shares nothing with other sites', async () => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
    const asked = await manager.send('OPTIONS', '/api/v1/plans', undefined, headers);
    const read = await manager.send('GET', '/api/v1/plans', undefined, headers);
    for (const answer of [asked, read]) expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('describes itself by the schemas it checks with', async () => {
    const { body } = await manager.send('GET', '/api/docs/openapi.json');
    const { paths } = body as {
      paths: Record<string, Record<string, { requestBody?: unknown; responses: Record<string, unknown> }>>;
    };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/decisions/{id}/proposal',
        '/api/v1/imports',
        '/api/v1/imports/template',
        '/api/v1/plans',
        '/api/v1/plans/{id}',
        '/api/v1/plans/{id}/events',
        '/api/v1/plans/{id}/publish',
        '/api/v1/plans/{id}/routes',
        '/api/v1/plans/{id}/unserved',
        '/api/v1/provider',
        '/api/v1/rules',
        '/api/v1/rules/changes',
        '/api/v1/rules/changes/{id}',
        '/api/v1/session',
        '/health/live',
        '/health/ready',
      ]),
    );
    expect(JSON.stringify(paths['/api/v1/plans'].post.requestBody)).toContain('"maximum":3600');
    expect(JSON.stringify(paths['/api/v1/plans/{id}'].get.responses['200'])).toContain('conflictsAvoided');
  });

  it('logs no names, addresses, passwords or queries', () => {
    expect(logged.length).toBeGreaterThan(20);
    const text = logged.join('');
    for (const personal of ['GivenC1', 'FamilyC1', 'Street C1', own.email, own.password, 'dryRun', 'apgaita_session=']) {
      expect(text).not.toContain(personal);
    }
  });
});
