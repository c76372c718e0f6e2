import { practises, type Visit } from '#care';
import { endOfDay, startOfDay } from '#time';
import type { BarredVisit } from '../law/owed-visits.js';
import { buildProblem, type BuiltProblem } from '../problem/build-problem.js';
import { waysFor } from '../problem/ways.js';
import type { PlanningData, TravelTimes } from '../ports.js';
import { pricesFor, wishingPunctuality } from '../weights/weigh.js';
import type { WeightProfile } from '../weights/weight-profiles.js';
import { demandedVisits, linkVisits } from '../visits/generate-visits.js';

/** Everything known before the search. */
export interface PreparedPlan extends BuiltProblem {
  readonly visits: readonly Visit[];
  /** Owed, but kept out of the problem by the law. */
  readonly barred: readonly BarredVisit[];
  readonly warnings: readonly string[];
}

/** The problem of a provider's days with travel times; pure but for asking those. */
export async function preparePlan(
  data: PlanningData,
  { from, to, profile }: { readonly from: string; readonly to: string; readonly profile?: WeightProfile | null },
  travel: TravelTimes,
): Promise<PreparedPlan> {
  const weights = profile?.weights ?? null;
  const demanded = demandedVisits(data, from, to);
  const linked = linkVisits(data, demanded.visits);
  const { visits } = linked;
  const ways = await waysFor(data, visits, travel);
  const built = buildProblem({
    name: `${from} to ${to}`,
    epoch: startOfDay(from),
    end: endOfDay(to),
    data,
    visits,
    links: linked.links,
    places: ways.places,
    travel: ways.travel,
    prices: pricesFor(weights),
    practises,
  });
  const warnings = [...linked.warnings, ...ways.warnings];
  return { ...built, problem: wishingPunctuality(built.problem, weights), visits, barred: demanded.barred, warnings };
}
