import type { PlanResult } from '#planning';
import { startOfDay } from '#time';

type Route = PlanResult['plan']['routes'][number];
type Stop = Route['stops'][number];

/** A stop from `start` to `end`, reached at `arrival`, minutes after the plan's first midnight; a break has no part. */
export function stop(id: string, part: string, [arrival, start, end]: readonly [number, number, number]): Stop {
  return { kind: part === '' ? 'break' : 'visit', id, part, arrival: arrival * 60, start: start * 60, end: end * 60 };
}

/** A route of a shift; minutes after the plan's first midnight. */
export function route(
  shift: { readonly id: string; readonly staffId: string },
  departure: number,
  stops: readonly Stop[],
  back: number,
): Route {
  return { shift: shift.id, staff: shift.staffId, departure: departure * 60, return: back * 60, stops };
}

/** What a search of a second would hand to storage, had it found these routes; everything else is left out. */
export function planByHand(
  date: string,
  visits: PlanResult['visits'],
  routes: readonly Route[],
  links: PlanResult['links'] = [],
): PlanResult {
  const served = new Set(routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  const unserved = visits.filter(({ key }) => !served.has(key)).map(({ key }) => key);
  return {
    plan: { routes, unserved },
    cost: { total: 0, parts: {} },
    iterations: 0,
    seconds: 1,
    epoch: startOfDay(date),
    ...{ visits, links, warnings: [] },
    unserved: unserved.map((visitKey) => ({ visitKey, reasons: [{ code: 'NO_ROOM', params: {} }] })),
    figures: {
      ...{ visits: visits.length, served: served.size, routes: routes.length, travelSeconds: 0, waitingSeconds: 0 },
      ...{ serviceSeconds: 0, jointVisits: 0, conflictsAvoided: 0, secondsByFunder: { municipality: 0, client: 0, state: 0 } },
    },
  };
}

/** The request that such a plan answers. */
export const byHand = (date: string) => ({ from: date, to: date, seconds: 1, threads: 1, seed: 1 });
