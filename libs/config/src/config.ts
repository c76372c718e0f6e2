import { environment, type Environment } from './schema.js';

/** The settings of one process, checked; units are in the names. */
export interface Config {
  /** Absent: the embedded PostgreSQL is started. */
  readonly databaseUrl: string | undefined;
  /** Largest number of connections of this process. */
  readonly databasePool: number;
  /** Absent: a Redis-compatible server is started beside the programs. */
  readonly redisUrl: string | undefined;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly dataDir: string;
  /** Days a log-in lasts. */
  readonly sessionDays: number;
  readonly cookieSecure: boolean;
  /** 32 bytes in base64; absent: no second factors. */
  readonly secretsKey: string | undefined;
  /** Years a client's data are kept after the last day of care. */
  readonly keptYears: number;
  /** The people of the demo provider may log in. */
  readonly demoAccounts: boolean;
  /** Proxies before the API whose word on a browser's address counts. */
  readonly trustedProxies: number;
  readonly osrmUrl: string | undefined;
  readonly valhallaUrl: string | undefined;
  /** Template of raster tiles; absent: maps have a plain ground. */
  readonly mapTilesUrl: string | undefined;
  readonly mapTilesAttribution: string;
  readonly travelTimeoutMs: number;
  readonly workerConcurrency: number;
  /** Absent: no metrics are served. */
  readonly apiMetricsPort: number | undefined;
  readonly workerMetricsPort: number | undefined;
}

/** One setting that cannot be used. Carries no value of an address, which may hold a password, nor of a key. */
export interface ConfigIssue {
  readonly code: 'config.invalid';
  /** Name of the environment variable. */
  readonly path: string;
  /** The value as found; absent for addresses and keys. */
  readonly value?: string;
  /** What is allowed. */
  readonly allowed: string;
  readonly message: string;
}

export type ConfigResult =
  { readonly ok: true; readonly value: Config } | { readonly ok: false; readonly issues: readonly ConfigIssue[] };

/**
 * Reads the settings of `env` (the process environment unless told otherwise).
 * @returns the settings, or every setting that cannot be used, all at once; unknown variables are ignored.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): ConfigResult {
  // Shells and docker compose hand unset variables over as empty texts.
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (parsed.success) return { ok: true, value: toConfig(parsed.data) };
  return { ok: false, issues: parsed.error.issues.map((found) => toIssue(String(found.path[0]), found.message, env)) };
}

function toConfig(env: Environment): Config {
  return {
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    redisUrl: env.REDIS_URL,
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    dataDir: env.DATA_DIR,
    sessionDays: env.SESSION_DAYS,
    cookieSecure: env.COOKIE_SECURE,
    secretsKey: env.SECRETS_KEY,
    keptYears: env.KEPT_YEARS,
    demoAccounts: env.DEMO_ACCOUNTS,
    trustedProxies: env.TRUSTED_PROXIES,
    osrmUrl: env.OSRM_URL,
    valhallaUrl: env.VALHALLA_URL,
    mapTilesUrl: env.MAP_TILES_URL,
    mapTilesAttribution: env.MAP_TILES_ATTRIBUTION,
    travelTimeoutMs: env.TRAVEL_TIMEOUT_MS,
    workerConcurrency: env.WORKER_CONCURRENCY,
    apiMetricsPort: env.API_METRICS_PORT,
    workerMetricsPort: env.WORKER_METRICS_PORT,
  };
}

function toIssue(name: string, allowed: string, env: Readonly<Record<string, string | undefined>>): ConfigIssue {
  const meaning = environment.shape[name as keyof typeof environment.shape].description;
  const shown = /_(?:URL|KEY)$/.test(name) ? {} : { value: String(env[name]).slice(0, 80) };
  return {
    code: 'config.invalid',
    path: name,
    ...shown,
    allowed,
    message: `${name} (${meaning}): ${allowed}. Correct it or leave it out.`,
  };
}

/** What a program started by this one inherits: the environment of this process with some settings replaced. */
export function childEnvironment(settings: Readonly<Record<string, string>>): Record<string, string | undefined> {
  return { ...process.env, ...settings };
}
