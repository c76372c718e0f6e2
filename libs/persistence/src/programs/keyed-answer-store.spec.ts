import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { KeyedRequest, PlanRequest } from '#planning';
import { testDatabase } from '#embedded';
import { asKeyedWrite, asProvider, createPersistence, isDatabaseAway, type Persistence } from '../index.js';
import { planRequest } from '../testing/plan-result.js';
import { smallProvider } from '../testing/small-provider.js';

const NOW = new Date('2026-11-23T08:00:00Z');
const LATER = new Date('2026-11-23T08:05:00Z');
const YESTERDAY = new Date('2026-11-22T08:00:00Z');
const order: PlanRequest = planRequest('2026-11-23');

let databaseUrl: string;
let persistence: Persistence;
let providerId: string;
let request: KeyedRequest;
let keys = 0;

beforeAll(async () => {
  databaseUrl = await testDatabase();
  persistence = createPersistence({ databaseUrl });
  ({ providerId } = await persistence.providers.write(smallProvider({ provider: { code: 'KEYS', name: 'Test' } })));
});

afterAll(() => persistence.close());

const arrival = (): KeyedRequest => ({ ...request, claim: randomUUID() });
const begin = (again: KeyedRequest, now = NOW) => persistence.keyedAnswers.begin(again, now, YESTERDAY);
const plans = async (): Promise<number> => (await persistence.planReader.summaries(providerId, 100)).length;
const write = (by: KeyedRequest) => asKeyedWrite(by, () => persistence.plans.request(providerId, order, null));

beforeEach(() => {
  request = { providerId, callerId: randomUUID(), key: `key-number-${++keys}`, requestHash: 'hash', claim: randomUUID() };
});

describe('a write under a key', () => {
  it('is known as done, though its process died before the answer was kept', async () => {
    expect(await begin(request)).toEqual({ state: 'new' });
    await write(request);
    // Until it is certain that nobody will bring the answer any more it counts as at work.
    expect(await begin(arrival())).toEqual({ state: 'at_work' });
    expect(await begin(arrival(), LATER)).toEqual({ state: 'done' });
    await persistence.keyedAnswers.keep(request, 202, '{}');
    expect(await begin(arrival(), LATER)).toEqual({ state: 'answered', status: 202, body: '{}' });
  });

  it('is done by a later arrival when the process died before it was done, and by nobody else', async () => {
    const before = await plans();
    await begin(request);
    // It has read, and done nothing.
    await asKeyedWrite(request, () => persistence.replans.situation(providerId, '2026-11-23', '2026-11-24'));
    const second = arrival();
    expect(await begin(second)).toEqual({ state: 'at_work' });
    expect(await begin(second, LATER)).toEqual({ state: 'new' });
    // The first slept, and wakes: its write must not be done beside the second's.
    await expect(write(request)).rejects.toThrow('taken over');
    await write(second);
    expect(await plans()).toBe(before + 1);
  });

  it('is known as done where it is no more than one change, outside any transaction', async () => {
    await begin(request);
    const account = {
      providerId,
      email: 'keys@keys.example',
      role: 'manager',
      language: 'lv',
      passwordHash: '$argon2id$none',
    } as const;
    const { id } = await asKeyedWrite(request, () => persistence.accounts.create(account));
    expect(await begin(arrival(), LATER)).toEqual({ state: 'done' });
    // Ending sessions where there are none changes nothing.
    const other = { ...arrival(), key: 'key-of-sessions' };
    await begin(other);
    await asKeyedWrite(other, () => persistence.credentials.endSessions({ providerId, accountId: id }, { except: null }));
    expect(await begin({ ...other, claim: randomUUID() }, LATER)).toEqual({ state: 'new' });
  });

  it('lets go of its key when it broke before it was done, and keeps it when it broke after', async () => {
    await begin(request);
    await persistence.keyedAnswers.forget(request, true);
    expect(await begin(arrival())).toEqual({ state: 'new' });
    const other = { ...arrival(), key: 'another-key' };
    await begin(other);
    await write(other);
    await persistence.keyedAnswers.forget(other, true);
    expect(await begin({ ...other, claim: randomUUID() }, LATER)).toEqual({ state: 'done' });
    // Refused after all, by the program itself.
    await persistence.keyedAnswers.forget(other, false);
    expect(await begin({ ...other, claim: randomUUID() }, LATER)).toEqual({ state: 'new' });
  });
});

it('a database that goes away, or is not there, is told from what is wrong', async () => {
  const failure = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (error: unknown) => error,
    );
  const nowhere = createPersistence({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' });
  expect(isDatabaseAway(await failure(nowhere.plans.list(providerId, 1)))).toBe(true);
  expect(isDatabaseAway(await failure(nowhere.plans.request(providerId, order, null)))).toBe(true);
  await nowhere.close();
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  const killing = (): Promise<unknown> =>
    owner.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
  await owner.query('BEGIN');
  await owner.query('SELECT 1 FROM providers FOR UPDATE');
  const cut = failure(persistence.plans.request(providerId, order, null));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await killing();
  expect(isDatabaseAway(await cut)).toBe(true);
  await owner.query('ROLLBACK');
  await owner.end();
  const wrong = failure(asProvider(providerId, () => persistence.providers.planningData(providerId, 'no day', 'no day')));
  expect(isDatabaseAway(await wrong)).toBe(false);
});
