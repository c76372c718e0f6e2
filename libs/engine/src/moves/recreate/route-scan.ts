import { durationOn, startNode, type ProblemData } from '../../model/problem-data.js';
import type { Edits } from '../../state/edits.js';
import { NEVER, firstStart, startCost } from '../../state/node-time.js';
import { RouteOrder } from '../../state/route-order.js';
import type { SearchPlan } from '../../state/search-plan.js';
import type { LinkOptions } from './link-options.js';
import type { PlaceCache } from './place-cache.js';

/**
 * Finds the best places of one part on one route.
 *
 * A place is priced by a lower bound: detour, wishes, own lateness, what the
 * push on the next stop costs beyond its slack, and what whole-route
 * components must cost more. Where the push stays within the slack and no
 * whole-route component is priced, the bound is exact.
 */
export class RouteScan {
  private readonly data: ProblemData;
  /** Places looked at, for statistics. */
  looked = 0;
  private readonly order: RouteOrder;
  private behindA = -1;
  private behindB = -1;
  private costA = Infinity;
  private costB = Infinity;
  private startA = 0;
  private startB = 0;

  private readonly plan: SearchPlan;

  constructor(
    private readonly edits: Edits,
    private readonly options: LinkOptions,
    private readonly cache: PlaceCache,
  ) {
    this.plan = edits.plan;
    this.data = edits.plan.data;
    this.order = new RouteOrder(edits.plan);
  }

  /**
   * Fills entry `f` of the cache for a part, on route `data.fitRoute[f]`.
   * @param number of the part within its visit
   * @param alone whether the part's visit has no other; only then are prices exact
   */
  look(part: number, f: number, number: number, alone: boolean): void {
    const { data, plan, options, cache } = this;
    const { place, weight, allHard, leastLateWeight } = data;
    const r = data.fitRoute[f];
    const n = data.places;
    const profile = data.profileOf[r];
    const travel = data.travel[profile];
    const charge = data.charge[profile];
    const travelTo = data.travelTo[profile];
    const chargeTo = data.chargeTo[profile];
    const { order } = this;
    order.refresh(r);
    const nodes = order.nodes[r];
    const freeAt = order.free[r];
    const latestAfter = order.latest[r];
    const placeFrom = order.placeFrom[r];
    const placeTo = order.placeTo[r];
    const legs = order.charge[r];
    const length = order.length[r];
    const row = place[part] * n;
    const travelWeight = weight.travel;
    const end = startNode(data, r) + 1;
    const hasBreaks = data.breakFirst[r] < data.breakFirst[r + 1];
    const base = data.fitCost[data.fit[part * data.routes + r]];
    const empty = plan.visitsOnRoute[r] === 0;
    const from = options.from[number];
    const to = options.to[number];
    const service = durationOn(data, part, r);
    const plain = data.several[part] === 0 && data.wishFrom[part] > data.wishTo[part];
    const soft = data.soft[part] === 1;
    const due = data.due[part];
    const lateWeight = data.lateWeight[part];
    const lastStart = soft ? data.horizonEnd : due;
    const first = from > data.earliest[part] ? from : data.earliest[part];
    // Nothing behind the part can begin before this.
    const freeAgain = first + service;
    const exactAllowed = alone && !data.routeCosts;
    const bindsOthers = options.links.length > 0;
    this.behindA = this.behindB = -1;
    this.costA = this.costB = Infinity;
    for (let k = allHard && !hasBreaks ? order.firstWithLatest(r, freeAgain) : 0; k < length; k++) {
      const free = freeAt[k];
      if (free > lastStart) break;
      const slack = latestAfter[k];
      const p = nodes[k];
      const rest = hasBreaks && place[p] < 0;
      if (freeAgain > slack && !rest && (allHard || base + (freeAgain - slack) * leastLateWeight >= this.costB)) continue;
      this.looked++;
      const a = placeFrom[k];
      const there = row + a;
      const onward = row + placeTo[k];
      let bound = base + travelWeight * (chargeTo[there] + charge[onward] - (empty ? 0 : legs[k]));
      if (data.order) bound += this.edits.orderCost(data.order, part, p);
      if (bound >= this.costB) continue;
      const arrival = rest ? this.behindBreak(p, travelTo[there]) : free + travelTo[there];
      let t: number;
      if (plain) {
        t = arrival > first ? arrival : first;
        if (t > due) {
          if (!soft) continue;
          bound += (t - due) * lateWeight;
        }
      } else {
        t = firstStart(data, part, arrival > from ? arrival : from);
        if (t >= NEVER) continue;
        bound += startCost(data, part, t);
      }
      if (data.routeCosts) bound += this.routeBound(part, r, a, placeTo[k]);
      if (bound >= this.costB) continue;
      const push = t + service + travel[onward];
      if (push > slack && !rest) {
        // Some stop behind will be late by at least what its latest start is passed by.
        if (allHard) continue;
        bound += (push - slack) * leastLateWeight;
        if (bound < this.costB) this.note(p, bound, t, exactAllowed);
        continue;
      }
      // A push may move a linked partner behind on the same route, which only a trial can price.
      if (exactAllowed && !rest && t <= to && (!bindsOthers || push <= plan.start[k + 1 < length ? nodes[k + 1] : end]))
        this.noteExact(p, bound, t);
      else this.note(p, bound, t, exactAllowed);
    }
    cache.behind[2 * f] = this.behindA;
    cache.behind[2 * f + 1] = this.behindB;
    cache.cost[2 * f] = this.costA;
    cache.cost[2 * f + 1] = this.behindB < 0 ? Infinity : this.costB;
    cache.start[2 * f] = this.startA;
    cache.start[2 * f + 1] = this.startB;
    cache.exact[f] = exactAllowed ? 1 : 0;
  }

