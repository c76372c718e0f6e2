import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ruleBook } from '#care';
import { differenceView, planSummary, routeView, unservedView, workItemView } from '#contracts';
import type { DifferenceView, PlanSummary, ProgramScope, ProviderFile, StopView, UnservedView, WorkItemView } from '#contracts';
import { testDatabase, testRedis } from '#embedded';
import { createPlanQueue, relayOutbox, type PlanQueue } from '#jobs';
import { createLogger } from '#observability';
import { createPersistence, type Persistence } from '#persistence';
import { runSchedules, type Account } from '#planning';
import { createPlanAdviser, createThreadSolver } from '#threads';
import { createTravelTimes } from '#travel';
import { createApi } from '../../apps/api/src/create-api.js';
import { providerFiles } from '../../apps/api/src/imports/provider-files.js';
import { newToken, tokenHash } from '../../apps/api/src/session/session-cookie.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { settleTenant, type Tenant } from './tenant.js';
import { Visitor } from './visitor.js';

/** Longer than any recomputation of a small provider takes on a busy machine. */
const SETTLED_WITHIN_MS = 40_000;

/** The whole product in this process, under a clock the test sets: API, queue, worker, engine and both servers. */
export class House {
  readonly logged: string[] = [];
  now: Date;

  private constructor(
    now: string,
    readonly persistence: Persistence,
    private readonly redisUrl: string,
    private readonly queue: PlanQueue,
  ) {
    this.now = new Date(now);
  }

  private api!: NestExpressApplication;
  private worker!: INestApplicationContext;
  /** Where the API listens. */
  address = '';

  /** Starts everything; `now` is ISO 8601 with offset. */
  static async open(now: string): Promise<House> {
    const redisUrl = await testRedis();
    const persistence = createPersistence({ databaseUrl: await testDatabase() });
    const house = new House(now, persistence, redisUrl, createPlanQueue({ redisUrl, onError: () => undefined }));
    await house.start();
    return house;
  }

  private async start(): Promise<void> {
    const { persistence, queue, redisUrl, logged } = this;
    const logger = createLogger({
      program: 'api',
      level: 'info',
      destination: { write: (line: string) => void logged.push(line) },
    });
    const { providers, plans, growth, outbox, replans, schedules } = persistence;
    const now = (): Date => this.now;
    const rules = ruleBook();
    this.api = await createApi({
      ...persistence,
      ...{ reader: persistence.planReader, queue, now, logger },
      travel: createTravelTimes(),
      adviser: createPlanAdviser(),
      solver: createThreadSolver(),
      ruleWords: (id) => rules.find(id),
      files: providerFiles(),
      settings: { sessionDays: 1, cookieSecure: false, webRoot: null },
    });
    await this.api.listen(0, '127.0.0.1');
    this.address = await this.api.getUrl();
    const planning = { providers, travel: createTravelTimes(), solver: createThreadSolver() };
    const module = WorkerModule.with({
      ...{ planning, plans, growthPlanning: planning, growth, replans, schedules, outbox, queue, logger, redisUrl, now },
      concurrency: 1,
    });
    this.worker = await NestFactory.createApplicationContext(module, { logger: false });
  }

  /** Lets the schedules run that are due by the test's clock, as a worker does at its times. */
  async runSchedules(): Promise<number> {
    const runs = await runSchedules(this.persistence.schedules, this.now);
    await relayOutbox(this.persistence.outbox, this.queue);
    return runs;
  }

  /** A provider with a coordinator who is logged in. */
  async settle(file: ProviderFile): Promise<Office> {
    const tenant = await settleTenant(this.persistence, file);
    const visitor = new Visitor(this.address);
    await visitor.logIn(tenant.email, tenant.password);
    return new Office(this, tenant, visitor);
  }

  async close(): Promise<void> {
    await Promise.all([this.worker?.close(), this.api?.close()]);
    await this.queue.close();
    await this.persistence.close();
  }
}

/** A provider's planning office: what a coordinator does at the screen. */
export class Office {
  constructor(
    private readonly house: House,
    readonly tenant: Tenant,
    readonly visitor: Visitor,
  ) {}

