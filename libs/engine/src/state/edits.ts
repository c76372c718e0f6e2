import { pairCost, type OrderData } from '../features/order.js';
import { durationOn, startNode, type ProblemData } from '../model/problem-data.js';
import { BalanceGuide } from '../objective/balance-guide.js';
import { IdleGuide } from '../objective/idle-guide.js';
import { overallCost, routeLateness } from '../objective/overall-cost.js';
import { RouteFigures, routeFigures } from '../objective/route-figures.js';
import { countRoute } from './count-route.js';
import { placedFrom, placedUpTo, startCost } from './node-time.js';
import { planFeatures } from './plan-features.js';
import type { SearchPlan } from './search-plan.js';
import { Timing } from './timing.js';

/**
 * Settled changes of a plan: visits leave, parts and breaks take a place,
 * and every cached figure stays exact. What a change would cost is found by
 * the moves; here it is carried out.
 */
export class Edits {
  readonly timing: Timing;
  readonly figures = new RouteFigures();
  readonly idle: IdleGuide;
  readonly balance: BalanceGuide;
  private readonly data: ProblemData;
  private readonly behind: Int32Array;
  private readonly before: Int32Array;
  private behindCount = 0;
  private beforeCount = 0;

  constructor(readonly plan: SearchPlan) {
    this.data = plan.data;
    plan.features ??= planFeatures(plan);
    this.timing = new Timing(plan);
    this.idle = new IdleGuide(plan.data);
    this.balance = new BalanceGuide(plan.data);
    this.behind = new Int32Array(4 * plan.data.nodes);
    this.before = new Int32Array(4 * plan.data.nodes);
  }

  /** Change of weighted travel when `node` stands between `before` and `after` instead of nothing. */
  detourCost(node: number, behind: number, route: number): number {
    const { data, plan } = this;
    const a = data.place[placedUpTo(plan, behind)];
    const b = data.place[placedFrom(plan, plan.next[behind])];
    const u = data.place[node];
    const charge = data.charge[data.profileOf[route]];
    const n = data.places;
    const order = data.order ? this.orderCost(data.order, node, behind) : 0;
    return (
      order +
      data.weight.travel *
        (charge[a * n + u] + charge[u * n + b] - (this.plan.visitsOnRoute[route] === 0 ? 0 : charge[a * n + b]))
    );
  }

  /** Change of the cost of neighbours out of order when a part stands behind `behind`. */
  orderCost(order: OrderData, node: number, behind: number): number {
    const { plan } = this;
    const a = placedUpTo(plan, behind);
    const b = placedFrom(plan, plan.next[behind]);
    const { parts } = this.data;
    return (
      (a < parts ? pairCost(order, a, node) : 0) +
      (b < parts ? pairCost(order, node, b) : 0) -
      (a < parts && b < parts ? pairCost(order, a, b) : 0)
    );
  }

  /** Puts a part behind a node: arrays and route sums, not times. Its visit's other bookkeeping is {@link serve}'s. */
  place(node: number, behind: number): void {
    const { data, plan } = this;
    const r = plan.route[behind];
    plan.touchRoute(r);
    if (data.ownDuration) plan.duration[node] = durationOn(data, node, r);
    plan.features?.placed(node, r);
    plan.travelTime[r] += this.detourTime(node, behind, r);
    plan.serviceTime[r] += plan.duration[node];
    plan.load[r] += data.demand[node];
    plan.visitsOnRoute[r]++;
    plan.link(node, behind);
  }

  private detourTime(node: number, behind: number, r: number): number {
    const { data, plan } = this;
    const a = data.place[placedUpTo(plan, behind)];
    const b = data.place[placedFrom(plan, plan.next[behind])];
    const u = data.place[node];
    const travel = data.travel[data.profileOf[r]];
    const n = data.places;
    return travel[a * n + u] + travel[u * n + b] - (plan.visitsOnRoute[r] === 0 ? 0 : travel[a * n + b]);
  }

  /** Takes a part out: arrays, route sums and the cost of its travel; the reverse of {@link place}. */
  displace(node: number): void {
    const { data, plan } = this;
    const r = plan.route[node];
    const behind = plan.previous[node];
    plan.touchRoute(r);
    plan.unlink(node);
    plan.visitsOnRoute[r]--;
    plan.travelTime[r] -= this.detourTime(node, behind, r);
    plan.serviceTime[r] -= plan.duration[node];
    plan.load[r] -= data.demand[node];
    plan.features?.displaced(node, r);
  }

  /** Marks a visit served and counts what serving it saves. */
  serve(visit: number): void {
    const { plan } = this;
    plan.served[visit] = 1;
    plan.cost -= this.data.unservedCost[visit];
    for (let k = 0; k < plan.absentCount; k++) {
      if (plan.absent[k] !== visit) continue;
      plan.absent[k] = plan.absent[--plan.absentCount]!;
      break;
    }
  }

  /** Begins a batch of removals. */
  beginRemoval(): void {
    this.behindCount = 0;
    this.beforeCount = 0;
  }

  /** Removes a served visit with all its parts, and the visits that may not stay without it. */
  removeVisit(visit: number): void {
    const { plan, data } = this;
    if (!plan.served[visit] || data.pastVisit[visit]) return;
    plan.served[visit] = 0;
    plan.absent[plan.absentCount++] = visit;
    plan.cost += data.unservedCost[visit];
    for (let i = data.visitFirst[visit]; i < data.visitFirst[visit + 1]; i++) this.removePart(i);
    for (let k = data.dependentsFirst[visit]; k < data.dependentsFirst[visit + 1]; k++) this.removeVisit(data.dependents[k]);
  }

