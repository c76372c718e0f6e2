import type { PlanRoute, ProblemInput, VisitInput } from '#engine';
import type { InstanceContext, ReadSolution } from '../format.js';
import { IssueList } from '../issue.js';
import { timedRoute, travelOf, type DatedStop } from '../routes/timed-route.js';

/** Reads CVRPLIB's text. It has no times: every customer is served as early as the order allows. */
export function readVrptwSolution({ problem }: InstanceContext, text: string): ReadSolution {
  const found = new IssueList();
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const routes: VisitInput[][] = [];
  text.split(/\r?\n/).forEach((raw, at) => {
    const line = raw.trim();
    const path = `line ${at + 1}`;
    const route = /^Route\s+#\d+\s*:(.*)$/i.exec(line);
    if (!route) {
      const known = line === '' || /^Cost\s+[\d.]+$/i.test(line);
      if (!known)
        found.add('syntax', path, line, {
          allowed: '"Route #k: customers" or "Cost x"',
          message: 'Take the line out or mend it.',
        });
      return;
    }
    const ids = route[1].trim().split(/\s+/).filter(Boolean);
    const known = ids.flatMap((id) => {
      const visit = visits.get(id);
      if (!visit) found.add('unknown_reference', path, id, { allowed: 'the number of a customer', message: 'Mend the number.' });
      return visit ?? [];
    });
    if (known.length > 0) routes.push(known);
  });
  if (routes.length > problem.staff.length) {
    found.add('out_of_range', '', routes.length, {
      allowed: `at most ${problem.staff.length} routes, the size of the fleet`,
      message: 'Use fewer vehicles.',
    });
  }
  if (!found.none) return { ok: false, issues: found.issues };
  const served = new Set(routes.flat().map(({ id }) => id));
  return {
    ok: true,
    plan: {
      routes: routes.map((route, vehicle) => earliest(problem, vehicle, route)),
      unserved: problem.visits.map(({ id }) => id).filter((id) => !served.has(id)),
    },
  };
}

function earliest(problem: ProblemInput, vehicle: number, route: readonly VisitInput[]): PlanRoute {
  const staff = problem.staff[vehicle];
  const shift = staff.shifts[0];
  const travel = travelOf(problem, staff);
  let at = shift.startPlace;
  let clock = shift.start;
  const stops = route.map(({ id, place, parts: [part] }): DatedStop => {
    const start = Math.max(clock + travel(at, place), part?.windows[0]?.start ?? 0);
    at = place;
    clock = start + (part?.duration ?? 0);
    return { kind: 'visit', id, part: part?.id ?? '', place, start, end: clock };
  });
  return timedRoute(problem, staff, shift, stops);
}
