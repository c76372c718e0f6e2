import type { MoveOrder } from '#contracts';
import type { Move, Plan, PlanRoute } from '#engine';
import type { Verdict } from './adviser-port.js';
import type { OpenPlan } from './open-plans.js';

type MoveInput = MoveOrder['moves'][number];

/** Moves as people send them -> the engine's, instants counted from the plan's time 0. */
export function engineMoves(moves: readonly MoveInput[], epoch: number): Move[] {
  return moves.map((move) => {
    if (move.kind === 'remove') return move;
    const { visit, part, shift, at } = move;
    const to = 'start' in at ? { start: Math.round(Date.parse(at.start) / 1000) - epoch } : at;
    return { kind: 'put', visit, part: String(part), shift, at: to };
  });
}

/** The whole plan that a verdict speaks of. */
export function planAfter(
  before: Plan,
  verdict: Pick<Verdict, 'routes' | 'emptied' | 'unserved'>,
  shiftOrder: readonly string[],
): Plan {
  const routes = new Map(before.routes.map((route) => [route.shift, route]));
  for (const shift of verdict.emptied) routes.delete(shift);
  for (const route of verdict.routes) routes.set(route.shift, route);
  return { routes: shiftOrder.flatMap((shift) => routes.get(shift) ?? []), unserved: verdict.unserved };
}

/** Every shift of a plan's problem, in its order. */
export function shiftsOf({ problem }: Pick<OpenPlan, 'problem'>): readonly string[] {
  return problem.staff.flatMap(({ shifts }) => shifts.map(({ id }) => id));
}

/** A visit part's person and start in a plan, by `visit#part`. */
export interface PlacedPart {
  readonly visit: string;
  readonly part: number;
  readonly staff: string;
  readonly start: number;
}

/** Where routes give each visit part. */
export function placedParts(routes: readonly PlanRoute[]): ReadonlyMap<string, PlacedPart> {
  const placed = new Map<string, PlacedPart>();
  for (const { staff, stops } of routes) {
    for (const { kind, id, part, start } of stops) {
      if (kind === 'visit') placed.set(`${id}#${part}`, { visit: id, part: Number(part), staff, start });
    }
  }
  return placed;
}

/** Seconds on the way on a route. */
export function travelOf({ departure, stops, return: back }: PlanRoute): number {
  let [at, sum] = [departure, 0];
  for (const { arrival, end } of stops) [at, sum] = [end, sum + arrival - at];
  return sum + back - at;
}