  /** Somebody else of the same provider, logged in. */
  async colleague(role: Account['role']): Promise<Visitor> {
    const { accounts } = this.house.persistence;
    const account = await accounts.findByEmail(this.tenant.email);
    if (!account) throw new Error('the office has no account');
    const { providerId, language, passwordHash } = account;
    const email = `${role}@${providerId}.example`;
    await accounts.create({ providerId, email, role, language, passwordHash });
    const visitor = new Visitor(this.house.address);
    await visitor.logIn(email, this.tenant.password);
    return visitor;
  }

  /** A member of staff, by the provider's own id, at their phone. */
  async phone(staff: string): Promise<Visitor> {
    const { accounts } = this.house.persistence;
    const account = await accounts.findByEmail(this.tenant.email);
    if (!account) throw new Error('the office has no account');
    const { providerId, language, passwordHash } = account;
    const email = `${staff.toLowerCase()}@${providerId}.example`;
    const staffId = (await accounts.findStaff(providerId, staff)) ?? undefined;
    if (staffId === undefined) throw new Error(`nobody is ${staff}`);
    await accounts.create({ providerId, email, role: 'staff', staffId, language, passwordHash });
    const visitor = new Visitor(this.house.address);
    await visitor.logIn(email, this.tenant.password);
    return visitor;
  }

  /** A program of the same provider, which comes with a token. */
  async program(scopes: readonly ProgramScope[]): Promise<Visitor> {
    const token = newToken();
    const expiresAt = new Date(this.house.now.getTime() + 24 * 3600_000);
    const made = { name: 'payroll', scopes, tokenHash: tokenHash(token), createdBy: randomUUID(), expiresAt };
    await this.house.persistence.programTokens.make(this.tenant.providerId, made);
    return new Visitor(this.house.address, token);
  }

  /** Plans the days from scratch and publishes the plan. */
  async publish(from: string, to: string = from): Promise<PlanSummary> {
    const { id } = await this.visitor.post('/api/v1/plans', { from, to, seconds: 1, threads: 1 }, planSummary);
    await this.drafted(id);
    return this.visitor.post(`/api/v1/plans/${id}/publish`, undefined, planSummary);
  }

  /** The plan once its search has finished. */
  async drafted(id: string): Promise<PlanSummary> {
    await this.until(async () => (await this.plan(id)).status === 'draft');
    return this.plan(id);
  }

  /** What people must still do, by due time. */
  workItems(state: 'open' | 'done' = 'open'): Promise<WorkItemView[]> {
    return this.visitor.get(`/api/v1/work-items?state=${state}`, workItemView.array());
  }

  /** A plan's stops with who makes them. */
  async stops(planId: string): Promise<(StopView & { readonly staff: string })[]> {
    const routes = await this.visitor.get(`/api/v1/plans/${planId}/routes`, routeView.array());
    return routes.flatMap(({ staffName, stops }) => stops.map((stop) => ({ ...stop, staff: staffName })));
  }

  unserved(planId: string): Promise<UnservedView[]> {
    return this.visitor.get(`/api/v1/plans/${planId}/unserved`, unservedView.array());
  }

  plan(id: string): Promise<PlanSummary> {
    return this.visitor.get(`/api/v1/plans/${id}`, planSummary);
  }

  plans(): Promise<PlanSummary[]> {
    return this.visitor.get('/api/v1/plans', planSummary.array());
  }

  differences(planId: string): Promise<DifferenceView[]> {
    return this.visitor.get(`/api/v1/plans/${planId}/differences`, differenceView.array());
  }

  /** Records a change, waits until everything it touches has been looked at, and gives the draft that waits then, if any. */
  async record(order: object): Promise<PlanSummary | undefined> {
    const answer = await this.visitor.send('POST', '/api/v1/changes', order);
    if (answer.status !== 201) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return this.settled();
  }

  async settled(): Promise<PlanSummary | undefined> {
    const { providerId } = this.tenant;
    await this.until(async () => (await this.house.persistence.replans.unsettled(providerId)) === 0);
    return (await this.plans()).find(({ basedOn, status }) => basedOn !== null && status === 'draft');
  }

  private async until(done: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + SETTLED_WITHIN_MS;
    while (!(await done())) {
      if (Date.now() > deadline) throw new Error(`not settled: ${this.house.logged.slice(-5).join('')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
