import type { ProblemIndex } from './problem-index.js';
import type { ResolvedRoute, ResolvedStop } from './resolve-plan.js';

/** A stop with the times that follow from the starts of the plan. */
export interface TimedStop {
  readonly stop: ResolvedStop;
  /** Previous end (or departure) plus travel. */
  readonly arrival: number;
  readonly start: number;
  /** Start plus the duration the problem gives. */
  readonly end: number;
}

/** A route as its start times imply it: nothing else of the plan's figures is believed. */
export interface Timeline {
  readonly route: ResolvedRoute;
  readonly departure: number;
  readonly return: number;
  readonly stops: readonly TimedStop[];
  /** Sum of travel durations of all legs. */
  readonly travel: number;
  /** Sum of travel charges of all legs. */
  readonly charge: number;
  /** Sum of durations of visit parts. */
  readonly service: number;
}

/** Derives departure, arrivals, ends and return of a route from the starts of its stops. */
export function timeline(index: ProblemIndex, route: ResolvedRoute): Timeline {
  const { shift, profile } = route;
  const charges = profile.charges ?? profile.durations;
  const stops: TimedStop[] = [];
  let at = shift.startPlace;
  let clock = shift.start;
  let travel = 0;
  let charge = 0;
  let service = 0;
  let afterBreak = false;
  const leg = (to: number): number => {
    // A break is taken after travelling, where the next stop is: what follows it needs no leg, not even from a place to itself.
    if (afterBreak) return 0;
    const cell = at * index.problem.places + to;
    at = to;
    travel += profile.durations[cell];
    charge += charges[cell];
    return profile.durations[cell];
  };
  let departure = shift.start;
  for (const stop of route.stops) {
    const duration = leg(stop.place);
    const start = stop.stop.start;
    if (stops.length === 0 && shift.departure === 'late') {
      departure = Math.max(shift.start, start - duration);
      clock = departure;
    }
    const end = start + stop.duration;
    // What is past may have gone faster than the matrix says.
    stops.push({ stop, arrival: stop.past ? Math.min(clock + duration, start) : clock + duration, start, end });
    clock = end;
    afterBreak = stop.kind === 'break';
    if (stop.kind === 'visit') service += stop.duration;
  }
  const back = clock + leg(shift.endPlace);
  return { route, departure, return: back, stops, travel, charge, service };
}

/** Wait before each stop, start minus arrival, never below 0. */
export function waits(line: Timeline): readonly number[] {
  return line.stops.map((stop) => Math.max(0, stop.start - stop.arrival));
}

/**
 * The waits that cost something: under departure `late` those up to and
 * including the first visit are left out (see ObjectiveInput.waiting).
 */
export function countedWaits(line: Timeline): readonly number[] {
  const all = waits(line);
  if (line.route.shift.departure === 'start') return all;
  const firstVisit = line.stops.findIndex((stop) => stop.stop.kind === 'visit');
  return all.slice(firstVisit + 1);
}
