import { startNode, type ProblemData } from '../model/problem-data.js';
import { planFeatures, type PlanFeatures } from './plan-features.js';

/** The parts of the state that a refused iteration must get back. */
interface Arrays {
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly route: Int32Array;
  readonly start: Int32Array;
  readonly latest: Int32Array;
}

/**
 * The mutable plan of the search: routes as linked lists of nodes, the
 * earliest start of each node, and how late it could start before anything
 * more would be late. Everything is indexed by node (see ProblemData).
 *
 * Changes are remembered, so that an iteration is taken back by restoring
 * only what it touched: `keep` makes the present the one to return to,
 * `restore` returns to it.
 */
export class SearchPlan {
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** Route of a node; -1 when it is not in the plan. */
  readonly route: Int32Array;
  /** Earliest start by the routes, windows and links. */
  readonly start: Int32Array;
  /** Latest start that adds no lateness and breaks nothing. */
  readonly latest: Int32Array;
  /** Chosen gap of each link (index into the gap arrays); -1 while it does not bind. */
  readonly gap: Int32Array;
  /** How long each node lasts where it stands. */
  readonly duration: Int32Array;
  /** Rules that look across routes; null when the problem has none. */
  readonly features: PlanFeatures | null;
  readonly served: Uint8Array;
  readonly load: Float64Array;
  readonly visitsOnRoute: Int32Array;
  /** Travel and service of each route in units of time. */
  readonly travelTime: Float64Array;
  readonly serviceTime: Float64Array;
  /** Weighted cost of each route as a whole, where such components are priced. */
  readonly routeCost: Float64Array;
  readonly routeIdle: Float64Array;
  /** Left-out visits, in no particular order. */
  readonly absent: Int32Array;
  absentCount = 0;

  /** Weighted cost of everything but the components that look at all routes at once. */
  cost = 0;
  /** Price of the components that look at all routes or parts at once. */
  overall = 0;

  private readonly kept: Arrays;
  private readonly keptGap: Int32Array;
  private readonly keptServed: Uint8Array;
  private readonly keptRoutes: readonly Float64Array[];
  private readonly keptCount: Int32Array;
  private readonly keptAbsent: Int32Array;
  private keptAbsentCount = 0;
  private keptCost = 0;
  private keptOverall = 0;

  private readonly stamp: Int32Array;
  private readonly routeStamp: Int32Array;
  private stampNow = 1;
  readonly touched: Int32Array;
  touchedCount = 0;
  readonly touchedRoutes: Int32Array;
  touchedRouteCount = 0;

  constructor(readonly data: ProblemData) {
    const ints = (n: number): Int32Array => new Int32Array(n);
    const { nodes, routes, visits, links } = data;
    this.next = ints(nodes).fill(-1);
    this.previous = ints(nodes).fill(-1);
    this.route = ints(nodes).fill(-1);
    this.start = ints(nodes);
    this.latest = ints(nodes);
    this.gap = ints(links).fill(-1);
    this.duration = data.ownDuration ? data.duration.slice() : data.duration;
    this.served = new Uint8Array(visits);
    this.load = new Float64Array(routes);
    this.visitsOnRoute = ints(routes);
    this.travelTime = new Float64Array(routes);
    this.serviceTime = new Float64Array(routes);
    this.routeCost = new Float64Array(routes);
    this.routeIdle = new Float64Array(routes);
    this.absent = ints(visits);
    this.kept = { next: ints(nodes), previous: ints(nodes), route: ints(nodes), start: ints(nodes), latest: ints(nodes) };
    this.keptGap = ints(links);
    this.keptServed = new Uint8Array(visits);
    this.keptRoutes = [0, 1, 2, 3, 4].map(() => new Float64Array(routes));
    this.keptCount = ints(routes);
    this.keptAbsent = ints(visits);
    this.stamp = ints(nodes);
    this.routeStamp = ints(routes);
    this.touched = ints(nodes);
    this.touchedRoutes = ints(routes);
    for (let r = 0; r < routes; r++) {
      const s = startNode(data, r);
      this.next[s] = s + 1;
      this.previous[s + 1] = s;
      this.route[s] = r;
      this.route[s + 1] = r;
    }
    this.route.fill(0, data.originFirst);
    this.linkPast();
    for (let v = 0; v < visits; v++) if (!this.served[v]) this.absent[this.absentCount++] = v;
    this.features = planFeatures(this);
  }

