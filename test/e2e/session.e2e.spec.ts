import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { accountView, openSessionView, passwordLink, recoveryCodes, secondFactorOffer, secondFactorView } from '#contracts';
import { testDatabase, testRedis } from '#embedded';
import { createPlanQueue, type PlanQueue } from '#jobs';
import { createPersistence, type Persistence } from '#persistence';
import { LogInLimits } from '../../apps/api/src/session/log-in-limits.js';
import { codeAt } from '../../apps/api/src/session/totp.js';
import { smallProvider } from './small-provider.js';
import { settleTenant, type Tenant } from './tenant.js';
import { listeningApi } from './test-api.js';
import { type Answer, Visitor } from './visitor.js';

const GOOD = 'four words in a row';

let persistence: Persistence;
let queue: PlanQueue;
let api: NestExpressApplication;
let url: string;
let tenant: Tenant;
let administrator: Visitor;
/** As the API counts, without the slow hash of passwords. */
let limits: LogInLimits;
let now = new Date('2026-11-26T08:00:00Z');
const logged: string[] = [];

beforeAll(async () => {
  persistence = createPersistence({ databaseUrl: await testDatabase() });
  queue = createPlanQueue({ redisUrl: await testRedis(), onError: () => undefined });
  limits = new LogInLimits(queue.counts);
  api = await listeningApi({ persistence, queue, now: () => now, logged });
  url = await api.getUrl();
  tenant = await settleTenant(persistence, smallProvider('OWN'), 'administrator');
  administrator = new Visitor(url);
  await administrator.logIn(tenant.email, tenant.password);
});

afterAll(async () => {
  await api?.close();
  await queue?.close();
  await persistence?.close();
});

/** Tries to log in from an address of the network. */
function attempt(address: string, email: string, password: string, code?: string): Promise<Answer> {
  const headers = { 'x-forwarded-for': address };
  return new Visitor(url).send('POST', '/api/v1/session', { email, password, code }, headers);
}

/** Somebody new, with a password of their own choice. */
async function invited(email: string): Promise<Visitor> {
  const { path } = await administrator.post('/api/v1/accounts', { email, role: 'coordinator' }, passwordLink);
  const secret = path.split('#')[1];
  expect((await new Visitor(url).send('POST', '/api/v1/session/password', { secret, password: GOOD })).status).toBe(204);
  const visitor = new Visitor(url);
  expect((await visitor.logIn(email, GOOD)).status).toBe(200);
  return visitor;
}

const idOf = async (email: string): Promise<string> => {
  const accounts = await administrator.get('/api/v1/accounts', accountView.array());
  return accounts.find((account) => account.email === email)?.id ?? '';
};

describe('guessing', () => {
  it('ends after five failures at an address, and locks nobody out elsewhere', async () => {
    await invited('anna@own.example');
    for (let n = 0; n < 5; n++) expect((await attempt('203.0.113.7', 'anna@own.example', `guess ${n}`)).status).toBe(401);
    const more = await attempt('203.0.113.7', 'anna@own.example', GOOD);
    expect(more).toMatchObject({ status: 429, body: { code: 'session.too_many' } });
    expect((await attempt('203.0.113.8', 'anna@own.example', GOOD)).status).toBe(200);
  });

  it('from everywhere at once leaves the address open that the owner comes from', async () => {
    await invited('berta@own.example');
    expect((await attempt('198.51.100.1', 'berta@own.example', GOOD)).status).toBe(200);
    for (let n = 0; n < 50; n++) await limits.failed({ email: 'berta@own.example', address: `192.0.2.${n}` });
    expect((await attempt('203.0.113.99', 'berta@own.example', GOOD)).status).toBe(429);
    expect((await attempt('198.51.100.1', 'berta@own.example', GOOD)).status).toBe(200);
  });

  it('is stopped for an address that tries many accounts', async () => {
    for (let n = 0; n < 30; n++) await limits.failed({ email: `nobody${n}@own.example`, address: '203.0.113.50' });
    expect((await attempt('203.0.113.50', 'anna@own.example', GOOD)).status).toBe(429);
  });
});

