import type { ProblemData } from '../../model/problem-data.js';
import type { Region } from '../../state/region.js';
import type { SearchPlan } from '../../state/search-plan.js';

/** Up to so many routes a part fits, all are looked at. */
const MANY = 48;
/** Neighbours whose routes are looked at where there are more. */
const NEAREST = 30;

/**
 * Which routes are worth looking at for a part. Where it fits many: those its
 * nearest neighbours are on, those that have just changed, and empty ones. Of
 * empty routes that are alike, as many as the visit has parts. What an
 * insertion costs then does not grow with the number of staff.
 */
export class RouteChoice {
  /** Numbers within `ProblemData.fitRoute`. */
  readonly entries: Int32Array;
  count = 0;
  private readonly data: ProblemData;
  private readonly classSeen: Int32Array;
  private classStamp = 0;
  private readonly routeSeen: Int32Array;
  private stamp = 0;
  /** Routes by their class, as slices. */
  private readonly classFirst: Int32Array;
  private readonly classRoute: Int32Array;
  /** By class: where an empty route was found last. */
  private readonly emptyAt: Int32Array;

  constructor(
    private readonly plan: SearchPlan,
    private readonly region: Region,
  ) {
    this.data = plan.data;
    this.entries = new Int32Array(plan.data.routes);
    this.classSeen = new Int32Array(plan.data.routeClasses);
    this.routeSeen = new Int32Array(plan.data.routes);
    const { routeClass, routeClasses, routes } = plan.data;
    const byClass = Array.from({ length: routes }, (_, r) => r).sort((a, b) => routeClass[a] - routeClass[b] || a - b);
    this.classRoute = Int32Array.from(byClass);
    this.classFirst = new Int32Array(routeClasses + 1);
    this.emptyAt = new Int32Array(routeClasses);
    for (const c of routeClass) this.classFirst[c + 1]++;
    for (let c = 0; c < routeClasses; c++) this.classFirst[c + 1] += this.classFirst[c];
  }

  /** @param changedOnly only routes touched since the last kept plan */
  gather(part: number, changedOnly: boolean): void {
    const { data, plan, region } = this;
    const visit = data.visitOf[part];
    const first = data.fitFirst[part];
    const end = data.fitFirst[part + 1];
    const alike = data.visitFirst[visit + 1] - data.visitFirst[visit];
    // Counts of this call begin above all of the last one's.
    this.classStamp += 16;
    if (this.classStamp > 1e9) {
      this.classSeen.fill(0);
      this.classStamp = 16;
    }
    this.count = 0;
    if (end - first > MANY) {
      if (changedOnly) this.gatherTouched(part);
      else this.gatherNear(part, visit, alike);
      return;
    }
    for (let f = first; f < end; f++) {
      const r = data.fitRoute[f];
      if (region.route[r] === 0) continue;
      if (plan.visitsOnRoute[r] === 0) {
        const c = data.routeClass[r];
        if (this.classSeen[c] < this.classStamp) this.classSeen[c] = this.classStamp;
        if (this.classSeen[c] >= this.classStamp + alike) continue;
        this.classSeen[c]++;
      }
      if (!changedOnly || plan.isTouched(r)) this.entries[this.count++] = f;
    }
  }

  private gatherNear(part: number, visit: number, alike: number): void {
    const { data, plan } = this;
    this.gatherTouched(part);
    const nearest = data.neighbourCount < NEAREST ? data.neighbourCount : NEAREST;
    for (let k = 0; k < nearest; k++) {
      const other = data.neighbour[visit * data.neighbourCount + k];
      if (other < 0) break;
      for (let i = data.visitFirst[other]; i < data.visitFirst[other + 1]; i++) this.add(part, plan.route[i]);
    }
    this.gatherEmpty(part, alike);
  }

  /** Of each kind of route, so many empty ones. */
  private gatherEmpty(part: number, alike: number): void {
    const { data, plan } = this;
    for (let c = 0; c < data.routeClasses; c++) {
      const last = this.classRoute[this.emptyAt[c]];
      if (alike === 1 && data.routeClass[last] === c && plan.visitsOnRoute[last] === 0 && this.region.route[last] === 1) {
        if (data.fit[part * data.routes + last] !== 0) this.entries[this.count++] = this.entryOf(part, last);
        continue;
      }
      let found = 0;
      for (let k = this.classFirst[c]; k < this.classFirst[c + 1] && found < alike; k++) {
        const r = this.classRoute[k];
        if (data.fit[part * data.routes + r] === 0) break;
        if (plan.visitsOnRoute[r] > 0 || this.region.route[r] === 0) continue;
        this.emptyAt[c] = k;
        this.entries[this.count++] = this.entryOf(part, r);
        found++;
      }
    }
  }

  private gatherTouched(part: number): void {
    const { plan } = this;
    this.stamp++;
    for (let k = 0; k < plan.touchedRouteCount; k++) this.add(part, plan.touchedRoutes[k]);
  }

  /** A used route, once. */
  private add(part: number, route: number): void {
    const { data } = this;
    if (route < 0 || this.routeSeen[route] === this.stamp || this.plan.visitsOnRoute[route] === 0) return;
    this.routeSeen[route] = this.stamp;
    if (data.fit[part * data.routes + route] === 0 || this.region.route[route] === 0) return;
    this.entries[this.count++] = this.entryOf(part, route);
  }

  /** The fits of a part stand in the order of their routes. */
  private entryOf(part: number, route: number): number {
    const { fitRoute, fitFirst } = this.data;
    let low = fitFirst[part];
    let high = fitFirst[part + 1] - 1;
    if (high - low + 1 === this.data.routes) return low + route;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fitRoute[middle] < route) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
