import type { Plan } from '#engine';
import type { Placement, StoredRoute } from './replan-ports.js';

/** Where every served visit of a stored plan is given. */
export function storedPlacements(routes: readonly StoredRoute[]): ReadonlyMap<string, Placement> {
  return byVisit(
    routes.flatMap(({ staffId, stops }) =>
      stops.filter(({ kind }) => kind === 'visit').map(({ id, part, start }) => ({ id, part, start, staff: staffId })),
    ),
  );
}

/** The same of the engine's plan; `epoch` is its time 0. */
export function plannedPlacements(plan: Plan, epoch: number): ReadonlyMap<string, Placement> {
  return byVisit(
    plan.routes.flatMap(({ staff, stops }) =>
      stops
        .filter(({ kind }) => kind === 'visit')
        .map(({ id, part, start }) => ({ id, part: Number(part), start: start + epoch, staff })),
    ),
  );
}

interface GivenPart {
  readonly id: string;
  readonly part: number;
  readonly start: number;
  readonly staff: string;
}

function byVisit(parts: readonly GivenPart[]): ReadonlyMap<string, Placement> {
  const placements = new Map<string, Placement>();
  for (const { id, start, staff } of parts.toSorted((a, b) => a.part - b.part)) {
    placements.set(id, { start, staff: [...(placements.get(id)?.staff ?? []), staff] });
  }
  return placements;
}
