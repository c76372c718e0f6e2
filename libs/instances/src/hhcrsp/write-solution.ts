import type { Plan } from '#engine';
import type { InstanceContext } from '../format.js';
import { serviceOf } from '../services.js';

/** One entry for every caregiver, in the instance's order; `arrival_time` is the start of service, as in the published files. */
export function writeHhcrspSolution({ problem, timeUnit }: InstanceContext, plan: Plan): string {
  const services = new Map(
    problem.visits.flatMap(({ id, parts }) => parts.map((part) => [`${id}\n${part.id}`, serviceOf(part)])),
  );
  const byShift = new Map(plan.routes.map((route) => [route.shift, route]));
  const routes = problem.staff.map(({ id, shifts }) => ({
    caregiver_id: id,
    locations: shifts.flatMap((shift) =>
      (byShift.get(shift.id)?.stops ?? []).map((stop) => ({
        patient: stop.id,
        service: services.get(`${stop.id}\n${stop.part}`),
        arrival_time: stop.start / timeUnit,
        departure_time: stop.end / timeUnit,
      })),
    ),
  }));
  return `${JSON.stringify({ routes })}\n`;
}
