import type { Plan, PlanCost, PlanStop, ProblemInput } from '#engine';
import { ownCost, type InstanceContext } from '../format.js';
import { LUNCH } from '../routes/read-routes.js';
import { serviceOf } from '../services.js';

/**
 * One entry for every caregiver; one without visits has no `locations` at all,
 * as the formulation's own judge demands. A lunch names the patient served next.
 * @throws Error when a lunch has no visit after it, which the format cannot say
 */
export function writeUhhcSolution(context: InstanceContext, plan: Plan, cost: PlanCost): string {
  const { problem, timeUnit } = context;
  const services = new Map(
    problem.visits.flatMap(({ id, parts }) => parts.map((part) => [`${id}\n${part.id}`, serviceOf(part)])),
  );
  const byStaff = new Map(plan.routes.map((route) => [route.staff, route]));
  const routes = problem.staff.map(({ id }) => {
    const stops = byStaff.get(id)?.stops ?? [];
    if (stops.length === 0) return { caregiver_id: id };
    return { caregiver_id: id, locations: stops.map((stop, at) => location(stop, stops.slice(at), services, timeUnit)) };
  });
  const { total, parts } = ownCost(context, cost);
  const document = {
    routes,
    cost: { objective: total, violations: 0 },
    cost_components: parts,
    global_ordering: ordering(problem, plan),
  };
  return `${JSON.stringify(document)}\n`;
}

function location(stop: PlanStop, rest: readonly PlanStop[], services: ReadonlyMap<string, string>, timeUnit: number) {
  const times = { arrival_time: stop.start / timeUnit, departure_time: stop.end / timeUnit };
  if (stop.kind === 'visit') return { patient: stop.id, service: services.get(`${stop.id}\n${stop.part}`), ...times };
  const next = rest.find((later) => later.kind === 'visit');
  if (!next) throw new Error(`break ${stop.id} at ${stop.start} has no visit after it`);
  return { patient: next.id, service: LUNCH, ...times };
}

/** Patients by their first start, then those left out. */
function ordering(problem: ProblemInput, plan: Plan): string[] {
  const first = new Map<string, number>();
  for (const { stops } of plan.routes) {
    for (const { kind, id, start } of stops) if (kind === 'visit') first.set(id, Math.min(start, first.get(id) ?? start));
  }
  const start = (id: string): number => first.get(id) ?? Number.MAX_SAFE_INTEGER;
  return problem.visits.map(({ id }) => id).sort((a, b) => start(a) - start(b));
}
