import { PAST } from '../features/settled.js';
import { UNBOUNDED, type ProblemData } from '../model/problem-data.js';
import { NEVER, firstStart, lateness, ownLatest, startCost, travelBetween } from './node-time.js';
import type { SearchPlan } from './search-plan.js';

/**
 * Keeps starts and latest starts true while routes change. Starts are the
 * longest paths through route arcs and link arcs; they are raised by a work
 * list after insertions and built anew where removals may have lowered them.
 */
export class Timing {
  private readonly data: ProblemData;
  private readonly queue: Int32Array;
  private readonly queued: Uint8Array;
  private head = 0;
  private tail = 0;
  private readonly raised: Int32Array;
  private readonly raisedFrom: Int32Array;
  private raisedCount = 0;
  private readonly inClosure: Uint8Array;
  private readonly closure: Int32Array;
  private closureCount = 0;
  /** Nodes that were late before their start fell: their latest start falls with it. */
  private readonly punished: Int32Array;
  private change = 0;
  /** By node: 1 when one window is all that its start and its price hang on, as with most. */
  private readonly plain: Uint8Array;
  private readonly notesLateness: boolean;
  /** Largest lateness met since the last `raise` began; for the highest-lateness component. */
  highest = 0;

  constructor(private readonly plan: SearchPlan) {
    this.data = plan.data;
    const n = plan.data.nodes;
    this.queue = new Int32Array(n + 1);
    this.queued = new Uint8Array(n);
    this.raised = new Int32Array(8 * n + 64);
    this.raisedFrom = new Int32Array(8 * n + 64);
    this.inClosure = new Uint8Array(n);
    this.closure = new Int32Array(n);
    this.punished = new Int32Array(n);
    const { several, wishFrom, wishTo, fixed } = this.data;
    this.plain = Uint8Array.from({ length: n }, (_, i) => (several[i] || wishFrom[i] <= wishTo[i] || fixed[i] ? 0 : 1));
    this.notesLateness = this.data.weight.highestLateness > 0;
  }

  private push(node: number): void {
    if (this.queued[node]) return;
    this.queued[node] = 1;
    this.queue[this.tail] = node;
    this.tail = this.tail + 1 === this.queue.length ? 0 : this.tail + 1;
  }

  private pop(): number {
    const node = this.queue[this.head];
    this.head = this.head + 1 === this.queue.length ? 0 : this.head + 1;
    this.queued[node] = 0;
    return node;
  }

  private drop(): void {
    while (this.head !== this.tail) this.pop();
  }

  /** Earliest start of a node by what precedes it now, windows included; {@link NEVER} when impossible. */
  required(node: number): number {
    const { plan, data } = this;
    const p = plan.previous[node];
    if (p < 0) return plan.start[node];
    // What is past was reached, whatever the matrix says.
    const past = data.fixed[node] === PAST;
    let t = past
      ? data.earliest[node]
      : plan.start[p] + plan.duration[p] + travelBetween(plan, p, node, data.profileOf[plan.route[node]]);
    for (let k = data.nodeLinkFirst[node]; k < data.nodeLinkFirst[node + 1]; k++) {
      const bound = this.linkBound(data.nodeLink[k], node);
      if (bound > t) t = bound;
    }
    return firstStart(data, node, t);
  }

  /** What one link demands of a node's start; far in the past when it does not bind. */
  linkBound(link: number, node: number): number {
    const g = this.plan.gap[link];
    if (g < 0) return -UNBOUNDED;
    const { data, plan } = this;
    return data.linkAfter[link] === node
      ? plan.start[data.linkBefore[link]] + data.gapMin[g]
      : plan.start[data.linkAfter[link]] - data.gapMax[g];
  }

  /**
   * Starts a trial: `raise` calls after this are undone by `undo`.
   */
  begin(): void {
    this.raisedCount = 0;
    this.highest = 0;
  }

