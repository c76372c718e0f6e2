import type { PlanProgress } from '#contracts';
import type { Logger } from '#observability';

/** Progress is written at most this often, milliseconds; a change of phase at once. */
const WRITE_EVERY_MS = 500;

/** Notes progress as often as it comes and writes it as often as it is worth. */
export interface ProgressWriter {
  readonly note: (progress: PlanProgress) => void;
  /** Resolves when nothing is being written any more. */
  readonly flushed: () => Promise<void>;
}

/** Writes never overlap; a failed one is a lost look, not a failed plan. */
export function progressWriter(write: (progress: PlanProgress) => Promise<void>, logger: Logger): ProgressWriter {
  let writing = Promise.resolve();
  let written: { readonly phase: string; readonly at: number } | null = null;
  return {
    note(progress) {
      const now = performance.now();
      if (written?.phase === progress.phase && now - written.at < WRITE_EVERY_MS) return;
      written = { phase: progress.phase, at: now };
      writing = writing
        .then(() => write(progress))
        .catch((error: unknown) => logger.warn({ err: error }, 'progress not written'));
    },
    flushed: () => writing,
  };
}
