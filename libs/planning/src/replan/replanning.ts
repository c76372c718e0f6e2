import type { Visit } from '#care';
import { checkPlan } from '#checker';
import { frozenPast, validateProblem, type Plan, type ProblemInput } from '#engine';
import { careReasons, lawReasons } from '../plans/care-reasons.js';
import { planFigures } from '../plans/figures.js';
import type { PlanResult, PlanSolver, ProviderStore, SolvedPlan, TravelTimes } from '../ports.js';
import { withCauses } from './causes.js';
import { coverItems } from './cover-items.js';
import { demandOf, problemOf, type Demand, type Standing } from './demand.js';
import { differencesBetween } from './differences.js';
import { closedRange } from './closed-range.js';
import { givenOnly, keptExactly, keptFarAway, undisturbed } from './keep-problem.js';
import { plannedPlacements, storedPlacements } from './placements.js';
import type { CurrentPlan, RecomputedDraft, ReplanSituation, ReplanStore } from './replan-ports.js';
import { aroundDays, judgeRecomputed } from './own-work.js';
import { mayPublish } from './may-publish.js';
import { runOver } from './running-over.js';
import { touchedBy } from './touched.js';

/** What recomputation uses. */
export interface ReplanParts {
  readonly providers: Pick<ProviderStore, 'planningData'>;
  readonly replans: ReplanStore;
  readonly travel: TravelTimes;
  readonly solver: PlanSolver;
  readonly now: () => Date;
}

/** What became of one current plan: nothing to change, a draft, or a code why there is none. */
export type ReplanOutcome =
  | { readonly status: 'unchanged' }
  | { readonly status: 'stored'; readonly planId: string; readonly differences: number }
  | { readonly status: 'refused'; readonly failure: string };

/** Iterations while everything else is kept to the second: the free visits are few. */
const EXACT_ITERATIONS = 1500;
/** Reasons for leaving a visit out that others can do something about. */
const NEEDS_ROOM: ReadonlySet<string> = new Set(['NO_ROOM', 'NEEDS_OTHER_VISIT', 'PINNED_ELSEWHERE']);

/** Iterations when kept visits may give way. */
const LOOSE_ITERATIONS = 6000;
/** Iterations under prices of its own: somebody waits, and for several answers at once. */
const WEIGHED_ITERATIONS = 2000;
/** No search of a recomputation goes on longer, however slow the machine: people wait for the draft; nor one that somebody sits and waits for. Seconds. */
const LONGEST_SEARCH = 5;
const LONGEST_WAIT = 2;

/** Gives a problem other prices. */
export type Weigh = (problem: ProblemInput) => ProblemInput;

/** How a weighed search goes on. */
export interface Way {
  readonly from?: RecomputedDraft | undefined;
  readonly draw?: number;
}

/** A current plan as it stands now, within the provider's situation. */
export interface Subject {
  readonly situation: ReplanSituation;
  readonly current: CurrentPlan;
  readonly now: number;
}

/** What every way to recompute begins with, whatever it weighs. */
interface Prepared {
  readonly demand: Demand;
  readonly days: readonly [string, string];
  readonly built: ReturnType<typeof problemOf>;
  /** Given only what stands. */
  readonly problem: ProblemInput;
  /** With all that stands kept to the second. */
  readonly exact: SolvedPlan;
}

/** The recomputation of one current plan. */
export class Replanning {
  private preparing: Promise<Prepared | Drafted | null> | undefined;
  private readonly standing: Standing;
  private readonly changes: ReplanSituation['changes'];
  private readonly lastDay: string;

  constructor(
    private readonly providerId: string,
    private readonly parts: ReplanParts,
    private readonly subject: Subject,
    private readonly signal?: AbortSignal,
  ) {
    const { current, situation, now } = subject;
    this.lastDay = current.days[current.days.length - 1];
    this.changes = situation.changes.filter(
      ({ id, from, to }) => id > current.changesThrough && from <= this.lastDay && (to === null || to >= current.days[0]),
    );
    this.standing = {
      current,
      placements: storedPlacements(current.routes),
      clients: current.clients,
      frozenBefore: now + 60 * situation.settings.frozenMinutes,
    };
  }