  /**
   * Raises the starts that the given nodes' predecessors now demand, and all
   * that follows from it. Returns the added cost, or a value above `bound` as
   * soon as it is passed, or Infinity when something hard is broken.
   */
  raise(nodes: Int32Array | readonly number[], count: number, bound: number): number {
    const { plan, data, plain } = this;
    let added = 0;
    for (let k = 0; k < count && added <= bound; k++) {
      added += this.lift(nodes[k], this.required(nodes[k]));
      this.push(nodes[k]);
    }
    let steps = 0;
    const most = 200 + 2 * data.nodes;
    while (this.head !== this.tail && added <= bound && added < Infinity) {
      if (++steps > most) added = Infinity;
      const i = this.pop();
      const t = plan.start[i];
      const n = plan.next[i];
      if (n >= 0) {
        const arrival = t + plan.duration[i] + travelBetween(plan, i, n, data.profileOf[plan.route[i]]);
        if (arrival > plan.start[n]) {
          if (plain[n]) added += this.lift(n, arrival);
          else if (data.fixed[n] !== PAST) added += this.lift(n, firstStart(data, n, arrival));
        }
      }
      for (let k = data.nodeLinkFirst[i]; k < data.nodeLinkFirst[i + 1]; k++) {
        const link = data.nodeLink[k];
        const g = plan.gap[link];
        if (g < 0) continue;
        const isBefore = data.linkBefore[link] === i;
        const other = isBefore ? data.linkAfter[link] : data.linkBefore[link];
        const bound2 = isBefore ? t + data.gapMin[g] : t - data.gapMax[g];
        if (bound2 > plan.start[other]) added += this.lift(other, plain[other] ? bound2 : firstStart(data, other, bound2));
      }
    }
    if (added > bound || added === Infinity) this.drop();
    return added;
  }

  private lift(node: number, value: number): number {
    const { plan, data } = this;
    const old = plan.start[node];
    if (value <= old) return 0;
    if (value > data.limit[node] || this.raisedCount >= this.raised.length) return Infinity;
    if (data.allHard ? value > plan.latest[node] : value > data.due[node] && !data.soft[node] && !data.several[node])
      return Infinity;
    this.raised[this.raisedCount] = node;
    this.raisedFrom[this.raisedCount++] = old;
    plan.touch(node);
    plan.start[node] = value;
    this.push(node);
    if (this.plain[node] === 0) return this.liftAny(node, value, old);
    const due = data.due[node];
    if (value <= due) return 0;
    if (this.notesLateness && node < data.parts && value - due > this.highest) this.highest = value - due;
    return data.lateWeight[node] * (value - (old > due ? old : due));
  }

  private liftAny(node: number, value: number, old: number): number {
    const { data } = this;
    if (this.notesLateness && node < data.parts && data.soft[node]) {
      const late = lateness(data, node, value);
      if (late > this.highest) this.highest = late;
    }
    return startCost(data, node, value) - startCost(data, node, old);
  }

  /** What it costs that a node starts at `to` instead of `from`. */
  private priceChange(node: number, from: number, to: number): number {
    const { data } = this;
    if (this.plain[node] === 0) return startCost(data, node, to) - startCost(data, node, from);
    const due = data.due[node];
    return from <= due && to <= due ? 0 : data.lateWeight[node] * ((to > due ? to - due : 0) - (from > due ? from - due : 0));
  }

  /** Takes back every start raised since `begin`. */
  undo(): void {
    for (let k = this.raisedCount - 1; k >= 0; k--) this.plan.start[this.raised[k]] = this.raisedFrom[k]!;
    this.raisedCount = 0;
  }

  /** Routes whose starts were raised since `begin`, each once, into `out`. */
  raisedRoutes(out: Int32Array, mark: Int32Array, stamp: number): number {
    let count = 0;
    for (let k = 0; k < this.raisedCount; k++) {
      const r = this.plan.route[this.raised[k]];
      if (r >= 0 && mark[r] !== stamp) {
        mark[r] = stamp;
        out[count++] = r;
      }
    }
    return count;
  }

