import { checkPlan } from '#checker';
import { practises, type Visit } from '#care';
import type { GrowthJob, GrowthOrder, GrowthResult } from '#contracts';
import { addDays, daysFrom, endOfDay, startOfDay } from '#time';
import { demandedVisits, linkVisits } from '../visits/generate-visits.js';
import { buildProblem } from '../problem/build-problem.js';
import { STANDARD_PRICES, TRAVEL, PAID, type PriceProfile } from '../problem/prices.js';
import type { Practises } from '../problem/skill-names.js';
import { known } from '../problem/lookup.js';
import { waysFor } from '../problem/ways.js';
import type { PlanningData, PlanSolver, ProviderStore, TravelTimes } from '../ports.js';
import { GrowthFigures } from './growth-figures.js';
import type { GrowthStore } from './growth-ports.js';
import { missingShifts, type ShiftKinds } from './missing-shifts.js';
import { moreClients } from './more-clients.js';

/** What the job uses. The ways are those of `travel`: an estimate, for nobody lives at the new addresses. */
export interface GrowthParts {
  readonly providers: Pick<ProviderStore, 'planningData'>;
  readonly growth: Pick<GrowthStore, 'find' | 'begin' | 'progress' | 'finish' | 'districts'>;
  readonly travel: TravelTimes;
  readonly solver: PlanSolver;
}

export type GrowthOutcome = 'stored' | 'skipped' | 'stopped';

/** Iterations of the search for each visit of a day: the answer must repeat, so that no clock ends it. */
const ITERATIONS_A_VISIT = 20;
const LEAST_ITERATIONS = 400;
/** A further shift is opened when it saves the others four hours of pay and road. */
const FURTHER_SHIFT = 4 * 3600 * (TRAVEL + PAID);
const FURTHER_PRICES = { ...STANDARD_PRICES, objective: { ...STANDARD_PRICES.objective, route: FURTHER_SHIFT } };
/** Where everybody wants the same hour more shifts are needed than the care would fill; beyond so many times it is no shift. */
const MOST_TIMES = 8;

/** People nobody employs have every certificate. */
const ofProfession: Practises = ({ professions }, profession) => professions.includes(profession);

/**
 * Plans a week three times, day by day: as it is, with the new clients and the same roster, and what is left out then with
 * as many further shifts as it takes. Rejects when a part is unreachable or the signal stops it; the job may be repeated.
 */
export async function studyGrowth(
  { providerId, growthId }: GrowthJob,
  parts: GrowthParts,
  signal?: AbortSignal,
): Promise<GrowthOutcome> {
  const study = await parts.growth.find(providerId, growthId);
  if (study === null || !(await parts.growth.begin(providerId, growthId))) return 'skipped';
  const { order } = study;
  const days = daysFrom(order.from, addDays(order.from, 6));
  const data = await parts.providers.planningData(providerId, order.from, days[6]);
  const week = new GrowthWeek(data, await parts.growth.districts(providerId), order);
  for (const [n, day] of days.entries()) {
    await week.live(day, parts, signal);
    signal?.throwIfAborted();
    const wanted = await parts.growth.progress(providerId, growthId, (n + 1) / days.length);
    if (wanted === 'stopped') return 'stopped';
  }
  await parts.growth.finish(providerId, growthId, week.result());
  return 'stored';
}

/** A week with and without the new clients. */
class GrowthWeek {
  private readonly own: readonly Visit[];
  private readonly added: ReturnType<typeof moreClients>;
  private readonly kinds: ShiftKinds;
  private readonly figures: GrowthFigures;

  constructor(
    private readonly data: PlanningData,
    districts: ReadonlyMap<string, string>,
    { from, clients, mix, seed }: GrowthOrder,
  ) {
    this.own = demandedVisits(data, from, addDays(from, 6)).visits;
    this.added = moreClients({ clients: data.clients, visits: this.own }, { clients, mix, seed });
    const theirs = [...this.added.likeness].map(([id, model]): [string, string] => [id, districts.get(model) ?? '']);
    this.kinds = { data: this.grown(), districts: new Map([...districts, ...theirs]) };
    this.figures = new GrowthFigures(this.kinds);
  }

