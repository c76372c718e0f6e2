import type { TravelMode, Visit } from '#care';
import type { PlanningData, TravelTimes } from '../ports.js';
import { modesOf, staffOnDuty } from './build-problem.js';
import { placesOf, type Places } from './places.js';

/** Where visits and people are, and how long it takes between them. */
export interface Ways {
  readonly places: Places;
  /** Seconds between the places by way of moving. */
  readonly travel: ReadonlyMap<TravelMode, Int32Array>;
  /** What the source of the travel times could not answer, each once. */
  readonly warnings: readonly string[];
}

/** Numbers the places of visits and of everybody on duty, and asks for the ways between them. */
export async function waysFor(data: PlanningData, visits: readonly Visit[], travel: TravelTimes): Promise<Ways> {
  const staff = staffOnDuty(data);
  const visited = new Set(visits.map(({ clientId }) => clientId));
  const clients = data.clients.filter(({ id }) => visited.has(id));
  const places = placesOf(clients, staff, data.laboratories);
  const matrices = await Promise.all(
    modesOf(staff).map(async (mode) => ({ mode, matrix: await travel.matrix(places.positions, mode) })),
  );
  return {
    places,
    travel: new Map(matrices.map(({ mode, matrix }) => [mode, matrix.seconds])),
    warnings: [...new Set(matrices.flatMap(({ matrix }) => matrix.warnings))],
  };
}
