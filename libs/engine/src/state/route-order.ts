import { startNode, type ProblemData } from '../model/problem-data.js';
import type { SearchPlan } from './search-plan.js';

/**
 * The routes once more as rows, built anew when somebody asks for a route that
 * has changed: along a row one can search by halves, along `next` one cannot.
 */
export class RouteOrder {
  /** By route: its nodes from the start place to the last stop. */
  readonly nodes: Int32Array[];
  /** When the person is free again at each of them. */
  readonly free: Int32Array[];
  /** Latest start of the node behind each of them. */
  readonly latest: Int32Array[];
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
    this.length = new Int32Array(routes);
    this.version = new Float64Array(routes).fill(-1);
  }

  /** Makes the row of a route true. */
  refresh(route: number): void {
    const { plan, data } = this;
    if (this.version[route] === plan.version[route]) return;
    this.version[route] = plan.version[route]!;
    let nodes = this.nodes[route];
    let free = this.free[route];
    let latest = this.latest[route];
    let k = 0;
    const s = startNode(data, route);
    for (let p = s; p !== s + 1; p = plan.next[p]!) {
      if (k === nodes.length) {
        nodes = this.nodes[route] = grown(nodes);
        free = this.free[route] = grown(free);
        latest = this.latest[route] = grown(latest);
      }
      nodes[k] = p;
      free[k] = plan.start[p] + data.duration[p];
      latest[k++] = plan.latest[plan.next[p]]!;
    }
    this.length[route] = k;
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

function grown(row: Int32Array): Int32Array {
  const wider = new Int32Array(2 * row.length);
  wider.set(row);
  return wider;
}
