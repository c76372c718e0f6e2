import 'reflect-metadata';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { ruleBook } from '#care';
import { readConfig, type Config } from '#config';
import { createPlanQueue } from '#jobs';
import { createLogger, createMetrics, serveMetrics } from '#observability';
import { createPersistence } from '#persistence';
import { createPlanAdviser, createThreadSolver } from '#threads';
import { createTravelTimes } from '#travel';
import { createApi } from './create-api.js';
import { providerFiles } from './imports/provider-files.js';

/** Milliseconds a request may wait for a connection to the database; then it is answered with 503 and asked again later. */
const PATIENCE_MS = 4000;
/** Milliseconds a stop may take before the process ends anyway. */
const STOP_WITHIN_MS = 10_000;

const config = readConfig();
if (config.ok) await main(config.value);
else refuse(config.issues.map((issue) => issue.message));

async function main(settings: Config): Promise<void> {
  const { databaseUrl, redisUrl, sessionDays, cookieSecure } = settings;
  if (databaseUrl === undefined || redisUrl === undefined) {
    return refuse(['DATABASE_URL and REDIS_URL are needed; `npm start` brings servers of its own.']);
  }
  const logger = createLogger({ program: 'api', level: settings.logLevel });
  const persistence = createPersistence({ databaseUrl, databasePool: settings.databasePool, patienceMs: PATIENCE_MS });
  const queue = createPlanQueue({ redisUrl, onError: (error) => logger.warn({ err: error }, 'queue connection') });
  const rules = ruleBook();
  const metrics = createMetrics('api');
  const app = await createApi({
    ...persistence,
    reader: persistence.planReader,
    adviser: createPlanAdviser(),
    solver: createThreadSolver({ yields: true }),
    travel: createTravelTimes({
      ...(settings.osrmUrl && { osrmUrl: settings.osrmUrl }),
      ...(settings.valhallaUrl && { valhallaUrl: settings.valhallaUrl }),
      patience: { timeoutMs: settings.travelTimeoutMs },
      cache: persistence.travelCache,
      logger,
    }),
    now: () => new Date(),
    queue,
    ruleWords: (id) => rules.find(id),
    files: providerFiles(),
    logger,
    metrics,
    settings: {
      ...{ sessionDays, cookieSecure, webRoot: builtWebApp(), trustedProxies: settings.trustedProxies },
      ...(settings.mapTilesUrl && { mapTiles: { url: settings.mapTilesUrl, attribution: settings.mapTilesAttribution } }),
      ...{ secretsKey: settings.secretsKey, demoAccounts: settings.demoAccounts },
      keptYears: settings.keptYears,
    },
  });
  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await app.close();
    await Promise.all([queue.close(), persistence.close()]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  const { host, apiMetricsPort } = settings;
  if (apiMetricsPort !== undefined) await serveMetrics(metrics, { host, port: apiMetricsPort });
  await app.listen(settings.port, settings.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  logger.info({ port }, `api ready on ${port}`);
}

/** The web app as built beside this file's own build, dist/apps/web; null while it is not. */
function builtWebApp(): string | null {
  const root = fileURLToPath(new URL('../../web', import.meta.url));
  return existsSync(`${root}/index.html`) ? root : null;
}

function refuse(messages: readonly string[]): void {
  for (const message of messages) process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
