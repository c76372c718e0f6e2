import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { testDatabase, testRedis } from '#embedded';
import { createPlanQueue, type PlanQueue } from '#jobs';
import { createPersistence, type Persistence } from '#persistence';
import { declaredRoutes, demandDeclared } from '../../../apps/api/src/access/declared-routes.js';
import { For } from '../../../apps/api/src/access/for.js';
import { PEOPLE, type Role, ROLES } from '../../../apps/api/src/access/roles.js';
import { trailWords } from '../../../apps/web/src/text/trail-texts.js';
import { listeningApi } from '../test-api.js';
import { type Answer, Visitor } from '../visitor.js';
import { type ApiDescription, AnswerJudge } from './described.js';
import { requests } from './fuzz.js';
import { NOW, type Objects, PASSWORD, settle } from './house-of-two.js';
import { type Asked, type Expected, ROUTES } from './route-table.js';

let persistence: Persistence;
let queue: PlanQueue;
let api: NestExpressApplication;
let url: string;
let own: Objects;
let other: Objects;
const logged: string[] = [];
const people = new Map<string, Visitor>();
let n = 0;
/** The route that was asked under each key. */
const asKey = new Map<string, string>();
let judge: AnswerJudge;
let redisUrl: string;
let database: Client;

beforeAll(async () => {
  const databaseUrl = await testDatabase();
  redisUrl = await testRedis();
  database = new Client({ connectionString: databaseUrl });
  await database.connect();
  persistence = createPersistence({ databaseUrl });
  queue = createPlanQueue({ redisUrl, onError: () => undefined });
  own = await settle(persistence, 'OWN');
  other = await settle(persistence, 'FOREIGN');
  api = await listeningApi({ persistence, queue, now: () => NOW, logged });
  url = await api.getUrl();
  const { body } = await new Visitor(url).send('GET', '/api/docs/openapi.json');
  judge = new AnswerJudge(body as ApiDescription);
  for (const role of PEOPLE) people.set(role, await loggedIn(own.emails[role]));
  people.set('integration', new Visitor(url, own.token));
});

afterAll(async () => {
  await api?.close();
  await queue?.close();
  await database?.end();
  await persistence?.close();
});

async function loggedIn(email: string): Promise<Visitor> {
  const visitor = new Visitor(url);
  expect(await visitor.logIn(email, PASSWORD)).toMatchObject({ status: 200 });
  return visitor;
}

/** Somebody of the own provider, or nobody, asks a route for objects. */
async function ask(
  route: string,
  role: Role | 'nobody',
  of: Objects,
): Promise<{ readonly answer: Answer; readonly asked: Asked }> {
  const expected = ROUTES[route];
  const asked: Asked = { of, role, n: n++ };
  const [method, path] = route.split(' ');
  const filled = path.replace(':id', encodeURIComponent(String(expected.id?.(of) ?? '')));
  const visitor = role === 'nobody' ? new Visitor(url) : await visitorFor(role, expected);
  const address = expected.query === undefined ? filled : `${filled}?${expected.query}`;
  const key = `access-key-${asked.n}`;
  asKey.set(key, route);
  const headers = method === 'GET' ? {} : { 'idempotency-key': key };
  const answer = await visitor.send(method, address, expected.body?.(asked), headers);
  expect([route, role, judge.faults(route, answer)]).toEqual([route, role, []]);
  return { asked, answer };
}

async function visitorFor(role: Role, { endsSession, callers }: Expected): Promise<Visitor> {
  const known = people.get(role);
  const afresh = role !== 'integration' && (endsSession || callers === 'everybody');
  return afresh || !known ? loggedIn(own.emails[role as keyof typeof own.emails]) : known;
}

const mayCall = ({ callers }: Expected, role: Role | 'nobody'): boolean =>
  callers === 'everybody' || (callers as readonly string[]).includes(role);

const ASKERS = [...ROLES, 'nobody'] as const;

