import { durationOn, startNode, type ProblemData } from '../../model/problem-data.js';
import type { Random } from '../../random/random.js';
import type { Edits } from '../../state/edits.js';
import { NEVER, firstStart, placedFrom, placedUpTo, startCost } from '../../state/node-time.js';
import type { SearchPlan } from '../../state/search-plan.js';
import { Candidates } from './candidates.js';
import { JointPlaces } from './joint-places.js';
import { LinkOptions } from './link-options.js';
import { Trial } from './trial.js';

const SINGLE_KEPT = 12;
const PART_KEPT = 10;
const PART_KEPT_PER_ROUTE = 2;

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
  private readonly single = new Candidates(SINGLE_KEPT, SINGLE_KEPT);
  private readonly perPart = Array.from({ length: 8 }, () => new Candidates(PART_KEPT, PART_KEPT_PER_ROUTE));
  private readonly behind: number[] = [];
  private readonly joint: JointPlaces;
  private readonly bestBehind: number[] = [];
  private bestOption = 0;
  private best = Infinity;
  private blink = 0;
  private changedRoutesOnly = false;
  private readonly classSeen: Int32Array;
  private classStamp = 0;
  /** A visit is served when that costs less than so many times its being left out. */
  generosity = 1;
  /** An insertion could not be settled: the plan must be restored before anything else. */
  broken = false;
  /** Candidate places looked at, for statistics. */
  looked = 0;

  constructor(
    private readonly edits: Edits,
    private readonly random: Random,
    private readonly blinkRate: number,
  ) {
    this.plan = edits.plan;
    this.data = edits.plan.data;
    this.trial = new Trial(edits);
    this.options = new LinkOptions(this.plan);
    this.joint = new JointPlaces(this.plan, this.perPart, this.options);
    this.classSeen = new Int32Array(this.data.routeClasses);
    this.nextBlink();
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
    plan.cost += this.options.cost;
    edits.serve(visit);
    edits.refreshRoutes();
    return true;
  }

  /** Finds the cheapest place; false when there is none worth taking. */
  private find(visit: number): boolean {
    const { data, plan } = this;
    for (let k = data.needsFirst[visit]; k < data.needsFirst[visit + 1]; k++) {
      if (!plan.served[data.needs[k]] && !this.needEachOther(data.needs[k], visit)) return false;
    }
    const first = data.visitFirst[visit];
    const parts = data.visitFirst[visit + 1] - first;
    for (let i = first; i < first + parts; i++) if (data.fitFirst[i] === data.fitFirst[i + 1]) return false;
    this.best = data.unservedCost[visit] * this.generosity;
    this.bestBehind.length = 0;
    this.options.gather(visit);
    this.trial.remember();
    for (let k = 0; k < this.options.count; k++) {
      this.options.choose(visit, k);
      if (parts === 1) this.findSingle(first, k);
      else this.findJoint(first, parts, k);
      this.options.clear();
    }
    return this.bestBehind.length > 0;
  }

  /** Two visits that are served together or not at all: either may go first. */
  private needEachOther(other: number, visit: number): boolean {
    const { data } = this;
    for (let k = data.needsFirst[other]; k < data.needsFirst[other + 1]; k++) if (data.needs[k] === visit) return true;
    return false;
  }

  private findSingle(part: number, option: number): void {
    const list = this.single;
    list.clear();
    this.scan(part, list, option);
    for (let c = 0; c < list.count; c++) {
      if (list.cost[c] >= this.best) break;
      this.behind[0] = list.behind[c]!;
      const cost = this.options.cost + this.trial.cost(part, this.behind, 1, this.best - this.options.cost);
      if (cost < this.best) this.take(cost, option, 1);
    }
  }

  private take(cost: number, option: number, parts: number): void {
    this.best = cost;
    this.bestOption = option;
    for (let k = 0; k < parts; k++) this.bestBehind[k] = this.behind[k]!;
    this.bestBehind.length = parts;
  }

  /** Looks at every route a part fits; exact prices are taken at once, the others go to `list`. */
  private scan(part: number, list: Candidates, option: number): void {
    const { data, plan } = this;
    const parts = data.visitFirst[data.visitOf[part] + 1] - data.visitFirst[data.visitOf[part]];
    // Counts of this scan begin above all of the last one's.
    this.classStamp += 16;
    if (this.classStamp > 1e9) this.restartClassCounts();
    for (let f = data.fitFirst[part]; f < data.fitFirst[part + 1]; f++) {
      const r = data.fitRoute[f];
      if (this.changedRoutesOnly && !plan.isTouched(r)) continue;
      if (plan.visitsOnRoute[r] === 0) {
        // As many empty routes as the visit has parts stand for all that are like them.
        const c = data.routeClass[r];
        if (this.classSeen[c] < this.classStamp) this.classSeen[c] = this.classStamp;
        if (this.classSeen[c] >= this.classStamp + parts) continue;
        this.classSeen[c]++;
      }
      if (plan.load[r] + data.demand[part] > data.capacity[r]) continue;
      if (!this.options.staffAllows(part, r)) continue;
      this.scanRoute(part, r, list, option);
    }
  }

  private restartClassCounts(): void {
    this.classSeen.fill(0);
    this.classStamp = 16;
  }

  private scanRoute(part: number, r: number, list: Candidates, option: number): void {
    const { data, plan, options } = this;
    const { place, weight } = data;
    const delta = plan.features ? plan.features.delta(part, r) : 0;
    if (delta === Infinity) return;
    const n = data.places;
    const profile = data.profileOf[r];
    const travel = data.travel[profile];
    const charge = data.charge[profile];
    const u = place[part];
    const end = startNode(data, r) + 1;
    const alone = data.visitFirst[data.visitOf[part] + 1] - data.visitFirst[data.visitOf[part]] === 1;
    const base = options.cost + delta + data.fitCost[data.fit[part * data.routes + r]];
    const service = durationOn(data, part, r);
    const empty = plan.visitsOnRoute[r] === 0;
    const number = part - data.visitFirst[data.visitOf[part]];
    const from = options.from[number];
    const to = options.to[number];
    const { next, start, latest, duration } = plan;
    const { allHard } = data;
    const lastStart = data.soft[part] ? data.horizonEnd : data.due[part];
    // Nothing behind the part can begin before this.
    const freeAgain = (from > data.earliest[part] ? from : data.earliest[part]) + service;
    const exactAllowed = alone && !data.routeCosts;
    let cut = Math.min(this.best, list.limit());
    for (let p = data.routeHead[r]; p !== end; p = next[p]) {
      const free = start[p] + duration[p];
      if (free > lastStart) return;
      const after = next[p];
      const rest = place[p] < 0;
      const slack = latest[after];
      if (freeAgain > slack && !rest && (allHard || base + (freeAgain - slack) * data.leastLateWeight >= cut)) continue;
      this.looked++;
      if (this.blink-- <= 0) {
        this.nextBlink();
        continue;
      }
      const a = rest ? place[placedUpTo(plan, p)] : place[p];
      const b = place[after] >= 0 ? place[after] : place[placedFrom(plan, after)];
      let bound = base + weight.travel * (charge[a * n + u] + charge[u * n + b] - (empty ? 0 : charge[a * n + b]));
      if (data.order) bound += this.edits.orderCost(data.order, part, p);
      if (bound >= cut) continue;
      const arrival = rest ? this.behindBreak(p, travel[a * n + u]) : free + travel[a * n + u];
      const t = firstStart(data, part, arrival > from ? arrival : from);
      if (t >= NEVER) continue;
      bound += startCost(data, part, t);
      if (bound >= cut) continue;
      const push = t + service + travel[u * n + b];
      // A push may move a linked partner behind on the same route, which only a trial can price.
      const still = push <= slack && t <= to && (options.links.length === 0 || push <= start[after]);
      if (exactAllowed && still && !rest && !this.raisesHighest(part, t)) {
        this.behind[0] = p;
        this.take(bound, option, 1);
        cut = Math.min(this.best, list.limit());
        continue;
      }
      if (push > slack && !rest) {
        // Some stop behind will be late by at least what its latest start is passed by.
        if (allHard) continue;
        bound += (push - slack) * data.leastLateWeight;
        if (bound >= cut) continue;
      }
      list.add(p, bound, t, plan.route);
      cut = Math.min(this.best, list.limit());
    }
  }

  /** Earliest time a part placed behind a break can begin: the break is then taken at the part's place. */
  private behindBreak(node: number, travel: number): number {
    const { plan, data } = this;
    const p = plan.previous[node];
    if (data.place[p] < 0) return plan.start[node] + plan.duration[node];
    return firstStart(data, node, plan.start[p] + plan.duration[p] + travel) + plan.duration[node];
  }

  private raisesHighest(part: number, t: number): boolean {
    return this.data.weight.highestLateness > 0 && this.data.soft[part] === 1 && startCost(this.data, part, t) > 0;
  }

  /** Combines the best places of each part, different staff for each, and tries the cheapest. */
  private findJoint(first: number, parts: number, option: number): void {
    for (let k = 0; k < parts; k++) {
      const list = this.perPart[k];
      list.clear();
      this.scan(first + k, list, option);
      if (list.count === 0) return;
    }
    const { joint } = this;
    joint.gather(first, parts, this.best);
    for (let c = 0; c < joint.count; c++) {
      if (joint.bound[c] >= this.best) return;
      for (let k = 0; k < parts; k++) this.behind[k] = this.perPart[k].behind[joint.pick(c, k)]!;
      const cost = this.options.cost + this.trial.cost(first, this.behind, parts, this.best - this.options.cost);
      if (cost < this.best) this.take(cost, option, parts);
    }
  }

  /** Puts a break of a route back at its cheapest place. False when it must and cannot be. */
  insertBreak(node: number, route: number): boolean {
    const { plan, data, edits } = this;
    const required = data.breakRequired[node - data.parts] === 1;
    // An unused route takes no break; what it costs to miss it is charged all the same.
    if (!required && plan.visitsOnRoute[route] === 0) return true;
    let best = required ? Infinity : data.breakMissed[node - data.parts];
    let at = -1;
    const end = startNode(data, route) + 1;
    const notLast = data.breakBeforeVisit[node - data.parts] === 1 && plan.visitsOnRoute[route] > 0;
    for (let p = data.routeHead[route]; p !== end && best > 0; p = plan.next[p]!) {
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