  async run(): Promise<ReplanOutcome> {
    const { current, situation } = this.subject;
    if (this.changes.length === 0) return { status: 'unchanged' };
    const days = { from: current.days[0], to: this.lastDay };
    const drafted = situation.drafts.find(
      (draft) => draft.basedOn === current.id && draft.changesThrough >= situation.through && overlap(draft, days),
    );
    if (drafted) return { status: 'stored', planId: drafted.id, differences: 0 };
    const made = await this.draft();
    if (made === null) return this.unchanged(days);
    if ('failure' in made) {
      await this.parts.replans.storeFailure(this.providerId, made.about, made.failure);
      return { status: 'refused', failure: made.failure };
    }
    const planId = await this.parts.replans.storeDraft(this.providerId, made.draft);
    return planId === null ? { status: 'unchanged' } : { status: 'stored', planId, differences: made.draft.differences.length };
  }

  /**
   * The draft that the changes ask for, stored nowhere; null when nothing is different for anybody.
   *
   * @param weigh prices of its own; asked for under several, what they have in common is done once
   * @param way where to begin, instead of what keeps most, and by which draw: several ways lead to several drafts
   */
  async draft(weigh?: Weigh, way: Way = {}): Promise<Drafted | null> {
    const prepared = await (this.preparing ??= this.prepare(weigh !== undefined));
    if (prepared === null || !('exact' in prepared)) return prepared;
    return this.recompute(prepared, await this.solve(prepared, weigh, way));
  }

  /** The draft that keeps all that stands to the second, whoever must be left out for it; null and stored as {@link draft}. */
  async kept(): Promise<Drafted | null> {
    const prepared = await (this.preparing ??= this.prepare(true));
    return prepared === null || !('exact' in prepared) ? prepared : this.recompute(prepared, prepared.exact);
  }

  private async prepare(awaited: boolean): Promise<Prepared | Drafted | null> {
    const { current, situation } = this.subject;
    const planned = { from: current.days[0], to: this.lastDay };
    const data = await this.parts.providers.planningData(this.providerId, planned.from, planned.to);
    const standing = { ...this.standing, current: { ...current, routes: runOver(current.routes, data.runningOver ?? []) } };
    const demand = await demandOf(standing, data, this.parts.travel);
    const whole = problemOf(standing, demand, [planned.from, planned.to]);
    const touched = touchedBy({
      ...{ current, changes: this.changes, visits: demand.visits, built: whole },
      ...this.stillStanding(demand, whole),
      late: demand.late,
      barred: demand.barred.map(({ visit }) => visit),
    });
    this.signal?.throwIfAborted();
    if (touched.days.length === 0) return null;
    const days = closedRange(current, touched.days);
    const built = problemOf(standing, demand, days);
    const there = built.problem.visits.map(({ id }) => id);
    const problem = givenOnly(built.problem, new Set(there.filter((key) => !touched.free.has(key))));
    const steady = givenOnly(built.problem, new Set(there.filter((key) => !touched.free.has(key) || touched.steady.has(key))));
    const about = { basedOn: current, from: days[0], to: days[1], changesThrough: situation.through };
    const issues = validateProblem(problem).map(({ code, path }) => `${code} ${path}`);
    if (issues.length > 0) return refused(about, 'plan.problem_refused', issues);
    return { demand, days, built, problem, exact: await this.keeping(problem, touched.steady.size > 0 ? steady : null, awaited) };
  }

