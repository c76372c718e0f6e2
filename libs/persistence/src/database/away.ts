/** Of sockets, of Prisma, and SQLSTATE: connections (08), no room or memory (53), shutdown, crash and start-up (57P). */
const CODE = /^(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|P1001|P1002|P1008|P1017|P2024|P2028|P2037|08\w{3}|53\w{3}|57P0\d)$/;
/** Kinds of the adapter's errors. */
const KIND = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;
/** What the driver says without a code. */
const WORDS = /Connection terminated|not queryable|timeout exceeded when trying to connect/;
/** Errors wrap each other a few times. */
const DEPTH = 6;

/**
 * Whether an error says that the database cannot answer now, rather than that something is wrong: it is away, starting,
 * out of room or of connections. Whether a write that failed so was done is not known.
 */
export function isDatabaseAway(error: unknown, depth = DEPTH): boolean {
  if (typeof error !== 'object' || error === null || depth === 0) return false;
  const { code, originalCode, kind, message, cause, errors, meta } = error as Record<string, unknown>;
  if ([code, originalCode].some((each) => typeof each === 'string' && CODE.test(each))) return true;
  if (typeof kind === 'string' && KIND.test(kind)) return true;
  if (typeof message === 'string' && WORDS.test(message)) return true;
  const { driverAdapterError } = Object(meta) as { driverAdapterError?: unknown };
  const within = [cause, driverAdapterError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return within.some((each) => isDatabaseAway(each, depth - 1));
}
