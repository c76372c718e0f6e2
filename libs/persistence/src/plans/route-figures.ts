import type { PlanRoute } from '#engine';

/** Seconds of a route; travel plus waiting plus service plus breaks is return minus departure. */
export interface RouteFigures {
  readonly travelSeconds: number;
  /** From arrival to the start of a stop. */
  readonly waitingSeconds: number;
  /** At visits; breaks are not service. */
  readonly serviceSeconds: number;
}

/** What a route is made of, from its times alone. */
export function routeFigures(route: PlanRoute): RouteFigures {
  let at = route.departure;
  let [travelSeconds, waitingSeconds, serviceSeconds] = [0, 0, 0];
  for (const stop of route.stops) {
    travelSeconds += stop.arrival - at;
    waitingSeconds += stop.start - stop.arrival;
    if (stop.kind === 'visit') serviceSeconds += stop.end - stop.start;
    at = stop.end;
  }
  return { travelSeconds: travelSeconds + route.return - at, waitingSeconds, serviceSeconds };
}
