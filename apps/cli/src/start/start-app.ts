import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig, type Config } from '#config';
import type { DemoName } from '#demo';
import { startServers, type Servers } from '#embedded';
import { createPlanQueue } from '#jobs';
import { applyMigrations, createPersistence } from '#persistence';
import { dayOf } from '#time';
import { databaseFailure } from '../stores.js';
import { addressOf, ownAddressOf, usablePort } from './address.js';
import { ApiClient, ApiRefusal } from './api-client.js';
import { claimDataFolder } from './data-folder.js';
import { logInFile, type DemoPeople } from './demo-people.js';
import { Program } from './programs.js';
import { keptKey } from './kept-key.js';
import { StartRefusal } from './refusal.js';
import { livePast } from './past-days.js';
import { firstPlans, runPlans, type PlanRun } from './run-plans.js';
import { settleProvider, type Settled } from './settle-provider.js';
import { seconds } from './words.js';

export interface StartSettings {
  /** Demo provider asked for by name; absent: the large one where there is no provider yet. */
  readonly demo?: DemoName;
  /** Load none. */
  readonly empty: boolean;
  /** 0 takes any free one; absent: that of the environment. */
  readonly port?: number;
  /** Search time of each first plan. */
  readonly seconds: number;
}

const READY_WITHIN_MS = 60_000;
const PLAN_THREADS = 2;
/** One Ctrl-C may arrive twice, from the terminal and through npm; a second one means it. */
const IMPATIENT_AFTER_MS = 1000;
const out = process.stdout;

/**
 * Starts everything, plans the first days through the API like anybody else, and serves until a signal. Whatever
 * happens, what was started is stopped.
 * @returns the exit code
 * @throws StartRefusal when it cannot be started here
 */
export async function startApp(settings: StartSettings): Promise<number> {
  const config = readConfig();
  if (!config.ok) throw new StartRefusal(config.issues.map((issue) => issue.message).join('\n'));
  const folder = claimDataFolder(config.value.dataDir);
  try {
    const { host } = config.value;
    const port = await usablePort(host, settings.port ?? config.value.port);
    const address = addressOf(host, port);
    folder.tellAddress(address);
    return await new App({ ...settings, port, address }, { ...config.value, dataDir: folder.path }).run();
  } finally {
    folder.release();
  }
}

/** One run of everything. */
class App {
  private readonly begun = Date.now();
  private readonly ending = new AbortController();
  private readonly programs: Program[] = [];
  /** What ends by itself is started again; what keeps ending ends everything. */
  private readonly watch = {
    onRestart: (message: string): boolean => process.stderr.write(`\n  ${message}\n`),
    onGiveUp: (message: string): void => {
      process.stderr.write(`\n  ${message}\n`);
      this.end(1);
    },
  };
  private servers: Servers | undefined;
  private exitCode = 0;
  private endingSince = 0;

  constructor(
    private readonly settings: StartSettings & { readonly port: number; readonly address: string },
    private readonly config: Config,
  ) {}

  async run(): Promise<number> {
    const ended = once(this.ending.signal, 'abort');
    const onSignal = (): void => this.end(0);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
    // A terminal that is gone takes no words any more, which is no reason to leave servers behind.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => this.end(0));
    try {
      await this.bringUp();
      await ended;
    } catch (error) {
      // What a signal interrupted did not fail.
      if (!this.ending.signal.aborted) throw error;
    } finally {
      await this.stop();
    }
    return this.exitCode;
  }

  /** Begins the end; asked again, it does not wait for what the programs are doing. */
  private end(exitCode: number): void {
    const now = Date.now();
    if (!this.ending.signal.aborted) {
      this.exitCode = exitCode;
      this.endingSince = now;
      this.ending.abort();
    } else if (now - this.endingSince > IMPATIENT_AFTER_MS) {
      for (const program of this.programs) program.kill();
    }
  }

  /** The programs first: they hand their work back and need the servers for it. */
  private async stop(): Promise<void> {
    if (this.servers) out.write('\n  Stopping ...\n');
    await Promise.all(this.programs.map((program) => program.stop()));
    await this.servers?.stop();
    if (this.servers) out.write('  Stopped; the data is kept.\n');
  }

  private async bringUp(): Promise<void> {
    const servers = await this.startServers();
    this.startPrograms(servers);
    const settled = await this.settle(servers.databaseUrl);
    const api = new ApiClient(ownAddressOf(this.config.host, this.settings.port));
    await this.ready(api);
    this.say(`ready after ${this.elapsed()}`);
    await this.plan(api, settled, servers.databaseUrl);
    this.farewell(settled);
  }