describe('a link to choose a password', () => {
  it('is good once, until it is replaced, and for a day', async () => {
    await invited('cilda@own.example');
    const account = await idOf('cilda@own.example');
    const link = async () =>
      (await administrator.post(`/api/v1/accounts/${account}/password-link`, undefined, passwordLink)).path.split('#')[1];
    const choose = (secret: string, password: string = GOOD) =>
      new Visitor(url).send('POST', '/api/v1/session/password', { secret, password });
    const [first, second] = [await link(), await link()];
    expect(await choose(first)).toMatchObject({ status: 410, body: { code: 'password.link' } });
    expect((await choose(second)).status).toBe(204);
    expect((await choose(second)).status).toBe(410);
    const third = await link();
    now = new Date(now.getTime() + 24 * 3600_000 + 1);
    expect((await choose(third)).status).toBe(410);
  });

  it('asks for a password that is not easily guessed, and ends every session', async () => {
    const visitor = await invited('dace@own.example');
    const { path } = await administrator.post(
      `/api/v1/accounts/${await idOf('dace@own.example')}/password-link`,
      undefined,
      passwordLink,
    );
    const secret = path.split('#')[1];
    for (const password of ['short', 'aaaaaaaaaaaa', 'Password123!', 'dace is my name', 'qwertyuiop2026']) {
      const answer = await new Visitor(url).send('POST', '/api/v1/session/password', { secret, password });
      expect([password, answer.status]).toEqual([password, 400]);
      expect(answer.body).toMatchObject({ issues: [{ code: 'password.weak', path: 'password' }] });
      expect(JSON.stringify(answer.body)).not.toContain(password);
    }
    expect(
      (await new Visitor(url).send('POST', '/api/v1/session/password', { secret, password: 'another four words' })).status,
    ).toBe(204);
    expect(await visitor.refused('GET', '/api/v1/plans')).toMatchObject({ code: 'session.missing' });
  });

  it('is not made for an address that has an account', async () => {
    const order = { email: tenant.email.toUpperCase(), role: 'manager' };
    expect(await administrator.refused('POST', '/api/v1/accounts', order)).toMatchObject({ status: 409, code: 'account.taken' });
  });
});

describe('sessions', () => {
  it('are listed with their devices and ended one by one, or all by the administrator', async () => {
    const here = await invited('elza@own.example');
    const phone = new Visitor(url);
    await phone.send('POST', '/api/v1/session', { email: 'elza@own.example', password: GOOD }, { 'user-agent': 'A phone' });
    const open = await here.get('/api/v1/sessions', openSessionView.array());
    expect(open.map(({ device, current }) => [device, current])).toEqual([
      ['A phone', false],
      ['node', true],
    ]);
    expect((await here.send('DELETE', `/api/v1/sessions/${open[0].id}`)).status).toBe(204);
    expect(await phone.refused('GET', '/api/v1/plans')).toMatchObject({ code: 'session.missing' });
    expect(await administrator.refused('DELETE', `/api/v1/sessions/${open[1].id}`)).toMatchObject({ status: 404 });
    expect((await administrator.send('DELETE', `/api/v1/accounts/${await idOf('elza@own.example')}/sessions`)).status).toBe(204);
    expect(await here.refused('GET', '/api/v1/plans')).toMatchObject({ code: 'session.missing' });
  });
});

describe('accounts', () => {
  it('are locked and given another role at once, by somebody who has seen what they are', async () => {
    const visitor = await invited('haralds@own.example');
    const id = await idOf('haralds@own.example');
    const change = (body: object) =>
      administrator.send('PUT', `/api/v1/accounts/${id}`, { role: 'manager', locked: false, ...body });
    expect((await visitor.send('GET', '/api/v1/invoices?from=2026-11-01&to=2026-11-30')).status).toBe(403);
    expect((await change({ revision: 0 })).status).toBe(204);
    expect((await visitor.send('GET', '/api/v1/invoices?from=2026-11-01&to=2026-11-30')).status).toBe(200);
    expect(await change({ revision: 0, locked: true })).toMatchObject({ status: 409, body: { code: 'account.changed' } });
    expect((await change({ revision: 1, locked: true })).status).toBe(204);
    expect(await visitor.refused('GET', '/api/v1/plans')).toMatchObject({ code: 'session.missing' });
    expect((await attempt('203.0.113.40', 'haralds@own.example', GOOD)).body).toMatchObject({ code: 'session.wrong' });
    expect((await change({ revision: 2 })).status).toBe(204);
    expect((await attempt('203.0.113.40', 'haralds@own.example', GOOD)).status).toBe(200);
    const own = await idOf(tenant.email);
    const lock = { role: 'manager', locked: true, revision: 0 };
    expect(await administrator.send('PUT', `/api/v1/accounts/${own}`, lock)).toMatchObject({ body: { code: 'account.own' } });
  });

  it('of the demo are of no use where no demo runs', async () => {
    const known = await persistence.accounts.findByEmail(tenant.email);
    const { providerId = '', passwordHash = '' } = known ?? {};
    const email = 'administrator@demo.example';
    await persistence.accounts.create({ providerId, email, role: 'administrator', language: 'lv', passwordHash });
    expect((await attempt('203.0.113.41', email, tenant.password)).body).toMatchObject({ code: 'session.wrong' });
  });

  it('get a new password by the old one, which ends every other session', async () => {
    const [here, there] = [await invited('inta@own.example'), new Visitor(url)];
    await there.logIn('inta@own.example', GOOD);
    const change = (current: string, password: string) =>
      here.send('POST', '/api/v1/session/password-change', { current, password });
    expect((await change('not the one', 'five other good words')).body).toMatchObject({ code: 'session.wrong' });
    expect((await change(GOOD, 'Qwertyuiop1')).body).toMatchObject({ issues: [{ code: 'password.weak' }] });
    expect((await change(GOOD, 'five other good words')).status).toBe(204);
    expect((await here.send('GET', '/api/v1/plans')).status).toBe(200);
    expect(await there.refused('GET', '/api/v1/plans')).toMatchObject({ code: 'session.missing' });
  });
});