  /** After a settled insertion: latest starts of the given nodes and of all whose latest start depends on them. */
  settleInsertion(nodes: Int32Array | readonly number[], count: number): void {
    const { plan, data } = this;
    for (let k = 0; k < this.raisedCount; k++) plan.changed(plan.route[this.raised[k]]);
    for (let k = 0; k < count; k++) {
      plan.setLatest(nodes[k], this.latestByOthers(nodes[k]));
      this.push(nodes[k]);
    }
    this.lowerLatest();
    if (data.allHard) return;
    // A node that became late may not be punished again: its latest start moves up with its start.
    this.closureCount = 0;
    for (let k = 0; k < this.raisedCount; k++) {
      const i = this.raised[k];
      if (plan.latest[i] < plan.start[i]) this.intoClosure(i);
    }
    if (this.closureCount > 0) this.rebuildLatest();
  }

  /** Latest start by the node's own windows, the next stop and its links. */
  private latestByOthers(node: number): number {
    const { plan, data } = this;
    let t = UNBOUNDED;
    const n = plan.next[node];
    if (n >= 0) t = plan.latest[n] - travelBetween(plan, node, n, data.profileOf[plan.route[node]]) - plan.duration[node];
    for (let k = data.nodeLinkFirst[node]; k < data.nodeLinkFirst[node + 1]; k++) {
      const link = data.nodeLink[k];
      const g = plan.gap[link];
      if (g < 0) continue;
      const other =
        data.linkBefore[link] === node
          ? plan.latest[data.linkAfter[link]] - data.gapMin[g]
          : plan.latest[data.linkBefore[link]] + data.gapMax[g];
      if (other < t) t = other;
    }
    return this.ownLatest(node, t);
  }

  private ownLatest(node: number, t: number): number {
    const { data, plan } = this;
    const present = plan.start[node];
    if (this.plain[node] === 0) return ownLatest(data, node, t, present);
    const due = data.due[node];
    const limit = present > due && data.soft[node] ? present : due;
    return t < limit ? t : limit;
  }

  private lowerLatest(): void {
    const { plan, data } = this;
    let steps = 0;
    while (this.head !== this.tail) {
      if (++steps > 1000 * data.nodes) throw new Error('latest starts do not settle: the routes cannot be timed');
      const i = this.pop();
      const p = plan.previous[i];
      if (p >= 0) this.lowerTo(p, plan.latest[i] - travelBetween(plan, p, i, data.profileOf[plan.route[i]]) - plan.duration[p]);
      for (let k = data.nodeLinkFirst[i]; k < data.nodeLinkFirst[i + 1]; k++) {
        const link = data.nodeLink[k];
        const g = plan.gap[link];
        if (g < 0) continue;
        if (data.linkAfter[link] === i) this.lowerTo(data.linkBefore[link], plan.latest[i] - data.gapMin[g]);
        else this.lowerTo(data.linkAfter[link], plan.latest[i] + data.gapMax[g]);
      }
    }
  }

  private lowerTo(node: number, value: number): void {
    const { plan } = this;
    if (value >= plan.latest[node]) return;
    const t = this.ownLatest(node, value);
    // A start that is late already is never allowed to look earlier than it is.
    if (t >= plan.latest[node]) return;
    plan.setLatest(node, t);
    this.push(node);
  }

  private intoClosure(node: number): void {
    if (this.inClosure[node]) return;
    this.inClosure[node] = 1;
    this.closure[this.closureCount++] = node;
  }

