import type { ReplanJob } from '#contracts';
import { dayOf, laterDay } from '#time';
import { unlessOvertaken } from './overtaken.js';
import type { ReplanSituation } from './replan-ports.js';
import { Replanning, type ReplanOutcome, type ReplanParts } from './replanning.js';

/** Looks at the same days before somebody else has a turn. */
const MOST_ROUNDS = 5;
/** Of them, those that give way to a newer change: where changes come one after the other, people get to see something. */
const MOST_OVERTAKEN = 2;

/**
 * Recomputes what changes have touched on a provider's days: each plan that counts there is compared with what the data
 * want now, the visits that do not stand any more are placed anew, and all else is kept. What comes out depends on the
 * data and on the plan in force alone, so that doing it again, after whatever crash, ends alike. Where another plan was
 * published meanwhile, by whomever, that one is looked at too before the changes count as seen. A change that comes while
 * the days are being looked at lets it begin anew with both, so that nobody waits for one draft after the other.
 */
export async function replanDays(job: ReplanJob, parts: ReplanParts, signal?: AbortSignal): Promise<readonly ReplanOutcome[]> {
  const now = Math.floor(parts.now().getTime() / 1000);
  const from = laterDay(job.from, dayOf(now));
  const outcomes: ReplanOutcome[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const situation = await parts.replans.situation(job.providerId, from, job.to);
    const look = async (): Promise<boolean> =>
      round < MOST_OVERTAKEN && (await parts.replans.newestWaiting(job.providerId, job)) > situation.through;
    const done = await unlessOvertaken({ look, ...(signal && { signal }) }, async (until) => {
      const found: ReplanOutcome[] = [];
      for (const current of situation.current) {
        found.push(await new Replanning(job.providerId, parts, { situation, current, now }, until).run());
      }
      return found;
    });
    if (done === null) continue;
    outcomes.push(...done);
    const after = await parts.replans.situation(job.providerId, from, job.to);
    if (plansOf(after) !== plansOf(situation)) continue;
    await parts.replans.settle(job.providerId, job, situation.through);
    return outcomes;
  }
  throw new Error('other plans were published as often as these days were looked at; the job is tried again');
}

/** Which plan counts for which days. */
const plansOf = ({ current }: ReplanSituation): string => current.map(({ id, days }) => `${id} ${days.join(' ')}`).join('\n');
