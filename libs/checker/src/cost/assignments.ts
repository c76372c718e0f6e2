import type { PlanStop, StaffInput, VisitInput } from '#engine';
import type { ProblemIndex } from '../problem-index.js';
import type { ResolvedPlan, VisitStop } from '../resolve-plan.js';
import { lacking } from '../rules/staffing.js';
import type { Timeline } from '../timeline.js';

type Component = 'language' | 'outsideDistrict' | 'qualification' | 'exclusion' | 'changedStaff' | 'movedStart';

/** What follows from who gives a part and when, summed over all parts given. */
export function assignmentFigures(index: ProblemIndex, used: readonly Timeline[]): Record<Component, number> {
  const sums = { language: 0, outsideDistrict: 0, qualification: 0, exclusion: 0, changedStaff: 0, movedStart: 0 };
  const given = givenParts(index);
  for (const { route, stops } of used) {
    for (const { stop, start } of stops) {
      if (stop.kind === 'break') continue;
      const { part, visit } = stop;
      if (speaksNone(visit, route.staff)) sums.language++;
      if (visit.district !== undefined && route.staff.districts?.includes(visit.district) === false) sums.outsideDistrict++;
      if (part.skillsWished && lacking(part, route.staff, route.shift).length > 0) sums.qualification++;
      if (part.exclusionWished && part.excludedStaff?.includes(route.staff.id)) sums.exclusion++;
      const before = given.get(keyOf(stop));
      if (!before) continue;
      if (before.staff !== route.staff.id) sums.changedStaff++;
      sums.movedStart += Math.abs(before.stop.start - start);
    }
  }
  return sums;
}

function speaksNone({ languages }: VisitInput, staff: StaffInput): boolean {
  return !!languages?.length && !!staff.languages && !staff.languages.some((spoken) => languages.includes(spoken));
}

function keyOf({ visit, part }: VisitStop): string {
  return `${visit.id}\u0000${part.id}`;
}

/** Who gives each part in the given plan and when; the first one counts. */
function givenParts({ problem }: ProblemIndex): Map<string, { readonly staff: string; readonly stop: PlanStop }> {
  const given = new Map<string, { staff: string; stop: PlanStop }>();
  for (const { staff, stops } of problem.given?.plan.routes ?? []) {
    for (const stop of stops) {
      const key = `${stop.id}\u0000${stop.part}`;
      if (stop.kind === 'visit' && !given.has(key)) given.set(key, { staff, stop });
    }
  }
  return given;
}

/** Visits of which the given plan gives a part and this plan none. */
export function newlyUnserved({ problem }: ProblemIndex, { placements }: ResolvedPlan): number {
  const before = new Set(
    problem.given?.plan.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === 'visit').map(({ id }) => id)),
  );
  return problem.visits.filter(({ id }) => before.has(id) && !placements.has(id)).length;
}

/** Neighbouring visits of a route of which the later has the lower rank. */
export function outOfOrder(used: readonly Timeline[]): number {
  return used.reduce((count, line) => {
    const ranks = line.stops.flatMap(({ stop }) => (stop.kind === 'visit' ? [stop.part.rank ?? 0] : []));
    return count + ranks.filter((rank, k) => k > 0 && rank < ranks[k - 1]).length;
  }, 0);
}

/** Different people a client, weighted: all of them, and those who did not come before. */
export function differentStaff(
  { problem }: ProblemIndex,
  used: readonly Timeline[],
): { readonly all: number; readonly fresh: number } {
  const clients = new Map(problem.clients?.map((client) => [client.id, client]));
  const seen = new Set<string>();
  let [all, fresh] = [0, 0];
  for (const { route, stops } of used) {
    for (const { stop } of stops) {
      if (stop.kind === 'break') continue;
      const key = `${stop.visit.client}\u0000${route.staff.id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const client = clients.get(stop.visit.client);
      all += client?.weight ?? 1;
      if (!client?.known?.includes(route.staff.id)) fresh += client?.weight ?? 1;
    }
  }
  return { all, fresh };
}
