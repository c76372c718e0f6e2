import { join } from 'node:path';
import { startPostgres, type EmbeddedServer } from './postgres/postgres.js';
import { startRedis } from './redis/redis.js';

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
 * Starts PostgreSQL and Redis side by side, except those named by an address of their own.
 * @throws EmbeddedError when one cannot be started; the other is then stopped again.
 */
export async function startServers(settings: ServerSettings): Promise<Servers> {
  const { databaseUrl, redisUrl, dataDir } = settings;
  const outcomes = await Promise.allSettled([
    databaseUrl === undefined ? startPostgres({ dataDir: join(dataDir, 'postgres') }) : given(databaseUrl),
    redisUrl === undefined ? startRedis({ dataDir: join(dataDir, 'redis') }) : given(redisUrl),
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

function given(url: string): EmbeddedServer {
  return { url, label: '', stop: () => Promise.resolve() };
}