describe('routes', () => {
  it('are all in the table, and nothing else is', () => {
    expect(
      declaredRoutes(api)
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    ).toEqual(Object.keys(ROUTES).sort());
  });

  it('declare the callers the table says', () => {
    for (const { method, path, callers } of declaredRoutes(api)) {
      const wanted = ROUTES[`${method} ${path}`]?.callers;
      expect([path, [...(callers ?? [])].sort()]).toEqual([
        path,
        wanted === 'everybody' ? ['everybody'] : [...(wanted ?? [])].sort(),
      ]);
    }
  });

  it('are described in full: what they take and what they answer with', async () => {
    const { body } = await new Visitor(url).send('GET', '/api/docs/openapi.json');
    const { paths } = body as {
      paths: Record<string, Record<string, { responses: Record<string, unknown>; parameters: unknown[] }>>;
    };
    for (const { method, path } of declaredRoutes(api)) {
      const described = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      const answers = Object.keys(described?.responses ?? {}).filter((status) => /^[23]/.test(status));
      const named = (described?.parameters ?? []).filter((one) => (one as { in: string }).in === 'path').length;
      expect([path, method, answers.length, named]).toEqual([path, method, 1, (path.match(/:/g) ?? []).length]);
    }
  });

  it('that put something in place of another demand to know what was seen', async () => {
    const administrator = people.get('administrator') as Visitor;
    const unseen: string[] = [];
    for (const route of Object.keys(ROUTES).filter((one) => one.startsWith('PUT '))) {
      const { parameters = [], requestBody } = judge.of(route);
      const body = requestBody?.content['application/json']?.schema as { readonly required?: readonly string[] } | undefined;
      if (body?.required?.includes('revision')) continue;
      expect([route, parameters.some(({ name }) => name === 'If-Match')]).toEqual([route, true]);
      unseen.push(route);
    }
    for (const route of [...unseen, ...Object.keys(ROUTES).filter((one) => one.startsWith('POST /api/v1/work-items/'))]) {
      const [method, path] = route.split(' ');
      const sent = ROUTES[route].body?.({ of: own, role: 'administrator', n: 0 });
      const answer = await administrator.send(method, path.replace(':id', own.workItem), sent, { 'if-match': '' });
      expect([route, answer.status, answer.body]).toMatchObject([route, 428, { code: 'request.unseen' }]);
    }
    expect(unseen.length).toBeGreaterThan(5);
  });

  it.each(Object.keys(ROUTES))('%s answers every role as the table says, with own objects', async (route) => {
    const expected = ROUTES[route];
    for (const role of ASKERS) {
      const { answer, asked } = await ask(route, role, own);
      const granted = typeof expected.own === 'number' ? expected.own : expected.own(asked);
      const status = mayCall(expected, role) ? granted : role === 'nobody' ? 401 : 403;
      expect([role, answer.status, answer.status === status ? null : answer.body]).toEqual([role, status, null]);
    }
  });

  it.each(Object.keys(ROUTES).filter((route) => ROUTES[route].foreign !== undefined))(
    '%s has nothing of another provider, for any role',
    async (route) => {
      const expected = ROUTES[route];
      for (const role of ASKERS) {
        const { answer } = await ask(route, role, other);
        const status = mayCall(expected, role) ? expected.foreign : role === 'nobody' ? 401 : 403;
        expect([role, answer.status]).toEqual([role, status]);
      }
    },
  );

  it.each(Object.keys(ROUTES).filter((route) => route.startsWith('GET ')))(
    '%s shows nothing of another provider',
    async (route) => {
      for (const role of ROLES) {
        const { answer } = await ask(route, role, own);
        const text = JSON.stringify(answer.body);
        const marks = ['FOREIGN', 'foreign.example', other.providerId, other.plan, other.invoice, other.carer];
        expect([role, marks.filter((mark) => text.includes(mark))]).toEqual([role, []]);
      }
    },
  );
});

describe('writes under a key', () => {
  /** They answer a question, or had nothing to do. */
  const WRITE_NOTHING = ['DELETE /api/v1/accounts/:id/sessions', 'POST /api/v1/repairs'];

  it('say in their own commit that they are done', async () => {
    const { rows } = await database.query<{ key: string; done: boolean }>(
      `SELECT key, bool_or(done_at IS NOT NULL) AS done FROM keyed_answers WHERE status < 300 AND key LIKE 'access-key-%' GROUP BY key`,
    );
    const routesOf = (some: typeof rows): string[] => [...new Set(some.map(({ key }) => asKey.get(key) ?? key))].sort();
    const done = routesOf(rows.filter((row) => row.done));
    expect(routesOf(rows).filter((route) => !done.includes(route))).toEqual(WRITE_NOTHING);
    expect(done.length).toBeGreaterThan(20);
  });
});

