import type { Visit } from '#care';
import type { GrowthJob, GrowthOrder, GrowthResult } from '#contracts';
import { addDays, daysFrom } from '#time';
import type { PlanningData, PlanSolver, ProviderStore, TravelTimes } from '../ports.js';
import { demandedVisits } from '../visits/generate-visits.js';
import { DrawnClients } from './drawn-clients.js';
import type { GrowthStore } from './growth-ports.js';
import { LawfulWeek, type GrowthDay } from './plan-growth-day.js';

/** What the job uses. The ways are those of `travel`: an estimate, for nobody lives at the new addresses. */
export interface GrowthParts {
  readonly providers: Pick<ProviderStore, 'planningData'>;
  readonly growth: Pick<GrowthStore, 'find' | 'begin' | 'progress' | 'finish' | 'districts'>;
  readonly travel: TravelTimes;
  readonly solver: PlanSolver;
}

export type GrowthOutcome = 'stored' | 'skipped' | 'stopped';

/**
 * Plans a week day by day: as it is, and for each draw of new clients with the same roster, and what is left out then with
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
  let planned = 0;
  for (const day of days) {
    for await (const _ of week.live({ day, travel: parts.travel, solver: parts.solver, ...(signal && { signal }) })) {
      signal?.throwIfAborted();
      planned += 1;
      const wanted = await parts.growth.progress(providerId, growthId, planned / (days.length * order.draws));
      if (wanted === 'stopped') return 'stopped';
    }
  }
  await parts.growth.finish(providerId, growthId, week.result());
  return 'stored';
}

/** A week without new clients, and with those of each draw. */
class GrowthWeek {
  private readonly own: readonly Visit[];
  private readonly draws: readonly DrawnClients[];
  private readonly asItIs = new LawfulWeek();

  constructor(
    private readonly data: PlanningData,
    districts: ReadonlyMap<string, string>,
    { from, clients, mix, seed, draws }: GrowthOrder,
  ) {
    this.own = demandedVisits(data, from, addDays(from, 6)).visits;
    this.draws = Array.from(
      { length: draws },
      (_, n) => new DrawnClients({ data, visits: this.own, districts }, { clients, mix, seed: seed + n }),
    );
  }

  /** Plans a day; yields once a draw. */
  async *live(context: GrowthDay): AsyncGenerator<void> {
    const own = this.own.filter(({ date }) => date === context.day);
    const before = await this.asItIs.leftOut(this.data, own, context);
    for (const draw of this.draws) {
      await draw.live({ own, before }, context);
      yield;
    }
  }

  result(): GrowthResult {
    const clientsNow = new Set(this.own.map(({ clientId }) => clientId)).size;
    return { clientsNow, clients: this.draws[0].clients, draws: this.draws.map((draw) => draw.result()) };
  }
}