  /** An exactly priced place: slot B keeps only what might still be cheaper. */
  private noteExact(behind: number, cost: number, start: number): void {
    if (cost >= this.costA) return;
    this.behindA = behind;
    this.costA = cost;
    this.startA = start;
    if (this.costB >= cost) {
      this.behindB = -1;
      this.costB = cost;
    }
  }

  private note(behind: number, cost: number, start: number, exactAllowed: boolean): void {
    if (exactAllowed || cost >= this.costA) {
      this.behindB = behind;
      this.costB = cost;
      this.startB = start;
      return;
    }
    this.behindB = this.behindA;
    this.costB = this.costA;
    this.startB = this.startA;
    this.behindA = behind;
    this.costA = cost;
    this.startA = start;
  }

  /**
   * Least that the components of the whole route grow by: work exactly;
   * waiting falls by no more than what fills it; paid time is never less than
   * work.
   */
  private routeBound(part: number, r: number, a: number, b: number): number {
    const { data, plan } = this;
    const { weight } = data;
    const travel = data.travel[data.profileOf[r]];
    const n = data.places;
    const u = data.place[part];
    const empty = plan.visitsOnRoute[r] === 0;
    const more = durationOn(data, part, r) + travel[a * n + u] + travel[u * n + b] - (empty ? 0 : travel[a * n + b]);
    let bound = weight.work * more;
    if (empty) bound += weight.route;
    if (weight.waiting > 0) bound -= weight.waiting * Math.min(more > 0 ? more : 0, plan.routeWaiting[r]);
    if (weight.paid > 0) {
      const paid = plan.travelTime[r] + plan.serviceTime[r] + more - plan.routePaid[r];
      if (paid > 0) bound += weight.paid * paid;
    }
    return bound;
  }

  /** Earliest time a part placed behind a break can begin: the break is then taken at the part's place. */
  private behindBreak(node: number, travel: number): number {
    const { plan, data } = this;
    const p = plan.previous[node];
    if (data.place[p] < 0) return plan.start[node] + plan.duration[node];
    return firstStart(data, node, plan.start[p] + plan.duration[p] + travel) + plan.duration[node];
  }
}