  /** Puts what is past in its place. */
  private linkPast(): void {
    this.data.pastNodes.forEach((nodes, r) => {
      let behind = startNode(this.data, r);
      for (const node of nodes) {
        this.link(node, behind);
        if (node < this.data.parts) this.served[this.data.visitOf[node]] = 1;
        behind = node;
      }
    });
  }

  /** Must be called before any array entry of the node changes. */
  touch(node: number): void {
    if (this.stamp[node] === this.stampNow) return;
    this.stamp[node] = this.stampNow;
    this.touched[this.touchedCount++] = node;
  }

  touchRoute(route: number): void {
    if (this.routeStamp[route] === this.stampNow) return;
    this.routeStamp[route] = this.stampNow;
    this.touchedRoutes[this.touchedRouteCount++] = route;
  }

  /** Whether anything on the route changed since the last `keep` or `restore`. */
  isTouched(route: number): boolean {
    return this.routeStamp[route] === this.stampNow;
  }

  /** Puts a node behind another; arrays only, no times, no cost. */
  link(node: number, behind: number): void {
    const after = this.next[behind];
    this.touch(node);
    this.touch(behind);
    this.touch(after);
    this.next[behind] = node;
    this.previous[node] = behind;
    this.next[node] = after;
    this.previous[after] = node;
    const r = this.route[behind];
    this.route[node] = r;
    this.touchRoute(r);
  }

  unlink(node: number): void {
    const before = this.previous[node];
    const after = this.next[node];
    this.touch(node);
    this.touch(before);
    this.touch(after);
    this.touchRoute(this.route[node]);
    this.next[before] = after;
    this.previous[after] = before;
    this.next[node] = -1;
    this.previous[node] = -1;
    this.route[node] = -1;
  }

  setStart(node: number, value: number): void {
    this.touch(node);
    this.start[node] = value;
  }

  setLatest(node: number, value: number): void {
    this.touch(node);
    this.latest[node] = value;
  }

  total(): number {
    return this.cost + this.overall;
  }

  /** The present becomes what `restore` returns to. Costs what was touched, not what there is. */
  keep(): void {
    this.copyTouched(this, this.kept);
    for (let k = 0; k < this.touchedRouteCount; k++) {
      const r = this.touchedRoutes[k];
      this.keptCount[r] = this.visitsOnRoute[r]!;
      this.routeArrays().forEach((a, i) => (this.keptRoutes[i][r] = a[r]!));
    }
    this.keptGap.set(this.gap);
    this.keptServed.set(this.served);
    this.keptAbsent.set(this.absent);
    this.keptAbsentCount = this.absentCount;
    this.keptCost = this.cost;
    this.keptOverall = this.overall;
    this.forgetTouched();
  }

  restore(): void {
    this.features?.beforeRestore();
    this.copyTouched(this.kept, this);
    for (let k = 0; k < this.touchedRouteCount; k++) {
      const r = this.touchedRoutes[k];
      this.visitsOnRoute[r] = this.keptCount[r]!;
      this.routeArrays().forEach((a, i) => (a[r] = this.keptRoutes[i][r]!));
    }
    this.gap.set(this.keptGap);
    this.served.set(this.keptServed);
    this.absent.set(this.keptAbsent);
    this.absentCount = this.keptAbsentCount;
    this.cost = this.keptCost;
    this.overall = this.keptOverall;
    this.features?.afterRestore();
    this.forgetTouched();
  }

  /** Everything counts as touched: for the first `keep`. */
  touchAll(): void {
    for (let i = 0; i < this.data.nodes; i++) this.touch(i);
    for (let r = 0; r < this.data.routes; r++) this.touchRoute(r);
  }

  private routeArrays(): readonly Float64Array[] {
    return [this.load, this.travelTime, this.serviceTime, this.routeCost, this.routeIdle];
  }

  private copyTouched(from: Arrays, to: Arrays): void {
    for (let k = 0; k < this.touchedCount; k++) {
      const i = this.touched[k];
      to.next[i] = from.next[i]!;
      to.previous[i] = from.previous[i]!;
      to.route[i] = from.route[i]!;
      to.start[i] = from.start[i]!;
      to.latest[i] = from.latest[i]!;
    }
  }

  private forgetTouched(): void {
    this.touchedCount = 0;
    this.touchedRouteCount = 0;
    this.stampNow++;
  }
}
