import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  accountView,
  clientTrailView,
  emergencyCard,
  emergencyOpened,
  emergencyView,
  openSessionView,
  passwordLink,
  planSummary,
  programTokenMade,
  programTokenView,
  recoveryCodes,
  secondFactorOffer,
  secondFactorView,
  sessionView,
  trailVerdictView,
} from '#contracts';
import { testDatabase, testRedis } from '#embedded';
import { createPlanQueue, type PlanQueue } from '#jobs';
import { createPersistence, type Persistence } from '#persistence';
import { LogInLimits } from '../../apps/api/src/session/log-in-limits.js';
import { Organisation } from './organisation.js';
import { smallProvider } from './small-provider.js';
import { settleTenant, type Tenant } from './tenant.js';
import { listeningApi } from './test-api.js';
import { codeNow } from './totp-code.js';
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

describe('guessing while Redis is away', () => {
  it('ends all the same, as far as one process sees', async () => {
    const away = (): Promise<never> => Promise.reject(new Error('away'));
    const alone = new LogInLimits({ read: away, add: away, forget: away });
    const attempt = { email: 'anna@own.example', address: '203.0.113.70' };
    for (let n = 0; n < 4; n++) await alone.failed(attempt);
    expect(await alone.tooMany(attempt)).toBe(false);
    await alone.failed(attempt);
    expect(await alone.tooMany(attempt)).toBe(true);
    expect(await alone.tooMany({ ...attempt, address: '203.0.113.71' })).toBe(false);
    await alone.succeeded(attempt);
    expect(await alone.tooMany(attempt)).toBe(false);
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
    const { codes } = await visitor.post(
      '/api/v1/session/second-factor/confirmation',
      { code: codeNow(secret, now) },
      recoveryCodes,
    );
    expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
    const needed = await attempt('203.0.113.20', 'fricis@own.example', GOOD);
    expect(needed).toMatchObject({ status: 401, body: { code: 'session.code_needed' } });
    const used = await attempt('203.0.113.20', 'fricis@own.example', GOOD, codeNow(secret, now));
    expect(used).toMatchObject({ status: 401, body: { code: 'session.code_wrong' } });
    now = new Date(now.getTime() + 30_000);
    expect((await attempt('203.0.113.20', 'fricis@own.example', 'wrong', codeNow(secret, now))).body).toMatchObject({
      code: 'session.wrong',
    });
    expect((await attempt('203.0.113.20', 'fricis@own.example', GOOD, codeNow(secret, now))).status).toBe(200);
    expect(await visitor.refused('POST', '/api/v1/session/second-factor')).toMatchObject({ status: 400 });
    // A recovery code in its place, once.
    expect((await attempt('203.0.113.20', 'fricis@own.example', GOOD, codes[3])).status).toBe(200);
    expect((await attempt('203.0.113.20', 'fricis@own.example', GOOD, codes[3])).status).toBe(401);
    expect(await visitor.get('/api/v1/session/second-factor', secondFactorView)).toEqual({ confirmed: true, recoveryCodes: 9 });
    now = new Date(now.getTime() + 30_000);
    expect((await visitor.send('POST', '/api/v1/session/second-factor/removal', { code: codeNow(secret, now) })).status).toBe(
      204,
    );
    expect((await attempt('203.0.113.20', 'fricis@own.example', GOOD)).status).toBe(200);
  });

  it('is sealed in storage, and taken away by the administrator from somebody who has lost everything', async () => {
    const visitor = await invited('gita@own.example');
    const { secret } = await visitor.post('/api/v1/session/second-factor', undefined, secondFactorOffer);
    await visitor.post('/api/v1/session/second-factor/confirmation', { code: codeNow(secret, now) }, recoveryCodes);
    const accountId = await idOf('gita@own.example');
    const stored = await persistence.credentials.secondFactor({ providerId: tenant.providerId, accountId });
    expect(stored).toMatchObject({ confirmed: true });
    expect(stored?.secret).toMatch(/^v1\.[\w-]{80,}$/);
    expect((await attempt('203.0.113.30', 'gita@own.example', GOOD)).status).toBe(401);
    expect((await administrator.send('DELETE', `/api/v1/accounts/${accountId}/second-factor`)).status).toBe(204);
    expect((await attempt('203.0.113.30', 'gita@own.example', GOOD)).status).toBe(200);
  });
});

