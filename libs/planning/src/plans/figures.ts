import type { Visit, VisitLink } from '#care';
import type { Plan, PlanRoute } from '#engine';
import type { PlanFigures } from '../ports.js';
import { liked, startDifferences } from '../problem/link-input.js';

/** The figures of a plan's summary; durations in seconds, all derived from the plan alone. */
export function planFigures(plan: Plan, visits: readonly Visit[], links: readonly VisitLink[]): PlanFigures {
  const unserved = new Set(plan.unserved);
  const served = visits.filter((visit) => !unserved.has(visit.key));
  const byKey = new Map(served.map((visit) => [visit.key, visit]));
  const starts = startsOf(plan);
  const bothServed = links.filter((link) => byKey.has(link.before) && byKey.has(link.after));
  const difference = (link: VisitLink): number => (starts.get(link.after) ?? NaN) - (starts.get(link.before) ?? NaN);
  const joined = bothServed.filter((link) => link.effect === 'joined' && liked(link.gaps, difference(link)));
  const parted = bothServed.filter(
    (link) => link.effect === 'parted' && couldOverlap(byKey.get(link.before) as Visit, byKey.get(link.after) as Visit),
  );
  return {
    visits: visits.length,
    served: served.length,
    routes: plan.routes.length,
    travelSeconds: sum(plan.routes.map(travelSeconds)),
    waitingSeconds: sum(plan.routes.map(waitingSeconds)),
    serviceSeconds: sum(plan.routes.map(serviceSeconds)),
    jointVisits: joined.length + served.filter((visit) => visit.staffCount > 1).length,
    conflictsAvoided: parted.length,
    secondsByFunder: secondsByFunder(served),
  };
}

/**
 * Staff time of the visits by who pays. A decision splits each visit by its
 * percentage, rounded to the second; the client pays the rest, so that the sum
 * is the service exactly. One that names none counts as the municipality's: what
 * the client owes of it depends on means, which only the ledger looks at. An episode is the state's (S024), a private visit
 * the client's.
 */
export function secondsByFunder(visits: readonly Visit[]): PlanFigures['secondsByFunder'] {
  const seconds = { municipality: 0, client: 0, state: 0 };
  for (const visit of visits) {
    const total = visit.durationSeconds * visit.staffCount;
    if (visit.funding.kind === 'episode') seconds.state += total;
    else if (visit.funding.kind === 'private') seconds.client += total;
    else {
      const municipality = Math.round((total * (visit.funding.municipalityPercent ?? 100)) / 100);
      seconds.municipality += municipality;
      seconds.client += total - municipality;
    }
  }
  return seconds;
}

/** Travel follows an end at once and ends at the next arrival. */
function travelSeconds(route: PlanRoute): number {
  const ends = [route.departure, ...route.stops.map((stop) => stop.end)];
  const arrivals = [...route.stops.map((stop) => stop.arrival), route.return];
  return sum(arrivals.map((arrival, i) => arrival - ends[i]));
}

function waitingSeconds(route: PlanRoute): number {
  return sum(route.stops.map((stop) => stop.start - stop.arrival));
}

function serviceSeconds(route: PlanRoute): number {
  return sum(route.stops.map((stop) => (stop.kind === 'visit' ? stop.end - stop.start : 0)));
}

/** Start of every served visit; its parts begin together. */
function startsOf(plan: Plan): ReadonlyMap<string, number> {
  const visits = plan.routes.flatMap((route) => route.stops.filter((stop) => stop.kind === 'visit'));
  return new Map(visits.map((stop) => [stop.id, stop.start]));
}

function couldOverlap(before: Visit, after: Visit): boolean {
  const { min, max } = startDifferences(before, after);
  return min < before.durationSeconds && max > -after.durationSeconds;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
