import { UNFIT, durationOn, startNode, type ProblemData } from '../../model/problem-data.js';
import type { Random } from '../../random/random.js';
import type { Region } from '../../state/region.js';
import type { Edits } from '../../state/edits.js';
import { placedFrom } from '../../state/node-time.js';
import type { SearchPlan } from '../../state/search-plan.js';

/** Neighbours of a visit that may come to follow it. */
const NEAREST = 40;

/**
 * Two routes exchange everything behind a point (2-opt* of Potvin and Rousseau
 * 1995): a visit is followed by one near to it on another route, with all that
 * follows there. Long strings cannot change hands by removal and insertion.
 */
export class TailSwap {
  private readonly plan: SearchPlan;
  private readonly data: ProblemData;
  /** False where neighbours are priced by their order: that price follows single stops. */
  readonly possible: boolean;

  constructor(
    private readonly edits: Edits,
    private readonly random: Random,
    private readonly region: Region,
  ) {
    this.plan = edits.plan;
    this.data = edits.plan.data;
    const { data } = this;
    this.possible = data.neighbourCount > 0 && data.routes > 1 && !data.order;
  }

  /**
   * Looks at so many random pairs and exchanges tails at the first one that
   * seems to cost no more than `most`. True when tails were exchanged: the
   * cost is then exact, or the plan is `broken` and must be restored.
   */
  attempt(tries: number, most: number): 'none' | 'done' | 'broken' {
    const { data, random, region } = this;
    for (let k = 0; k < tries && region.visitCount > 0; k++) {
      const visit = region.visits[random.below(region.visitCount)];
      const nearest = data.neighbourCount < NEAREST ? data.neighbourCount : NEAREST;
      const other = data.neighbour[visit * data.neighbourCount + random.below(nearest)];
      if (other < 0) continue;
      const u = data.visitFirst[visit];
      const v = data.visitFirst[other];
      if (this.seems(u, v, most)) return this.exchange(u, v) ? 'done' : 'broken';
    }
    return 'none';
  }

  /** Whether `v` and all behind it may follow `u`, at a change of cost that seems below `most`. */
  private seems(u: number, v: number, most: number): boolean {
    const { data, plan } = this;
    const one = plan.route[u];
    const two = plan.route[v];
    if (
      one < 0 ||
      two < 0 ||
      one === two ||
      !this.region.route[one] ||
      !this.region.route[two] ||
      data.profileOf[one] !== data.profileOf[two]
    )
      return false;
    const n = data.places;
    const afterU = plan.next[u];
    const beforeV = plan.previous[v];
    if (data.place[beforeV] < 0 || data.place[afterU] < 0) return false;
    const charge = data.charge[data.profileOf[one]];
    const a = data.place[u] * n;
    const b = data.place[beforeV] * n;
    let change =
      data.weight.travel *
      (charge[a + data.place[v]] + charge[b + data.place[afterU]] - charge[a + data.place[afterU]] - charge[b + data.place[v]]);
    if (change >= most) return false;
    const travel = data.travel[data.profileOf[one]];
    const lateV = plan.start[u] + plan.duration[u] + travel[a + data.place[v]] - plan.latest[v];
    const lateU = plan.start[beforeV] + plan.duration[beforeV] + travel[b + data.place[afterU]] - plan.latest[afterU];
    if (lateV > 0 || lateU > 0) {
      if (data.allHard) return false;
      change += data.leastLateWeight * ((lateV > 0 ? lateV : 0) + (lateU > 0 ? lateU : 0));
      if (change >= most) return false;
    }
    return this.mayMove(v, one) && this.mayMove(afterU, two) && this.fitsLoad(afterU, v, one, two);
  }

  /** Every stop from here on fits the other route and meets no other part of its visit there. */
  private mayMove(from: number, route: number): boolean {
    const { data, plan } = this;
    const staff = data.staffOf[route];
    for (let i = from; plan.next[i] >= 0; i = plan.next[i]!) {
      if (i >= data.parts || data.fixed[i] || data.fit[i * data.routes + route] === UNFIT) return false;
      const visit = data.visitOf[i];
      if (this.region.visit[visit] === 0) return false;
      for (let j = data.visitFirst[visit]; j < data.visitFirst[visit + 1]; j++)
        if (j !== i && data.staffOf[plan.route[j]] === staff) return false;
      for (let k = data.nodeLinkFirst[i]; k < data.nodeLinkFirst[i + 1]; k++)
        if (data.linkStaff[data.nodeLink[k]] !== 0) return false;
    }
    return true;
  }

