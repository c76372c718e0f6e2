import { setTimeout as pause } from 'node:timers/promises';

/** How patient a request is. Times in milliseconds. */
export interface Patience {
  /** Longest wait for one attempt, its body included. */
  readonly timeoutMs: number;
  /** Attempts after the first. */
  readonly retries: number;
  /** Pause before the first repeat; it doubles each time. */
  readonly backoffMs: number;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The answer's JSON, or why there is none: a status, `timeout`, `network` or `body`. */
export type JsonAnswer = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly reason: string };

/**
 * Asks for JSON, repeating what may pass by itself: no connection, timeouts,
 * 429 and 5xx. Any other status is final. Never throws for what the server does.
 */
export async function requestJson(fetch: Fetch, url: string, init: RequestInit, patience: Patience): Promise<JsonAnswer> {
  for (let attempt = 0; ; attempt++) {
    const { answer, passing } = await attemptOnce(fetch, url, init, patience.timeoutMs);
    if (answer.ok || !passing || attempt === patience.retries) return answer;
    await pause(patience.backoffMs * 2 ** attempt);
  }
}

interface Attempt {
  readonly answer: JsonAnswer;
  /** Whether another attempt may end differently. */
  readonly passing: boolean;
}

async function attemptOnce(fetch: Fetch, url: string, init: RequestInit, timeoutMs: number): Promise<Attempt> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    const text = await response.text();
    if (!response.ok) return failed(`status_${response.status}`, response.status === 429 || response.status >= 500);
    try {
      return { answer: { ok: true, body: JSON.parse(text) }, passing: false };
    } catch {
      return failed('body', false);
    }
  } catch (error) {
    return failed(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network', true);
  }
}

function failed(reason: string, passing: boolean): Attempt {
  return { answer: { ok: false, reason }, passing };
}