describe('an organisation’s own log-in', () => {
  let organisation: Organisation;

  beforeAll(async () => {
    await invited('marta@own.example');
    organisation = await Organisation.open(`${url}/api/v1/session/organisation/callback`, {
      marta: { email: 'Marta@own.example', email_verified: true },
      impostor: { email: 'marta@own.example', email_verified: true },
      unverified: { email: 'anna@own.example', email_verified: false },
      outsider: { email: 'anna@elsewhere.example', email_verified: true },
      stranger: { email: 'nobody-here@own.example', email_verified: true },
    });
    const settings = { domain: 'own.example', issuer: organisation.issuer, clientId: 'apgaita' };
    const put = (body: object) => administrator.send('PUT', '/api/v1/identity-provider', body);
    expect((await put(settings)).status).toBe(400);
    expect((await put({ ...settings, domain: 'elsewhere.example', clientSecret: 'x' })).status).toBe(400);
    expect((await put({ ...settings, clientSecret: 'secret of the client' })).status).toBe(204);
  });

  afterAll(() => organisation?.close());

  /** A browser that goes to the organisation, logs in there and comes back. */
  async function through(name: string): Promise<{ readonly visitor: Visitor; readonly back: string; readonly to: string }> {
    const visitor = new Visitor(url);
    const start = await visitor.send('GET', '/api/v1/session/organisation?domain=own.example');
    expect([start.status, start.headers.getSetCookie()[0]]).toEqual([302, expect.stringMatching(/HttpOnly; SameSite=Lax/)]);
    const back = await organisation.logIn(start.headers.get('location') ?? '', name);
    const landed = await visitor.send('GET', back.slice(url.length));
    return { visitor, back, to: landed.headers.get('location') ?? '' };
  }

  it('lets in whom it vouches for, and nobody who merely says so', async () => {
    const { visitor, to, back } = await through('marta');
    expect(to).toBe('/');
    expect(await visitor.get('/api/v1/session', sessionView)).toMatchObject({ email: 'marta@own.example' });
    // The code is good once, and only for the browser that began.
    expect((await new Visitor(url).send('GET', back.slice(url.length))).headers.get('location')).toBe('/?organisation=late');
    expect((await through('marta')).to).toBe('/');
    expect((await through('impostor')).to).toBe('/?organisation=nobody');
    expect((await through('unverified')).to).toBe('/?organisation=refused');
    expect((await through('outsider')).to).toBe('/?organisation=refused');
    expect((await through('stranger')).to).toBe('/?organisation=nobody');
  });

  it('is asked with a state of its own, and not at all for other domains', async () => {
    const visitor = new Visitor(url);
    await visitor.send('GET', '/api/v1/session/organisation?domain=own.example');
    const forged = await visitor.send('GET', '/api/v1/session/organisation/callback?code=stolen&state=guessed');
    expect(forged.headers.get('location')).toBe('/?organisation=refused');
    const other = await visitor.send('GET', '/api/v1/session/organisation?domain=elsewhere.example');
    expect(other.headers.get('location')).toBe('/?organisation=unknown');
    expect((await administrator.send('GET', '/api/v1/identity-provider')).body).toEqual({
      settings: { domain: 'own.example', issuer: organisation.issuer, clientId: 'apgaita' },
      redirectPath: '/api/v1/session/organisation/callback',
    });
  });
});