  /**
   * After removals (or any change that may lower starts): `behind` are the
   * nodes that lost a predecessor or a link, `before` those that lost a
   * successor or a link. Returns the change of cost; Infinity when something
   * hard broke (a detour that was a short cut).
   */
  settleRemoval(behind: Int32Array, behindCount: number, before: Int32Array, beforeCount: number): number {
    const { plan } = this;
    this.change = 0;
    this.closureCount = 0;
    for (let k = 0; k < behindCount; k++) if (plan.route[behind[k]] >= 0) this.intoClosure(behind[k]);
    const punished = this.rebuildStarts();
    this.closureCount = 0;
    // Latest starts of routes that cannot be timed would fall for ever.
    if (this.change === Infinity) return Infinity;
    for (let k = 0; k < beforeCount; k++) if (plan.route[before[k]] >= 0) this.intoClosure(before[k]);
    for (let k = 0; k < punished; k++) this.intoClosure(this.punished[k]);
    this.rebuildLatest();
    return this.change;
  }

  /**
   * After any change of order, gaps or own times: `nodes` are all that stand
   * at a changed arc or changed themselves, now in the plan or not. Every
   * touched node that a rule of lateness looks at counts as changed. Returns
   * the change of cost; Infinity when something hard broke.
   */
  settleChange(nodes: readonly number[]): number {
    const { plan, data } = this;
    this.change = 0;
    this.closureCount = 0;
    for (const i of nodes) {
      if (plan.route[i] < 0) continue;
      if (data.earliest[i] > (data.soft[i] ? data.limit[i] : Math.min(data.due[i], data.limit[i]))) this.change = Infinity;
      this.intoClosure(i);
    }
    this.rebuildStarts();
    this.closureCount = 0;
    if (this.change === Infinity) return Infinity;
    for (const i of nodes) if (plan.route[i] >= 0) this.intoClosure(i);
    // A start that rose, or fell, may be punished from another instant on.
    for (let k = 0; k < plan.touchedCount; k++) if (plan.route[plan.touched[k]] >= 0) this.intoClosure(plan.touched[k]);
    this.rebuildLatest();
    return this.change;
  }

  /** Starts of the closure and of all held up by it, built anew; returns how many were noted as punished for lateness before. */
  private rebuildStarts(): number {
    const { plan, data } = this;
    for (let c = 0; c < this.closureCount; c++) {
      const i = this.closure[c];
      const t = plan.start[i];
      const n = plan.next[i];
      if (n >= 0 && plan.start[n] > data.earliest[n]) {
        if (data.several[n] || t + plan.duration[i] + travelBetween(plan, i, n, data.profileOf[plan.route[i]]) === plan.start[n])
          this.intoClosure(n);
      }
      for (let k = data.nodeLinkFirst[i]; k < data.nodeLinkFirst[i + 1]; k++) {
        const link = data.nodeLink[k];
        const g = plan.gap[link];
        if (g < 0) continue;
        const isBefore = data.linkBefore[link] === i;
        const other = isBefore ? data.linkAfter[link] : data.linkBefore[link];
        if (plan.start[other] <= data.earliest[other]) continue;
        const tight = isBefore ? t + data.gapMin[g] : t - data.gapMax[g];
        if (data.several[other] || tight === plan.start[other]) this.intoClosure(other);
      }
    }
    let punished = 0;
    for (let c = 0; c < this.closureCount; c++) {
      const i = this.closure[c];
      const t = plan.start[i];
      if (data.soft[i] && (t > data.due[i] || data.several[i])) this.punished[punished++] = i;
      this.change += this.priceChange(i, t, data.earliest[i]);
      plan.setStart(i, data.earliest[i]);
      this.inClosure[i] = 0;
    }
    for (let c = 0; c < this.closureCount; c++) {
      const i = this.closure[c];
      const t = this.required(i);
      if (t > plan.start[i]) this.moveUp(i, t);
      this.push(i);
    }
    // Routes that wait for each other in a circle would rise until they break something.
    let rounds = 1000 + 50 * (this.closureCount + data.parts);
    while (this.head !== this.tail && this.change < Infinity) {
      if (--rounds < 0) this.change = Infinity;
      else this.relaxStart(this.pop());
    }
    this.drop();
    return punished;
  }

