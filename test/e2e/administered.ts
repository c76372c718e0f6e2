import { expect } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { passwordLink } from '#contracts';
import { testDatabase, testRedis } from '#embedded';
import { createPlanQueue, type PlanQueue } from '#jobs';
import { createPersistence, type Persistence } from '#persistence';
import { LogInLimits } from '../../apps/api/src/session/log-in-limits.js';
import { smallProvider } from './small-provider.js';
import { settleTenant, type Tenant } from './tenant.js';
import { listeningApi } from './test-api.js';
import { type Answer, Visitor } from './visitor.js';

/** A password that nobody objects to. */
export const GOOD = 'four words in a row';

/** A running API with one provider, its administrator logged in, and a clock that a test sets. */
export class Administered {
  now = new Date('2026-11-26T08:00:00Z');
  /** As the API counts, without the slow hash of passwords. */
  readonly limits: LogInLimits;
  url = '';
  api!: NestExpressApplication;
  administrator!: Visitor;

  private constructor(
    readonly persistence: Persistence,
    private readonly queue: PlanQueue,
    readonly tenant: Tenant,
    readonly logged: string[] = [],
  ) {
    this.limits = new LogInLimits(queue.counts);
  }

  static async open(): Promise<Administered> {
    const persistence = createPersistence({ databaseUrl: await testDatabase() });
    const queue = createPlanQueue({ redisUrl: await testRedis(), onError: () => undefined });
    const tenant = await settleTenant(persistence, smallProvider('OWN'), 'administrator');
    const house = new Administered(persistence, queue, tenant);
    house.api = await listeningApi({ persistence, queue, now: () => house.now, logged: house.logged });
    house.url = await house.api.getUrl();
    house.administrator = new Visitor(house.url);
    await house.administrator.logIn(tenant.email, tenant.password);
    return house;
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.queue.close();
    await this.persistence.close();
  }

  /** Moves the clock on by days and a moment. */
  later(days: number): void {
    this.now = new Date(this.now.getTime() + days * 24 * 3600_000 + 1);
  }

  /** Tries to log in from an address of the network. */
  attempt(address: string, email: string, password: string, code?: string): Promise<Answer> {
    const headers = { 'x-forwarded-for': address };
    return new Visitor(this.url).send('POST', '/api/v1/session', { email, password, code }, headers);
  }

  /** Somebody new, with a password of their own choice. */
  async invited(email: string): Promise<Visitor> {
    const { path } = await this.administrator.post('/api/v1/accounts', { email, role: 'coordinator' }, passwordLink);
    const secret = path.split('#')[1];
    expect((await new Visitor(this.url).send('POST', '/api/v1/session/password', { secret, password: GOOD })).status).toBe(204);
    const visitor = new Visitor(this.url);
    expect((await visitor.logIn(email, GOOD)).status).toBe(200);
    return visitor;
  }
}