describe('a program', () => {
  const make = (scopes: readonly string[], days = 30) =>
    administrator.post('/api/v1/program-tokens', { name: 'payroll', scopes, days }, programTokenMade);
  const MONTH = 'from=2026-11-01&to=2026-11-30';

  it('comes with a token, does what it allows, and is out once it is revoked or has run out', async () => {
    const { id, token } = await make(['ledger.read'], 1);
    const program = new Visitor(url, token);
    expect(await program.get('/api/v1/session', sessionView)).toMatchObject({ email: 'payroll', role: 'integration' });
    expect((await program.send('GET', `/api/v1/ledger?${MONTH}`)).status).toBe(200);
    expect(await program.refused('POST', '/api/v1/changes', {})).toMatchObject({ status: 403, code: 'session.scope' });
    expect(await program.refused('GET', '/api/v1/plans')).toMatchObject({ status: 403, code: 'session.role' });
    expect((await program.send('GET', '/api/v1/session')).headers.getSetCookie()).toEqual([]);
    const [kept] = await administrator.get('/api/v1/program-tokens', programTokenView.array());
    expect(kept).toMatchObject({ id, scopes: ['ledger.read'], usable: true, usedAt: now.toISOString() });
    // A cookie beside a token that is none counts for nothing.
    const headers = { authorization: `Bearer ${token.slice(0, -1)}x` };
    expect((await administrator.send('GET', '/api/v1/plans', undefined, headers)).body).toMatchObject({ code: 'session.token' });
    now = new Date(now.getTime() + 24 * 3600_000 + 1);
    expect(await program.refused('GET', '/api/v1/session')).toMatchObject({ status: 401, code: 'session.token' });
    const other = await make(['changes.write']);
    expect((await administrator.send('DELETE', `/api/v1/program-tokens/${other.id}`)).status).toBe(204);
    expect(await new Visitor(url, other.token).refused('GET', '/api/v1/session')).toMatchObject({ code: 'session.token' });
  });
});

describe('a write under a key', () => {
  const order = { name: 'x', email: 'jana@own.example', role: 'manager' };
  const DAYS = { from: '2026-12-01', to: '2026-12-01', seconds: 1, threads: 1 };
  const ask = (who: Visitor, body: object, key: string) => who.send('POST', '/api/v1/plans', body, { 'idempotency-key': key });

  it('is done once, however often it comes and at however many times at once', async () => {
    const planner = await invited('kalvis@own.example');
    const plans = async () => (await planner.get('/api/v1/plans', planSummary.array())).length;
    const before = await plans();
    const first = await ask(planner, DAYS, 'key-of-kalvis-1');
    const again = await ask(planner, DAYS, 'key-of-kalvis-1');
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([202, 202, 'true']);
    expect(again.body).toEqual(first.body);
    const other = await ask(planner, { ...DAYS, seconds: 2 }, 'key-of-kalvis-1');
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.other_request' } });
    const many = await Promise.all(Array.from({ length: 6 }, () => ask(planner, DAYS, 'key-of-kalvis-2')));
    expect(new Set(many.map(({ status }) => status))).toEqual(
      new Set([202, ...(many.some((m) => m.status === 409) ? [409] : [])]),
    );
    expect((await plans()) - before).toBe(2);
    // Another's key of the same name is another key.
    expect((await ask(administrator, DAYS, 'key-of-kalvis-1')).headers.get('idempotency-replayed')).toBeNull();
  });

  it('that is refused may be sent again under it; secrets are not kept for it; after a day it is forgotten', async () => {
    const planner = await invited('laima@own.example');
    expect((await ask(planner, { ...DAYS, to: '2026-11-30' }, 'key-of-laima')).status).toBe(400);
    const done = await ask(planner, DAYS, 'key-of-laima');
    expect(done.status).toBe(202);
    now = new Date(now.getTime() + 24 * 3600_000 + 1);
    expect((await ask(planner, DAYS, 'key-of-laima')).headers.get('idempotency-replayed')).toBeNull();
    expect((await ask(planner, DAYS, 'short')).status).toBe(400);
    const invite = () => administrator.send('POST', '/api/v1/accounts', order, { 'idempotency-key': 'key-of-an-invitation' });
    expect([(await invite()).status, (await invite()).status]).toEqual([201, 409]);
  });
});

