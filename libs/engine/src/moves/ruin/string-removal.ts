import { startNode, type ProblemData } from '../../model/problem-data.js';
import type { Random } from '../../random/random.js';
import type { Region } from '../../state/region.js';
import type { Edits } from '../../state/edits.js';
import type { SearchPlan } from '../../state/search-plan.js';

/** Visits taken out at a time, on average. */
export const MEAN_REMOVED = 10;
export const LONGEST_STRING = 10;
/** One ruin in so many begins at the shift that idles longest. */
const IDLEST_EVERY = 3;

/**
 * Adjacent string removal: strings of consecutive visits are taken from
 * routes near a random visit (Christiaens and Vanden Berghe 2020, section
 * 5.1). A visit with several parts leaves whole.
 */
export class StringRemoval {
  private readonly plan: SearchPlan;
  private readonly data: ProblemData;
  private readonly ruined: Int32Array;
  private stamp = 0;
  /** Routes that lost something in the last removal. */
  readonly routes: Int32Array;
  routeCount = 0;
  private readonly row: Int32Array;

  constructor(
    private readonly edits: Edits,
    private readonly random: Random,
    private readonly region: Region,
  ) {
    this.plan = edits.plan;
    this.data = edits.plan.data;
    this.ruined = new Int32Array(this.data.routes);
    this.routes = new Int32Array(this.data.routes);
    this.row = new Int32Array(this.data.parts);
  }

  /** Removes strings around a random visit; times are settled by the caller. */
  remove(): void {
    const { data, plan, random } = this;
    this.stamp++;
    this.routeCount = 0;
    const seed = this.seed();
    const longest = Math.max(1, Math.min(LONGEST_STRING, this.meanLength()));
    const mostStrings = (4 * MEAN_REMOVED) / (1 + longest) - 1;
    const strings = Math.max(1, Math.floor(random.unit() * mostStrings + 1));
    this.around(seed, longest);
    for (let k = 0; k < data.neighbourCount && this.routeCount < strings; k++) {
      const visit = data.neighbour[seed * data.neighbourCount + k];
      if (plan.served[visit]) this.around(visit, longest);
    }
  }

  /**
   * A random visit; where some are left out, often one of those, to make room
   * for it; where the longest idle time is priced, often one of that shift.
   */
  private seed(): number {
    const { plan, random, region } = this;
    if (plan.absentCount > 0 && random.below(4) === 0) {
      const visit = plan.absent[random.below(plan.absentCount)];
      if (region.visit[visit]) return visit;
    }
    if (this.data.weight.highestIdle > 0 && random.below(IDLEST_EVERY) === 0) {
      const visit = this.onIdlest();
      if (visit >= 0 && region.visit[visit]) return visit;
    }
    return region.visits[random.below(region.visitCount)];
  }

  /** A random visit of the shift that idles longest, or if that has none, one that somebody else could give it; -1: none found. */
  private onIdlest(): number {
    const { data, plan, random } = this;
    let idlest = 0;
    for (let r = 1; r < data.routes; r++) if (plan.routeIdle[r] > plan.routeIdle[idlest]) idlest = r;
    const count = plan.visitsOnRoute[idlest];
    if (count === 0) {
      const part = random.below(data.parts);
      return data.fit[part * data.routes + idlest] === 0 ? -1 : data.visitOf[part];
    }
    let at = random.below(count);
    for (let i = plan.next[startNode(data, idlest)]; i >= 0; i = plan.next[i]!)
      if (i < data.parts && at-- === 0) return data.visitOf[i];
    return -1;
  }

  private meanLength(): number {
    const { plan, data } = this;
    let used = 0;
    let visits = 0;
    for (let r = 0; r < data.routes; r++) {
      if (plan.visitsOnRoute[r] === 0) continue;
      used++;
      visits += plan.visitsOnRoute[r];
    }
    return used === 0 ? 1 : visits / used;
  }

  private around(visit: number, longest: number): void {
    const { data, plan, region } = this;
    if (!region.visit[visit]) return;
    for (let i = data.visitFirst[visit]; i < data.visitFirst[visit + 1]; i++) {
      const r = plan.route[i];
      if (r < 0 || this.ruined[r] === this.stamp) continue;
      this.ruined[r] = this.stamp;
      this.routes[this.routeCount++] = r;
      this.removeString(i, longest);
    }
  }

  /** A string of visits that holds `part`; half the time some inside it stay. */
  private removeString(part: number, longest: number): void {
    const { data, plan, random } = this;
    const r = plan.route[part];
    const length = plan.visitsOnRoute[r];
    const most = Math.min(longest, length);
    const taken = Math.floor(random.unit() * most + 1);
    let stay = 0;
    if (taken > 1 && taken < length && random.below(2) === 0) {
      stay = 1;
      while (taken + stay < length && random.below(100) > 0 && random.below(2) === 0) stay++;
    }
    const span = Math.min(length, taken + stay);
    // The row of the route's visits, and where ours stands in it.
    let count = 0;
    let at = 0;
    let i = part;
    while (plan.previous[i] >= 0) i = plan.previous[i]!;
    for (i = plan.next[i]!; plan.next[i] >= 0; i = plan.next[i]!) {
      if (i >= data.parts) continue;
      if (i === part) at = count;
      this.row[count++] = data.visitOf[i]!;
    }
    const lowest = Math.max(0, at - span + 1);
    const highest = Math.min(at, length - span);
    const begin = lowest + random.below(highest - lowest + 1);
    const keepFrom = begin + (stay > 0 ? random.below(span - stay + 1) : 0);
    for (let k = begin; k < begin + span; k++) {
      if (stay > 0 && k >= keepFrom && k < keepFrom + stay) continue;
      if (this.region.visit[this.row[k]]) this.edits.removeVisit(this.row[k]);
    }
  }
}
