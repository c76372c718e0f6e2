import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres, type EmbeddedServer } from '../postgres/postgres.js';
import { startRedis } from '../redis/redis.js';

/** Environment variable by which spec files find the broker of their run. */
export const BROKER = 'APGAITA_TEST_BROKER';

/** Logical databases of the Redis of a test run: one for each spec file that asks. */
const REDIS_DATABASES = 1024;

const TEMPLATE = 'migrated';

export interface TestBroker {
  stop(): Promise<void>;
}

/**
 * Serves the spec files of one test run with databases of their own. PostgreSQL (without write-through to disk) and Redis
 * start when the first spec file asks, in a temporary folder that `stop` deletes, so that runs without them cost nothing.
 * @param migrate applies the migrations to the database at this address; called once, for the template.
 */
export async function startTestBroker(migrate: (databaseUrl: string) => Promise<void>): Promise<TestBroker> {
  const run = new TestRun(migrate);
  const server = createServer((request, response) => {
    run.answer(request.url ?? '').then(
      (url) => response.end(JSON.stringify({ url })),
      (error: unknown) => response.writeHead(500).end(JSON.stringify({ error: String(error) })),
    );
  });
  // A worker asks again minutes later over the same connection; closing it meanwhile would fail that question.
  server.keepAliveTimeout = 0;
  process.env[BROKER] = `http://127.0.0.1:${await listen(server)}`;
  return {
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await run.end();
    },
  };
}

class TestRun {
  private folder: string | undefined;
  private postgres: Promise<EmbeddedServer> | undefined;
  private redis: Promise<EmbeddedServer> | undefined;
  private template: Promise<void> | undefined;
  private databases = 0;
  private redisDatabases = 0;

  constructor(private readonly migrate: (databaseUrl: string) => Promise<void>) {}

  async answer(path: string): Promise<string> {
    if (path === '/redis') return `${(await this.redisServer()).url}/${this.redisDatabases++ % REDIS_DATABASES}`;
    const { url } = await this.postgresServer();
    const name = `test_${++this.databases}`;
    if (path === '/database/migrated') await (this.template ??= this.createTemplate(url));
    await execute(url, `CREATE DATABASE ${name} TEMPLATE ${path === '/database/migrated' ? TEMPLATE : 'template0'}`);
    return databaseAt(url, name);
  }

  async end(): Promise<void> {
    await Promise.all([this.postgres, this.redis].map(async (server) => (await server)?.stop()));
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
  }

  private async createTemplate(url: string): Promise<void> {
    await execute(url, `CREATE DATABASE ${TEMPLATE} TEMPLATE template0`);
    await this.migrate(databaseAt(url, TEMPLATE));
  }

  private place(server: string): string {
    this.folder ??= mkdtempSync(join(tmpdir(), 'apgaita-test-'));
    return join(this.folder, server);
  }

  private postgresServer(): Promise<EmbeddedServer> {
    return (this.postgres ??= startPostgres({ dataDir: this.place('postgres'), fsync: false }));
  }

  private redisServer(): Promise<EmbeddedServer> {
    return (this.redis ??= startRedis({ dataDir: this.place('redis'), databases: REDIS_DATABASES }));
  }
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseAt(url, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function databaseAt(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
