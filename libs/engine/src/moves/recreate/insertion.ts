import { UNBOUNDED, durationOn, startNode, type ProblemData } from '../../model/problem-data.js';
import { highestOf } from '../../objective/overall-cost.js';
import type { Random } from '../../random/random.js';
import { Region } from '../../state/region.js';
import type { Edits } from '../../state/edits.js';
import { lateness, placedFrom } from '../../state/node-time.js';
import type { SearchPlan } from '../../state/search-plan.js';
import { Candidates } from './candidates.js';
import { JointPlaces } from './joint-places.js';
import { LinkOptions } from './link-options.js';
import { PlaceCache } from './place-cache.js';
import { RouteChoice } from './route-choice.js';
import { RouteScan } from './route-scan.js';
import { Trial } from './trial.js';

const SINGLE_KEPT = 12;
const PART_KEPT = 10;
/** Places of each of two parts that are combined first. */
const FEW = 3;
/** Combinations priced by trial, for each part beyond the first. */
const JOINT_TRIALS = 6;

/**
 * Finds the cheapest place for a visit among all routes and puts it there.
 *
 * A place is first priced by a lower bound (detour, wishes, own lateness);
 * where the push on the next stop stays within its slack the bound is exact.
 * The others are priced by trial in order of their bound until no bound is
 * below the best exact price. Parts of one visit are combined from the best
 * places of each.
 */
export class Insertion {
  readonly trial: Trial;
  private readonly plan: SearchPlan;
  private readonly data: ProblemData;
  private readonly options: LinkOptions;
  private readonly single = new Candidates(SINGLE_KEPT);
  private readonly perPart = Array.from({ length: 8 }, () => new Candidates(PART_KEPT));
  private readonly behind: number[] = new Array<number>(8).fill(-1);
  private readonly joint: JointPlaces;
  private readonly bestBehind: number[] = new Array<number>(8).fill(-1);
  private found = false;
  /** The choice of gaps looked at now, and that of the best place. */
  private option = 0;
  private bestOption = 0;
  private best = Infinity;
  private blink = 0;
  private changedRoutesOnly = false;
  private readonly choice: RouteChoice;
  /** A visit is served when that costs less than so many times its being left out. */
  generosity = 1;
  /** A visit may go in before one it needs; whoever sets this takes out those left without it. */
  ahead = false;
  /** An insertion could not be settled: the plan must be restored before anything else. */
  broken = false;
  private readonly cache: PlaceCache;
  private readonly routes: RouteScan;
  private readonly highestWeight: number;
  private readonly idleWeight: number;
  private highestNow = 0;

  constructor(
    private readonly edits: Edits,
    private readonly random: Random,
    private readonly blinkRate: number,
    region = new Region(edits.plan.data),
  ) {
    this.plan = edits.plan;
    this.data = edits.plan.data;
    this.trial = new Trial(edits);
    this.options = new LinkOptions(this.plan);
    this.joint = new JointPlaces(this.plan, this.perPart, this.options);
    this.choice = new RouteChoice(this.plan, region);
    this.cache = new PlaceCache(this.data);
    this.routes = new RouteScan(this.edits, this.options, this.cache);
    this.highestWeight = this.data.weight.highestLateness;
    this.idleWeight = this.data.weight.highestIdle;
    this.nextBlink();
  }

  /** Candidate places looked at, for statistics. */
  get looked(): number {
    return this.routes.looked;
  }

  private nextBlink(): void {
    this.blink = this.blinkRate > 0 ? Math.floor(Math.log(this.random.unit()) / Math.log(1 - this.blinkRate)) : 0x7fffffff;
  }

  /**
   * Serves an absent visit at its cheapest place. False when it stays absent:
   * no place, dearer than leaving it out, or a visit it needs is absent.
   * @param changedRoutesOnly look only at routes that changed since the last
   *   kept plan: enough for a visit that had no place in that plan
   */
  insert(visit: number, changedRoutesOnly = false): boolean {
    if (this.broken) return false;
    this.changedRoutesOnly = changedRoutesOnly;
    if (!this.find(visit)) return false;
    const { data, plan, edits } = this;
    const first = data.visitFirst[visit];
    const parts = data.visitFirst[visit + 1] - first;
    this.options.choose(visit, this.bestOption);
    if (!this.trial.settle(first, this.bestBehind, parts)) {
      this.broken = true;
      return false;
    }
    for (const link of this.options.links) {
      plan.changed(plan.route[data.linkBefore[link]]);
      plan.changed(plan.route[data.linkAfter[link]]);
    }
    plan.cost += this.options.cost;
    edits.serve(visit);
    edits.refreshRoutes();
    return true;
  }