  private fitsLoad(fromOne: number, fromTwo: number, one: number, two: number): boolean {
    const { data, plan } = this;
    let moved = 0;
    for (let i = fromTwo; i < data.parts && i >= 0; i = plan.next[i]!) moved += data.demand[i];
    for (let i = fromOne; i < data.parts && i >= 0; i = plan.next[i]!) moved -= data.demand[i];
    return plan.load[one] + moved <= data.capacity[one] && plan.load[two] - moved <= data.capacity[two];
  }

  private exchange(u: number, v: number): boolean {
    const { plan, data, edits } = this;
    const one = plan.route[u];
    const two = plan.route[v];
    const afterU = plan.next[u];
    const beforeV = plan.previous[v];
    this.count(one, -1);
    this.count(two, -1);
    const endOne = startNode(data, one) + 1;
    const endTwo = startNode(data, two) + 1;
    const lastOne = plan.previous[endOne];
    const lastTwo = plan.previous[endTwo];
    plan.changed(one);
    plan.changed(two);
    if (plan.features) plan.features.change = 0;
    for (let i = v; i !== endTwo; i = plan.next[i]!) this.leave(i);
    for (let i = afterU; i !== endOne; i = plan.next[i]!) this.leave(i);
    for (let i = v; i !== endTwo; i = plan.next[i]!) this.enter(i, one);
    for (let i = afterU; i !== endOne; i = plan.next[i]!) this.enter(i, two);
    const counted = plan.features ? plan.features.change : 0;
    if (counted === Infinity) return false;
    plan.cost += counted;
    this.join(u, v);
    this.join(lastTwo, endOne);
    if (afterU === endOne) this.join(beforeV, endTwo);
    else {
      this.join(beforeV, afterU);
      this.join(lastOne, endTwo);
    }
    this.count(one, 1);
    this.count(two, 1);
    edits.beginRemoval();
    for (const i of [v, plan.next[beforeV], endOne, endTwo]) edits.noteChange(plan.previous[i], i);
    return edits.endRemoval();
  }

  private leave(node: number): void {
    const { plan } = this;
    plan.touch(node);
    plan.features?.displaced(node, plan.route[node]);
  }

  private enter(node: number, route: number): void {
    const { plan, data } = this;
    plan.route[node] = route;
    if (data.ownDuration) plan.duration[node] = durationOn(data, node, route);
    plan.features?.placed(node, route);
  }

  private join(from: number, to: number): void {
    const { plan } = this;
    plan.touch(from);
    plan.touch(to);
    plan.next[from] = to;
    plan.previous[to] = from;
  }

  /** Adds (or takes away) everything a route sums up and costs but for its times. */
  private count(route: number, sign: number): void {
    const { plan, data } = this;
    const n = data.places;
    const profile = data.profileOf[route];
    let from = startNode(data, route);
    let travel = 0;
    let charge = 0;
    let visits = 0;
    let preference = 0;
    let service = 0;
    let load = 0;
    for (let i = plan.next[from]; i >= 0; i = plan.next[i]!) {
      if (data.place[i] < 0) continue;
      const leg = data.place[from] * n + data.place[placedFrom(plan, i)];
      travel += data.travel[profile][leg];
      charge += data.charge[profile][leg];
      from = i;
      if (i >= data.parts) continue;
      visits++;
      service += plan.duration[i];
      load += data.demand[i];
      preference += data.fitCost[data.fit[i * data.routes + route]];
    }
    if (visits === 0) travel = charge = 0;
    plan.visitsOnRoute[route] += sign * visits;
    plan.travelTime[route] += sign * travel;
    plan.serviceTime[route] += sign * service;
    plan.load[route] += sign * load;
    plan.cost += sign * (data.weight.travel * charge + preference);
  }
}
