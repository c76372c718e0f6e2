import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accountView,
  openSessionView,
  passwordLink,
  recoveryCodes,
  secondFactorOffer,
  secondFactorView,
  sessionView,
} from '#contracts';
import { LogInLimits } from '../../apps/api/src/session/log-in-limits.js';
import { Administered, GOOD } from './administered.js';
import { Organisation } from './organisation.js';
import { codeNow } from './totp-code.js';
import { Visitor } from './visitor.js';

let house: Administered;
let administrator: Visitor;
let url: string;

beforeAll(async () => {
  house = await Administered.open();
  ({ administrator, url } = house);
});

afterAll(() => house?.close());

const idOf = async (email: string): Promise<string> => {
  const accounts = await administrator.get('/api/v1/accounts', accountView.array());
  return accounts.find((account) => account.email === email)?.id ?? '';
};

describe('guessing', () => {
  it('ends after five failures at an address, and locks nobody out elsewhere', async () => {
    await house.invited('anna@own.example');
    for (let n = 0; n < 5; n++) expect((await house.attempt('203.0.113.7', 'anna@own.example', `guess ${n}`)).status).toBe(401);
    const more = await house.attempt('203.0.113.7', 'anna@own.example', GOOD);
    expect(more).toMatchObject({ status: 429, body: { code: 'session.too_many' } });
    expect((await house.attempt('203.0.113.8', 'anna@own.example', GOOD)).status).toBe(200);
  });

  it('from everywhere at once leaves the address open that the owner comes from', async () => {
    await house.invited('berta@own.example');
    expect((await house.attempt('198.51.100.1', 'berta@own.example', GOOD)).status).toBe(200);
    for (let n = 0; n < 50; n++) await house.limits.failed({ email: 'berta@own.example', address: `192.0.2.${n}` });
    expect((await house.attempt('203.0.113.99', 'berta@own.example', GOOD)).status).toBe(429);
    expect((await house.attempt('198.51.100.1', 'berta@own.example', GOOD)).status).toBe(200);
  });

  it('is stopped for an address that tries many accounts', async () => {
    for (let n = 0; n < 30; n++) await house.limits.failed({ email: `nobody${n}@own.example`, address: '203.0.113.50' });
    expect((await house.attempt('203.0.113.50', 'anna@own.example', GOOD)).status).toBe(429);
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
    await house.invited('cilda@own.example');
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
    house.later(1);
    expect((await choose(third)).status).toBe(410);
  });

  it('asks for a password that is not easily guessed, and ends every session', async () => {
    const visitor = await house.invited('dace@own.example');
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
    const order = { email: house.tenant.email.toUpperCase(), role: 'manager' };
    expect(await administrator.refused('POST', '/api/v1/accounts', order)).toMatchObject({ status: 409, code: 'account.taken' });
  });
});

