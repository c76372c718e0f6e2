import type { ProblemData } from '../../model/problem-data.js';
import { highestOf } from '../../objective/overall-cost.js';
import { RouteFigures, routeFigures } from '../../objective/route-figures.js';
import type { Edits } from '../../state/edits.js';
import { placedFrom, placedUpTo, startCost } from '../../state/node-time.js';
import type { SearchPlan } from '../../state/search-plan.js';

/**
 * Puts nodes in, finds the exact change of cost, and either takes them out
 * again or settles them. The plan's gaps for the visit's links must be set.
 */
export class Trial {
  private readonly plan: SearchPlan;
  private readonly data: ProblemData;
  private readonly mark: Int32Array;
  private stamp = 0;
  private readonly dirty: Int32Array;
  private readonly figures = new RouteFigures();
  private readonly seeds = new Int32Array(64);

  constructor(private readonly edits: Edits) {
    this.plan = edits.plan;
    this.data = edits.plan.data;
    this.mark = new Int32Array(this.data.routes);
    this.dirty = new Int32Array(this.data.routes);
  }

  /**
   * Exact change of total cost of putting part `first + k` behind
   * `behind[k]` for every k, without the gain of serving the visit. A value
   * above `bound` may come back as soon as it is known to be passed.
   */
  cost(first: number, behind: readonly number[], count: number, bound: number): number {
    const { data, plan, edits } = this;
    let cost = 0;
    for (let k = 0; k < count; k++) {
      const r = plan.route[behind[k]];
      cost += edits.detourCost(first + k, behind[k], r) + data.fitCost[data.fit[(first + k) * data.routes + r]];
    }
    if (cost > bound) return cost;
    for (let k = 0; k < count; k++) {
      const r = plan.route[behind[k]];
      this.workBefore[k] = plan.travelTime[r] + plan.serviceTime[r];
    }
    const seeds = this.putIn(first, behind, count);
    if (plan.features) cost += plan.features.change;
    for (let k = 0; k < count; k++) cost += startCost(data, first + k, plan.start[first + k]);
    // Whole-route components may fall when a gap is filled: by no more than this.
    const saving = data.routeCosts ? this.mostSaved(first, count) : 0;
    const added = edits.timing.raise(this.seeds, seeds, bound - cost + saving);
    cost += added;
    if (cost <= bound + saving && cost !== Infinity) cost += this.wholeCost(first, count);
    edits.timing.undo();
    for (let k = count - 1; k >= 0; k--) edits.displace(first + k);
    return cost;
  }

  private putIn(first: number, behind: readonly number[], count: number): number {
    const { data, plan, edits } = this;
    edits.timing.begin();
    if (plan.features) plan.features.change = 0;
    let seeds = 0;
    for (let k = 0; k < count; k++) {
      const i = first + k;
      edits.place(i, behind[k]);
      plan.start[i] = data.earliest[i]!;
      plan.latest[i] = data.due[i]!;
    }
    for (let k = 0; k < count; k++) {
      for (let p = plan.previous[first + k]; data.place[p] < 0 && seeds < 32; p = plan.previous[p]!) this.seeds[seeds++] = p;
      this.seeds[seeds++] = first + k;
    }
    return seeds;
  }

  /** Change of the components of whole routes and of the whole plan, by the raised starts. */
  private wholeCost(first: number, count: number): number {
    const { data, plan, edits } = this;
    const { weight } = data;
    let cost = 0;
    if (weight.highestLateness > 0) {
      const highest = edits.timing.highest * weight.highestLateness;
      if (highest > this.highestNow) cost += highest - this.highestNow;
    }
    if (!data.routeCosts) return cost;
    this.stamp++;
    let dirty = edits.timing.raisedRoutes(this.dirty, this.mark, this.stamp);
    for (let k = 0; k < count; k++) {
      const r = plan.route[first + k];
      if (this.mark[r] === this.stamp) continue;
      this.mark[r] = this.stamp;
      this.dirty[dirty++] = r;
    }
    cost += this.dirtyCost(dirty);
    if (weight.balance > 0) cost += this.balanced(first, count);
    if (plan.features) cost += plan.features.timedChange(this.dirty, dirty);
    return cost;
  }

  /** Change of the whole-route components of the routes noted as dirty, and of the idle times. */
  private dirtyCost(dirty: number): number {
    const { data, plan, edits } = this;
    let cost = 0;
    let powers = 0;
    for (let k = 0; k < dirty; k++) {
      const r = this.dirty[k];
      routeFigures(plan, r, this.figures);
      cost += this.figures.cost - plan.routeCost[r];
      if (data.weight.highestIdle > 0) powers += edits.idle.power(this.figures.idle) - edits.idle.power(plan.routeIdle[r]);
    }
    return powers === 0 ? cost : cost + edits.idle.change(powers);
  }

  /** What the work that the parts bring changes of the balance; a route of two of them counts once. */
  private balanced(first: number, count: number): number {
    const { plan, edits } = this;
    let cost = 0;
    for (let k = 0; k < count; k++) {
      const r = plan.route[first + k];
      let again = false;
      for (let j = 0; j < k; j++) if (plan.route[first + j] === r) again = true;
      if (!again) cost += edits.balance.change(this.workBefore[k], plan.travelTime[r] + plan.serviceTime[r]);
    }
    return cost;
  }