  /** Finds the cheapest place; false when there is none worth taking. */
  private find(visit: number): boolean {
    const { data, plan } = this;
    for (let k = data.needsFirst[visit]; k < data.needsFirst[visit + 1]; k++) {
      if (!this.ahead && !plan.served[data.needs[k]] && !this.needEachOther(data.needs[k], visit)) return false;
    }
    const first = data.visitFirst[visit];
    const parts = data.visitFirst[visit + 1] - first;
    for (let i = first; i < first + parts; i++) if (data.fitFirst[i] === data.fitFirst[i + 1]) return false;
    this.best = data.unservedCost[visit] * this.generosity;
    this.found = false;
    this.options.gather(visit);
    this.trial.remember();
    if (this.highestWeight > 0) this.highestNow = highestOf(plan.routeLateness);
    for (let k = 0; k < this.options.count; k++) {
      this.options.choose(visit, k);
      this.option = k;
      if (parts === 1) this.findSingle(first);
      else this.findJoint(first, parts);
      this.options.clear();
    }
    return this.found;
  }

  /** Two visits that are served together or not at all: either may go first. */
  private needEachOther(other: number, visit: number): boolean {
    const { data } = this;
    for (let k = data.needsFirst[other]; k < data.needsFirst[other + 1]; k++) if (data.needs[k] === visit) return true;
    return false;
  }

  private findSingle(part: number): void {
    const list = this.single;
    list.clear();
    this.scan(part, list);
    for (let c = 0; c < list.count; c++) {
      if (list.cost[c] >= this.best) break;
      this.behind[0] = list.behind[c]!;
      const cost = this.options.cost + this.trial.cost(part, this.behind, 1, this.best - this.options.cost);
      if (cost < this.best) this.take(cost, 1);
    }
  }

  private take(cost: number, parts: number): void {
    this.best = cost;
    this.bestOption = this.option;
    for (let k = 0; k < parts; k++) this.bestBehind[k] = this.behind[k]!;
    this.found = true;
  }

  /** Looks at every route a part fits; exact prices are taken at once, the others go to `list`. */
  private scan(part: number, list: Candidates): void {
    const { data, plan, cache, options, choice } = this;
    const visit = data.visitOf[part];
    const number = part - data.visitFirst[visit];
    const alone = data.visitFirst[visit + 1] - data.visitFirst[visit] === 1;
    // What was found before holds only for a part that no served visit's link binds.
    const free =
      options.from[number] === -UNBOUNDED && options.to[number] === UNBOUNDED && (!alone || options.links.length === 0);
    const restricted = options.links.length > 0 && options.restrictsStaff(part);
    const demand = data.demand[part];
    const { fitRoute, capacity } = data;
    const counts = plan.features !== null || this.idleWeight > 0;
    choice.gather(part, this.changedRoutesOnly);
    for (let e = 0; e < choice.count; e++) {
      const f = choice.entries[e];
      const r = fitRoute[f];
      if (demand > 0 && plan.load[r] + demand > capacity[r]) continue;
      if (restricted && !options.staffAllows(part, r)) continue;
      if (this.blink-- <= 0) {
        this.nextBlink();
        continue;
      }
      if (!free) {
        cache.version[f] = -1;
        this.routes.look(part, f, number, alone);
      } else if (cache.version[f] !== plan.version[r]) {
        cache.version[f] = plan.version[r]!;
        this.routes.look(part, f, number, alone);
      }
      const shared = counts ? options.cost + this.counted(part, r) : options.cost;
      if (cache.least[f] + shared < this.best) this.offer(part, f, shared, list);
    }
  }

  /** What a route adds that hangs on other routes: rules of counting, and the worth of filling its idle time. */
  private counted(part: number, r: number): number {
    const { features } = this.plan;
    return (features ? features.delta(part, r) : 0) - (this.idleWeight > 0 ? this.filled(part, r) : 0);
  }

