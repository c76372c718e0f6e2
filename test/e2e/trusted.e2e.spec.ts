import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  clientTrailView,
  emergencyCard,
  emergencyOpened,
  emergencyView,
  planSummary,
  programTokenMade,
  programTokenView,
  sessionView,
  trailVerdictView,
} from '#contracts';
import { Administered } from './administered.js';
import { type Answer, Visitor } from './visitor.js';

let house: Administered;
let administrator: Visitor;
let url: string;

beforeAll(async () => {
  house = await Administered.open();
  ({ administrator, url } = house);
});

afterAll(() => house?.close());

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
    expect(kept).toMatchObject({ id, scopes: ['ledger.read'], usable: true, usedAt: house.now.toISOString() });
    // A cookie beside a token that is none counts for nothing.
    const headers = { authorization: `Bearer ${token.slice(0, -1)}x` };
    expect((await administrator.send('GET', '/api/v1/plans', undefined, headers)).body).toMatchObject({ code: 'session.token' });
    house.later(1);
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
    const planner = await house.invited('kalvis@own.example');
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
    const planner = await house.invited('laima@own.example');
    expect((await ask(planner, { ...DAYS, to: '2026-11-30' }, 'key-of-laima')).status).toBe(400);
    const done = await ask(planner, DAYS, 'key-of-laima');
    expect(done.status).toBe(202);
    house.later(1);
    expect((await ask(planner, DAYS, 'key-of-laima')).headers.get('idempotency-replayed')).toBeNull();
    expect((await ask(planner, DAYS, 'short')).status).toBe(400);
    const invite = () => administrator.send('POST', '/api/v1/accounts', order, { 'idempotency-key': 'key-of-an-invitation' });
    expect((await invite()).status).toBe(201);
    expect(await invite()).toMatchObject({ status: 409, body: { code: 'idempotency.done' } });
  });
});

describe('settings that two people hold', () => {
  it('are changed by whoever has seen what they are', async () => {
    const settings = { publishes: false, mostChangedVisits: 5, protectedHours: 24, frozenMinutes: 60, horizonDays: 0 };
    const etag = ({ headers }: Answer): string => headers.get('etag') ?? '';
    const read = () => administrator.send('GET', '/api/v1/replan-settings');
    const put = (frozenMinutes: number, seen: string) =>
      administrator.send('PUT', '/api/v1/replan-settings', { ...settings, frozenMinutes }, { 'if-match': seen });
    const seen = etag(await read());
    // Of many who have seen the same one is first, even at the same moment.
    const many = await Promise.all([61, 62, 63, 64].map((minutes) => put(minutes, seen)));
    expect(many.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const first = many.findIndex(({ status }) => status === 200);
    const now = await read();
    expect(now.body).toMatchObject({ frozenMinutes: 61 + first });
    expect(await put(65, seen)).toMatchObject({ status: 412, body: { code: 'request.changed' } });
    expect(etag(now)).toBe(etag(many[first]));
    expect((await put(65, etag(now))).status).toBe(200);
    expect((await read()).body).toMatchObject({ frozenMinutes: 65 });
    expect(await put(66, '')).toMatchObject({ status: 428, body: { code: 'request.unseen' } });
  });
});

describe('in an emergency', () => {
  it('a client’s data open for an hour and a reason, before the eyes of the administrator and in the trail', async () => {
    const staffId = await house.persistence.accounts.findStaff(house.tenant.providerId, 'S2');
    const { passwordHash } = (await house.persistence.accounts.findByEmail(house.tenant.email)) ?? { passwordHash: '' };
    const carerOf = { providerId: house.tenant.providerId, role: 'staff', language: 'lv', passwordHash } as const;
    await house.persistence.accounts.create({ ...carerOf, email: 'carer@own.example', staffId });
    const carer = new Visitor(url);
    await carer.logIn('carer@own.example', house.tenant.password);
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
    house.later(1 / 24);
    await expect(card()).rejects.toThrow('answered 404');
    const review = { justified: true, note: 'the ambulance came' };
    expect((await administrator.send('POST', `/api/v1/emergency-accesses/${id}/review`, review)).status).toBe(204);
    const today = new Date();
    const [from, to] = [-1, 1].map((days) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10));
    const trail = await administrator.get(`/api/v1/clients/C3/trail?from=${from}&to=${to}`, clientTrailView);
    const steps = trail.entries.filter(({ reach }) => reach === 'client').map(({ actor, action }) => [actor, action]);
    expect(steps).toEqual([
      [house.tenant.email, 'looked'],
      [house.tenant.email, 'emergency.reviewed'],
      ['carer@own.example', 'emergency.looked'],
      ['carer@own.example', 'emergency.opened'],
    ]);
    expect(await administrator.get('/api/v1/trail/verification', trailVerdictView)).toMatchObject({ broken: null });
  });
});

describe('what is written', () => {
  it('has no token, key or reason of a person in it', () => {
    const text = house.logged.join('');
    expect(house.logged.length).toBeGreaterThan(20);
    for (const secret of [house.tenant.password, house.tenant.email, 'Bearer', 'behind the door', 'ambulance'])
      expect(text).not.toContain(secret);
  });
});
