import { startNode, type ProblemData } from '../model/problem-data.js';
import { placedUpTo } from './node-time.js';
import type { SearchPlan } from './search-plan.js';

/**
 * The routes once more as rows, built anew when somebody asks for a route that
 * has changed: along a row one can search by halves, along `next` one cannot.
 */
export class RouteOrder {
  /** By route: its nodes from the start place, or the last stop that is past, to the last stop. */
  readonly nodes: Int32Array[];
  /** When the person is free again at each of them. */
  readonly free: Int32Array[];
  /** Latest start of the node behind each of them. */
  readonly latest: Int32Array[];
  /** Place one comes from there, and goes to next: a break has none of its own. */
  readonly placeFrom: Int32Array[];
  readonly placeTo: Int32Array[];
  /** Charge from the one place to the other. */
  readonly charge: Float64Array[];
  /** How many each row holds. */
  readonly length: Int32Array;
  private readonly version: Float64Array;
  private readonly data: ProblemData;

  constructor(private readonly plan: SearchPlan) {
    this.data = plan.data;
    const { routes } = plan.data;
    const rows = (): Int32Array[] => Array.from({ length: routes }, () => new Int32Array(8));
    this.nodes = rows();
    this.free = rows();
    this.latest = rows();
    this.placeFrom = rows();
    this.placeTo = rows();
    this.charge = Array.from({ length: routes }, () => new Float64Array(8));
    this.length = new Int32Array(routes);
    this.version = new Float64Array(routes).fill(-1);
  }

  /** Makes the row of a route true. */
  refresh(route: number): void {
    const { plan, data } = this;
    if (this.version[route] === plan.version[route]) return;
    this.version[route] = plan.version[route]!;
    const { place } = data;
    // Nothing goes in front of what is past.
    const head = data.routeHead[route];
    const end = startNode(data, route) + 1;
    let length = 0;
    for (let p = head; p !== end; p = plan.next[p]!) length++;
    if (length > this.nodes[route].length) this.widen(route, 2 * length);
    const nodes = this.nodes[route];
    const free = this.free[route];
    const latest = this.latest[route];
    const placeFrom = this.placeFrom[route];
    let at = place[placedUpTo(plan, head)];
    for (let p = head, k = 0; k < length; k++) {
      if (place[p] >= 0) at = place[p]!;
      nodes[k] = p;
      free[k] = plan.start[p] + plan.duration[p];
      placeFrom[k] = at;
      p = plan.next[p]!;
      latest[k] = plan.latest[p]!;
    }
    this.length[route] = length;
    this.fillLegs(route, length);
  }

  private fillLegs(route: number, length: number): void {
    const { data } = this;
    const charge = data.charge[data.profileOf[route]];
    const nodes = this.nodes[route];
    const placeFrom = this.placeFrom[route];
    const placeTo = this.placeTo[route];
    const legs = this.charge[route];
    let to = data.place[startNode(data, route) + 1];
    for (let k = length - 1; k >= 0; k--) {
      placeTo[k] = to;
      legs[k] = charge[placeFrom[k] * data.places + to]!;
      const own = data.place[nodes[k]];
      if (own >= 0) to = own;
    }
  }

  private widen(route: number, length: number): void {
    for (const rows of [this.nodes, this.free, this.latest, this.placeFrom, this.placeTo]) rows[route] = new Int32Array(length);
    this.charge[route] = new Float64Array(length);
  }

  /** First position whose next node may still start at `time` or later without being late; the row's length when none. */
  firstWithLatest(route: number, time: number): number {
    const latest = this.latest[route];
    let low = 0;
    let high = this.length[route];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (latest[middle] < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
