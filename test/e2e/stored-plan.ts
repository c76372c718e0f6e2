import { checkPlan, type Violation } from '#checker';
import type { Plan } from '#engine';
import type { Persistence } from '#persistence';
import { preparePlan, type RouteRow } from '#planning';
import { createTravelTimes } from '#travel';

/**
 * Judges a plan as it lies in the database: the problem is built anew from the
 * provider's data and the plan read back from its routes, so that nothing the
 * worker held in memory takes part.
 * @param day judge this day of the plan only
 */
export async function violationsOfStored(
  { providers, plans, planReader }: Persistence,
  { providerId, planId, day }: { readonly providerId: string; readonly planId: string; readonly day?: string },
): Promise<readonly Violation[]> {
  const found = await plans.find(providerId, planId);
  if (!found) throw new Error(`no plan ${planId}`);
  const record = day === undefined ? found : { ...found, from: day, to: day };
  const data = await providers.planningData(providerId, record.from, record.to);
  const { problem, epoch } = await preparePlan(data, record, createTravelTimes());
  const routes = await planReader.routes(providerId, planId, day ?? null);
  const unserved = await planReader.unserved(providerId, planId, day ?? null);
  const plan = planOf(routes, new Set(unserved.map(({ visit }) => visit)), epoch);
  const order = problem.visits.map(({ id }) => id).filter((id) => plan.unserved.includes(id));
  return checkPlan(problem, { ...plan, unserved: order }).violations;
}

function planOf(routes: readonly RouteRow[], unserved: ReadonlySet<string>, epoch: number): Plan {
  const at = (instant: string): number => Date.parse(instant) / 1000 - epoch;
  return {
    unserved: [...unserved],
    routes: routes.map((route) => ({
      shift: route.shift,
      staff: route.staff,
      departure: at(route.departure),
      return: at(route.return),
      stops: route.stops.map((stop) => ({
        kind: stop.kind,
        id: stop.visit,
        part: stop.kind === 'visit' ? String(stop.part) : '',
        arrival: at(stop.arrival),
        start: at(stop.start),
        end: at(stop.end),
      })),
    })),
  };
}
