import type { BenchInstance } from './best-known.js';
import type { Circumstances } from './circumstances.js';
import { gap } from './gap.js';
import { benchRun, type BenchSetting } from './run.js';
import { loggedRun, logRun, type LoggedRun } from './run-log.js';

/** What to measure, and how. */
export interface Measurement {
  readonly instances: readonly BenchInstance[];
  readonly settings: readonly BenchSetting[];
  readonly circumstances: Circumstances;
  /** Where every finished search is written at once, so that nothing is lost. */
  readonly log: string;
  /** Searches of an earlier measurement that need not be repeated. */
  readonly done: readonly LoggedRun[];
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Searches every instance under every setting, one after the other, always in the same order, so that a search may use the
 * whole machine. Ends early, with what there is, when the signal comes.
 */
export async function measure({ instances, settings, circumstances, log, done, signal, say }: Measurement): Promise<LoggedRun[]> {
  const runs: LoggedRun[] = [];
  const total = instances.length * settings.length;
  for (const setting of settings) {
    for (const instance of instances) {
      if (signal.aborted) return runs;
      const before = loggedRun(done, instance, { ...setting, ...circumstances });
      const run = before ?? (await benchRun(instance, setting, signal));
      if (!run) return runs;
      const logged = { ...run, instance, ...(before ? {} : circumstances) } as LoggedRun;
      runs.push(logged);
      if (!before) await logRun(log, logged);
      say(`${runs.length}/${total} ${words(logged)}${before ? ' (measured before)' : ''}`);
    }
  }
  return runs;
}

function words(run: LoggedRun): string {
  const { instance, seconds, seed, cost, feasible, served, unserved, processor } = run;
  const verdict = feasible ? `gap ${gap(run)?.toFixed(2) ?? '–'} %` : 'BREAKS A RULE';
  const left = unserved > 0 ? `, ${served} of ${served + unserved} visits served` : '';
  return `${instance.name} ${seconds} s seed ${seed}: cost ${cost}, ${verdict}${left}, ${Math.round(100 * processor)} % of the processors`;
}