describe('what is written beside the answers', () => {
  /** Marks of people: names, addresses, passwords, and what a note at a visit says. */
  const MARKS = [
    'GivenC',
    'FamilyC',
    'GivenS',
    'Street C',
    '@own.example',
    '@foreign.example',
    PASSWORD,
    'all well',
    'tuberculosis',
  ];
  const marked = (text: string): string[] => MARKS.filter((mark) => text.includes(mark));

  it('names nobody: not the logs, the queue’s payloads, the outbox or the trail', async () => {
    expect(logged.length).toBeGreaterThan(500);
    expect(marked(logged.join(''))).toEqual([]);
    const redis = new Redis(redisUrl);
    const keys = await redis.keys('*');
    const reads: Readonly<Record<string, (key: string) => Promise<unknown>>> = {
      hash: (key) => redis.hgetall(key),
      string: (key) => redis.get(key),
      list: (key) => redis.lrange(key, 0, -1),
      set: (key) => redis.smembers(key),
      zset: (key) => redis.zrange(key, 0, -1),
      stream: (key) => redis.xrange(key, '-', '+'),
    };
    const values = await Promise.all(keys.map(async (key) => reads[await redis.type(key)](key)));
    await redis.quit();
    expect(keys.length).toBeGreaterThan(5);
    expect(marked(JSON.stringify([keys, values]))).toEqual([]);
    for (const table of ['outbox_records', 'audit_entries', 'plan_changes']) {
      const { rows } = await database.query(`SELECT t::text AS row FROM ${table} t`);
      expect(rows.length).toBeGreaterThan(0);
      expect([table, marked(JSON.stringify(rows))]).toEqual([table, []]);
    }
  });

  it('and no refusal repeats what was sent', async () => {
    const office = people.get('manager') as Visitor;
    const sent = { email: 'GivenC1@own.example', password: PASSWORD, note: 'all well', kind: 'tuberculosis', client: 'FamilyC1' };
    for (const route of Object.keys(ROUTES).filter((one) => /^(POST|PUT)/.test(one) && !one.includes('imports'))) {
      const [method, path] = route.split(' ');
      const { status, body } = await office.send(method, path.replace(/:\w+/g, own.plan), sent);
      expect([route, status >= 300 ? marked(JSON.stringify(body)) : []]).toEqual([route, []]);
    }
  });

  it('has an entry for every look at clients, and for none that shows nobody', async () => {
    const { rows } = await database.query<{ route: string }>(
      `SELECT DISTINCT detail->>'route' AS route FROM audit_entries WHERE action = 'looked'`,
    );
    const routes = rows.map(({ route }) => route);
    expect(routes).toEqual(
      expect.arrayContaining(['PlansController.routes', 'LedgerController.ledger', 'ClientExportController.export']),
    );
    const actions = await database.query<{ action: string }>('SELECT DISTINCT action FROM audit_entries');
    const codes = [...routes, ...actions.rows.map(({ action }) => action)];
    expect(codes.filter((code) => trailWords(code, 'lv') === null)).toEqual([]);
    expect(routes.filter((route) => /^(Session|Health|Provider|Accounts)Controller/.test(route))).toEqual([]);
    expect(await persistence.trail.verify(own.providerId)).toMatchObject({ broken: null });
  });
});

describe('requests made from the description', () => {
  /** Streams never end; a search takes its seconds; the session ends. */
  const LEFT_OUT = /\/(?:events|live)$|^POST \/api\/v1\/(?:repairs|imports)$|^DELETE \/api\/v1\/session$/;
  const RUNS = Number(process.env['FUZZ_RUNS'] ?? 5);

  it.each(Object.keys(ROUTES).filter((route) => !LEFT_OUT.test(route)))(
    '%s answers them as described, and with a problem what it refuses',
    async (route) => {
      const expected = ROUTES[route];
      const role = expected.callers === 'everybody' ? 'nobody' : expected.callers[0];
      const visitor = role === 'nobody' ? new Visitor(url) : await visitorFor(role, expected);
      const [method, path] = route.split(' ');
      const id = String(expected.id?.(own) ?? own.plan);
      const property = fc.asyncProperty(requests(judge.of(route), id), async ({ params, query, body }) => {
        const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]));
        const answer = await visitor.send(method, query === '' ? filled : `${filled}?${query}`, body);
        if (answer.status >= 500) throw new Error(`answered ${answer.status}`);
        // An address that has become another one is another route's.
        if (answer.status !== 404) expect(judge.faults(route, answer)).toEqual([]);
      });
      await fc.assert(property, { numRuns: RUNS });
    },
  );
});

describe('erasing a client with a plan, reports and a bill', () => {
  it('leaves nothing that names them or was written about them, and what was billed', async () => {
    for (const table of ['decisions', 'visit_patterns'])
      await database.query(`UPDATE ${table} SET valid_to = '2026-12-31' WHERE provider_id = $1`, [own.providerId]);
    const before = await persistence.clientExports.exportOf(own.providerId, 'C1-OWN');
    expect(JSON.stringify(before)).toMatch(/all well/);
    const order = { client: 'C1-OWN', today: '2040-01-01', now: NOW, years: 10, actor: randomUUID() };
    expect(await persistence.erasures.erase(own.providerId, order)).toMatchObject({ erased: true });
    const left = await persistence.clientExports.exportOf(own.providerId, `erased-${before?.clientId.slice(0, 8)}`);
    expect(JSON.stringify(left)).not.toMatch(/GivenC1|FamilyC1|Street C1|C1-OWN"|all well/);
    expect(left?.lists['ledger_lines']).toEqual(before?.lists['ledger_lines']);
    expect(left?.lists['ledger_lines']?.length).toBeGreaterThan(0);
    expect(await persistence.trail.verify(own.providerId)).toMatchObject({ broken: null });
  });
});

describe('a route for which nobody says who may call it', () => {
  @Controller('planted')
  class Planted {
    @Get('open')
    @For('everybody')
    open(): string {
      return 'said';
    }

    @Get('forgotten')
    forgotten(): string {
      return 'not said';
    }
  }

  @Module({ controllers: [Planted] })
  class PlantedModule {}

  it('keeps the API from starting', async () => {
    const app = await NestFactory.createApplicationContext(PlantedModule, { logger: false });
    expect(() => demandDeclared(app)).toThrow('say with @For who may call GET /planted/forgotten');
    await app.close();
  });
});