  /** All that stands kept to the second, and what only asks for something else as well, where that leaves nobody out. */
  private async keeping(problem: ProblemInput, steady: ProblemInput | null, awaited: boolean): Promise<SolvedPlan> {
    const limits = { iterations: EXACT_ITERATIONS, seconds: awaited ? LONGEST_WAIT : LONGEST_SEARCH };
    if (steady !== null && validateProblem(steady).length === 0) {
      const stayed = await this.search(keptExactly(steady), limits, steady.given?.plan);
      const out = new Set(stayed.plan.unserved);
      const given = (steady.given?.plan.routes ?? []).flatMap(({ stops }) => stops.map(({ id }) => id));
      if (!given.some((key) => out.has(key)) && checkPlan(problem, stayed.plan).violations.length === 0) return stayed;
    }
    return this.search(keptExactly(problem), limits, problem.given?.plan);
  }

  /** Where everything stands behind visits that run over; what has to wait until after the frozen time may still be given otherwise. */
  private stillStanding({ visits, begun }: Demand, { problem, epoch }: Prepared['built']) {
    const planned = this.standing.placements;
    const placements = new Map([...planned, ...plannedPlacements(problem.given?.plan ?? NOTHING.plan, epoch)]);
    const facts = new Set([...frozenPast(problem.given).values()].flatMap((stops) => stops.map(({ id }) => id)));
    const retimed = visits.filter(({ key }) => placements.get(key)?.start !== planned.get(key)?.start);
    const waiting = new Set(retimed.map(({ key }) => key));
    return { placements, retimed, begun: new Set([...begun].filter((key) => facts.has(key) || !waiting.has(key))) };
  }

  private async unchanged(days: { readonly from: string; readonly to: string }): Promise<ReplanOutcome> {
    const { current } = this.subject;
    const leftOut = current.visits.map(({ key }) => key).filter((key) => !this.standing.placements.has(key));
    await this.parts.replans.dropDrafts(this.providerId, current.id, { ...days, leftOut });
    return { status: 'unchanged' };
  }

  private recompute({ demand, days: [from, to], built, problem }: Prepared, solved: SolvedPlan): Drafted | null {
    const { current, situation } = this.subject;
    const { epoch, links } = built;
    const about = { basedOn: current, from, to, changesThrough: situation.through };
    const { violations, cost } = checkPlan(problem, solved.plan);
    if (violations.length > 0)
      return refused(
        about,
        'plan.broken_rules',
        violations.map(({ code }) => code),
      );
    const inDays = ({ date }: { readonly date: string }): boolean => from <= date && date <= to;
    const late = demand.late.filter(inDays);
    const barred = demand.barred.filter(({ visit }) => inDays(visit));
    const lengths = new Map(current.visits.map(({ key, durationSeconds }) => [key, durationSeconds]));
    // A visit that runs over is owed no more than it was.
    const owed = (visit: Visit): Visit =>
      demand.over.has(visit.key) ? { ...visit, durationSeconds: lengths.get(visit.key) ?? visit.durationSeconds } : visit;
    const plannable = [...demand.visits.filter(inDays).map(owed), ...late];
    const visits = [...plannable, ...barred.map(({ visit }) => visit)];
    const after = plannedPlacements(solved.plan, epoch);
    const bare = differencesBetween(
      { visits: current.visits.filter(inDays), placements: this.standing.placements },
      { visits, placements: after },
    );
    if (bare.length === 0) return null;
    const differences = withCauses(bare, { changes: this.changes, links: problem.links });
    const plan = {
      ...solved.plan,
      unserved: [...solved.plan.unserved, ...[...late, ...barred.map(({ visit }) => visit)].map(({ key }) => key)],
    };
    const working = judgeRecomputed(plan, { data: aroundDays(demand.data, current, [from, to]), current, epoch });
    if (working.broken.length > 0) return refused(about, 'plan.working_time', working.broken);
    const lateReasons = late.map(({ key }) => ({ visitKey: key, reasons: [{ code: 'WINDOW_PAST', params: {} }] }));
    const result: PlanResult = {
      ...{ plan, cost, iterations: solved.iterations, seconds: solved.seconds, epoch, visits, links },
      unserved: [...careReasons(solved.unserved, { data: demand.data, visits }), ...lateReasons, ...lawReasons(barred)],
      warnings: demand.warnings,
      workingTime: working.findings,
      figures: planFigures(plan, visits, links),
    };
    const draft: RecomputedDraft = {
      ...{ ...about, result, differences },
      removed: bare.filter(({ effect }) => effect === 'removed').map(({ visit }) => visit),
      workItems: coverItems(
        plannable.filter(({ key }) => !after.has(key)),
        differences,
      ),
      leftOut: plan.unserved,
      publish: current.published && mayPublish(differences, situation.settings, this.subject.now),
      chosen: false,
    };
    return { draft };
  }