  /** Weighs the two places known of a route. */
  private offer(part: number, f: number, shared: number, list: Candidates): void {
    const { cache } = this;
    let cost = cache.cost[2 * f] + shared;
    if (cost < this.best && cache.behind[2 * f] >= 0) {
      if (this.highestWeight > 0) cost += this.raised(part, cache.start[2 * f]);
      if (cache.exact[f] === 0) {
        if (cost < list.limit()) list.add(cache.behind[2 * f], cost, cache.start[2 * f]);
      } else if (cost < this.best) {
        this.behind[0] = cache.behind[2 * f]!;
        this.take(cost, 1);
      }
    }
    cost = cache.cost[2 * f + 1] + shared;
    if (cost < this.best && cache.behind[2 * f + 1] >= 0) {
      if (this.highestWeight > 0) cost += this.raised(part, cache.start[2 * f + 1]);
      if (cost < list.limit()) list.add(cache.behind[2 * f + 1], cost, cache.start[2 * f + 1]);
    }
  }

  /** What a part is worth to a route that idles long, at the least of its work. */
  private filled(part: number, r: number): number {
    const idle = this.plan.routeIdle[r];
    const work = durationOn(this.data, part, r);
    return this.edits.idle.worth(idle) * (work < idle ? work : idle);
  }

  /** What a start adds to the price of the plan's largest lateness. */
  private raised(part: number, start: number): number {
    const { data } = this;
    if (data.soft[part] === 0) return 0;
    const late = (data.several[part] ? lateness(data, part, start) : start - data.due[part]) - this.highestNow;
    return late > 0 ? late * this.highestWeight : 0;
  }

  /** Combines the best places of each part, different staff for each, and tries the cheapest. */
  private findJoint(first: number, parts: number): void {
    for (let k = 0; k < parts; k++) {
      const list = this.perPart[k];
      list.clear();
      this.scan(first + k, list);
      if (list.count === 0) return;
    }
    this.joint.begin(first, parts);
    // A good combination found among the first few places rules most others out by their sum.
    if (parts === 2) this.tryJoint(first, parts, FEW);
    this.tryJoint(first, parts, PART_KEPT);
  }

  private tryJoint(first: number, parts: number, places: number): void {
    const { joint } = this;
    joint.gather(places, this.best);
    for (let tries = places === FEW ? 1 : JOINT_TRIALS * (parts - 1); tries > 0; tries--) {
      const c = joint.next(this.best);
      if (c < 0) return;
      for (let k = 0; k < parts; k++) this.behind[k] = this.perPart[k].behind[joint.pick(c, k)]!;
      const cost = this.options.cost + this.trial.cost(first, this.behind, parts, this.best - this.options.cost);
      if (cost < this.best) this.take(cost, parts);
    }
  }

  /** Puts a break of a route back at its cheapest place. False when it must and cannot be. */
  insertBreak(node: number, route: number): boolean {
    const { plan, data, edits } = this;
    const required = data.breakRequired[node - data.parts] === 1;
    // An unused route takes no break; what it costs to miss it is charged all the same.
    if (!required && plan.visitsOnRoute[route] === 0) return true;
    this.trial.remember();
    let best = required ? Infinity : data.breakMissed[node - data.parts];
    let at = -1;
    const end = startNode(data, route) + 1;
    const notLast = data.breakBeforeVisit[node - data.parts] === 1 && plan.visitsOnRoute[route] > 0;
    for (let p = data.routeHead[route]; p !== end && (best > 0 || this.idleWeight > 0); p = plan.next[p]!) {
      if (plan.start[p] + plan.duration[p] > data.due[node]) break;
      if (notLast && placedFrom(plan, plan.next[p]) === end) break;
      const cost = this.trial.breakCost(node, p, best);
      if (cost < best) {
        best = cost;
        at = p;
      }
    }
    if (at < 0) return !required;
    if (!this.trial.settleBreak(node, at)) {
      this.broken = true;
      return false;
    }
    if (!required) plan.cost -= data.breakMissed[node - data.parts];
    edits.refreshRoutes();
    return true;
  }
}