  private removePart(i: number): void {
    const { plan, data } = this;
    const r = plan.route[i];
    const behind = plan.previous[i];
    const after = plan.next[i];
    plan.changed(r);
    plan.cost -= startCost(data, i, plan.start[i]);
    plan.cost -= data.fitCost[data.fit[i * data.routes + r]];
    if (plan.features) plan.features.change = 0;
    this.displace(i);
    if (plan.features) plan.cost += plan.features.change;
    plan.cost -= this.detourCost(i, behind, r);
    this.noteChange(behind, after);
    for (let k = data.nodeLinkFirst[i]; k < data.nodeLinkFirst[i + 1]; k++) {
      const link = data.nodeLink[k];
      const g = plan.gap[link];
      if (g < 0) continue;
      plan.cost -= data.gapCost[g];
      plan.gap[link] = -1;
      const other = data.linkBefore[link] === i ? data.linkAfter[link] : data.linkBefore[link];
      // Whose start others hang on is part of a route's figures.
      plan.changed(plan.route[other]);
      this.noteChange(other, other);
    }
  }

  /** Takes a break out of its route. */
  removeBreak(node: number): void {
    const { plan, data } = this;
    if (data.fixed[node]) return;
    const behind = plan.previous[node];
    const after = plan.next[node];
    plan.changed(plan.route[node]);
    plan.unlink(node);
    const b = node - data.parts;
    if (!data.breakRequired[b]) plan.cost += data.breakMissed[b];
    this.noteChange(behind, after);
  }

  /** Notes neighbours whose times must be looked at by {@link endRemoval}. */
  noteChange(behind: number, after: number): void {
    // A break takes its place from the next stop: whatever stands before it moves with it.
    let from = behind;
    while (this.data.place[from] < 0) {
      this.behind[this.behindCount++] = from;
      from = this.plan.previous[from]!;
    }
    this.before[this.beforeCount++] = from;
    this.before[this.beforeCount++] = behind;
    this.behind[this.behindCount++] = after;
  }

  /** Ends a batch of removals: times and costs are exact again. False when something hard broke. */
  endRemoval(): boolean {
    const { plan } = this;
    const change = this.timing.settleRemoval(this.behind, this.behindCount, this.before, this.beforeCount);
    if (change === Infinity) return false;
    plan.cost += change;
    this.refreshRoutes();
    return true;
  }

  /** Route-wide and plan-wide components of every route that changed since its figures were taken. */
  refreshRoutes(): void {
    const { plan, data } = this;
    if (!data.routeCosts && data.weight.highestLateness === 0 && !plan.features) return;
    for (let k = 0; k < plan.touchedRouteCount; k++) {
      const r = plan.touchedRoutes[k];
      if (plan.figuresVersion[r] !== plan.version[r]) this.refreshRoute(r);
    }
    plan.overall = overallCost(plan);
    plan.guide = this.idle.extra(plan);
  }

  private refreshRoute(r: number): void {
    const { plan, data } = this;
    plan.figuresVersion[r] = plan.version[r]!;
    plan.features?.note(r);
    if (data.weight.highestLateness > 0) plan.routeLateness[r] = routeLateness(plan, r);
    if (!data.routeCosts) return;
    routeFigures(plan, r, this.figures);
    plan.cost += this.figures.cost - plan.routeCost[r];
    this.noteFigures(r);
  }

  private noteFigures(r: number): void {
    const { plan, figures } = this;
    plan.routeCost[r] = figures.cost;
    plan.routeIdle[r] = figures.idle;
    plan.routeWaiting[r] = figures.waiting;
    plan.routePaid[r] = figures.return - figures.departure;
  }

  /** Everything from nothing: times, route figures and cost of the routes as they are linked. False when they cannot be timed. */
  rebuild(): boolean {
    const { plan, data } = this;
    plan.touchAll();
    if (data.ownDuration)
      for (let i = 0; i < data.parts; i++) if (plan.route[i] >= 0) plan.duration[i] = durationOn(data, i, plan.route[i]);
    if (!this.timing.rebuildAll()) return false;
    plan.cost = 0;
    for (let v = 0; v < data.visits; v++) if (!plan.served[v]) plan.cost += data.unservedCost[v];
    for (let r = 0; r < data.routes; r++) this.rebuildRoute(r);
    if (plan.features) plan.cost += plan.features.rebuild();
    for (let b = 0; b < data.breaks; b++)
      if (!data.breakRequired[b] && plan.route[data.parts + b] < 0) plan.cost += data.breakMissed[b];
    for (let l = 0; l < data.links; l++) if (plan.gap[l] >= 0) plan.cost += data.gapCost[plan.gap[l]];
    plan.overall = overallCost(plan);
    plan.guide = this.idle.extra(plan);
    return true;
  }

  private rebuildRoute(r: number): void {
    const { plan, data } = this;
    for (let i = plan.next[startNode(data, r)]; i >= 0; i = plan.next[i]!) plan.cost += startCost(data, i, plan.start[i]);
    plan.cost += countRoute(plan, r);
    plan.features?.note(r);
    routeFigures(plan, r, this.figures);
    this.noteFigures(r);
    if (!data.routeCosts) plan.routeCost[r] = 0;
    plan.cost += plan.routeCost[r];
    plan.routeLateness[r] = routeLateness(plan, r);
    plan.changed(r);
    plan.figuresVersion[r] = plan.version[r]!;
  }
}
