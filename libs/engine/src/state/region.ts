import { startNode, UNFIT, type ProblemData } from '../model/problem-data.js';
import type { Random } from '../random/random.js';
import type { SearchPlan } from './search-plan.js';

/**
 * The routes and visits a thread may change. While several threads work on one
 * plan each has people of its own; what hangs together across the border stays
 * as it is until the border is drawn anew.
 */
export class Region {
  /** By route: 1 when it may be changed. */
  readonly route: Uint8Array;
  /** By visit: 1 when it may be taken out or put in. */
  readonly visit: Uint8Array;
  /** Of the visits that may be, those that could also be somewhere else, in the order of their numbers; all where none could. */
  readonly visits: Int32Array;
  visitCount = 0;
  /** Others have regions too. */
  divided = false;
  /** By route: the thread it belongs to. */
  readonly owner: Uint8Array;
  /** By visit: the thread that may change it; -1: none. */
  readonly ownerOfVisit: Int8Array;
  /** By visit: 1 when its people and its start are pinned. */
  private readonly settled: Uint8Array;
  private readonly distance: Float64Array;
  private readonly load: Int32Array;
  private readonly order: Int32Array;

  constructor(private readonly data: ProblemData) {
    this.route = new Uint8Array(data.routes).fill(1);
    this.visit = new Uint8Array(data.visits).fill(1);
    this.visits = new Int32Array(data.visits);
    this.settled = Uint8Array.from({ length: data.visits }, (_, v) => (isSettled(data, v) ? 1 : 0));
    this.list();
    this.owner = new Uint8Array(data.routes);
    this.ownerOfVisit = new Int8Array(data.visits);
    this.distance = new Float64Array(data.staff);
    this.load = new Int32Array(data.staff);
    this.order = new Int32Array(data.staff);
  }

  /**
   * Divides the people of a plan among threads: those whose visits are nearest
   * to a random visit go to the first, and so on, with about equally many
   * visits for each. The same plan and draw divide the same way everywhere.
   */
  divide(plan: SearchPlan, random: Random, thread: number, threads: number): void {
    const { data, owner } = this;
    this.divided = true;
    const pivot = random.below(data.visits);
    const last = this.rank(plan, pivot, threads);
    for (let v = 0; v < data.visits; v++)
      this.ownerOfVisit[v] = plan.served[v] ? this.ownerOfServed(plan, v) : this.ownerOfAbsent(pivot, v, last, threads);
    this.closeAcross();
    for (let r = 0; r < data.routes; r++) this.route[r] = owner[r] === thread ? 1 : 0;
    for (let v = 0; v < data.visits; v++) this.visit[v] = this.ownerOfVisit[v] === thread ? 1 : 0;
    this.list();
  }

  /** Gives each route an owner; the farthest distance of each thread's people but the last's. */
  private rank(plan: SearchPlan, pivot: number, threads: number): readonly number[] {
    const { data, distance, load, order, owner } = this;
    distance.fill(0);
    load.fill(0);
    for (let r = 0; r < data.routes; r++) {
      const staff = data.staffOf[r];
      for (let i = plan.next[startNode(data, r)]; plan.next[i] >= 0; i = plan.next[i]!) {
        if (i >= data.parts) continue;
        distance[staff] += this.travel(pivot, data.visitOf[i]);
        load[staff]++;
      }
    }
    let used = 0;
    let total = 0;
    for (let s = 0; s < data.staff; s++) {
      if (load[s] === 0) continue;
      distance[s] /= load[s];
      total += load[s];
      order[used++] = s;
    }
    order.subarray(0, used).sort((a, b) => distance[a] - distance[b] || a - b);
    const ownerOfStaff = new Uint8Array(data.staff);
    const last: number[] = [];
    let given = 0;
    for (let k = 0; k < used; k++) {
      const thread = Math.min(threads - 1, Math.floor((threads * given) / total));
      ownerOfStaff[order[k]] = thread;
      last[thread] = distance[order[k]]!;
      given += load[order[k]];
    }
    // People without work are dealt out.
    let idle = 0;
    for (let s = 0; s < data.staff; s++) if (load[s] === 0) ownerOfStaff[s] = idle++ % threads;
    for (let r = 0; r < data.routes; r++) owner[r] = ownerOfStaff[data.staffOf[r]]!;
    return last;
  }

  /** Who decides how a link binds: whoever may change its visit; anybody where nobody may. */
  ownerOfLink(link: number): number {
    const { data } = this;
    const node = data.linkBefore[link] < data.parts ? data.linkBefore[link] : data.linkAfter[link];
    return Math.max(0, this.ownerOfVisit[data.visitOf[node]]);
  }

  private travel(from: number, to: number): number {
    const { data } = this;
    return data.travel[0][data.place[data.visitFirst[from]] * data.places + data.place[data.visitFirst[to]]];
  }

  private ownerOfAbsent(pivot: number, visit: number, last: readonly number[], threads: number): number {
    if (last.length === 0) return visit % threads;
    const far = this.travel(pivot, visit);
    for (let t = 0; t + 1 < last.length; t++) if (far <= last[t]) return t;
    return last.length - 1;
  }

  private ownerOfServed(plan: SearchPlan, visit: number): number {
    const { data, owner } = this;
    const first = data.visitFirst[visit];
    const own = owner[plan.route[first]];
    for (let i = first + 1; i < data.visitFirst[visit + 1]; i++) if (owner[plan.route[i]] !== own) return -1;
    return own;
  }

  /** Visits that need or bind one of another thread belong to nobody, whether they are served or not. */
  private closeAcross(): void {
    const { data } = this;
    for (let changed = true; changed;) {
      changed = false;
      for (let l = 0; l < data.links; l++) {
        const [before, after] = [data.linkBefore[l], data.linkAfter[l]];
        // A link to the start of its own route binds one visit only.
        if (before >= data.parts || after >= data.parts) continue;
        if (this.part(data.visitOf[before], data.visitOf[after])) changed = true;
      }
      for (let v = 0; v < data.visits; v++) {
        for (let k = data.needsFirst[v]; k < data.needsFirst[v + 1]; k++) if (this.part(v, data.needs[k])) changed = true;
      }
    }
  }

  private part(a: number, b: number): boolean {
    const { ownerOfVisit } = this;
    if (ownerOfVisit[a] === ownerOfVisit[b]) return false;
    ownerOfVisit[a] = ownerOfVisit[b] = -1;
    return true;
  }

  private list(): void {
    this.visitCount = 0;
    for (let v = 0; v < this.data.visits; v++) if (this.visit[v] && !this.settled[v]) this.visits[this.visitCount++] = v;
    if (this.visitCount > 0) return;
    for (let v = 0; v < this.data.visits; v++) if (this.visit[v]) this.visits[this.visitCount++] = v;
  }
}

function isSettled({ visitFirst, fixed, fit, routes }: ProblemData, visit: number): boolean {
  for (let i = visitFirst[visit]; i < visitFirst[visit + 1]; i++) {
    if (!fixed[i]) return false;
    let fits = 0;
    for (let r = 0; r < routes && fits < 2; r++) if (fit[i * routes + r] !== UNFIT) fits++;
    if (fits > 1) return false;
  }
  return true;
}