  /** The most that filling waits and idle time can save: all waits there are, and the idle time the parts fill. */
  private mostSaved(first: number, count: number): number {
    const { data, plan, edits } = this;
    if (plan.features?.timed) return Infinity;
    let saving = this.waitsWorth;
    if (data.weight.balance > 0) saving -= Math.min(0, this.balanced(first, count));
    if (data.weight.highestIdle === 0 && data.weight.paid === 0) return saving;
    for (let k = 0; k < count; k++) {
      const r = plan.route[first + k];
      const work = plan.travelTime[r] + plan.serviceTime[r] - this.workBefore[k];
      if (data.weight.highestIdle > 0) saving += edits.idle.worth(plan.routeIdle[r]) * Math.max(0, work);
      // A shorter way round can save paid time where triangles are not kept.
      if (work < 0) saving -= work * data.weight.paid;
    }
    return saving;
  }

  private waitsWorth = 0;
  private readonly workBefore = new Float64Array(8);

  /** Weighted plan-wide components before the trials. */
  private highestNow = 0;

  /** Notes what the plan-wide components are before a series of trials. */
  remember(): void {
    const { data, plan, edits } = this;
    edits.balance.remember(plan);
    if (data.weight.highestLateness > 0) this.highestNow = data.weight.highestLateness * highestOf(plan.routeLateness);
    edits.idle.remember(plan);
    if (!data.routeCosts) return;
    let waits = 0;
    let idlest = 0;
    for (let r = 0; r < data.routes; r++) {
      waits += plan.routeWaiting[r];
      if (plan.routeIdle[r] > idlest) idlest = plan.routeIdle[r]!;
    }
    this.waitsWorth =
      waits * (data.weight.waiting + data.weight.paid + (data.weight.highestIdle > 0 ? edits.idle.worth(idlest) : 0));
  }

  /** Carries the insertion out and settles times and costs; false (and nothing changed but to be restored) when it cannot be. */
  settle(first: number, behind: readonly number[], count: number): boolean {
    const { data, plan, edits } = this;
    let cost = 0;
    for (let k = 0; k < count; k++) {
      const r = plan.route[behind[k]];
      cost += edits.detourCost(first + k, behind[k], r) + data.fitCost[data.fit[(first + k) * data.routes + r]];
    }
    const seeds = this.putIn(first, behind, count);
    if (plan.features) cost += plan.features.change;
    for (let k = 0; k < count; k++) cost += startCost(data, first + k, plan.start[first + k]);
    const added = edits.timing.raise(this.seeds, seeds, Number.MAX_VALUE);
    if (added === Infinity) return false;
    for (let k = 0; k < count; k++) plan.changed(plan.route[first + k]);
    plan.cost += cost + added;
    edits.timing.settleInsertion(this.seeds, seeds);
    return this.lowerFollowers(first, count);
  }

  /** A detour can be a short cut, and a break moves with its next stop: followers may start earlier than before. */
  private lowerFollowers(first: number, count: number): boolean {
    const { plan, edits } = this;
    let low = false;
    for (let k = 0; k < count && !low; k++) {
      if (this.shortens(first + k)) low = true;
    }
    if (!low) return true;
    edits.beginRemoval();
    for (let k = 0; k < count; k++) edits.noteChange(plan.previous[first + k], plan.next[first + k]);
    return edits.endRemoval();
  }

  /**
   * Whether the next stop is reached earlier by way of a part than without it.
   * Its present start says nothing: it and a linked one may hold each other up.
   */
  private shortens(node: number): boolean {
    const { plan, data } = this;
    const p = plan.previous[node];
    const n = plan.next[node];
    const travel = data.travel[data.profileOf[plan.route[node]]];
    const to = data.place[placedFrom(plan, n)];
    if (data.place[p] < 0) {
      // The break before it has moved to its place.
      const from = data.place[placedUpTo(plan, p)] * data.places;
      if (travel[from + data.place[node]] < travel[from + to]) return true;
    }
    const direct = data.place[p] < 0 ? 0 : travel[data.place[p] * data.places + to];
    const round = travel[data.place[node] * data.places + to];
    return plan.start[node] + plan.duration[node] + round < plan.start[p] + plan.duration[p] + direct;
  }

  /** Exact change of cost of taking a break behind a node. */
  breakCost(node: number, behind: number, bound: number): number {
    const { data, edits } = this;
    const seeds = this.putBreakIn(node, behind);
    let cost = edits.timing.raise(this.seeds, seeds, data.routeCosts ? Infinity : bound);
    if (data.routeCosts && cost !== Infinity) cost += this.routeChange(this.plan.route[node]);
    edits.timing.undo();
    this.plan.unlink(node);
    return cost;
  }

  /** Whole-route cost of the routes raised, and of `route`. */
  private routeChange(route: number): number {
    const { plan, edits } = this;
    this.stamp++;
    let dirty = edits.timing.raisedRoutes(this.dirty, this.mark, this.stamp);
    if (this.mark[route] !== this.stamp) this.dirty[dirty++] = route;
    let cost = this.dirtyCost(dirty);
    if (plan.features) cost += plan.features.timedChange(this.dirty, dirty);
    return cost;
  }

  private putBreakIn(node: number, behind: number): number {
    const { data, plan, edits } = this;
    edits.timing.begin();
    plan.link(node, behind);
    plan.start[node] = data.earliest[node]!;
    plan.latest[node] = data.due[node]!;
    this.seeds[0] = node;
    return 1;
  }

  settleBreak(node: number, behind: number): boolean {
    const { plan, edits } = this;
    const seeds = this.putBreakIn(node, behind);
    plan.changed(plan.route[node]);
    const added = edits.timing.raise(this.seeds, seeds, Number.MAX_VALUE);
    if (added === Infinity) return false;
    plan.cost += added;
    edits.timing.settleInsertion(this.seeds, seeds);
    return true;
  }
}
