import type { ReplanJob } from '#contracts';
import { dayOf, laterDay } from '#time';
import { Replanning, type ReplanOutcome, type ReplanParts } from './replanning.js';

/**
 * Recomputes what changes have touched on a provider's days: each plan that counts there is compared with what the data
 * want now, the visits that do not stand any more are placed anew, and all else is kept. What comes out depends on the
 * data and on the plan in force alone, so that doing it again, after whatever crash, ends alike.
 */
export async function replanDays(job: ReplanJob, parts: ReplanParts, signal?: AbortSignal): Promise<readonly ReplanOutcome[]> {
  const now = Math.floor(parts.now().getTime() / 1000);
  const from = laterDay(job.from, dayOf(now));
  const situation = await parts.replans.situation(job.providerId, from, job.to);
  const outcomes: ReplanOutcome[] = [];
  for (const current of situation.current) {
    outcomes.push(await new Replanning(job.providerId, parts, { situation, current, now }, { signal }).run());
  }
  await parts.replans.settle(job.providerId, job, situation.through);
  return outcomes;
}
