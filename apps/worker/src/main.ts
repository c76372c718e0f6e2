import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig, type Config } from '#config';
import { createPlanQueue } from '#jobs';
import { createLogger, createMetrics, serveMetrics } from '#observability';
import { createPersistence } from '#persistence';
import { createThreadSolver } from '#threads';
import { createTravelTimes } from '#travel';
import { WorkerModule } from './worker.module.js';

/** Milliseconds a stop may take before the process ends anyway; the queue then finds the job stalled. */
const STOP_WITHIN_MS = 15_000;

const config = readConfig();
if (config.ok) await main(config.value);
else refuse(config.issues.map((issue) => issue.message));

async function main(settings: Config): Promise<void> {
  const { databaseUrl, redisUrl } = settings;
  if (databaseUrl === undefined || redisUrl === undefined) {
    return refuse(['DATABASE_URL and REDIS_URL are needed; `npm start` brings servers of its own.']);
  }
  const logger = createLogger({ program: 'worker', level: settings.logLevel });
  const persistence = createPersistence({ databaseUrl, databasePool: settings.databasePool });
  const queue = createPlanQueue({ redisUrl, onError: (error) => logger.warn({ err: error }, 'queue connection') });
  const travel = createTravelTimes({
    ...(settings.osrmUrl && { osrmUrl: settings.osrmUrl }),
    ...(settings.valhallaUrl && { valhallaUrl: settings.valhallaUrl }),
    patience: { timeoutMs: settings.travelTimeoutMs },
    cache: persistence.travelCache,
    logger,
  });
  const { providers, plans, growth, replans, schedules, outbox } = persistence;
  const planning = { providers, travel, solver: createThreadSolver({ yields: true }) };
  const growthPlanning = { ...planning, travel: createTravelTimes() };
  const metrics = createMetrics('worker');
  metrics.gauge({ name: 'apgaita_queue_jobs', help: 'Jobs of the queues', label: 'queue' }, () => queue.depths());
  metrics.gauge({ name: 'apgaita_outbox', help: 'What waits in the outbox', label: 'what' }, () => outbox.backlog(new Date()));
  const { host, workerMetricsPort } = settings;
  if (workerMetricsPort !== undefined) await serveMetrics(metrics, { host, port: workerMetricsPort });
  const parts = {
    planning,
    plans,
    growthPlanning,
    growth,
    replans,
    schedules,
    outbox,
    queue,
    logger,
    metrics,
    redisUrl,
    now: () => new Date(),
  };
  const app = await NestFactory.createApplicationContext(
    WorkerModule.with({ ...parts, concurrency: settings.workerConcurrency }),
    { logger: ['error', 'warn'] },
  );
  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await app.close();
    await Promise.all([queue.close(), persistence.close()]);
    logger.info('worker stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  logger.info('worker ready');
}

function refuse(messages: readonly string[]): void {
  for (const message of messages) process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
