import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids that tie log lines of one request or one job together. */
export interface LogContext {
  /** Id of the HTTP request; the caller's `x-request-id` when it sent one. */
  readonly requestId?: string;
  /** Id of the queue's job. */
  readonly jobId?: string;
  readonly providerId?: string;
  readonly planId?: string;
}

const storage = new AsyncLocalStorage<LogContext>();

/** Runs `work` (and everything it awaits) with these ids added to those already set. */
export function withContext<T>(ids: LogContext, work: () => T): T {
  return storage.run({ ...storage.getStore(), ...ids }, work);
}

/** The ids of the current request or job; empty outside of one. */
export function currentContext(): LogContext {
  return storage.getStore() ?? {};
}