  /** The same people and shifts for more clients. */
  private grown(): PlanningData {
    return { ...this.data, clients: [...this.data.clients, ...this.added.clients] };
  }

  async live(day: string, { travel, solver }: GrowthParts, signal?: AbortSignal): Promise<void> {
    const of = (visits: readonly Visit[]): readonly Visit[] => visits.filter(({ date }) => date === day);
    const shifts = this.data.shifts.filter(({ date }) => date === day);
    const [own, all] = [of(this.own), of([...this.own, ...this.added.visits])];
    const context = { day, travel, solver, ...(signal && { signal }) };
    const grown = { ...this.grown(), shifts };
    const before = await planned({ ...this.data, shifts }, own, context);
    const after = await planned(grown, all, context);
    const left = all.filter(({ key }) => after.has(key));
    const beyond = await this.further(left, grown, context);
    this.figures.add({ own, before, all, after, beyond });
  }

  /** Counts the further shifts that what is left out would fill; gives the keys of what no such shift can give. */
  private async further(left: readonly Visit[], grown: PlanningData, context: Context): Promise<ReadonlySet<string>> {
    const times = new Map<string, number>();
    for (;;) {
      const missing = missingShifts(context.day, left, this.kinds, times);
      const data = { ...grown, preferences: [], staff: missing.staff, shifts: missing.shifts };
      const used = new Map<string, readonly string[]>();
      const beyond = await planned(data, left, { ...context, prices: FURTHER_PRICES, practises: ofProfession, used });
      const short = missing.short(new Set(used.keys()), beyond).filter((group) => (times.get(group) ?? 1) < MOST_TIMES);
      if (short.length === 0) {
        const byKey = new Map(left.map((visit) => [visit.key, visit]));
        for (const shift of missing.shifts) {
          const given = (used.get(shift.id) ?? []).map((key) => known(byKey, key, 'visit'));
          if (given.length > 0) this.figures.miss(shift, given);
        }
        return beyond;
      }
      for (const group of short) times.set(group, 2 * (times.get(group) ?? 1));
    }
  }

  result(): GrowthResult {
    const clientsNow = new Set(this.own.map(({ clientId }) => clientId)).size;
    return { clientsNow, clients: this.added.clients.length, ...this.figures.result() };
  }
}

interface Context {
  readonly day: string;
  readonly travel: TravelTimes;
  readonly solver: PlanSolver;
  readonly signal?: AbortSignal;
  readonly prices?: PriceProfile;
  readonly practises?: Practises;
  /** Collects the visits of every shift somebody goes out in. */
  readonly used?: Map<string, readonly string[]>;
}

/** The keys of the visits a day's plan leaves out. Throws where the plan breaks a rule, which is a bug. */
async function planned(data: PlanningData, visits: readonly Visit[], context: Context): Promise<ReadonlySet<string>> {
  if (visits.length === 0 || data.shifts.length === 0) return new Set(visits.map(({ key }) => key));
  const { day, travel, solver, signal, prices = STANDARD_PRICES } = context;
  const linked = linkVisits(data, visits);
  const { places, travel: ways } = await waysFor(data, linked.visits, travel);
  const { problem } = buildProblem({
    ...{ name: day, epoch: startOfDay(day), end: endOfDay(day), data, visits: linked.visits, links: linked.links },
    ...{ places, travel: ways, prices, practises: context.practises ?? practises },
  });
  const iterations = Math.max(LEAST_ITERATIONS, ITERATIONS_A_VISIT * visits.length);
  const { plan } = await solver.solve(problem, { iterations, threads: 1, seed: 1, ...(signal && { signal }) });
  signal?.throwIfAborted();
  const [broken] = checkPlan(problem, plan).violations;
  if (broken) throw new Error(`the plan of ${day} breaks ${broken.code}`);
  for (const { shift, stops } of plan.routes) {
    const given = stops.filter(({ kind }) => kind === 'visit').map(({ id }) => id);
    if (given.length > 0) context.used?.set(shift, given);
  }
  return new Set(plan.unserved);
}
