import { startNode, type ProblemData } from '../model/problem-data.js';
import type { AcrossRoutes } from './across-routes.js';

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
  /** Rules that look across routes, set by whoever edits the plan; null when the problem has none. */
  features: AcrossRoutes | null = null;
  readonly served: Uint8Array;
  readonly load: Float64Array;
  readonly visitsOnRoute: Int32Array;
  /** Travel and service of each route in units of time. */
  readonly travelTime: Float64Array;
  readonly serviceTime: Float64Array;
  /** Weighted cost of each route as a whole, where such components are priced. */
  readonly routeCost: Float64Array;
  readonly routeIdle: Float64Array;
  /** Waits and paid time of each route, where components of whole routes are priced. */
  readonly routeWaiting: Float64Array;
  readonly routePaid: Float64Array;
  /** Largest lateness on each route, where it is priced. */
  readonly routeLateness: Float64Array;
  /**
   * Changes whenever the order, a start or a latest start on the route does; a
   * restored route has the number it had. Whatever was found out about a route
   * holds as long as its number.
   */
  readonly version: Float64Array;
  /** The version the figures of a route were computed for. */
  readonly figuresVersion: Float64Array;
  private versions = 0;
  /** Left-out visits, in no particular order. */
  readonly absent: Int32Array;
  absentCount = 0;

  /** Weighted cost of everything but the components that look at all routes at once. */
  cost = 0;
  /** Price of the components that look at all routes or parts at once. */
  overall = 0;
  /** What the search adds to the cost to see where it leads; no part of a plan's cost. */
  guide = 0;

  private readonly kept: Arrays;
  private readonly keptGap: Int32Array;
  private readonly keptServed: Uint8Array;
  private readonly keptRoutes: readonly Float64Array[];
  private readonly routeArrays: readonly Float64Array[];
  private readonly differs: Uint8Array;
  private readonly keptCount: Int32Array;
  private readonly keptAbsent: Int32Array;
  private keptAbsentCount = 0;
  private keptCost = 0;
  private keptOverall = 0;
  private keptGuide = 0;

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
    this.routeWaiting = new Float64Array(routes);
    this.routePaid = new Float64Array(routes);
    this.routeLateness = new Float64Array(routes);
    this.version = new Float64Array(routes);
    this.figuresVersion = new Float64Array(routes).fill(-1);
    this.routeArrays = [
      this.load,
      this.travelTime,
      this.serviceTime,
      this.routeCost,
      this.routeIdle,
      this.routeWaiting,
      this.routePaid,
      this.routeLateness,
      this.version,
    ];
    this.absent = ints(visits);
    this.kept = { next: ints(nodes), previous: ints(nodes), route: ints(nodes), start: ints(nodes), latest: ints(nodes) };
    this.keptGap = ints(links);
    this.keptServed = new Uint8Array(visits);
    this.keptRoutes = this.routeArrays.map(() => new Float64Array(routes));
    this.differs = new Uint8Array(routes);
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

  /** For changes that stay: a trial's starts are taken back before anybody looks. */
  setStart(node: number, value: number): void {
    this.touch(node);
    this.start[node] = value;
    this.changed(this.route[node]);
  }

  setLatest(node: number, value: number): void {
    this.touch(node);
    this.latest[node] = value;
    this.changed(this.route[node]);
  }

  /** Gives a route a new version; must follow each change that stays. */
  changed(route: number): void {
    if (route < 0) return;
    this.touchRoute(route);
    this.version[route] = ++this.versions;
  }

  total(): number {
    return this.cost + this.overall;
  }

  /** The cost as the search weighs it. */
  guided(): number {
    return this.cost + this.overall + this.guide;
  }

  /** The present becomes what `restore` returns to. Costs what was touched, not what there is. */
  keep(): void {
    this.forgetReturns();
    this.copyTouched(this, this.kept);
    this.copyRoutes(this.routeArrays, this.keptRoutes);
    for (let k = 0; k < this.touchedRouteCount; k++) {
      const r = this.touchedRoutes[k];
      this.keptCount[r] = this.visitsOnRoute[r]!;
    }
    if (this.gap.length > 0) this.keptGap.set(this.gap);
    this.keptServed.set(this.served);
    for (let k = 0; k < this.absentCount; k++) this.keptAbsent[k] = this.absent[k]!;
    this.keptAbsentCount = this.absentCount;
    this.keptCost = this.cost;
    this.keptOverall = this.overall;
    this.keptGuide = this.guide;
    this.forgetTouched();
  }

  restore(): void {
    this.features?.beforeRestore();
    this.copyTouched(this.kept, this);
    this.copyRoutes(this.keptRoutes, this.routeArrays);
    for (let k = 0; k < this.touchedRouteCount; k++) {
      const r = this.touchedRoutes[k];
      this.visitsOnRoute[r] = this.keptCount[r]!;
      this.figuresVersion[r] = this.version[r]!;
    }
    if (this.gap.length > 0) this.gap.set(this.keptGap);
    this.served.set(this.keptServed);
    for (let k = 0; k < this.keptAbsentCount; k++) this.absent[k] = this.keptAbsent[k]!;
    this.absentCount = this.keptAbsentCount;
    this.cost = this.keptCost;
    this.overall = this.keptOverall;
    this.guide = this.keptGuide;
    this.features?.afterRestore();
    this.forgetTouched();
  }

  /** Everything counts as touched: for the first `keep`. */
  touchAll(): void {
    for (let i = 0; i < this.data.nodes; i++) this.touch(i);
    for (let r = 0; r < this.data.routes; r++) this.touchRoute(r);
  }

  /** A route that is again as it was keeps its version, and what is known of it. */
  private forgetReturns(): void {
    const { kept, route } = this;
    for (let k = 0; k < this.touchedRouteCount; k++) this.differs[this.touchedRoutes[k]] = 0;
    for (let k = 0; k < this.touchedCount; k++) {
      const i = this.touched[k];
      if (
        route[i] >= 0 &&
        (this.start[i] !== kept.start[i] || this.latest[i] !== kept.latest[i] || this.next[i] !== kept.next[i])
      )
        this.differs[route[i]] = 1;
    }
    const versions = this.keptRoutes[this.routeArrays.length - 1];
    for (let k = 0; k < this.touchedRouteCount; k++) {
      const r = this.touchedRoutes[k];
      if (this.differs[r]) continue;
      if (this.figuresVersion[r] === this.version[r]) this.figuresVersion[r] = versions[r]!;
      this.version[r] = versions[r]!;
    }
  }

  private copyRoutes(from: readonly Float64Array[], to: readonly Float64Array[]): void {
    for (let a = 0; a < from.length; a++) {
      const source = from[a];
      const target = to[a];
      for (let k = 0; k < this.touchedRouteCount; k++) target[this.touchedRoutes[k]] = source[this.touchedRoutes[k]]!;
    }
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
