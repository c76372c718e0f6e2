import { checkPlan } from '#checker';
import type { PlanJob, PlanProgress } from '#contracts';
import { validateProblem } from '#engine';
import type {
  PlanningData,
  PlanRecord,
  PlanResult,
  PlanSolver,
  PlanStore,
  ProviderStore,
  SolvedPlan,
  SolveRequest,
  TravelTimes,
} from '../ports.js';
import { careReasons, lawReasons } from './care-reasons.js';
import { keptPlan } from '../replan/keep-problem.js';
import { asksWhatIsKnown } from '../weights/weigh.js';
import { judgeWorkingTime, unlawful } from '../working-time/judge-working-time.js';
import { planFigures } from './figures.js';
import { preparePlan, type PreparedPlan } from './prepare-plan.js';

/** What the job of planning uses. */
export interface PlanningParts {
  readonly providers: Pick<ProviderStore, 'planningData'>;
  readonly plans: Pick<PlanStore, 'find' | 'begin' | 'finish' | 'fail' | 'knownOf'>;
  readonly travel: TravelTimes;
  readonly solver: PlanSolver;
}

/** How somebody watches and stops the job. */
export interface PlanningWatch {
  /** Called at every change of phase and as often as the search reports. */
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Stops the search; the plan is then left as it was, waiting to be begun again. */
  readonly signal?: AbortSignal;
  /** Ends the search early; the best it has found is stored. */
  readonly enough?: AbortSignal;
}

/** `skipped`: the plan is finished, failed or gone already. `refused`: the plan failed, with its code. */
export type PlanningOutcome =
  | { readonly status: 'stored'; readonly visits: number; readonly served: number; readonly cost: number }
  | { readonly status: 'skipped' }
  | { readonly status: 'refused'; readonly failure: string };

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
  const prepared = await withKnown(await preparePlan(data, plan, parts.travel), plan, parts.plans);
  watch.signal?.throwIfAborted();
  const { problem, visits } = prepared;
  report({ phase: 'searching', visits: visits.length });
  if (visits.length > 0) {
    const issues = validateProblem(problem).map(({ code, path }) => `${code} ${path}`);
    if (issues.length > 0) return refuse(job, parts.plans, 'plan.problem_refused', issues);
  }
  const solved = visits.length === 0 ? NOTHING : await parts.solver.solve(problem, requestOf(plan, report, watch));
  watch.signal?.throwIfAborted();
  const { violations } = checkPlan(problem, solved.plan);
  if (violations.length > 0) {
    return refuse(
      job,
      parts.plans,
      'plan.broken_rules',
      violations.map(({ code }) => code),
    );
  }
  const result = resultOf(data, prepared, solved);
  const broken = unlawful(result.workingTime ?? []);
  if (broken.length > 0) return refuse(job, parts.plans, 'plan.working_time', broken);
  report({ phase: 'storing', share: 1, served: result.figures.served });
  await parts.plans.finish(job.planId, result);
  report({ phase: 'done' });
  return { status: 'stored', visits: result.figures.visits, served: result.figures.served, cost: solved.cost.total };
}

/** The problem with what people know already, where the plan's weights look at it. */
async function withKnown(prepared: PreparedPlan, plan: PlanRecord, plans: PlanningParts['plans']): Promise<PreparedPlan> {
  const { profile, providerId, from, to } = plan;
  if (!profile || !asksWhatIsKnown(profile.weights)) return prepared;
  const { routes, staff } = await plans.knownOf(providerId, { from, to });
  const { problem, epoch, visits } = prepared;
  const here = new Set(visits.map(({ clientId }) => clientId));
  const clients = [...staff].filter(([id]) => here.has(id)).map(([id, known]) => ({ id, known: onStaff(problem, known) }));
  const given = { plan: keptPlan(routes, problem, new Set(visits.map(({ key }) => key)), epoch) };
  return { ...prepared, problem: { ...problem, clients, ...(given.plan.routes.length > 0 && { given }) } };
}

/** Only people of the problem may be named in it. */
function onStaff({ staff }: PreparedPlan['problem'], known: readonly string[]): string[] {
  const there = new Set(staff.map(({ id }) => id));
  return known.filter((id) => there.has(id));
}

function requestOf({ seconds, threads, seed }: PlanRecord, report: Report, watch: PlanningWatch): SolveRequest {
  const ends = [watch.signal, watch.enough].filter((signal) => signal !== undefined);
  return {
    ...{ seconds, threads, seed },
    ...(ends.length > 0 && { signal: AbortSignal.any(ends) }),
    onProgress: ({ seconds: spent, iterations, cost, served, share }) =>
      report({ seconds: spent, iterations, cost, served, share }),
  };
}

/** Fails a plan for good: repeating the job would end the same. The first few details go with the code. */
async function refuse(
  { planId }: PlanJob,
  plans: PlanningParts['plans'],
  code: 'plan.broken_rules' | 'plan.problem_refused' | 'plan.working_time',
  details: readonly string[],
): Promise<PlanningOutcome> {
  const failure = `${code}: ${[...new Set(details)].slice(0, 5).join(', ')}`;
  await plans.fail(planId, failure);
  return { status: 'refused', failure };
}

/** The answer to days without a visit; the engine wants at least one place. */
const NOTHING: SolvedPlan = {
  plan: { routes: [], unserved: [] },
  cost: { total: 0, parts: {} },
  iterations: 0,
  seconds: 0,
  unserved: [],
};

/** What the search answered and what the law kept from it, as one plan. */
function resultOf(data: PlanningData, prepared: PreparedPlan, solved: SolvedPlan): PlanResult {
  const { barred, epoch, links, warnings } = prepared;
  const visits = [...prepared.visits, ...barred.map(({ visit }) => visit)];
  const plan = { ...solved.plan, unserved: [...solved.plan.unserved, ...barred.map(({ visit }) => visit.key)] };
  return {
    ...{ plan, epoch, visits, links, warnings },
    cost: solved.cost,
    iterations: solved.iterations,
    seconds: solved.seconds,
    unserved: [...careReasons(solved.unserved, { data, visits }), ...lawReasons(barred)],
    workingTime: judgeWorkingTime(plan, data, epoch),
    figures: planFigures(plan, visits, links),
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
