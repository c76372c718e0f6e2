import { durationOn, type ProblemData } from '../../model/problem-data.js';
import type { Edits } from '../../state/edits.js';
import { NEVER, firstStart, startCost } from '../../state/node-time.js';
import { ROW, RouteOrder } from '../../state/route-order.js';
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
    const { data } = this;
    const r = data.fitRoute[f];
    this.order.refresh(r);
    const plain =
      !data.routeCosts &&
      data.order === null &&
      data.breakFirst[r] === data.breakFirst[r + 1] &&
      data.several[part] === 0 &&
      data.wishFrom[part] > data.wishTo[part];
    if (plain) this.lookPlain(part, f, number, alone);
    else this.lookAny(part, f, number, alone);
  }

  /**
   * A part with one window and no wish, on a route without breaks, where no
   * whole-route component is priced: the same as {@link lookAny} in fewer steps.
   */
  private lookPlain(part: number, f: number, number: number, alone: boolean): void {
    const { data, options, order, cache, plan } = this;
    const r = data.fitRoute[f];
    const profile = data.profileOf[r];
    const travel = data.travel[profile];
    const charge = data.charge[profile];
    const travelTo = data.travelTo[profile];
    const chargeTo = data.chargeTo[profile];
    const same = travel === charge;
    const cells = order.row[r];
    const length = order.length[r] * ROW;
    const row = data.place[part] * data.places;
    const travelWeight = data.weight.travel;
    const base = data.fitCost[data.fit[part * data.routes + r]];
    const used = plan.visitsOnRoute[r] === 0 ? 0 : 1;
    const to = options.to[number];
    const service = durationOn(data, part, r);
    const hard = data.soft[part] === 0;
    const due = data.due[part];
    const lateWeight = data.lateWeight[part];
    const lastStart = hard ? due : data.horizonEnd;
    const first = options.from[number] > data.earliest[part] ? options.from[number] : data.earliest[part];
    const { allHard, leastLateWeight } = data;
    const bindsOthers = options.links.length > 0;
    const freeAgain = first + service;
    const start = allHard ? order.firstWithLatest(r, freeAgain) * ROW : 0;
    let behindA = -1;
    let behindB = -1;
    let costA = Infinity;
    let costB = Infinity;
    let startA = 0;
    let startB = 0;
    let looked = 0;
    for (let k = start; k < length; k += ROW) {
      const free = cells[k];
      if (free > lastStart) break;
      const slack = cells[k + 1];
      looked++;
      const there = row + cells[k + 2];
      const onward = row + cells[k + 3];
      const legTo = chargeTo[there];
      const legFrom = charge[onward];
      let bound = base + travelWeight * (legTo + legFrom - used * cells[k + 4]);
      if (bound >= costB) continue;
      const arrival = free + (same ? legTo : travelTo[there]);
      const t = arrival > first ? arrival : first;
      if (t > due) {
        if (hard) continue;
        bound += (t - due) * lateWeight;
      }
      const push = t + service + (same ? legFrom : travel[onward]);
      if (push > slack) {
        if (allHard) continue;
        bound += (push - slack) * leastLateWeight;
      }
      if (bound >= costB) continue;
      if (alone && push <= slack && t <= to && (!bindsOthers || push <= plan.start[plan.next[cells[k + 5]]])) {
        if (bound >= costA) continue;
        behindA = cells[k + 5]!;
        costA = bound;
        startA = t;
        // Slot B keeps only what might still be cheaper.
        behindB = -1;
        costB = bound;
      } else if (alone || bound >= costA) {
        behindB = cells[k + 5]!;
        costB = bound;
        startB = t;
      } else {
        behindB = behindA;
        costB = costA;
        startB = startA;
        behindA = cells[k + 5]!;
        costA = bound;
        startA = t;
      }
    }
    this.looked += looked;
    const slot = 2 * f;
    cache.behind[slot] = behindA;
    cache.behind[slot + 1] = behindB;
    cache.cost[slot] = costA;
    cache.cost[slot + 1] = behindB < 0 ? Infinity : costB;
    cache.start[slot] = startA;
    cache.start[slot + 1] = startB;
    cache.exact[f] = alone ? 1 : 0;
  }

  private lookAny(part: number, f: number, number: number, alone: boolean): void {
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
    const cells = order.row[r];
    const length = order.length[r];
    const row = place[part] * n;
    const travelWeight = weight.travel;
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
      const free = cells[k * ROW];
      if (free > lastStart) break;
      const slack = cells[k * ROW + 1];
      const p = cells[k * ROW + 5];
      const rest = hasBreaks && place[p] < 0;
      if (freeAgain > slack && !rest && (allHard || base + (freeAgain - slack) * leastLateWeight >= this.costB)) continue;
      this.looked++;
      const a = cells[k * ROW + 2];
      const b = cells[k * ROW + 3];
      const there = row + a;
      const onward = row + b;
      let bound = base + travelWeight * (chargeTo[there] + charge[onward] - (empty ? 0 : cells[k * ROW + 4]));
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
      if (data.routeCosts) bound += this.routeBound(part, r, a, b);
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
      if (exactAllowed && !rest && t <= to && (!bindsOthers || push <= plan.start[plan.next[p]])) this.noteExact(p, bound, t);
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
