import { startNode, type ProblemData } from '../model/problem-data.js';
import { placedUpTo } from './node-time.js';
import type { SearchPlan } from './search-plan.js';

/** Cells of a row for one position. */
export const ROW = 6;

/**
 * The routes once more as rows, built anew when somebody asks for a route that
 * has changed: along a row one can search by halves, along `next` one cannot.
 *
 * A position is the place behind a node, from the start place (or the last
 * stop that is past: nothing goes in front of it) to the last stop. Its cells:
 * when the person is free again there; latest start of the next node; place
 * one comes from; place one goes to; charge from the one to the other; node.
 * A break has no place of its own.
 */
export class RouteOrder {
  /** By route. */
  readonly row: Int32Array[];
  /** Positions of each row. */
  readonly length: Int32Array;
  private readonly version: Float64Array;
  private readonly data: ProblemData;

  constructor(private readonly plan: SearchPlan) {
    this.data = plan.data;
    const { routes } = plan.data;
    this.row = Array.from({ length: routes }, () => new Int32Array(8 * ROW));
    this.length = new Int32Array(routes);
    this.version = new Float64Array(routes).fill(-1);
  }

  /** Makes the row of a route true. */
  refresh(route: number): void {
    const { plan, data } = this;
    if (this.version[route] === plan.version[route]) return;
    this.version[route] = plan.version[route]!;
    const { place } = data;
    const { next, start, latest, duration } = plan;
    const head = data.routeHead[route];
    const end = startNode(data, route) + 1;
    let length = 0;
    for (let p = head; p !== end; p = next[p]!) length++;
    if (length * ROW > this.row[route].length) this.row[route] = new Int32Array(2 * length * ROW);
    const row = this.row[route];
    let at = place[placedUpTo(plan, head)];
    for (let p = head, k = 0; p !== end; k += ROW) {
      if (place[p] >= 0) at = place[p]!;
      row[k] = start[p] + duration[p];
      row[k + 2] = at;
      row[k + 5] = p;
      p = next[p]!;
      row[k + 1] = latest[p]!;
    }
    this.length[route] = length;
    this.fillLegs(route, length);
  }

  private fillLegs(route: number, length: number): void {
    const { data } = this;
    const charge = data.charge[data.profileOf[route]];
    const row = this.row[route];
    let to = data.place[startNode(data, route) + 1];
    for (let k = (length - 1) * ROW; k >= 0; k -= ROW) {
      row[k + 3] = to;
      row[k + 4] = charge[row[k + 2] * data.places + to]!;
      const own = data.place[row[k + 5]];
      if (own >= 0) to = own;
    }
  }

  /** First position whose next node may still start at `time` or later without being late; the row's length when none. */
  firstWithLatest(route: number, time: number): number {
    const row = this.row[route];
    let low = 0;
    let high = this.length[route];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (row[middle * ROW + 1] < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
