import { startNode, type ProblemData } from '../model/problem-data.js';
import { RouteFigures, routeFigures } from '../objective/route-figures.js';
import { placedFrom } from '../state/node-time.js';
import type { SearchPlan } from '../state/search-plan.js';
import { fairnessCost } from './fairness.js';
import { PAST } from './settled.js';
import { staffRuleCosts, type RouteTime } from './staff-rules.js';

type Draft = { -readonly [Key in keyof RouteTime]: RouteTime[Key] };

const blank = (): Draft => ({ departure: 0, return: 0, rest: 0, service: 0, parts: 0 });

/** What people's routes amount to over several shifts: limits, rests, free times and shares, kept true while routes change. */
export class StaffTime {
  private readonly data: ProblemData;
  /** Null while a route is unused. */
  private readonly times: (Draft | null)[];
  private readonly own: readonly Draft[];
  private readonly trial: readonly Draft[];
  private readonly before: (Draft | null)[] = [];
  private readonly costs: Float64Array;
  private readonly marked: Uint8Array;
  private readonly figures = new RouteFigures();
  private readonly timeOf = (route: number): RouteTime | null => this.times[route];
  /** Whether some break of a route is owed by long routes only: the finished plan may leave it out. */
  private readonly conditional: Uint8Array;
  private sum = 0;

  constructor(private readonly plan: SearchPlan) {
    const { data } = plan;
    this.data = data;
    this.times = Array.from({ length: data.routes }, () => null);
    this.own = Array.from({ length: data.routes }, blank);
    this.trial = Array.from({ length: data.routes }, blank);
    this.costs = new Float64Array(data.staffRules?.length ?? 0);
    this.marked = new Uint8Array(this.costs.length);
    this.conditional = Uint8Array.from(this.own, (_, r) => {
      for (let b = data.breakFirst[r]; b < data.breakFirst[r + 1]; b++)
        if (data.breakRequired[b] && data.breakWhenLonger[b] > 0) return 1;
      return 0;
    });
  }

  /** Cost of the present: {@link note} must have seen every route that changed. */
  cost(): number {
    let cost = 0;
    for (const one of this.costs) cost += one;
    this.sum = cost + this.shares();
    return this.sum;
  }

  private shares(): number {
    return this.data.fairness.reduce((cost, fair) => cost + fairnessCost(fair, this.timeOf), 0);
  }

  /** Takes over a route's times as they are now. */
  note(route: number): void {
    this.times[route] = this.read(route, this.own[route]);
    const staff = this.data.staffOf[route];
    if (this.data.staffRules?.[staff]) this.costs[staff] = this.costOf(staff);
  }

  private costOf(staff: number): number {
    const { limits, rest, freeTime } = staffRuleCosts(this.data.staffRules![staff]!, this.timeOf);
    return limits + rest + freeTime;
  }

  /** What the present times of some routes would change; nothing is taken over. */
  change(routes: Int32Array, count: number): number {
    for (let k = 0; k < count; k++) {
      const r = routes[k];
      this.before[k] = this.times[r];
      this.times[r] = this.read(r, this.trial[k]);
    }
    let cost = 0;
    for (let k = 0; k < count; k++) {
      const staff = this.data.staffOf[routes[k]];
      if (!this.data.staffRules?.[staff] || this.marked[staff]) continue;
      this.marked[staff] = 1;
      cost += this.costOf(staff) - this.costs[staff];
    }
    if (this.data.fairness.length > 0) {
      let rules = 0;
      for (const one of this.costs) rules += one;
      cost += this.shares() - (this.sum - rules);
    }
    for (let k = 0; k < count; k++) {
      this.times[routes[k]] = this.before[k];
      if (this.marked.length > 0) this.marked[this.data.staffOf[routes[k]]] = 0;
    }
    return cost;
  }

  private read(route: number, out: Draft): Draft | null {
    const { plan, data, figures } = this;
    if (plan.visitsOnRoute[route] === 0) return null;
    routeFigures(plan, route, figures);
    out.departure = figures.departure;
    out.return = figures.return;
    out.service = plan.serviceTime[route];
    out.parts = plan.visitsOnRoute[route];
    out.rest = 0;
    for (let b = data.breakFirst[route]; b < data.breakFirst[route + 1]; b++)
      if (plan.route[data.parts + b] >= 0) out.rest += plan.duration[data.parts + b];
    if (this.conditional[route]) this.leaveOut(route, figures.delay, out);
    return out;
  }

  /** Breaks that the finished plan leaves out because so short a route does not owe them; one that is kept can make another owed. */
  private leaveOut(route: number, delay: number, out: Draft): void {
    let length = -1;
    for (;;) {
      this.readKept(route, delay, length, out);
      const now = out.return - out.departure;
      if (now <= length) return;
      length = now;
    }
  }

  /** Reads the route without the required breaks whose threshold is not below `length`. */
  private readKept(route: number, delay: number, length: number, out: Draft): void {
    const { plan, data } = this;
    const s = startNode(data, route);
    const travel = data.travel[data.profileOf[route]];
    const n = data.places;
    let free = plan.start[plan.next[s]] + delay;
    let first = true;
    let last = s;
    out.rest = 0;
    for (let i = plan.next[s]; i !== s + 1; i = plan.next[i]) {
      const begins = data.fixed[i] === PAST ? plan.start[i] : Math.max(plan.start[i], free);
      const b = i - data.parts;
      const to = data.place[placedFrom(plan, plan.next[i])];
      free = begins + plan.duration[i] + (data.place[i] < 0 ? 0 : travel[data.place[i] * n + to]);
      if (b >= 0 && !data.fixed[i] && data.breakRequired[b] && data.breakWhenLonger[b] > 0 && data.breakWhenLonger[b] >= length)
        continue;
      if (b >= 0) out.rest += plan.duration[i];
      if (first && data.departsLate[route]) out.departure = begins - travel[data.place[s] * n + data.place[placedFrom(plan, i)]];
      first = false;
      last = i;
      out.return = begins + plan.duration[i] + (data.place[i] < 0 ? 0 : travel[data.place[i] * n + data.place[s + 1]]);
    }
    if (last === s) out.return = out.departure;
    out.departure = Math.max(out.departure, data.shiftStart[route]);
  }
}