  private relaxStart(i: number): void {
    const { plan, data } = this;
    const n = plan.next[i];
    if (n >= 0 && data.fixed[n] !== PAST) {
      const t = firstStart(data, n, plan.start[i] + plan.duration[i] + travelBetween(plan, i, n, data.profileOf[plan.route[i]]));
      if (t > plan.start[n]) this.moveUp(n, t);
    }
    for (let k = data.nodeLinkFirst[i]; k < data.nodeLinkFirst[i + 1]; k++) {
      const link = data.nodeLink[k];
      const g = plan.gap[link];
      if (g < 0) continue;
      const isBefore = data.linkBefore[link] === i;
      const other = isBefore ? data.linkAfter[link] : data.linkBefore[link];
      const t = firstStart(data, other, isBefore ? plan.start[i] + data.gapMin[g] : plan.start[i] - data.gapMax[g]);
      if (t > plan.start[other]) this.moveUp(other, t);
    }
  }

  private moveUp(node: number, value: number): void {
    const { plan, data } = this;
    if (value >= NEVER || value > data.limit[node] || (!data.soft[node] && value > data.due[node])) {
      this.change = Infinity;
      return;
    }
    this.change += this.priceChange(node, plan.start[node], value);
    plan.setStart(node, value);
    this.push(node);
  }

  /** Latest starts of the closure and of all that they held down, built anew. */
  private rebuildLatest(): void {
    const { plan, data } = this;
    for (let c = 0; c < this.closureCount; c++) {
      const i = this.closure[c];
      const t = plan.latest[i];
      const p = plan.previous[i];
      if (
        p >= 0 &&
        (data.several[p] || t - travelBetween(plan, p, i, data.profileOf[plan.route[i]]) - plan.duration[p] <= plan.latest[p])
      )
        this.intoClosure(p);
      for (let k = data.nodeLinkFirst[i]; k < data.nodeLinkFirst[i + 1]; k++) {
        const link = data.nodeLink[k];
        const g = plan.gap[link];
        if (g < 0) continue;
        const isAfter = data.linkAfter[link] === i;
        const other = isAfter ? data.linkBefore[link] : data.linkAfter[link];
        const tight = isAfter ? t - data.gapMin[g] : t + data.gapMax[g];
        if (data.several[other] || tight <= plan.latest[other]) this.intoClosure(other);
      }
    }
    for (let c = 0; c < this.closureCount; c++) {
      const i = this.closure[c];
      plan.setLatest(i, this.ownLatest(i, UNBOUNDED));
      this.inClosure[i] = 0;
    }
    for (let c = 0; c < this.closureCount; c++) {
      const i = this.closure[c];
      const t = this.latestByOthers(i);
      if (t < plan.latest[i]) plan.setLatest(i, t);
      this.push(i);
    }
    this.lowerLatest();
  }

  /** All starts and latest starts of the whole plan from nothing; false when its routes cannot be timed. */
  rebuildAll(): boolean {
    const { plan, data } = this;
    const nodes: number[] = [];
    for (let i = 0; i < data.nodes; i++) if (plan.route[i] >= 0) nodes.push(i);
    for (const i of nodes) plan.setStart(i, data.earliest[i]);
    this.begin();
    this.change = 0;
    let rounds = 0;
    for (const i of nodes) this.push(i);
    while (this.head !== this.tail) {
      if (++rounds > 50 * data.nodes + 1000) {
        this.drop();
        return false;
      }
      this.relaxStart(this.pop());
    }
    if (this.change === Infinity) return false;
    for (const i of nodes) {
      if (plan.start[i] >= NEVER || plan.start[i] > data.limit[i]) return false;
      if (!data.soft[i] && plan.start[i] > data.due[i]) return false;
    }
    for (const i of nodes) plan.setLatest(i, this.ownLatest(i, UNBOUNDED));
    for (const i of nodes) this.push(i);
    this.lowerLatest();
    return true;
  }
}
