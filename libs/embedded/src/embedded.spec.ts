import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { startPostgres } from './postgres/postgres.js';
import type { ServerWatch } from './process/supervise.js';
import { startRedis } from './redis/redis.js';
import { startServers } from './servers.js';

let folder: string;
let watch: ServerWatch;
const unwatched = { onRestart: () => undefined, onGiveUp: () => undefined };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'apgaita-embedded-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('startPostgres', () => {
  it('keeps what was written over a stop, a kill -9 of the server and a kill -9 of whoever started it', async () => {
    const dataDir = join(folder, 'postgres');
    const first = await startPostgres({ dataDir });
    await query(first.url, 'CREATE TABLE word (text text)');
    await query(first.url, `INSERT INTO word VALUES ('stopped')`);
    await first.stop();
    expect(await isListening(first.url)).toBe(false);

    const second = await startPostgres({ dataDir });
    await query(second.url, `INSERT INTO word VALUES ('killed')`);
    process.kill(postmaster(dataDir), 'SIGKILL');
    await second.stop();

    const third = await startElsewhere(`startPostgres({ dataDir: ${JSON.stringify(dataDir)} })`);
    await query(third.url, `INSERT INTO word VALUES ('orphaned')`);
    third.kill();
    await gone(third.url);

    const fourth = await startPostgres({ dataDir });
    expect(await query(fourth.url, 'SELECT text FROM word')).toEqual([
      { text: 'stopped' },
      { text: 'killed' },
      { text: 'orphaned' },
    ]);
    await fourth.stop();
  }, 60_000);

  it('is backed up by a copy of its folder while it is stopped, and restored by starting on the copy', async () => {
    const first = await startPostgres({ dataDir: join(folder, 'original') });
    await query(first.url, 'CREATE TABLE word (text text)');
    await query(first.url, `INSERT INTO word VALUES ('kept')`);
    await first.stop();
    cpSync(join(folder, 'original'), join(folder, 'copy'), { recursive: true });
    const restored = await startPostgres({ dataDir: join(folder, 'copy'), fsync: false });
    expect(await query(restored.url, 'SELECT text FROM word')).toEqual([{ text: 'kept' }]);
    await restored.stop();
  }, 60_000);

  it('ends a server whose keeper was killed before it starts a new one on the same folder', async () => {
    const dataDir = join(folder, 'kept');
    const first = await startPostgres({ dataDir, fsync: false });
    const { keeper } = JSON.parse(readFileSync(join(dataDir, 'keeper.json'), 'utf8')) as { keeper: number };
    process.kill(keeper, 'SIGKILL');
    expect(await isListening(first.url)).toBe(true);
    const second = await startPostgres({ dataDir, fsync: false });
    expect(await isListening(first.url)).toBe(false);
    await second.stop();
  }, 60_000);

  it('starts although the process id in a left-over lock file belongs to another process now', async () => {
    const dataDir = join(folder, 'reused');
    await (await startPostgres({ dataDir, fsync: false })).stop();
    writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n5432\n\n127.0.0.1\n\nready   \n`);
    const again = await startPostgres({ dataDir, fsync: false });
    expect(await isListening(again.url)).toBe(true);
    await again.stop();
  }, 60_000);

  it('speaks UTF-8 with Latvian letters, writes through to disk, and asks for its password', async () => {
    const server = await startPostgres({ dataDir: join(folder, 'kept') });
    const [row] = await query(
      server.url,
      `SELECT lower('ĀŽŅ') AS lower, current_setting('fsync') AS fsync, current_setting('TimeZone') AS zone,
              pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = current_database()`,
    );
    expect(row).toEqual({ lower: 'āžņ', fsync: 'on', zone: 'UTC', encoding: 'UTF8' });
    const stranger = new URL(server.url);
    stranger.password = 'wrong';
    await expect(query(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(folder, 'kept')).mode & 0o077).toBe(0);
    await server.stop();
  }, 60_000);

  it('refuses a folder written by another version', async () => {
    const dataDir = join(folder, 'reused');
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '17\n');
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'embedded.data-version' });
  });
});

describe('startRedis', () => {
  it('answers to its password only, and not after the process that started it was killed', async () => {
    const dataDir = JSON.stringify(join(folder, 'redis'));
    const server = await startElsewhere(`startRedis({ dataDir: ${dataDir}, program: false, databases: 40 })`);
    const redis = new Redis(`${server.url}/39`);
    await redis.set('key', 'value');
    expect(await redis.get('key')).toBe('value');
    redis.disconnect();
    const stranger = new Redis(server.url.replace(/:[^:@]+@/, ':wrong@'), { lazyConnect: true, retryStrategy: () => null });
    stranger.on('error', () => undefined);
    await expect(stranger.get('key')).rejects.toThrow();
    server.kill();
    await gone(server.url);
  });
});

describe('startServers', () => {
  it('starts nothing where both addresses are given', async () => {
    const given = { databaseUrl: 'postgresql://db/x', redisUrl: 'redis://r' };
    const servers = await startServers({ ...given, dataDir: join(folder, 'none') }, unwatched);
    expect(servers).toMatchObject({ ...given, labels: [] });
    await servers.stop();
  });

  it('starts the one whose address is missing, and stops it', async () => {
    const only = { databaseUrl: 'postgresql://db/x', redisUrl: undefined, dataDir: join(folder, 'one') };
    const servers = await startServers(only, unwatched);
    const redis = await startRedis({ dataDir: join(folder, 'two') });
    expect(await isListening(servers.redisUrl)).toBe(true);
    await servers.stop();
    expect(await isListening(servers.redisUrl)).toBe(false);
    expect(await isListening(redis.url)).toBe(true);
    await redis.stop();
  });

  it('starts one that was killed again at the same address, and gives up when it does not come up', async () => {
    const dataDir = join(folder, 'watched');
    const told: string[] = [];
    const gaveUp = new Promise<string>((onGiveUp) => {
      watch = { onRestart: (message) => told.push(message.split(' is started', 1)[0]), onGiveUp };
    });
    const servers = await startServers({ databaseUrl: undefined, redisUrl: 'redis://r', dataDir }, watch);
    await query(servers.databaseUrl, 'CREATE TABLE word (text text)');
    process.kill(postmaster(join(dataDir, 'postgres')), 'SIGKILL');
    await answering(servers.databaseUrl);
    writeFileSync(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '17\n');
    process.kill(postmaster(join(dataDir, 'postgres')), 'SIGKILL');
    expect(await gaveUp).toContain('PostgreSQL does not come up again');
    // The second end is told apart from the first only where the server was watched again in time.
    expect([...new Set(told)]).toEqual(['PostgreSQL ended by itself and']);
    await servers.stop();
  }, 60_000);
});

/** Waits until a server that was killed a moment ago answers again. */
async function answering(url: string): Promise<void> {
  await gone(url);
  while (!(await query(url, 'SELECT text FROM word').then(Boolean, () => false))) await sleep(20);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function postmaster(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Starts a server from a process of its own, which `kill` ends with kill -9. */
async function startElsewhere(call: string): Promise<{ url: string; kill: () => void }> {
  const index = new URL('./index.js', import.meta.url).href;
  const script = `const { startPostgres, startRedis } = await import('${index}'); console.log((await ${call}).url);`;
  const starter = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of starter.stdout) return { url: String(line).trim(), kill: () => starter.kill('SIGKILL') };
  throw new Error('the server did not start');
}

function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => resolve(true));
    socket.on('connect', () => socket.destroy());
    socket.on('error', () => resolve(false));
  });
}

async function gone(url: string): Promise<void> {
  while (await isListening(url)) await sleep(20);
}
