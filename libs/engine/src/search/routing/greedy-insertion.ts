import type { Random } from '../../random/random.js';
import { BLINK_RATE } from '../measured.js';
import type { Rounds } from './rounds.js';

/** With more routes in use than this, only those near a stop are looked at. */
const MANY = 24;
const NEAREST = 40;

/**
 * Puts absent stops back, each at its cheapest place, in an order drawn anew
 * each time, now and then overlooking a route (Christiaens and Vanden Berghe
 * 2020, section 5.2). The best place on a route is remembered until the route
 * changes.
 */
export class GreedyInsertion {
  private readonly knownVersion: Float64Array;
  private readonly knownCell: Int32Array;
  private readonly knownCost: Int32Array;
  private readonly key: Float64Array;
  private readonly seen: Float64Array;
  private stamp = 0;
  private blink = 0;
  private bestCell = -1;
  private bestRoute = -1;
  private bestCost = 0;
  looked = 0;

  constructor(
    private readonly rounds: Rounds,
    private readonly random: Random,
  ) {
    const { stops, routes } = rounds.data;
    this.knownVersion = new Float64Array(stops * routes);
    this.knownCell = new Int32Array(stops * routes);
    this.knownCost = new Int32Array(stops * routes);
    this.key = new Float64Array(stops);
    this.seen = new Float64Array(routes);
    this.nextBlink();
  }

  private nextBlink(): void {
    this.blink = Math.floor(Math.log(this.random.unit()) / Math.log(1 - BLINK_RATE));
  }

  /** False as soon as the cost is seen to pass `limit`; what is absent then is not to be looked at. */
  run(limit: number): boolean {
    const { rounds } = this;
    const { data, absent } = rounds;
    this.sort();
    // The list is worked off from its end, so that what is served leaves it at no cost.
    let hoped = 0;
    for (let k = 0; k < rounds.absentCount; k++) hoped += data.unserved[absent[k]];
    for (let k = rounds.absentCount - 1; k >= 0; k--) {
      if (rounds.cost - hoped >= limit) return false;
      const s = absent[k];
      hoped -= data.unserved[s];
      this.find(s);
      if (this.bestRoute < 0) continue;
      rounds.serve(k);
      rounds.insert(s, this.bestCell, this.bestRoute, this.bestCost);
    }
    return true;
  }

  private find(s: number): void {
    const { rounds } = this;
    this.bestCost = rounds.data.unserved[s];
    this.bestRoute = -1;
    if (rounds.usedCount <= MANY) {
      for (let k = 0; k < rounds.usedCount; k++) this.consider(s, rounds.used[k]);
    } else this.findNear(s);
    const empty = rounds.emptyRoute();
    if (empty >= 0) this.consider(s, empty);
  }

  private findNear(s: number): void {
    const { rounds, seen } = this;
    const { neighbour, neighbourCount } = rounds.data;
    const stamp = ++this.stamp;
    for (let k = 0; k < rounds.touchedCount; k++) {
      const r = rounds.touched[k];
      seen[r] = stamp;
      if (rounds.length[r] > 0) this.consider(s, r);
    }
    const row = s * neighbourCount;
    const end = row + (neighbourCount < NEAREST ? neighbourCount : NEAREST);
    for (let k = row; k < end; k++) {
      const r = rounds.route[neighbour[k]];
      if (r < 0 || seen[r] === stamp) continue;
      seen[r] = stamp;
      this.consider(s, r);
    }
  }

  private consider(s: number, r: number): void {
    const { rounds } = this;
    if (rounds.load[r] + rounds.data.demand[s] > rounds.data.capacity || rounds.closed[r]) return;
    if (this.blink-- <= 0) {
      this.nextBlink();
      return;
    }
    const known = s * rounds.data.routes + r;
    if (this.knownVersion[known] !== rounds.version[r]) this.scan(s, r, known);
    if (this.knownCost[known] >= this.bestCost) return;
    this.bestCost = this.knownCost[known]!;
    this.bestCell = this.knownCell[known]!;
    this.bestRoute = r;
  }

  /** Finds the cheapest place of a stop on a route. */
  private scan(s: number, r: number, known: number): void {
    const { rounds } = this;
    const { data, stop, leave, latest, leg } = rounds;
    const { travel, travelTo } = data;
    const row = s * data.stops;
    const ready = data.ready[s];
    const due = data.due[s];
    const service = data.service[s];
    const first = r * rounds.width;
    const end = first + rounds.length[r];
    let best = 0x7fffffff;
    let at = -1;
    const direct = end > first ? 1 : 0;
    this.looked += end - first + 1;
    for (let k = first; k <= end; k++) {
      const left = leave[k];
      if (left > due) break;
      const there = travelTo[row + stop[k]];
      const onward = travel[row + stop[k + 1]];
      const detour = there + onward - direct * leg[k];
      if (detour >= best) continue;
      let t = left + there;
      if (t > due) continue;
      if (t < ready) t = ready;
      if (t + service + onward > latest[k + 1]) continue;
      best = detour;
      at = k;
    }
    this.knownVersion[known] = rounds.version[r]!;
    this.knownCost[known] = best;
    this.knownCell[known] = at;
  }

  /** Orders the absent stops so that the last goes first. */
  private sort(): void {
    const { rounds, random, key } = this;
    const { data, absent } = rounds;
    const count = rounds.absentCount;
    random.shuffle(absent, count);
    const draw = random.below(17);
    if (draw < 4) return;
    for (let k = 0; k < count; k++) {
      const s = absent[k];
      const far = data.travel[s];
      key[s] =
        draw < 8
          ? -data.demand[s]
          : draw < 10
            ? -far
            : draw < 11
              ? far
              : draw < 13
                ? data.due[s] - data.ready[s]
                : draw < 15
                  ? data.ready[s]
                  : -data.due[s];
    }
    for (let k = 1; k < count; k++) {
      const s = absent[k];
      let at = k;
      for (; at > 0 && key[absent[at - 1]] < key[s]; at--) absent[at] = absent[at - 1]!;
      absent[at] = s;
    }
  }
}
