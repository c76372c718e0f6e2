import { checkPlan } from '#checker';
import type { PlanJob, PlanProgress } from '#contracts';
import { practises, type Visit } from '#care';
import { endOfDay, startOfDay } from '#time';
import { placesOf } from '../problem/places.js';
import { STANDARD_PRICES } from '../problem/prices.js';
import { buildProblem, modesOf, staffOnDuty, type BuiltProblem } from '../problem/build-problem.js';
import type {
  PlanRecord,
  PlanResult,
  PlanSolver,
  PlanStore,
  PlanningData,
  ProviderStore,
  SolvedPlan,
  TravelTimes,
} from '../ports.js';
import { generateVisits, linkVisits } from '../visits/generate-visits.js';
import { careReasons } from './care-reasons.js';
import { planFigures } from './figures.js';

/** What the job of planning uses. */
export interface PlanningParts {
  readonly providers: Pick<ProviderStore, 'planningData'>;
  readonly plans: Pick<PlanStore, 'find' | 'begin' | 'finish' | 'fail'>;
  readonly travel: TravelTimes;
  readonly solver: PlanSolver;
}

/** How somebody watches and stops the job. */
export interface PlanningWatch {
  /** Called at every change of phase and as often as the search reports. */
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Stops the search; the plan is then left as it was, waiting to be begun again. */
  readonly signal?: AbortSignal;
}

/** `skipped`: the plan is finished, failed or gone already. `refused`: the plan failed, with its code. */
export type PlanningOutcome =
  | { readonly status: 'stored'; readonly visits: number; readonly served: number; readonly cost: number }
  | { readonly status: 'skipped' }
  | { readonly status: 'refused'; readonly failure: string };

/** Everything known before the search. */
export interface PreparedPlan extends BuiltProblem {
  readonly visits: readonly Visit[];
  readonly warnings: readonly string[];
}

/**
 * The whole job of a requested plan: visits from patterns, links from the task
 * rules, travel, the problem, the search, and an independent check before
 * anything is stored. A plan that breaks a hard rule is never stored: it fails
 * with the checker's codes. Rejects when a part is unreachable, and with the
 * signal's reason when stopped; the job may then be repeated.
 */
export async function planDays(job: PlanJob, parts: PlanningParts, watch: PlanningWatch = {}): Promise<PlanningOutcome> {
  const plan = await parts.plans.find(job.providerId, job.planId);
  if (!plan || !(await parts.plans.begin(job.planId))) return { status: 'skipped' };
  const report = reporter(watch);
  report({ phase: 'building' });
  const data = await parts.providers.planningData(job.providerId, plan.from, plan.to);
  const prepared = await preparePlan(data, plan, parts.travel);
  watch.signal?.throwIfAborted();
  report({ phase: 'searching', visits: prepared.visits.length });
  const solved = prepared.visits.length === 0 ? NOTHING : await search(prepared, plan, parts.solver, report, watch.signal);
  watch.signal?.throwIfAborted();
  const { violations } = checkPlan(prepared.problem, solved.plan);
  if (violations.length > 0) {
    const failure = `plan.broken_rules: ${[...new Set(violations.map((violation) => violation.code))].join(', ')}`;
    await parts.plans.fail(job.planId, failure);
    return { status: 'refused', failure };
  }
  const result = resultOf(prepared, solved);
  report({ phase: 'storing', share: 1, served: result.figures.served });
  await parts.plans.finish(job.planId, result);
  report({ phase: 'done' });
  return { status: 'stored', visits: result.figures.visits, served: result.figures.served, cost: solved.cost.total };
}

/** The problem of a provider's days with travel times; pure but for asking those. */
export async function preparePlan(
  data: PlanningData,
  { from, to }: { readonly from: string; readonly to: string },
  travel: TravelTimes,
): Promise<PreparedPlan> {
  const visits = generateVisits(data, from, to);
  const linked = linkVisits(data, visits);
  const visited = new Set(visits.map((visit) => visit.clientId));
  const staff = staffOnDuty(data);
  const places = placesOf(
    data.clients.filter((client) => visited.has(client.id)),
    staff,
  );
  const matrices = await Promise.all(
    modesOf(staff).map(async (mode) => ({ mode, matrix: await travel.matrix(places.positions, mode) })),
  );
  const built = buildProblem({
    name: `${from} to ${to}`,
    epoch: startOfDay(from),
    end: endOfDay(to),
    data,
    visits,
    links: linked.links,
    places,
    travel: new Map(matrices.map(({ mode, matrix }) => [mode, matrix.seconds])),
    prices: STANDARD_PRICES,
    practises,
  });
  return { ...built, visits, warnings: [...linked.warnings, ...new Set(matrices.flatMap(({ matrix }) => matrix.warnings))] };
}

function search(
  prepared: PreparedPlan,
  plan: PlanRecord,
  solver: PlanSolver,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<SolvedPlan> {
  return solver.solve(prepared.problem, {
    seconds: plan.seconds,
    threads: plan.threads,
    seed: plan.seed,
    ...(signal && { signal }),
    onProgress: (progress) => report(progress),
  });
}

/** The answer to days without a visit; the engine wants at least one place. */
const NOTHING: SolvedPlan = {
  plan: { routes: [], unserved: [] },
  cost: { total: 0, parts: {} },
  iterations: 0,
  seconds: 0,
  unserved: [],
};

function resultOf(prepared: PreparedPlan, solved: SolvedPlan): PlanResult {
  return {
    plan: solved.plan,
    cost: solved.cost,
    iterations: solved.iterations,
    seconds: solved.seconds,
    epoch: prepared.epoch,
    visits: prepared.visits,
    links: prepared.links,
    unserved: solved.unserved.map(careReasons),
    warnings: prepared.warnings,
    figures: planFigures(solved.plan, prepared.visits, prepared.links),
  };
}

type Report = (change: Partial<PlanProgress>) => void;

/** Keeps the last progress, so that a change names only what is new. */
function reporter({ onProgress }: PlanningWatch): Report {
  let progress: PlanProgress = { phase: 'waiting', share: 0, seconds: 0, iterations: 0, cost: 0, visits: 0, served: 0 };
  return (change) => {
    progress = { ...progress, ...change };
    onProgress?.(progress);
  };
}
