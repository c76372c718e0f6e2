import { durationOn, type ProblemData } from '../../model/problem-data.js';
import { NEVER, firstStart, placedFrom, startCost } from '../../state/node-time.js';
import type { SearchPlan } from '../../state/search-plan.js';
import type { Candidates } from './candidates.js';
import type { LinkOptions } from './link-options.js';

/** Combinations kept at most; those found first stay. */
const MOST = 256;
const MOST_PARTS = 8;
/** Places known of a part at most. */
const MOST_LIST = 16;

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
  private readonly staff = new Int32Array(MOST_PARTS * MOST_LIST);
  private readonly over = new Int32Array(MOST_PARTS * MOST_LIST);
  private inner = 0;
  private readonly innerBefore = new Int32Array(MOST_LIST);
  private readonly innerAfter = new Int32Array(MOST_LIST);
  private readonly innerMin = new Int32Array(MOST_LIST);
  private readonly innerMax = new Int32Array(MOST_LIST);
  private readonly start = new Int32Array(MOST_PARTS);
  private readonly data: ProblemData;
  private first = 0;
  private parts = 0;
  private limit = Infinity;
  private places = 0;

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

  /** Must precede {@link gather} whenever the lists, the visit or its option have changed. */
  begin(first: number, parts: number): void {
    this.first = first;
    this.parts = parts;
    this.gatherInner();
    this.prepare();
  }

  /**
   * @param places how many of each part's places are combined
   * @param limit combinations at or above it are of no use
   */
  gather(places: number, limit: number): void {
    const { parts } = this;
    this.limit = limit;
    this.places = places;
    this.count = 0;
    if (parts === 2) this.pairs();
    else this.descend(0, 0);
  }

  /** Whose each candidate's route is, and by how much a start there, taken as 0, would pass the next stop's latest start. */
  private prepare(): void {
    const { data, plan } = this;
    for (let k = 0; k < this.parts; k++) {
      const list = this.lists[k];
      const i = this.first + k;
      for (let c = 0; c < list.count; c++) {
        const behind = list.behind[c];
        const r = plan.route[behind];
        const after = plan.next[behind];
        const to = data.place[placedFrom(plan, after)];
        this.staff[k * MOST_LIST + c] = data.staffOf[r]!;
        this.over[k * MOST_LIST + c] =
          durationOn(data, i, r) + data.travel[data.profileOf[r]][data.place[i] * data.places + to] - plan.latest[after];
      }
    }
  }

  /** Every combination of two parts. */
  private pairs(): void {
    const { lists, staff } = this;
    const one = lists[0];
    const two = lists[1];
    const shared = this.options.cost;
    const most = this.places;
    for (let a = 0; a < one.count && a < most; a++) {
      const first = one.cost[a] - shared;
      if (first + two.cost[0] >= this.limit) return;
      this.chosen[0] = a;
      for (let b = 0; b < two.count && b < most; b++) {
        const bound = first + two.cost[b];
        if (bound >= this.limit) break;
        if (staff[a] === staff[MOST_LIST + b] || this.count === MOST) continue;
        this.chosen[1] = b;
        this.keep(bound);
      }
    }
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
      if (k > 0 && this.clashes(k, c)) continue;
      this.chosen[k] = c;
      if (k + 1 < this.parts) this.descend(k + 1, bound);
      else if (this.count < MOST) this.keep(bound);
    }
  }

  private clashes(k: number, c: number): boolean {
    const staff = this.staff[k * MOST_LIST + c];
    for (let j = 0; j < k; j++) if (this.staff[j * MOST_LIST + this.chosen[j]] === staff) return true;
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
      if (start[k] === own) continue;
      if (start[k] >= NEVER) return Infinity;
      bound += startCost(data, first + k, start[k]) - startCost(data, first + k, own);
      if (bound >= this.limit) return Infinity;
      bound += this.push(k, start[k], own);
    }
    return bound;
  }

  private tighten(): boolean {
    const { data, start, first } = this;
    let moved = false;
    for (let l = 0; l < this.inner; l++) {
      const b = this.innerBefore[l];
      const a = this.innerAfter[l];
      const gap = start[a] - start[b];
      if (gap < this.innerMin[l]) {
        start[a] = firstStart(data, first + a, start[b] + this.innerMin[l]);
        moved = true;
      } else if (gap > this.innerMax[l]) {
        start[b] = firstStart(data, first + b, start[a] - this.innerMax[l]);
        moved = true;
      }
    }
    return moved && this.inner > 1;
  }

  /** The links between the parts, with the gaps of the present option. */
  private gatherInner(): void {
    const { data, plan, first, parts } = this;
    const { links } = this.options;
    this.inner = 0;
    for (let l = 0; l < links.length && this.inner < MOST_LIST; l++) {
      const b = data.linkBefore[links[l]] - first;
      const a = data.linkAfter[links[l]] - first;
      if (b < 0 || b >= parts || a < 0 || a >= parts) continue;
      this.innerBefore[this.inner] = b;
      this.innerAfter[this.inner] = a;
      this.innerMin[this.inner] = data.gapMin[plan.gap[links[l]]]!;
      this.innerMax[this.inner++] = data.gapMax[plan.gap[links[l]]]!;
    }
  }

  /** What starting at `t` instead of `own` pushes the next stop past its slack costs at the least: that one stop's lateness. */
  private push(k: number, t: number, own: number): number {
    const over = t + this.over[k * MOST_LIST + this.chosen[k]];
    if (over <= 0) return 0;
    if (this.data.allHard) return Infinity;
    const more = t - own;
    return (over < more ? over : more) * this.data.leastLateWeight;
  }
}