describe('sessions', () => {
  it('are listed with their devices and ended one by one, or all by the administrator', async () => {
    const here = await house.invited('elza@own.example');
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
    const visitor = await house.invited('haralds@own.example');
    const id = await idOf('haralds@own.example');
    const change = (body: object) =>
      administrator.send('PUT', `/api/v1/accounts/${id}`, { role: 'manager', locked: false, ...body });
    expect((await visitor.send('GET', '/api/v1/invoices?from=2026-11-01&to=2026-11-30')).status).toBe(403);
    expect((await change({ revision: 0 })).status).toBe(204);
    expect((await visitor.send('GET', '/api/v1/invoices?from=2026-11-01&to=2026-11-30')).status).toBe(200);
    expect(await change({ revision: 0, locked: true })).toMatchObject({ status: 409, body: { code: 'account.changed' } });
    expect((await change({ revision: 1, locked: true })).status).toBe(204);
    expect(await visitor.refused('GET', '/api/v1/plans')).toMatchObject({ code: 'session.missing' });
    expect((await house.attempt('203.0.113.40', 'haralds@own.example', GOOD)).body).toMatchObject({ code: 'session.wrong' });
    expect((await change({ revision: 2 })).status).toBe(204);
    expect((await house.attempt('203.0.113.40', 'haralds@own.example', GOOD)).status).toBe(200);
    const own = await idOf(house.tenant.email);
    const lock = { role: 'manager', locked: true, revision: 0 };
    expect(await administrator.send('PUT', `/api/v1/accounts/${own}`, lock)).toMatchObject({ body: { code: 'account.own' } });
  });

  it('of the demo are of no use where no demo runs', async () => {
    const known = await house.persistence.accounts.findByEmail(house.tenant.email);
    const { providerId = '', passwordHash = '' } = known ?? {};
    const email = 'administrator@demo.example';
    await house.persistence.accounts.create({ providerId, email, role: 'administrator', language: 'lv', passwordHash });
    expect((await house.attempt('203.0.113.41', email, house.tenant.password)).body).toMatchObject({ code: 'session.wrong' });
  });

  it('get a new password by the old one, which ends every other session', async () => {
    const [here, there] = [await house.invited('inta@own.example'), new Visitor(url)];
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
    const visitor = await house.invited('fricis@own.example');
    const { secret } = await visitor.post('/api/v1/session/second-factor', undefined, secondFactorOffer);
    expect((await house.attempt('203.0.113.20', 'fricis@own.example', GOOD)).status).toBe(200);
    const { codes } = await visitor.post(
      '/api/v1/session/second-factor/confirmation',
      { code: codeNow(secret, house.now) },
      recoveryCodes,
    );
    expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
    const needed = await house.attempt('203.0.113.20', 'fricis@own.example', GOOD);
    expect(needed).toMatchObject({ status: 401, body: { code: 'session.code_needed' } });
    const used = await house.attempt('203.0.113.20', 'fricis@own.example', GOOD, codeNow(secret, house.now));
    expect(used).toMatchObject({ status: 401, body: { code: 'session.code_wrong' } });
    house.now = new Date(house.now.getTime() + 30_000);
    expect((await house.attempt('203.0.113.20', 'fricis@own.example', 'wrong', codeNow(secret, house.now))).body).toMatchObject({
      code: 'session.wrong',
    });
    expect((await house.attempt('203.0.113.20', 'fricis@own.example', GOOD, codeNow(secret, house.now))).status).toBe(200);
    expect(await visitor.refused('POST', '/api/v1/session/second-factor')).toMatchObject({ status: 400 });
    // A recovery code in its place, once.
    expect((await house.attempt('203.0.113.20', 'fricis@own.example', GOOD, codes[3])).status).toBe(200);
    expect((await house.attempt('203.0.113.20', 'fricis@own.example', GOOD, codes[3])).status).toBe(401);
    expect(await visitor.get('/api/v1/session/second-factor', secondFactorView)).toEqual({ confirmed: true, recoveryCodes: 9 });
    house.now = new Date(house.now.getTime() + 30_000);
    expect(
      (await visitor.send('POST', '/api/v1/session/second-factor/removal', { code: codeNow(secret, house.now) })).status,
    ).toBe(204);
    expect((await house.attempt('203.0.113.20', 'fricis@own.example', GOOD)).status).toBe(200);
  });

  it('is sealed in storage, and taken away by the administrator from somebody who has lost everything', async () => {
    const visitor = await house.invited('gita@own.example');
    const { secret } = await visitor.post('/api/v1/session/second-factor', undefined, secondFactorOffer);
    await visitor.post('/api/v1/session/second-factor/confirmation', { code: codeNow(secret, house.now) }, recoveryCodes);
    const accountId = await idOf('gita@own.example');
    const stored = await house.persistence.credentials.secondFactor({ providerId: house.tenant.providerId, accountId });
    expect(stored).toMatchObject({ confirmed: true });
    expect(stored?.secret).toMatch(/^v1\.[\w-]{80,}$/);
    expect((await house.attempt('203.0.113.30', 'gita@own.example', GOOD)).status).toBe(401);
    expect((await administrator.send('DELETE', `/api/v1/accounts/${accountId}/second-factor`)).status).toBe(204);
    expect((await house.attempt('203.0.113.30', 'gita@own.example', GOOD)).status).toBe(200);
  });
});

describe('an organisation’s own log-in', () => {
  let organisation: Organisation;

  beforeAll(async () => {
    await house.invited('marta@own.example');
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

describe('what is written', () => {
  it('has no password, link, code or address of a person in it', () => {
    const text = house.logged.join('');
    expect(house.logged.length).toBeGreaterThan(50);
    for (const secret of [GOOD, house.tenant.password, house.tenant.email, 'fricis', '203.0.113', 'apgaita_session'])
      expect(text).not.toContain(secret);
  });
});
