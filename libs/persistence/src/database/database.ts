import { PrismaPg } from '@prisma/adapter-pg';
import type { Prisma } from '../generated/client.js';
import { PrismaClient } from '../generated/client.js';
import { markDone } from './keyed-write.js';
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

/** Opens a pool of at most so many connections lazily: a database that is not there is noticed at the first query. */
export function openDatabase(databaseUrl: string, connections: number): Database {
  const pool = new TenantPool({ connectionString: databaseUrl, max: connections });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that breaks between being taken from the pool and its query; the query itself fails and tells.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('connect', oneAtATime);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    errorFormat: 'minimal',
    transactionOptions: { timeout: TRANSACTION_MILLISECONDS, maxWait: 10_000 },
  });
  return {
    prisma: marking(prisma),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** The same client, whose transactions say with their commit which write under a key they have done. */
function marking(prisma: PrismaClient): PrismaClient {
  type Work = (transaction: Transaction) => Promise<unknown>;
  const transact = prisma.$transaction.bind(prisma) as (work: unknown, options?: object) => Promise<unknown>;
  const marked =
    (work: Work): Work =>
    async (transaction) => {
      const result = await work(transaction);
      await markDone(transaction);
      return result;
    };
  const $transaction = (work: Work | unknown[], options?: object): Promise<unknown> =>
    transact(Array.isArray(work) ? work : marked(work), options);
  return new Proxy(prisma, {
    get: (target, name): unknown => (name === '$transaction' ? $transaction : Reflect.get(target, name)),
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
