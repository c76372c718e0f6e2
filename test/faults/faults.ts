import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { PLAN_QUEUE, QUEUE_SETTINGS, REPLAN_QUEUE } from '#jobs';
import type { Dice } from '../property/tiny-problem.js';
import type { Machines } from './machines.js';

/** One way to break things; settles when it is over. */
export interface Fault {
  readonly name: string;
  /** Seconds before it may happen again: what starts a server anew gives up when it dies five times a minute. */
  readonly restSeconds: number;
  readonly happen: (machines: Machines, dice: Dice) => Promise<void> | void;
}

const HOUR_MS = 3_600_000;
/** Longer than a worker's lock on its job and the look for stalled jobs. */
const FROZEN_MS = 25_000;

export const FAULTS: readonly Fault[] = [
  { name: 'API killed', restSeconds: 5, happen: (machines) => machines.killApi() },
  { name: 'worker killed', restSeconds: 5, happen: (machines, dice) => machines.killWorker(dice.from(0, 1)) },
  { name: 'worker replaced by a new one while both run', restSeconds: 10, happen: (machines) => machines.replaceWorker(0) },
  { name: 'Postgres killed', restSeconds: 20, happen: (machines) => machines.killPostgres() },
  { name: 'a process of Postgres killed', restSeconds: 10, happen: (machines) => machines.killBackend() },
  { name: 'Redis killed', restSeconds: 20, happen: (machines) => machines.killRedis() },
  { name: 'Redis flushed', restSeconds: 5, happen: (machines) => machines.flushRedis() },
  { name: 'clock three hours ahead for a while', restSeconds: 10, happen: (machines) => machines.shiftClock(3 * HOUR_MS, 3000) },
  {
    name: 'clock three hours behind for a while',
    restSeconds: 10,
    happen: (machines) => machines.shiftClock(-3 * HOUR_MS, 3000),
  },
  { name: 'disk of Postgres full for a while', restSeconds: 30, happen: (machines) => machines.fillDisk(3000) },
  { name: 'routing server slow', restSeconds: 5, happen: (machines) => moody(machines, 'slow') },
  { name: 'routing server breaks off', restSeconds: 5, happen: (machines) => moody(machines, 'broken') },
  { name: 'routing server sends garbage', restSeconds: 5, happen: (machines) => moody(machines, 'garbage') },
  { name: 'outbox sent again', restSeconds: 5, happen: sendAgain },
  { name: 'jobs doubled under other ids', restSeconds: 5, happen: doubleJobs },
  { name: 'worker frozen until another has its job', restSeconds: 60, happen: (machines) => machines.freezeWorker(1, FROZEN_MS) },
  { name: 'migration killed half-way', restSeconds: 30, happen: interruptMigration },
];

async function moody(machines: Machines, mood: 'slow' | 'broken' | 'garbage'): Promise<void> {
  // What was asked before is remembered: only new questions reach the server.
  await machines.query('DELETE FROM travel_times').catch(() => undefined);
  machines.osrm.mood = mood;
  await pause(5000);
  machines.osrm.mood = 'well';
}

/** Every message comes once more, those of plans long finished too. */
async function sendAgain(machines: Machines): Promise<void> {
  await machines.query('UPDATE outbox_records SET sent_at = NULL').catch(() => undefined);
}

/** The newest messages past the outbox, under ids of their own and with some delay, so that two workers have the same plan. */
async function doubleJobs(machines: Machines): Promise<void> {
  type Row = { topic: string; payload: object };
  const recent = 'SELECT topic, payload FROM outbox_records ORDER BY id DESC LIMIT 4';
  const rows = await machines.query<Row>(recent).catch((): Row[] => []);
  const redis = new Redis(machines.redisUrl, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  for (const [n, { topic, payload }] of rows.entries()) {
    const name = topic === 'replan' ? REPLAN_QUEUE : PLAN_QUEUE;
    const queue = new Queue(name, { connection: redis, ...QUEUE_SETTINGS });
    queue.on('error', () => undefined);
    await queue.add(name, payload, { delay: n * 700, removeOnComplete: true, removeOnFail: true });
  }
  redis.disconnect();
}

/** A further migration, whose process dies before it is through. */
async function interruptMigration(machines: Machines, dice: Dice): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'apgaita-migration-'));
  try {
    cpSync(fileURLToPath(new URL('../../../prisma/migrations', import.meta.url)), folder, { recursive: true });
    mkdirSync(join(folder, '99990101000000_interrupted'));
    const sql = 'CREATE TABLE interrupted (id int); SELECT pg_sleep(2); INSERT INTO interrupted VALUES (1);';
    writeFileSync(join(folder, '99990101000000_interrupted/migration.sql'), sql);
    const index = new URL('../../libs/persistence/src/index.js', import.meta.url).href;
    const script = `await (await import('${index}')).applyMigrations(process.argv[1], process.argv[2])`;
    const args = ['--input-type=module', '-e', script, machines.databaseUrl, folder];
    const migrating = spawn(process.execPath, args, { stdio: 'ignore' });
    await pause(1200 + dice.from(0, 1500));
    migrating.kill('SIGKILL');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
