import { setTimeout as pause } from 'node:timers/promises';
import type { PlanSummary } from '#contracts';
import { addDays, isoWeekStart, nextWorkingDay } from '#time';
import { ApiAway, type ApiClient } from './api-client.js';
import { ProgressBar } from './progress-bar.js';
import { planText } from './summary.js';
import { daysInWords, failureText } from './words.js';

const ASK_EVERY_MS = 300;

export interface PlanOrder {
  readonly from: string;
  readonly to: string;
}

/** The next working day, and the week that begins on the Monday after `today` (or on `today`, a Monday). */
export function firstPlans(today: string): readonly PlanOrder[] {
  const day = nextWorkingDay(today);
  const monday = isoWeekStart(today) === today ? today : addDays(isoWeekStart(today), 7);
  return [
    { from: day, to: day },
    { from: monday, to: addDays(monday, 6) },
  ];
}

export interface PlanRun {
  /** Search time of each plan. */
  readonly seconds: number;
  readonly threads: number;
  readonly out: NodeJS.WriteStream;
  /** Aborted when nobody wants to see the plans any more; the search itself goes on or waits for its worker. */
  readonly signal: AbortSignal;
}

/**
 * Orders each plan that does not exist yet through the API, shows how the search goes and what came out. A plan left
 * unfinished by an earlier start is waited for, and one that fails is told, not thrown.
 */
export async function runPlans(api: ApiClient, orders: readonly PlanOrder[], run: PlanRun): Promise<void> {
  const known = await api.plans();
  for (const { from, to } of orders) {
    const like = known.find((plan) => plan.from === from && plan.to === to && plan.status !== 'failed');
    if (like?.figures) {
      const { served, visits } = like.figures;
      run.out.write(`  ${daysInWords(from, to)}: planned already, ${served} of ${visits} visits served\n`);
      continue;
    }
    const plan = await followed(api, { from, to }, run, like);
    if (plan.status === 'failed') continue;
    const [routes, unserved] = await Promise.all([api.routes(plan.id), api.unserved(plan.id)]);
    run.out.write(`${planText(plan, routes, unserved)}\n\n`);
  }
}

/** A plan of the days once its search has ended, unless `like` is one already; one that failed has been told. */
export async function followed(
  api: ApiClient,
  { from, to }: PlanOrder,
  { seconds, threads, out, signal }: PlanRun,
  like?: PlanSummary,
): Promise<PlanSummary> {
  const bar = new ProgressBar(out, daysInWords(from, to));
  const asked = like ?? (await api.requestPlan({ from, to, seconds, threads, seed: 1 }));
  const plan = await follow(api, asked, bar, signal);
  bar.end(plan.status === 'failed' ? `no plan. ${failureText(plan.failure)}` : undefined);
  return plan;
}

async function follow(api: ApiClient, requested: PlanSummary, bar: ProgressBar, signal: AbortSignal): Promise<PlanSummary> {
  let plan = requested;
  while (plan.status === 'requested' || plan.status === 'running') {
    bar.show(plan.progress);
    await pause(ASK_EVERY_MS, undefined, { signal });
    try {
      plan = await api.plan(plan.id);
    } catch (error) {
      // It is started again when it ends by itself.
      if (!(error instanceof ApiAway)) throw error;
    }
  }
  return plan;
}
