import { checkPlan } from '#checker';
import { practises, type Visit } from '#care';
import { endOfDay, startOfDay } from '#time';
import type { PlanningData, PlanSolver, TravelTimes } from '../ports.js';
import { buildProblem } from '../problem/build-problem.js';
import { STANDARD_PRICES, type PriceProfile } from '../problem/prices.js';
import type { Practises } from '../problem/skill-names.js';
import { waysFor } from '../problem/ways.js';
import { linkVisits } from '../visits/generate-visits.js';
import { workOf } from '../working-time/judge-working-time.js';
import type { KnownWork } from '../working-time/working-time-ports.js';

/** A shift somebody goes out in: the keys of its visits, and its work. */
export interface UsedShift {
  readonly visits: readonly string[];
  readonly work: KnownWork;
}

/** A day to plan, and with what. */
export interface GrowthDay {
  readonly day: string;
  readonly travel: TravelTimes;
  readonly solver: PlanSolver;
  readonly signal?: AbortSignal;
  readonly prices?: PriceProfile;
  readonly practises?: Practises;
  /** Collects every shift somebody goes out in. */
  readonly used?: Map<string, UsedShift>;
}

/** Iterations of the search for each visit of a day: the answer must repeat, so that no clock ends it. */
const ITERATIONS_A_VISIT = 20;
const LEAST_ITERATIONS = 400;

/** The keys of the visits a day's plan leaves out. Throws where the plan breaks a rule, which is a bug. */
export async function leftOut(
  data: PlanningData,
  visits: readonly Visit[],
  { day, travel, solver, signal, prices = STANDARD_PRICES, practises: who = practises, used }: GrowthDay,
): Promise<ReadonlySet<string>> {
  if (visits.length === 0 || data.shifts.length === 0) return new Set(visits.map(({ key }) => key));
  const linked = linkVisits(data, visits);
  const { places, travel: ways } = await waysFor(data, linked.visits, travel);
  const { problem, epoch } = buildProblem({
    ...{ name: day, epoch: startOfDay(day), end: endOfDay(day), data, visits: linked.visits, links: linked.links },
    ...{ places, travel: ways, prices, practises: who },
  });
  const iterations = Math.max(LEAST_ITERATIONS, ITERATIONS_A_VISIT * visits.length);
  const { plan } = await solver.solve(problem, { iterations, threads: 1, seed: 1, ...(signal && { signal }) });
  signal?.throwIfAborted();
  const [broken] = checkPlan(problem, plan).violations;
  if (broken) throw new Error(`the plan of ${day} breaks ${broken.code}`);
  const shifts = new Map(data.shifts.map((shift) => [shift.id, shift]));
  for (const route of plan.routes) {
    const given = route.stops.filter(({ kind }) => kind === 'visit').map(({ id }) => id);
    if (given.length > 0) used?.set(route.shift, { visits: given, work: workOf(route, shifts.get(route.shift), epoch) });
  }
  return new Set(plan.unserved);
}

/** A week that is planned day by day under the law of the whole of it: each day knows the work of the days before. */
export class LawfulWeek {
  private readonly worked: KnownWork[] = [];

  /** {@link leftOut} of a day with the shifts of its roster. */
  async leftOut(data: PlanningData, visits: readonly Visit[], context: GrowthDay): Promise<ReadonlySet<string>> {
    const used = new Map<string, UsedShift>();
    const shifts = data.shifts.filter(({ date }) => date === context.day);
    const workHistory = [...(data.workHistory ?? []), ...this.worked];
    const left = await leftOut({ ...data, shifts, workHistory }, visits, { ...context, used });
    for (const { work } of used.values()) this.worked.push(work);
    return left;
  }
}
