import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { freePort, startServers, type Servers } from '#embedded';
import { applyMigrations } from '#persistence';
import { startProgram, type Program } from '../e2e/program.js';
import { descendants } from '../start/processes.js';
import { Osrm } from './osrm.js';

/** Of the disk that Postgres gets to itself. */
const DISK_MEGABYTES = 700;

/** Everything `npm start` runs, each as a process of its own that can be killed: an API, two workers and both servers. */
export class Machines {
  readonly osrm = new Osrm();
  /** Last words of programs that ended by themselves. */
  readonly crashes: string[] = [];
  private readonly told = new Set<Program>();
  private api!: Program;
  private readonly workers: Program[] = [];
  private port = 0;
  /** Several workers on one machine cannot share one. */
  private metricsPorts: { readonly api?: number; readonly worker?: number } = {};
  private ending = false;

  private constructor(
    private readonly folder: string,
    /** Postgres has a small disk of its own; only root can give it one. */
    readonly smallDisk: boolean,
    private readonly servers: Servers,
    /** What ended by itself. */
    readonly restarts: readonly string[],
  ) {}

  static async start(workers: number): Promise<Machines> {
    const folder = mkdtempSync(join(tmpdir(), 'apgaita-faults-'));
    const disk = join(folder, 'servers');
    mkdirSync(disk);
    const size = `size=${DISK_MEGABYTES}m`;
    const smallDisk = process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', disk]).status === 0;
    const restarts: string[] = [];
    const note = (message: string): void => void restarts.push(message.split(' ended', 1)[0]);
    const servers = await startServers(
      { databaseUrl: undefined, redisUrl: undefined, dataDir: disk },
      { onRestart: note, onGiveUp: note },
    );
    await applyMigrations(servers.databaseUrl);
    const machines = new Machines(folder, smallDisk, servers, restarts);
    machines.metricsPorts = { api: await freePort(), ...(workers === 1 && { worker: await freePort() }) };
    await machines.osrm.listen();
    await machines.startApi();
    for (let n = 0; n < workers; n++) await machines.startWorker(n);
    return machines;
  }

  get databaseUrl(): string {
    return this.servers.databaseUrl;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get redisUrl(): string {
    return this.servers.redisUrl;
  }

  async stop(): Promise<void> {
    this.ending = true;
    await Promise.all([this.api, ...this.workers].map((program) => program.end('SIGTERM')));
    await this.servers.stop();
    this.osrm.close();
    if (this.smallDisk) execFileSync('umount', [join(this.folder, 'servers')]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get settings() {
    return {
      ...{ databaseUrl: this.databaseUrl, redisUrl: this.redisUrl },
      env: {
        ...{ OSRM_URL: this.osrm.url, TRAVEL_TIMEOUT_MS: '1000', APGAITA_CLOCK_FILE: join(this.folder, 'clock') },
        ...{ PORT: String(this.port), API_METRICS_PORT: portText(this.metricsPorts.api) },
        WORKER_METRICS_PORT: portText(this.metricsPorts.worker),
      },
      imports: [new URL('./shifted-clock.js', import.meta.url).href],
    };
  }

  private async startApi(): Promise<void> {
    this.api = this.watched(startProgram('api', this.settings), () => this.startApi());
    const { port } = await this.api.waitFor(/^api ready on/);
    this.port = Number(port);
  }

  /** Like `npm start`: what ends without having been told to is started again. */
  private watched(program: Program, again: () => Promise<unknown>): Program {
    void program.ended.then(() => {
      if (this.ending || this.told.has(program)) return;
      this.crashes.push(`${program.log.at(-1)?.msg}\n${program.errors.slice(-12).join('\n')}`);
      void again();
    });
    return program;
  }

  private end(program: Program, signal: 'SIGTERM' | 'SIGKILL'): Promise<unknown> {
    this.told.add(program);
    return program.end(signal);
  }

  private async startWorker(n: number): Promise<void> {
    const again = (): Promise<void> => this.startWorker(n);
    const worker = this.watched(startProgram('worker', this.settings), again);
    this.workers[n] = worker;
    await worker.waitFor(/^worker ready/);
  }

  /** Kills the API; it is started again at its address. */
  async killApi(): Promise<void> {
    await this.end(this.api, 'SIGKILL');
    if (!this.ending) await this.startApi();
  }

  async killWorker(n: number): Promise<void> {
    await this.end(this.workers[n], 'SIGKILL');
    if (!this.ending) await this.startWorker(n);
  }

  /** A worker that is told to end, as in an upgrade, and its successor, which begins before. */
  async replaceWorker(n: number): Promise<void> {
    const old = this.workers[n];
    await this.startWorker(n);
    await this.end(old, 'SIGTERM');
  }

  /** A worker that does not move for so long that the queue gives its job to another; then it goes on. */
  async freezeWorker(n: number, milliseconds: number): Promise<void> {
    const { pid } = this.workers[n];
    process.kill(pid, 'SIGSTOP');
    await pause(milliseconds);
    process.kill(pid, 'SIGCONT');
  }

  killPostgres(): void {
    const file = join(this.folder, 'servers/postgres/cluster/postmaster.pid');
    // Gone while Postgres is being started anew.
    if (!existsSync(file)) return;
    const [pid] = readFileSync(file, 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
  }

  /** One connection's process: Postgres then starts itself anew. */
  async killBackend(): Promise<void> {
    const [row] = await this.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1`,
    );
    if (row) process.kill(row.pid, 'SIGKILL');
  }

  killRedis(): void {
    const pid = descendants(process.pid).find((each) => /js-redis\.js|(?:redis|valkey)-server/.test(commandOf(each)));
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }

  async flushRedis(): Promise<void> {
    const redis = new Redis(this.redisUrl);
    redis.on('error', () => undefined);
    await redis.flushall().finally(() => redis.disconnect());
  }

  /** Leaves no room on Postgres' disk for so long. */
  async fillDisk(milliseconds: number): Promise<void> {
    const filler = join(this.folder, 'servers/filler');
    // People go on meanwhile.
    await once(spawn('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'], { stdio: 'ignore' }), 'exit');
    await pause(milliseconds);
    rmSync(filler, { force: true });
  }

  /** The programs' clocks are so far ahead for a while. */
  async shiftClock(aheadMs: number, milliseconds: number): Promise<void> {
    writeFileSync(join(this.folder, 'clock'), String(aheadMs));
    await pause(milliseconds);
    writeFileSync(join(this.folder, 'clock'), '0');
  }

  /** What Prometheus would read. */
  async metrics(program: 'api' | 'worker'): Promise<string> {
    return (await fetch(`http://127.0.0.1:${this.metricsPorts[program]}/metrics`)).text();
  }

  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql, [...values])).rows as Row[];
    } finally {
      await client.end();
    }
  }
}

/** Empty when the process has ended meanwhile. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Empty: unset. */
const portText = (port: number | undefined): string => String(port ?? '');
