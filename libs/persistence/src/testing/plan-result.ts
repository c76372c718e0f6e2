import type { Visit } from '#care';
import type { PlanRoute, PlanStop } from '#engine';
import type { PlanFigures, PlanningData, PlanRequest, PlanResult } from '#planning';
import { startOfDay } from '#time';

/** A request for days, searched a second. */
export function planRequest(from: string, to: string = from): PlanRequest {
  return { from, to, seconds: 1, threads: 1, seed: 1 };
}

/** A visit of a pattern on a day, at the pattern's own duration, startable from 08:00 to 12:00. */
export function visitOf(pattern: PlanningData['patterns'][number], date: string): Visit {
  const { clientId, funding, tasks, durationMinutes, profession, skills, staffCount, priority } = pattern;
  const start = startOfDay(date) + 8 * 3600;
  return {
    key: `${pattern.id}:${date}:0`,
    patternId: pattern.id,
    clientId,
    date,
    ordinal: 0,
    funding,
    tasks,
    durationSeconds: durationMinutes * 60,
    profession,
    skills,
    staffCount,
    windows: [{ start, end: start + 4 * 3600 }],
    priority,
  };
}

/** A stop from `start` to `end`, reached at `arrival`; minutes after the plan's first midnight. */
export function stop(id: string, part: string, [arrival, start, end]: readonly [number, number, number]): PlanStop {
  return { kind: part === '' ? 'break' : 'visit', id, part, arrival: arrival * 60, start: start * 60, end: end * 60 };
}

/** A route of a shift; minutes after the plan's first midnight. */
export function route(
  shift: PlanningData['shifts'][number],
  departure: number,
  stops: readonly PlanStop[],
  back: number,
): PlanRoute {
  return { shift: shift.id, staff: shift.staffId, departure: departure * 60, return: back * 60, stops };
}

export const FIGURES: PlanFigures = {
  visits: 3,
  served: 2,
  routes: 2,
  travelSeconds: 4800,
  waitingSeconds: 300,
  serviceSeconds: 10_800,
  jointVisits: 1,
  conflictsAvoided: 0,
  secondsByFunder: { municipality: 7200, client: 0, state: 3600 },
};

/** A finished search over the day that begins at `date`. */
export function planResult(
  date: string,
  visits: readonly Visit[],
  routes: readonly PlanRoute[],
  rest: Partial<PlanResult> = {},
): PlanResult {
  const served = new Set(routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  const unserved = visits.filter(({ key }) => !served.has(key)).map(({ key }) => key);
  return {
    plan: { routes, unserved },
    cost: { total: 1234, parts: { travel: 1200, unserved: 34 } },
    iterations: 5_000_000_000,
    seconds: 1.5,
    epoch: startOfDay(date),
    visits,
    links: [],
    unserved: unserved.map((visitKey) => ({ visitKey, reasons: [{ code: 'no_staff_free', params: { candidates: 2 } }] })),
    warnings: ['travel.estimated'],
    figures: FIGURES,
    ...rest,
  };
}
