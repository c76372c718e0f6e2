import { liveThrough, Random, type PublishedPart } from '#demo';
import type { Persistence } from '#persistence';
import { recordEvents } from '#planning';
import { addDays, daysFrom, instantOf, isoWeekStart } from '#time';
import type { ApiClient } from './api-client.js';
import type { DemoPeople } from './demo-people.js';
import { followed, type PlanOrder, type PlanRun } from './run-plans.js';
import { counted, daysInWords } from './words.js';

/** Search time, seconds: what is over need not be planned as well as can be. */
const MOST_SECONDS = 8;
/** Events recorded at once. */
const BATCH = 200;
/** The lot by which the demo's past fell. */
const SEED = 7;

/** Last week and the days of this one up to today. */
export function pastDays(today: string): PlanOrder {
  return { from: addDays(isoWeekStart(today), -7), to: today };
}

/**
 * Gives a demo that has no published plan yet a past: last week up to today is planned and published as anybody would, and
 * what is over was given with all that happens: lateness, refusals, tasks left out, check-outs forgotten. So phones have a
 * day, and there is something to confirm, to bill and to measure. Nothing is confirmed or billed: that is the manager's.
 */
export async function livePast(
  persistence: Persistence,
  { api, people, today, run }: { api: ApiClient; people: DemoPeople['people']; today: string; run: PlanRun },
): Promise<void> {
  const known = await api.plans();
  const reporter = await persistence.accounts.findByEmail(people[0].email);
  if (!reporter || known.some(({ status }) => status === 'published')) return;
  const { from, to } = pastDays(today);
  const plan = await followed(api, { from, to }, { ...run, seconds: Math.min(run.seconds, MOST_SECONDS) });
  if (plan.status === 'failed') return;
  await api.publishPlan(plan.id);
  const lot = new Random(SEED);
  const random = (): number => lot.next();
  const { providerId } = reporter;
  for (const day of daysFrom(from, to)) {
    const routes = await persistence.planReader.routes(providerId, plan.id, day);
    const evening = Math.min(Date.now() / 1000, instantOf(addDays(day, 1), '02:00'));
    const parts = routes.flatMap(({ staff, stops }) =>
      stops
        .filter(({ kind, end }) => kind === 'visit' && Date.parse(end) / 1000 + 3600 < evening)
        .map(({ visit, start, end, tasks }): PublishedPart => ({
          ...{ visit, staff, tasks, client: '', start: Date.parse(start) / 1000, end: Date.parse(end) / 1000 },
        })),
    );
    const { events, corrections } = liveThrough(parts, { random, inHospital: new Set(), book: new Map() });
    const told = [...events, ...corrections];
    for (let i = 0; i < told.length; i += BATCH) {
      const outcome = await recordEvents(persistence.events, {
        ...{ providerId, reporter: { accountId: reporter.id, office: true, staffId: null }, now: new Date(evening * 1000) },
        events: told.slice(i, i + BATCH),
      });
      if (!outcome.ok) throw new Error(`the past is refused: ${outcome.issues[0]?.path} ${outcome.issues[0]?.message}`);
    }
  }
  run.out.write(`  ${daysInWords(from, to)}: published, and given up to now (${counted(plan.figures?.served ?? 0, 'visit')})\n`);
}
