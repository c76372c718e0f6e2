import { join } from 'node:path';
import { startPostgres, type EmbeddedServer } from './postgres/postgres.js';
import { startRedis } from './redis/redis.js';
import { supervise, type ServerWatch, type Supervised } from './process/supervise.js';

export interface ServerSettings {
  /** Used instead of the embedded PostgreSQL when present. */
  readonly databaseUrl: string | undefined;
  /** Used instead of a Redis of ours when present. */
  readonly redisUrl: string | undefined;
  /** Folder under which each embedded server has its own. */
  readonly dataDir: string;
}

/** The two servers the programs need, whoever runs them. */
export interface Servers {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** What runs, for people: one line for each server started here. */
  readonly labels: readonly string[];
  /** Ends the servers started here, and only those. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL and Redis side by side, except those named by an address of their own, and starts each again at the
 * same address when it ends by itself.
 * @throws EmbeddedError when one cannot be started; the other is then stopped again.
 */
export async function startServers(settings: ServerSettings, watch: ServerWatch): Promise<Servers> {
  const { databaseUrl, redisUrl, dataDir } = settings;
  const outcomes = await Promise.allSettled([
    databaseUrl === undefined ? supervise(postgresIn(join(dataDir, 'postgres')), watch) : given(databaseUrl),
    redisUrl === undefined ? supervise(redisIn(join(dataDir, 'redis')), watch) : given(redisUrl),
  ]);
  const started = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const stop = async () => void (await Promise.all(started.map((server) => server.stop())));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) {
    await stop();
    throw failure.reason;
  }
  const [postgres, redis] = started as [EmbeddedServer, EmbeddedServer];
  const labels = started.map((server) => server.label).filter((label) => label !== '');
  return { databaseUrl: postgres.url, redisUrl: redis.url, labels, stop };
}

function postgresIn(dataDir: string): Supervised {
  const start = (before: EmbeddedServer | undefined) =>
    startPostgres({ dataDir, ...(before && { port: Number(new URL(before.url).port) }) });
  return { name: 'PostgreSQL', folder: dataDir, start };
}

function redisIn(dataDir: string): Supervised {
  const start = (before: EmbeddedServer | undefined) => startRedis({ dataDir, ...(before && { address: addressOf(before) }) });
  return { name: 'Redis', folder: dataDir, start };
}

function addressOf({ url }: EmbeddedServer): { port: number; password: string } {
  const { port, password } = new URL(url);
  return { port: Number(port), password };
}

function given(url: string): EmbeddedServer {
  return { url, label: '', exited: new Promise(() => undefined), stop: () => Promise.resolve() };
}
