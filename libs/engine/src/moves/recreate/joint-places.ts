import type { ProblemData } from '../../model/problem-data.js';
import { NEVER, firstStart, placedFrom, startCost } from '../../state/node-time.js';
import type { SearchPlan } from '../../state/search-plan.js';
import type { Candidates } from './candidates.js';
import type { LinkOptions } from './link-options.js';

/** Combinations kept at most; those found first stay. */
const MOST = 256;
const MOST_PARTS = 8;

/**
 * Combines the best places of each part of a visit, different staff for each,
 * and hands them out cheapest first by a lower bound that knows the parts'
 * links to each other.
 */
export class JointPlaces {
  private readonly bound = new Float64Array(MOST);
  private readonly picks = new Int32Array(MOST * MOST_PARTS);
  private count = 0;
  private readonly chosen = new Int32Array(MOST_PARTS);
  private readonly start = new Int32Array(MOST_PARTS);
  private readonly data: ProblemData;
  private first = 0;
  private parts = 0;
  private limit = Infinity;

  /**
   * @param lists the best places of each part
   * @param options the links of the visit to be placed
   */
  constructor(
    private readonly plan: SearchPlan,
    private readonly lists: readonly Candidates[],
    private readonly options: LinkOptions,
  ) {
    this.data = plan.data;
  }

  /** Which candidate of part `k` the combination takes. */
  pick(combination: number, k: number): number {
    return this.picks[combination * MOST_PARTS + k];
  }

  /** @param limit combinations at or above it are of no use. */
  gather(first: number, parts: number, limit: number): void {
    this.first = first;
    this.parts = parts;
    this.limit = limit;
    this.count = 0;
    this.descend(0, 0);
  }

  /** The cheapest combination not given yet, or -1 when none is below the limit. */
  next(limit: number): number {
    const { bound, count } = this;
    let best = -1;
    let least = limit;
    for (let c = 0; c < count; c++) {
      if (bound[c] < least) {
        least = bound[c]!;
        best = c;
      }
    }
    if (best >= 0) bound[best] = Infinity;
    return best;
  }

  private descend(k: number, sum: number): void {
    const list = this.lists[k];
    for (let c = 0; c < list.count; c++) {
      // The option's gap cost is in every part's bound; it counts once.
      const bound = sum + list.cost[c] - (k > 0 ? this.options.cost : 0);
      if (bound >= this.limit) return;
      if (k > 0 && this.clashes(k, list.behind[c])) continue;
      this.chosen[k] = c;
      if (k + 1 < this.parts) this.descend(k + 1, bound);
      else if (this.count < MOST) this.keep(bound);
    }
  }

  private clashes(k: number, behind: number): boolean {
    const { data, plan } = this;
    const staff = data.staffOf[plan.route[behind]];
    for (let j = 0; j < k; j++) {
      if (data.staffOf[plan.route[this.lists[j].behind[this.chosen[j]]]] === staff) return true;
    }
    return false;
  }

  private keep(sum: number): void {
    const bound = this.withLinks(sum);
    if (bound >= this.limit) return;
    const c = this.count++;
    this.bound[c] = bound;
    for (let j = 0; j < this.parts; j++) this.picks[c * MOST_PARTS + j] = this.chosen[j]!;
  }

  /** Adds what the parts' common timing costs them beyond their own earliest starts. */
  private withLinks(sum: number): number {
    const { data, start, first, parts } = this;
    for (let k = 0; k < parts; k++) start[k] = this.lists[k].start[this.chosen[k]]!;
    for (let round = 0; round < 4 && this.tighten(); round++);
    let bound = sum;
    for (let k = 0; k < parts; k++) {
      const own = this.lists[k].start[this.chosen[k]];
      if (start[k] >= NEVER) return Infinity;
      if (start[k] > own) bound += startCost(data, first + k, start[k]) - startCost(data, first + k, own);
      if (bound >= this.limit) return Infinity;
      if (start[k] > own) bound += this.push(k, start[k], own);
    }
    return bound;
  }

  private tighten(): boolean {
    const { data, plan, start, first, parts } = this;
    const { links } = this.options;
    let moved = false;
    for (let l = 0; l < links.length; l++) {
      const link = links[l];
      const b = data.linkBefore[link] - first;
      const a = data.linkAfter[link] - first;
      if (b < 0 || b >= parts || a < 0 || a >= parts) continue;
      const g = plan.gap[link];
      if (start[b] + data.gapMin[g] > start[a]) {
        start[a] = firstStart(data, first + a, start[b] + data.gapMin[g]);
        moved = true;
      }
      if (start[a] - data.gapMax[g] > start[b]) {
        start[b] = firstStart(data, first + b, start[a] - data.gapMax[g]);
        moved = true;
      }
    }
    return moved;
  }

  /** What starting at `t` instead of `own` pushes the next stop past its slack costs at the least: that one stop's lateness. */
  private push(k: number, t: number, own: number): number {
    const { data, plan } = this;
    const behind = this.lists[k].behind[this.chosen[k]];
    const after = plan.next[behind];
    const to = data.place[placedFrom(plan, after)];
    const travel = data.travel[data.profileOf[plan.route[behind]]];
    const i = this.first + k;
    const over = t + data.duration[i] + travel[data.place[i] * data.places + to] - plan.latest[after];
    if (over <= 0) return 0;
    if (data.allHard) return Infinity;
    const more = t - own;
    return (over < more ? over : more) * data.leastLateWeight;
  }
}
