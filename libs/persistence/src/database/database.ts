import { PrismaPg } from '@prisma/adapter-pg';
import type { Prisma } from '../generated/client.js';
import { PrismaClient } from '../generated/client.js';
import { isKeyedWrite, markDone } from './keyed-write.js';
import { markSeen } from './seen-write.js';
import { oneAtATime, TenantPool } from './tenant-pool.js';

/** The database as one transaction, or the whole client, sees it. */
export type Transaction = Prisma.TransactionClient;

/** The Prisma client over a pool of its own; `close` ends both. */
export interface Database {
  readonly prisma: PrismaClient;
  close(): Promise<void>;
}

/** An import of 20,000 rows or a month's plan stays far below; a lost connection must not hold locks for ever. */
const TRANSACTION_MILLISECONDS = 120_000;

/** How long a transaction waits for a connection, unless whoever asks has less patience. */
const MOST_WAIT_MS = 10_000;

/**
 * Opens a pool of at most so many connections lazily: a database that is not there is noticed at the first query. Whoever
 * has waited for a connection as long as patience lasts is told that the database is away (`isDatabaseAway`).
 */
export function openDatabase(
  databaseUrl: string,
  { connections, patienceMs }: { readonly connections: number; readonly patienceMs: number | undefined },
): Database {
  const pool = new TenantPool({
    connectionString: databaseUrl,
    max: connections,
    ...(patienceMs !== undefined && { connectionTimeoutMillis: patienceMs }),
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that breaks between being taken from the pool and its query; the query itself fails and tells.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('connect', oneAtATime);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    errorFormat: 'minimal',
    transactionOptions: { timeout: TRANSACTION_MILLISECONDS, maxWait: Math.min(patienceMs ?? MOST_WAIT_MS, MOST_WAIT_MS) },
  });
  return {
    prisma: marking(prisma),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

type Work = (transaction: Transaction) => Promise<unknown>;
type Query = (...args: unknown[]) => Promise<unknown>;
type Queries = Readonly<Record<string, Query>>;

/** Queries of a table that change it, by the beginnings of their names. */
const WRITES = /^(create|update|upsert|delete)/;

/**
 * The same client, whose transactions say with their commit which write under a key they have done. A change outside any
 * transaction becomes one of its own while such a write is at work, so that no store can forget to say it.
 */
function marking(prisma: PrismaClient): PrismaClient {
  const transact = prisma.$transaction.bind(prisma) as (work: Work, options?: object) => Promise<unknown>;
  const $transaction = (work: Work, options?: object): Promise<unknown> =>
    transact(async (transaction) => {
      const result = await work(transaction);
      await markSeen(transaction);
      await markDone(transaction);
      return result;
    }, options);
  const markingTable = (table: Queries, name: string): Queries =>
    new Proxy(table, {
      get: (target, query: string) => {
        const ask = target[query];
        if (!WRITES.test(query)) return ask;
        const alone: Query = (...args) =>
          $transaction((all) => (all as unknown as Record<string, Queries>)[name][query](...args));
        return (...args: unknown[]): Promise<unknown> => (isKeyedWrite() ? alone : ask)(...args);
      },
    });
  return new Proxy(prisma, {
    get: (target, name): unknown => {
      if (name === '$transaction') return $transaction;
      const found: unknown = Reflect.get(target, name);
      const isTable = typeof name === 'string' && /^[a-z]/.test(name) && typeof found === 'object' && found !== null;
      return isTable ? markingTable(found as Queries, name) : found;
    },
  });
}

/**
 * Keeps writers of one provider (imports, plan versions, publishing) apart until the transaction ends; readers and
 * other providers go on. Returns whether the provider exists.
 */
export async function lockProvider(transaction: Transaction, providerId: string): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`SELECT 1 FROM providers WHERE id = ${providerId}::uuid FOR NO KEY UPDATE`;
  return rows.length === 1;
}
