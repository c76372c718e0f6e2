import { z } from 'zod';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const address = (...schemes: string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), {
    error: `an address beginning with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
  });

const yesNo = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

const port = whole(1, 65_535);

/**
 * Every setting the programs read from the environment: one place for names, units, bounds and defaults.
 * Descriptions are what `docs` and error messages show.
 */
export const environment = z.object({
  DATABASE_URL: address('postgres:', 'postgresql:')
    .optional()
    .describe('PostgreSQL 14 or later; without it the embedded server is started'),
  DATABASE_POOL: whole(1, 100).default(10).describe('connections per process'),
  REDIS_URL: address('redis:', 'rediss:')
    .optional()
    .describe('Redis 7 or Valkey with noeviction; without it a server is started beside the programs'),
  HOST: z.string().min(1).default('127.0.0.1').describe('address the API listens on; 0.0.0.0 in a container'),
  PORT: whole(0, 65_535).default(3000).describe('TCP port of the API; 0 takes any free one'),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('least severe level written'),
  DATA_DIR: z.string().min(1).default('.data').describe('folder of the embedded servers, relative to the working directory'),
  SESSION_DAYS: whole(1, 365).default(14).describe('days a log-in lasts'),
  COOKIE_SECURE: yesNo.default(false).describe('true where the app is reached over https only'),
  SECRETS_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, '32 random bytes in base64, as `openssl rand -base64 32` makes them')
    .optional()
    .describe('key that seals the secrets of second factors; without it there is no second factor'),
  KEPT_YEARS: whole(0, 100).default(10).describe("years a client's data are kept after the last day of care"),
  DEMO_ACCOUNTS: yesNo.default(false).describe('true lets the people of the demo provider log in'),
  TRUSTED_PROXIES: whole(0, 10).default(0).describe('reverse proxies before the API whose X-Forwarded-For counts'),
  OSRM_URL: address('http:', 'https:').optional().describe('OSRM server with car, bike and foot profiles'),
  VALHALLA_URL: address('http:', 'https:').optional().describe('Valhalla server'),
  MAP_TILES_URL: address('http:', 'https:')
    .refine((value) => ['{z}', '{x}', '{y}'].every((part) => value.includes(part)), { error: 'an address with {z}, {x} and {y}' })
    .optional()
    .describe('raster tiles of maps, 256 pixels each; without it maps have a plain ground'),
  MAP_TILES_ATTRIBUTION: z.string().max(300).default('').describe('whom the map credits for its tiles'),
  TRAVEL_TIMEOUT_MS: whole(100, 120_000).default(10_000).describe('milliseconds to wait for one table request'),
  API_METRICS_PORT: port.optional().describe('TCP port of the API’s metrics for Prometheus, on HOST; without it there are none'),
  WORKER_METRICS_PORT: port.optional().describe('the same of the worker'),
  WORKER_CONCURRENCY: whole(1, 16).default(1).describe('plans one worker process searches at the same time'),
});

/** Checked settings under their environment names. */
export type Environment = z.output<typeof environment>;
