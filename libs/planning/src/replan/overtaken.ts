/** How often somebody looks whether work is overtaken, milliseconds. */
const LOOK_EVERY_MS = 400;

/** What work is given up for, and what stops it anyway. */
export interface Overtaking {
  /** Whether the work would have to be done again. A look that fails says nothing. */
  readonly look: () => Promise<boolean>;
  readonly signal?: AbortSignal;
}

/**
 * Does work unless it is overtaken: then it is stopped, and the answer is null. Work that has come too far to be stopped, or that
 * fails by itself, ends as it would.
 */
export async function unlessOvertaken<T>(
  { look, signal }: Overtaking,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const overtaken = new AbortController();
  const timer = setInterval(() => {
    look().then(
      (found) => found && overtaken.abort(),
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  try {
    return await work(signal ? AbortSignal.any([signal, overtaken.signal]) : overtaken.signal);
  } catch (error) {
    if (overtaken.signal.aborted && signal?.aborted !== true) return null;
    throw error;
  } finally {
    clearInterval(timer);
  }
}
