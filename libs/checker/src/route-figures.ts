import type { Timeline } from './timeline.js';
import { waits } from './timeline.js';

/** What one route amounts to; times and durations in the problem's units. */
export interface RouteFigures {
  readonly shift: string;
  readonly staff: string;
  readonly departure: number;
  readonly return: number;
  /** Visit parts given. */
  readonly parts: number;
  readonly travel: number;
  readonly charge: number;
  readonly service: number;
  /** All waits, those that cost nothing too. */
  readonly waiting: number;
  /** Return minus shift end, where later. */
  readonly overtime: number;
}

/** Sums up a route. */
export function routeFigures(line: Timeline): RouteFigures {
  const { shift, staff } = line.route;
  return {
    shift: shift.id,
    staff: staff.id,
    departure: line.departure,
    return: line.return,
    parts: line.stops.filter((stop) => stop.stop.kind === 'visit').length,
    travel: line.travel,
    charge: line.charge,
    service: line.service,
    waiting: waits(line).reduce((sum, wait) => sum + wait, 0),
    overtime: shift.endRule === 'soft' ? Math.max(0, line.return - shift.end) : 0,
  };
}