describe('settings that two people hold', () => {
  it('are changed by whoever has seen what they are', async () => {
    const read = await administrator.send('GET', '/api/v1/replan-settings');
    const settings = { publishes: false, mostChangedVisits: 5, protectedHours: 24, frozenMinutes: 60, horizonDays: 0 };
    const seen = { 'if-match': read.headers.get('etag') ?? '' };
    const put = (body: object) => administrator.send('PUT', '/api/v1/replan-settings', body, seen);
    expect((await put({ ...settings, frozenMinutes: 61 })).status).toBe(200);
    expect(await put({ ...settings, frozenMinutes: 62 })).toMatchObject({ status: 412, body: { code: 'request.changed' } });
  });
});

describe('in an emergency', () => {
  it('a client’s data open for an hour and a reason, before the eyes of the administrator and in the trail', async () => {
    const staffId = await persistence.accounts.findStaff(tenant.providerId, 'S2');
    const { passwordHash } = (await persistence.accounts.findByEmail(tenant.email)) ?? { passwordHash: '' };
    const carerOf = { providerId: tenant.providerId, role: 'staff', language: 'lv', passwordHash } as const;
    await persistence.accounts.create({ ...carerOf, email: 'carer@own.example', staffId });
    const carer = new Visitor(url);
    await carer.logIn('carer@own.example', tenant.password);
    const order = { givenName: 'givenc3', familyName: 'FAMILYC3', reason: 'calls from behind the door' };
    expect(await carer.refused('POST', '/api/v1/emergency-accesses', { ...order, familyName: 'Nobody' })).toMatchObject({
      code: 'request.not_found',
    });
    const { id } = await carer.post('/api/v1/emergency-accesses', order, emergencyOpened);
    const card = () => carer.get(`/api/v1/emergency-accesses/${id}/client`, emergencyCard);
    expect(await card()).toMatchObject({ client: 'GivenC3 FamilyC3' });
    const [listed] = await administrator.get('/api/v1/emergency-accesses', emergencyView.array());
    expect(listed).toMatchObject({ id, account: 'carer@own.example', client: 'C3', open: true, review: null });
    expect((await administrator.send('GET', `/api/v1/emergency-accesses/${id}/client`)).status).toBe(403);
    now = new Date(now.getTime() + 3600_000 + 1);
    await expect(card()).rejects.toThrow('answered 404');
    const review = { justified: true, note: 'the ambulance came' };
    expect((await administrator.send('POST', `/api/v1/emergency-accesses/${id}/review`, review)).status).toBe(204);
    const today = new Date();
    const [from, to] = [-1, 1].map((days) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10));
    const trail = await administrator.get(`/api/v1/clients/C3/trail?from=${from}&to=${to}`, clientTrailView);
    const steps = trail.entries.filter(({ reach }) => reach === 'client').map(({ actor, action }) => [actor, action]);
    expect(steps).toEqual([
      [tenant.email, 'looked'],
      [tenant.email, 'emergency.reviewed'],
      ['carer@own.example', 'emergency.looked'],
      ['carer@own.example', 'emergency.opened'],
    ]);
    expect(await administrator.get('/api/v1/trail/verification', trailVerdictView)).toMatchObject({ broken: null });
  });
});

describe('what is written', () => {
  it('has no password, link, code or address of a person in it', () => {
    const text = logged.join('');
    expect(logged.length).toBeGreaterThan(50);
    for (const secret of [GOOD, tenant.password, tenant.email, 'fricis', '203.0.113', 'apgaita_session', 'behind the door'])
      expect(text).not.toContain(secret);
  });
});
