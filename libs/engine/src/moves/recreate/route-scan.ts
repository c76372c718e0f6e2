import { durationOn, type ProblemData } from '../../model/problem-data.js';
import type { Edits } from '../../state/edits.js';
import { NEVER, firstStart, startCost } from '../../state/node-time.js';
import { ROW, RouteOrder } from '../../state/route-order.js';
import type { SearchPlan } from '../../state/search-plan.js';
import type { LinkOptions } from './link-options.js';
import type { PlaceCache } from './place-cache.js';
import { WholeRoute } from './whole-route.js';

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
  private readonly whole: WholeRoute;

  private readonly plan: SearchPlan;

  constructor(
    private readonly edits: Edits,
    private readonly options: LinkOptions,
    private readonly cache: PlaceCache,
  ) {
    this.plan = edits.plan;
    this.data = edits.plan.data;
    this.order = new RouteOrder(edits.plan);
    this.whole = new WholeRoute(edits.plan, edits.balance);
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
    cache.least[f] = costB < costA ? costB : costA;
    cache.start[slot] = startA;
    cache.start[slot + 1] = startB;
    cache.exact[f] = alone ? 1 : 0;
  }

  private lookAny(part: number, f: number, number: number, alone: boolean): void {
    const { data, plan, options, cache, whole } = this;
    const { place, allHard, leastLateWeight, routeCosts } = data;
    const r = data.fitRoute[f];
    const profile = data.profileOf[r];
    const travel = data.travel[profile];
    const charge = data.charge[profile];
    const travelTo = data.travelTo[profile];
    const chargeTo = data.chargeTo[profile];
    const cells = this.order.row[r];
    const length = this.order.length[r] * ROW;
    const row = place[part] * data.places;
    const travelWeight = data.weight.travel;
    const hasBreaks = data.breakFirst[r] < data.breakFirst[r + 1];
    const base = data.fitCost[data.fit[part * data.routes + r]];
    const used = plan.visitsOnRoute[r] === 0 ? 0 : 1;
    const from = options.from[number];
    const to = options.to[number];
    const service = durationOn(data, part, r);
    const plain = data.several[part] === 0 && data.wishFrom[part] > data.wishTo[part];
    const hard = data.soft[part] === 0;
    const due = data.due[part];
    const lateWeight = data.lateWeight[part];
    const lastStart = hard ? due : data.horizonEnd;
    const first = from > data.earliest[part] ? from : data.earliest[part];
    // Nothing behind the part can begin before this.
    const freeAgain = first + service;
    const exactAllowed = alone && !routeCosts;
    const bindsOthers = options.links.length > 0;
    if (routeCosts) whole.begin(r);
    let behindA = -1;
    let behindB = -1;
    let costA = Infinity;
    let costB = Infinity;
    let startA = 0;
    let startB = 0;
    for (let k = allHard && !hasBreaks ? this.order.firstWithLatest(r, freeAgain) * ROW : 0; k < length; k += ROW) {
      const free = cells[k];
      if (free > lastStart) break;
      const slack = cells[k + 1];
      const p = cells[k + 5];
      const rest = hasBreaks && place[p] < 0;
      if (freeAgain > slack && !rest && (allHard || base + (freeAgain - slack) * leastLateWeight >= costB)) continue;
      this.looked++;
      const there = row + cells[k + 2];
      const onward = row + cells[k + 3];
      let bound = base + travelWeight * (chargeTo[there] + charge[onward] - used * cells[k + 4]);
      if (data.order) bound += this.edits.orderCost(data.order, part, p);
      if (bound >= costB) continue;
      const arrival = rest ? this.behindBreak(p, travelTo[there]) : free + travelTo[there];
      let t = arrival > first ? arrival : first;
      if (plain) {
        if (t > due) {
          if (hard) continue;
          bound += (t - due) * lateWeight;
        }
      } else {
        t = firstStart(data, part, arrival > from ? arrival : from);
        if (t >= NEVER) continue;
        bound += startCost(data, part, t);
      }
      if (routeCosts) {
        const direct = used === 0 ? 0 : travel[cells[k + 2] * data.places + cells[k + 3]];
        bound += whole.growth(service + travelTo[there] + travel[onward] - direct);
      }
      if (bound >= costB) continue;
      const push = t + service + travel[onward];
      const pushed = push > slack && !rest;
      if (pushed) {
        // Some stop behind will be late by at least what its latest start is passed by.
        if (allHard) continue;
        bound += (push - slack) * leastLateWeight;
        if (bound >= costB) continue;
      }
      // A push may move a linked partner behind on the same route, which only a trial can price.
      if (exactAllowed && !pushed && !rest && t <= to && (!bindsOthers || push <= plan.start[plan.next[p]])) {
        if (bound >= costA) continue;
        behindA = p;
        costA = bound;
        startA = t;
        // Slot B keeps only what might still be cheaper.
        if (costB >= bound) {
          behindB = -1;
          costB = bound;
        }
      } else if (exactAllowed || bound >= costA) {
        behindB = p;
        costB = bound;
        startB = t;
      } else {
        behindB = behindA;
        costB = costA;
        startB = startA;
        behindA = p;
        costA = bound;
        startA = t;
      }
    }
    const slot = 2 * f;
    cache.behind[slot] = behindA;
    cache.behind[slot + 1] = behindB;
    cache.cost[slot] = costA;
    cache.cost[slot + 1] = behindB < 0 ? Infinity : costB;
    cache.least[f] = costB < costA ? costB : costA;
    cache.start[slot] = startA;
    cache.start[slot + 1] = startB;
    cache.exact[f] = exactAllowed ? 1 : 0;
  }

  /** Earliest time a part placed behind a break can begin: the break is then taken at the part's place. */
  private behindBreak(node: number, travel: number): number {
    const { plan, data } = this;
    const p = plan.previous[node];
    if (data.place[p] < 0) return plan.start[node] + plan.duration[node];
    return firstStart(data, node, plan.start[p] + plan.duration[p] + travel) + plan.duration[node];
  }
}
