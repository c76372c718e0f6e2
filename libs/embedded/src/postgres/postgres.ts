import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { claimFolder } from '../process/claim.js';
import { EmbeddedError } from '../process/embedded-error.js';
import { freePort } from '../process/free-port.js';
import { STATE_FILE, type KeeperState } from '../process/keeper-order.js';
import { logTail, startKept, type KeptProcess } from '../process/kept-process.js';
import { findBinaries, type Binaries } from './binaries.js';
import { openCluster, ROLE, serverEnvironment, type Cluster } from './cluster.js';
import { asIdentity, chooseIdentity, reachablePlaces, type Identity } from './identity.js';

export interface PostgresSettings {
  /** Folder of the cluster, its password and its log; created the first time. */
  readonly dataDir: string;
  /** TCP port on 127.0.0.1; any free one unless given. */
  readonly port?: number;
  /** False only where data may be lost in a crash, as in tests; true unless given. */
  readonly fsync?: boolean;
  /** As whom to run; found out unless given. */
  readonly identity?: Identity;
}

/** A running server of this process. */
export interface EmbeddedServer {
  /** How to reach it, with user and password. */
  readonly url: string;
  /** What runs: shown when it starts. */
  readonly label: string;
  /** Settles when the server has ended, however it did; never for one that was not started here. */
  readonly exited: Promise<void>;
  /** Ends the server and waits until it has; what was written is kept where the server keeps anything. */
  stop(): Promise<void>;
}

const READY_STEP_MS = 10;
const READY_STEPS = 3000;
const ATTEMPTS = 10;
const PASSING = /shared memory block|could not bind|Address already in use|could not create any TCP/;

/**
 * Starts the PostgreSQL that npm brought along. It ends with `stop()` or when this process ends, even by kill -9.
 * @throws EmbeddedError when there is none for this platform, the data folder is in use or the server does not come up.
 */
export async function startPostgres(settings: PostgresSettings): Promise<EmbeddedServer> {
  const identity = settings.identity ?? chooseIdentity();
  const { binaries, dataDir } = reachablePlaces(identity, findBinaries(), resolve(settings.dataDir));
  await claimFolder(dataDir);
  const cluster = openCluster(dataDir, binaries, identity);
  for (let attempt = 1; ; attempt++) {
    const port = settings.port ?? (await freePort());
    const server = launch({ binaries, cluster, dataDir, identity, port, fsync: settings.fsync ?? true });
    if (await becomesReady(server, dataDir, cluster.folder)) return await running(server, cluster, port);
    await server.stop();
    const log = logTail(dataDir);
    if (attempt < ATTEMPTS && PASSING.test(log)) await sleep(attempt * 50);
    else throw new EmbeddedError('embedded.start-failed', `PostgreSQL did not start:\n${log}`);
  }
}

interface Launch {
  readonly binaries: Binaries;
  readonly cluster: Cluster;
  readonly dataDir: string;
  readonly identity: Identity;
  readonly port: number;
  readonly fsync: boolean;
}

function launch({ binaries, cluster, dataDir, identity, port, fsync }: Launch): KeptProcess {
  const durable = fsync ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const options = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'timezone=UTC',
    'log_timezone=UTC',
    ...durable,
  ];
  const args = ['-D', cluster.folder, '-p', String(port), ...options.flatMap((option) => ['-c', option])];
  return startKept({
    ...asIdentity(identity, binaries.postgres, args),
    folder: dataDir,
    stopSignal: 'SIGINT',
    killSignal: 'SIGQUIT',
    env: serverEnvironment(),
  });
}

/** Waits until the lock file of this very server says ready (its eighth line); false when the server ends before. */
async function becomesReady(server: KeptProcess, dataDir: string, folder: string): Promise<boolean> {
  for (let step = 0; step < READY_STEPS && !server.hasExited(); step++) {
    const lines = readLines(join(folder, 'postmaster.pid'));
    if (lines[7]?.startsWith('ready') && Number(lines[0]) === serverPid(dataDir, server.pid)) return true;
    await sleep(READY_STEP_MS);
  }
  return false;
}

function serverPid(dataDir: string, keeper: number): number | undefined {
  const [line] = readLines(join(dataDir, STATE_FILE));
  const state = line ? (JSON.parse(line) as KeeperState) : undefined;
  return state?.keeper === keeper ? state.server : undefined;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

async function running(server: KeptProcess, cluster: Cluster, port: number): Promise<EmbeddedServer> {
  const address = (database: string) => `postgresql://${ROLE}:${cluster.password}@127.0.0.1:${port}/${database}`;
  await createDatabase(address('postgres'));
  return { url: address(ROLE), label: 'embedded PostgreSQL 18', exited: server.exited, stop: () => server.stop() };
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [ROLE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${ROLE}`);
  } finally {
    await client.end();
  }
}