  private async startServers(): Promise<Servers> {
    const { databaseUrl, redisUrl } = this.config;
    // Kept at once: what comes up after a signal is stopped as well.
    const servers = (this.servers = await startServers(this.config, this.watch));
    const given = [...(databaseUrl ? ['PostgreSQL of DATABASE_URL'] : []), ...(redisUrl ? ['Redis of REDIS_URL'] : [])];
    this.go();
    await applyMigrations(servers.databaseUrl).catch((error: unknown) => {
      const failure = databaseFailure(error);
      throw failure === undefined ? error : new StartRefusal(failure, 1);
    });
    if (redisUrl) await answering(redisUrl);
    this.go();
    this.say(`${[...given, ...servers.labels].join(', ')}: ${this.elapsed()}`);
    return servers;
  }

  private startPrograms(servers: Servers): void {
    const environment = {
      DATABASE_URL: servers.databaseUrl,
      REDIS_URL: servers.redisUrl,
      PORT: String(this.settings.port),
      NODE_ENV: 'production',
      SECRETS_KEY: this.config.secretsKey ?? keptKey(this.config.dataDir),
      DEMO_ACCOUNTS: 'true',
    };
    const logFolder = join(this.config.dataDir, 'logs');
    for (const name of ['api', 'worker'] as const) {
      const program = new Program({ name, environment, logFolder, ...this.watch });
      this.programs.push(program);
      program.start();
    }
  }

  private async settle(databaseUrl: string): Promise<Settled> {
    const persistence = createPersistence({ databaseUrl });
    const { demo, empty } = this.settings;
    const { dataDir, databaseUrl: given } = this.config;
    const afresh = given ? 'name an empty database' : 'set DATA_DIR to a new folder, as in DATA_DIR=.data-new';
    try {
      return await settleProvider(persistence, { demo, empty, dataDir, today: today(), afresh }, (text) => this.say(text));
    } finally {
      await persistence.close();
    }
  }

  private async ready(api: ApiClient): Promise<void> {
    const until = Date.now() + READY_WITHIN_MS;
    while (!(await api.ready())) {
      if (Date.now() > until) {
        throw new StartRefusal(`The API is not ready after a minute; its log is in ${join(this.config.dataDir, 'logs')}.`, 1);
      }
      await pause(100, undefined, { signal: this.ending.signal });
    }
    this.go();
  }

  /** The first plans, asked for as the demo coordinator; somebody else's provider is left to its people. */
  private async plan(api: ApiClient, { people }: DemoPeople, databaseUrl: string): Promise<void> {
    const coordinator = people.find(({ role }) => role === 'coordinator');
    if (!coordinator) return;
    const run = { seconds: this.settings.seconds, threads: PLAN_THREADS, out, signal: this.ending.signal };
    try {
      await api.logIn(coordinator.email, coordinator.password);
      await runPlans(api, firstPlans(today()), run);
      await this.livePast(api, people, { run, databaseUrl });
      await api.logOut();
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      this.say(`The first plans were not made: ${error.message}`);
    }
    this.go();
  }

  private async livePast(
    api: ApiClient,
    people: DemoPeople['people'],
    { run, databaseUrl }: { readonly run: PlanRun; readonly databaseUrl: string },
  ): Promise<void> {
    const persistence = createPersistence({ databaseUrl });
    try {
      await livePast(persistence, { api, people, today: today(), run });
    } finally {
      await persistence.close();
    }
  }

  private farewell({ people, fresh, providers }: Settled): void {
    const { address } = this.settings;
    const kept = logInFile(this.config.dataDir);
    if (fresh) {
      this.say(`Log-ins of the demo, shown once and kept in ${kept}:`);
      for (const { role, email, password } of people) this.say(`  ${role.padEnd(14)} ${email.padEnd(28)} ${password}`);
    } else if (people.length > 0) {
      this.say(`Log-ins of the demo: ${kept}`);
    } else if (providers === 0) {
      this.say('Bring a provider in from another terminal; the import makes the first log-in:');
      this.say('  npm run --silent apgaita -- import --template provider.xlsx');
      this.say('  npm run --silent apgaita -- import provider.xlsx --email you@example.org');
    }
    out.write(`\n  Apgaita is at ${address}   (Ctrl-C stops everything)\n`);
  }

  private elapsed(): string {
    return seconds(Date.now() - this.begun);
  }

  private say(text: string): void {
    out.write(`  ${text}\n`);
  }

  /** Passed between steps: throws once the end has begun. */
  private go(): void {
    this.ending.signal.throwIfAborted();
  }
}

/** Somebody else's Redis is asked once before anything waits for it. */
async function answering(redisUrl: string): Promise<void> {
  const queue = createPlanQueue({ redisUrl, onError: () => undefined });
  try {
    await queue.ping();
  } catch {
    throw new StartRefusal('The Redis of REDIS_URL does not answer. Start it, or correct the address.', 1);
  } finally {
    await queue.close().catch(() => undefined);
  }
}

/** The calendar day in Riga. */
function today(): string {
  return dayOf(Math.floor(Date.now() / 1000));
}
