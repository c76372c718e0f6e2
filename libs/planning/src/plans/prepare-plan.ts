import { practises, type Visit } from '#care';
import { endOfDay, startOfDay } from '#time';
import type { BarredVisit } from '../law/owed-visits.js';
import { buildProblem, modesOf, staffOnDuty, type BuiltProblem } from '../problem/build-problem.js';
import { placesOf } from '../problem/places.js';
import { STANDARD_PRICES } from '../problem/prices.js';
import type { PlanningData, TravelTimes } from '../ports.js';
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
  { from, to }: { readonly from: string; readonly to: string },
  travel: TravelTimes,
): Promise<PreparedPlan> {
  const demanded = demandedVisits(data, from, to);
  const linked = linkVisits(data, demanded.visits);
  const { visits } = linked;
  const visited = new Set(visits.map((visit) => visit.clientId));
  const staff = staffOnDuty(data);
  const places = placesOf(
    data.clients.filter((client) => visited.has(client.id)),
    staff,
    data.laboratories,
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
  const warnings = [...linked.warnings, ...new Set(matrices.flatMap(({ matrix }) => matrix.warnings))];
  return { ...built, visits, barred: demanded.barred, warnings };
}