  /** With prices of its own: whatever is cheapest by them. Else first with all else kept to the second; where that leaves a visit out, kept visits may give way if it brings more care. */
  private async solve({ demand, problem, exact }: Prepared, weigh?: Weigh, { from, draw = 0 }: Way = {}): Promise<SolvedPlan> {
    const { placements, current } = this.standing;
    if (weigh !== undefined) {
      const limits = { iterations: WEIGHED_ITERATIONS, seconds: LONGEST_WAIT };
      const wanted = await this.search(
        weigh(keptFarAway(undisturbed(problem))),
        { ...limits, draw },
        from?.result.plan ?? exact.plan,
      );
      return leftOut(problem, wanted.plan) > leftOut(problem, exact.plan) ? exact : wanted;
    }
    // A visit that was left out before is no reason to trouble others, nor is one that is only reserved.
    const before = new Set([
      ...current.visits.map(({ key }) => key).filter((key) => !placements.has(key)),
      ...demand.visits.filter(({ reserved }) => reserved === true).map(({ key }) => key),
    ]);
    const hopeful = exact.unserved.some(
      ({ visit, reasons }) => !before.has(visit) && reasons.some(({ code }) => NEEDS_ROOM.has(code)),
    );
    if (!hopeful) return exact;
    const limits = { iterations: LOOSE_ITERATIONS, seconds: LONGEST_SEARCH };
    const loose = await this.search(undisturbed(problem), limits, exact.plan);
    return leftOut(problem, loose.plan) < leftOut(problem, exact.plan) ? loose : exact;
  }

  private async search(
    problem: ProblemInput,
    { draw = 0, ...limits }: { readonly iterations: number; readonly seconds: number; readonly draw?: number },
    warmStart: Plan | undefined,
  ): Promise<SolvedPlan> {
    if (problem.visits.length === 0) return NOTHING;
    // One thread: what little there is to search costs less than a second thread's start.
    const solved = await this.parts.solver.solve(problem, {
      ...{ ...limits, threads: 1, seed: this.subject.current.seed + draw },
      ...(warmStart && { warmStart }),
      ...(this.signal && { signal: this.signal }),
    });
    this.signal?.throwIfAborted();
    return solved;
  }
}

/** A draft, or why there can be none. */
export type Drafted =
  { readonly draft: RecomputedDraft } | { readonly about: Parameters<ReplanStore['storeFailure']>[1]; readonly failure: string };

function refused(
  about: Parameters<ReplanStore['storeFailure']>[1],
  code: 'plan.broken_rules' | 'plan.problem_refused' | 'plan.working_time',
  details: readonly string[],
): Drafted {
  return { about, failure: `${code}: ${[...new Set(details)].slice(0, 5).join(', ')}` };
}

const NOTHING: SolvedPlan = {
  plan: { routes: [], unserved: [] },
  cost: { total: 0, parts: {} },
  iterations: 0,
  seconds: 0,
  unserved: [],
};

/** Sum of the prices of what a plan leaves out. */
function leftOut(problem: ProblemInput, { unserved }: Plan): number {
  const left = new Set(unserved);
  return problem.visits.reduce((sum, { id, unserved: price }) => sum + (left.has(id) && price !== 'forbidden' ? price : 0), 0);
}

function overlap(a: { readonly from: string; readonly to: string }, b: { readonly from: string; readonly to: string }): boolean {
  return a.from <= b.to && b.from <= a.to;
}
