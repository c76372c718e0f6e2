import { setTimeout as pause } from 'node:timers/promises';
import type { PlanSummary } from '#contracts';
import { addDays, isoWeekStart, nextWorkingDay } from '#time';
import type { ApiClient } from './api-client.js';
import { ProgressBar } from './progress-bar.js';
import { planText } from './summary.js';

const ASK_EVERY_MS = 300;

export interface PlanOrder {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** The next working day and the week that begins on the Monday after `today` (or on `today`, a Monday). */
export function firstPlans(today: string): readonly PlanOrder[] {
  const day = nextWorkingDay(today);
  const monday = isoWeekStart(today) === today ? today : addDays(isoWeekStart(today), 7);
  return [
    { label: `day  ${day}`, from: day, to: day },
    { label: `week ${monday}`, from: monday, to: addDays(monday, 6) },
  ];
}

/**
 * Orders each plan that does not exist yet through the API, shows how the
 * search goes and what came out. A plan that fails is told, not thrown.
 */
export async function runPlans(
  api: ApiClient,
  orders: readonly PlanOrder[],
  { seconds, threads, out }: { readonly seconds: number; readonly threads: number; readonly out: NodeJS.WriteStream },
): Promise<void> {
  const known = await api.plans();
  for (const { label, from, to } of orders) {
    if (known.some((plan) => plan.from === from && plan.to === to && plan.figures !== null)) continue;
    const bar = new ProgressBar(out, label);
    const plan = await follow(api, await api.requestPlan({ from, to, seconds, threads, seed: 1 }), bar);
    if (plan.status === 'failed') {
      bar.end(`failed: ${plan.failure}`);
      continue;
    }
    bar.end(`done in ${elapsed(plan).toFixed(1)} s`);
    const [routes, unserved] = await Promise.all([api.routes(plan.id), api.unserved(plan.id)]);
    out.write(`${planText(plan, routes, unserved)}\n\n`);
  }
}

async function follow(api: ApiClient, requested: PlanSummary, bar: ProgressBar): Promise<PlanSummary> {
  let plan = requested;
  while (plan.status === 'requested' || plan.status === 'running') {
    bar.show(plan.progress);
    await pause(ASK_EVERY_MS);
    plan = await api.plan(plan.id);
  }
  return plan;
}

/** Seconds from the request to the stored plan. */
function elapsed(plan: PlanSummary): number {
  return plan.finishedAt === null ? 0 : (Date.parse(plan.finishedAt) - Date.parse(plan.requestedAt)) / 1000;
}