describe('the second factor', () => {
  it('is asked for once confirmed, by a code that is good once', async () => {
    const visitor = await invited('fricis@own.example');
    const { secret } = await visitor.post('/api/v1/session/second-factor', undefined, secondFactorOffer);
    expect((await attempt('203.0.113.20', 'fricis@own.example', GOOD)).status).toBe(200);
    const { codes } = await visitor.post('/api/v1/session/second-factor/confirmation', { code: codeNow(secret) }, recoveryCodes);
    expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
    const needed = await attempt('203.0.113.20', 'fricis@own.example', GOOD);
    expect(needed).toMatchObject({ status: 401, body: { code: 'session.code_needed' } });
    const used = await attempt('203.0.113.20', 'fricis@own.example', GOOD, codeNow(secret));
    expect(used).toMatchObject({ status: 401, body: { code: 'session.code_wrong' } });
    now = new Date(now.getTime() + 30_000);
    expect((await attempt('203.0.113.20', 'fricis@own.example', 'wrong', codeNow(secret))).body).toMatchObject({
      code: 'session.wrong',
    });
    expect((await attempt('203.0.113.20', 'fricis@own.example', GOOD, codeNow(secret))).status).toBe(200);
    expect(await visitor.refused('POST', '/api/v1/session/second-factor')).toMatchObject({ status: 400 });
    // A recovery code in its place, once.
    expect((await attempt('203.0.113.20', 'fricis@own.example', GOOD, codes[3])).status).toBe(200);
    expect((await attempt('203.0.113.20', 'fricis@own.example', GOOD, codes[3])).status).toBe(401);
    expect(await visitor.get('/api/v1/session/second-factor', secondFactorView)).toEqual({ confirmed: true, recoveryCodes: 9 });
    now = new Date(now.getTime() + 30_000);
    expect((await visitor.send('POST', '/api/v1/session/second-factor/removal', { code: codeNow(secret) })).status).toBe(204);
    expect((await attempt('203.0.113.20', 'fricis@own.example', GOOD)).status).toBe(200);
  });

  it('is sealed in storage, and taken away by the administrator from somebody who has lost everything', async () => {
    const visitor = await invited('gita@own.example');
    const { secret } = await visitor.post('/api/v1/session/second-factor', undefined, secondFactorOffer);
    await visitor.post('/api/v1/session/second-factor/confirmation', { code: codeNow(secret) }, recoveryCodes);
    const accountId = await idOf('gita@own.example');
    const stored = await persistence.credentials.secondFactor({ providerId: tenant.providerId, accountId });
    expect(stored).toMatchObject({ confirmed: true });
    expect(stored?.secret).toMatch(/^v1\.[\w-]{80,}$/);
    expect((await attempt('203.0.113.30', 'gita@own.example', GOOD)).status).toBe(401);
    expect((await administrator.send('DELETE', `/api/v1/accounts/${accountId}/second-factor`)).status).toBe(204);
    expect((await attempt('203.0.113.30', 'gita@own.example', GOOD)).status).toBe(200);
  });

  /** What an authenticator shows at the test's time. */
  function codeNow(secret: string): string {
    const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'));
    const bytes = (bits.join('').match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2));
    return codeAt(Math.floor(now.getTime() / 30_000), Buffer.from(bytes), 6);
  }
});

describe('what is written', () => {
  it('has no password, link, code or address of a person in it', () => {
    const text = logged.join('');
    expect(logged.length).toBeGreaterThan(50);
    for (const secret of [GOOD, tenant.password, tenant.email, 'fricis', '203.0.113', 'apgaita_session'])
      expect(text).not.toContain(secret);
  });
});
