import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig, type Config } from '#config';
import type { DemoName } from '#demo';
import { startServers } from '#embedded';
import { applyMigrations, createPersistence } from '#persistence';
import { dayOf } from '#time';
import { ApiClient, ApiRefusal } from './api-client.js';
import { knownLogIns, loadDemo, type DemoLogIn } from './demo.js';
import { Program } from './programs.js';
import { firstPlans, runPlans } from './run-plans.js';

export interface StartSettings {
  readonly demo: DemoName;
  readonly empty: boolean;
  readonly port?: number;
  /** Search time of each first plan. */
  readonly seconds: number;
}

const READY_WITHIN_MS = 60_000;
const PLAN_THREADS = 2;
const out = process.stdout;

/**
 * Starts everything, plans the first days through the API like anybody else,
 * and serves until a signal.
 * @returns the exit code
 */
export async function startApp(settings: StartSettings): Promise<number> {
  const begun = Date.now();
  const config = readConfig();
  if (!config.ok) {
    for (const issue of config.issues) process.stderr.write(`${issue.message}\n`);
    return 2;
  }
  const wanted = settings.port ?? config.value.port;
  const port = await usablePort(wanted, config.value.host);
  if (port === null) {
    process.stderr.write(
      `Port ${wanted} is taken, perhaps by an Apgaita that runs already. Name another: npm start -- --port 3001\n`,
    );
    return 2;
  }
  mkdirSync(config.value.dataDir, { recursive: true });
  return new App({ ...settings, port }, config.value, begun).run();
}

/** The port itself, or any free one for 0; null when somebody has it. */
function usablePort(port: number, host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/** One run of everything: what was started is stopped in the opposite order, whatever happens between. */
class App {
  private readonly stops: (() => Promise<unknown>)[] = [];
  private readonly stopped: Promise<number>;
  private end: (exitCode: number) => void = () => undefined;

  constructor(
    private readonly settings: StartSettings & { readonly port: number },
    private readonly config: Config,
    private readonly begun: number,
  ) {
    this.stopped = new Promise((resolve) => (this.end = resolve));
  }

  async run(): Promise<number> {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => this.end(0));
    try {
      return await Promise.race([this.bringUp().then(() => this.stopped), this.stopped]);
    } finally {
      out.write('\nStopping ...\n');
      for (const stop of this.stops.reverse()) await stop();
      out.write('Stopped.\n');
    }
  }

  private async bringUp(): Promise<void> {
    const servers = await startServers(this.config);
    this.stops.push(() => servers.stop());
    for (const label of servers.labels) out.write(`  ${label}\n`);
    await applyMigrations(servers.databaseUrl);
    const logIns = await this.ensureProvider(servers.databaseUrl);
    this.startPrograms(servers);
    const base = `http://${this.config.host === '0.0.0.0' ? '127.0.0.1' : this.config.host}:${this.settings.port}`;
    const api = new ApiClient(base);
    await ready(api);
    out.write(`  API, worker and app ready after ${((Date.now() - this.begun) / 1000).toFixed(1)} s\n\n`);
    await this.plan(api, logIns.people);
    this.farewell(logIns);
  }

  private async ensureProvider(databaseUrl: string): Promise<{ people: readonly DemoLogIn[]; fresh: boolean }> {
    const persistence = createPersistence({ databaseUrl });
    const { demo, empty } = this.settings;
    const { dataDir } = this.config;
    try {
      if ((await persistence.providers.list()).length > 0) return { people: await knownLogIns(dataDir), fresh: false };
      if (empty) return { people: [], fresh: false };
      const begun = Date.now();
      const people = await loadDemo(persistence, { name: demo, today: today(), dataDir });
      out.write(`  demo provider ${demo} loaded in ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
      return { people, fresh: true };
    } finally {
      await persistence.close();
    }
  }

  private startPrograms(servers: { databaseUrl: string; redisUrl: string }): void {
    const environment = {
      DATABASE_URL: servers.databaseUrl,
      REDIS_URL: servers.redisUrl,
      PORT: String(this.settings.port),
      NODE_ENV: 'production',
    };
    const logFolder = join(this.config.dataDir, 'logs');
    for (const name of ['api', 'worker'] as const) {
      const onGiveUp = (message: string): void => {
        process.stderr.write(`${message}\n`);
        this.end(1);
      };
      const program = new Program({ name, environment, logFolder, onGiveUp });
      this.stops.push(() => program.stop());
      program.start();
    }
  }

  /** The first plans, asked for as the demo coordinator; somebody else's provider is left to its people. */
  private async plan(api: ApiClient, people: readonly DemoLogIn[]): Promise<void> {
    const coordinator = people.find(({ role }) => role === 'coordinator');
    if (!coordinator) return;
    try {
      await api.logIn(coordinator.email, coordinator.password);
      await runPlans(api, firstPlans(today()), { seconds: this.settings.seconds, threads: PLAN_THREADS, out });
      await api.logOut();
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      out.write(`  The first plans were not made: ${error.message}\n`);
    }
  }

  private farewell({ people, fresh }: { people: readonly DemoLogIn[]; fresh: boolean }): void {
    const { port } = this.settings;
    if (fresh) {
      out.write('  Demo log-ins (shown once; kept in the data folder):\n');
      for (const { role, email, password } of people) out.write(`    ${role.padEnd(14)} ${email}  ${password}\n`);
      out.write('\n');
    } else if (people.length > 0) {
      out.write(`  Demo log-ins: ${join(this.config.dataDir, 'demo-logins.json')}\n`);
    } else if (this.settings.empty) {
      out.write('  No provider yet. In another terminal:\n    npm run --silent apgaita -- import --template provider.xlsx\n');
      out.write('    npm run --silent apgaita -- import provider.xlsx\n');
    }
    out.write(`  Apgaita is at http://localhost:${port}   (Ctrl-C stops everything)\n`);
  }
}

async function ready(api: ApiClient): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await api.ready())) {
    if (Date.now() > until) throw new Error('the API is not ready after a minute; see its log in the data folder');
    await pause(150);
  }
}

/** The calendar day in Riga. */
function today(): string {
  return dayOf(Math.floor(Date.now() / 1000));
}
