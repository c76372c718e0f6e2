import { KeptRounds } from './kept-rounds.js';
import type { RoutingData } from './routing-data.js';
import type { Rows } from './rows.js';
import { measureRow, rowHolds, timeFrom, timeUpTo } from './row-times.js';

/**
 * The routes of a plain problem as rows of cells: the stops in order, both
 * ends included, each with when it is left, its latest start, and the travel to the
 * next. Short rows are moved and copied faster than lists are walked.
 *
 * `keep` makes the present the one to return to, `restore` returns to it; both
 * copy only the rows that changed.
 */
export class Rounds implements Rows {
  readonly width: number;
  readonly stop: Int32Array;
  readonly leave: Int32Array;
  readonly latest: Int32Array;
  readonly leg: Int32Array;
  readonly length: Int32Array;
  readonly load: Int32Array;
  readonly version: Float64Array;
  readonly route: Int32Array;
  readonly cell: Int32Array;
  readonly absent: Int32Array;
  absentCount = 0;
  cost = 0;
  readonly touched: Int32Array;
  touchedCount = 0;
  /** Routes with stops, in no particular order. */
  readonly used: Int32Array;
  usedCount = 0;
  private readonly usedAt: Int32Array;
  /** Routes that may not change. */
  readonly closed: Uint8Array;
  /** The stops that may be moved. */
  readonly open: Int32Array;
  openCount: number;
  private readonly isTouched: Uint8Array;
  private versions = 0;
  private readonly kept: KeptRounds;

  constructor(readonly data: RoutingData) {
    const { routes, stops } = data;
    this.width = stops;
    const cells = (): Int32Array => new Int32Array(routes * stops);
    this.stop = cells();
    this.leave = cells();
    this.latest = cells();
    this.leg = cells();
    this.length = new Int32Array(routes);
    this.load = new Int32Array(routes);
    this.version = new Float64Array(routes);
    this.kept = new KeptRounds(data);
    this.route = new Int32Array(stops).fill(-1);
    this.cell = new Int32Array(stops);
    this.absent = new Int32Array(stops);
    this.touched = new Int32Array(routes);
    this.isTouched = new Uint8Array(routes);
    this.used = new Int32Array(routes);
    this.usedAt = Int32Array.from({ length: routes }, (_, r) => r);
    for (let r = 0; r < routes; r++) this.used[r] = r;
    this.closed = new Uint8Array(routes);
    this.open = Int32Array.from({ length: data.visits }, (_, k) => k + 1);
    this.openCount = data.visits;
    this.replace([]);
  }

  /** Replaces everything by the given routes; false when they do not hold. */
  replace(routes: readonly (readonly number[])[]): boolean {
    const { data } = this;
    this.route.fill(-1);
    this.absentCount = 0;
    this.cost = 0;
    let sound = routes.length <= data.routes;
    for (let r = 0; r < data.routes; r++) {
      this.touch(r);
      const row = routes[r] ?? [];
      const first = r * this.width;
      this.stop[first] = 0;
      this.load[r] = 0;
      row.forEach((s, k) => {
        this.stop[first + k + 1] = s;
        if (this.route[s] >= 0) sound = false;
        this.route[s] = r;
        this.load[r] += data.demand[s];
      });
      this.stop[first + row.length + 1] = data.stops - 1;
      this.length[r] = row.length;
      this.noteUse(r);
      if (this.load[r] > data.capacity) sound = false;
      measureRow(this, r);
      if (!rowHolds(this, r)) sound = false;
    }
    for (let s = 1; s <= data.visits; s++) {
      if (this.route[s] >= 0) continue;
      this.absent[this.absentCount++] = s;
      this.cost += data.unserved[s];
    }
    return sound;
  }

  /** `used` lists the routes with stops first, then the empty ones. */
  noteUse(r: number): void {
    const { used, usedAt } = this;
    const at = usedAt[r];
    const isUsed = this.length[r] > 0;
    if (at < this.usedCount === isUsed) return;
    const to = isUsed ? this.usedCount++ : --this.usedCount;
    const other = used[to];
    used[to] = r;
    usedAt[r] = to;
    used[at] = other;
    usedAt[other] = at;
  }

  /** A route without stops that may change; -1: none. */
  emptyRoute(): number {
    for (let k = this.usedCount; k < this.data.routes; k++) if (this.closed[this.used[k]] === 0) return this.used[k];
    return -1;
  }

  meanLength(): number {
    return (this.data.visits - this.absentCount) / Math.max(1, this.usedCount);
  }

  touch(r: number): void {
    this.version[r] = ++this.versions;
    if (this.isTouched[r]) return;
    this.isTouched[r] = 1;
    this.touched[this.touchedCount++] = r;
  }

  /** Puts a stop behind a cell, where it is known to hold, at a known cost of travel. */
  insert(s: number, behind: number, r: number, detour: number): void {
    const { stop, leave, latest, leg, data, cell } = this;
    const first = r * this.width;
    this.touch(r);
    const end = first + ++this.length[r] + 1;
    if (this.length[r] === 1) this.noteUse(r);
    for (let k = end; k > behind + 1; k--) {
      const moved = stop[k - 1];
      stop[k] = moved;
      cell[moved] = k;
      leave[k] = leave[k - 1]!;
      latest[k] = latest[k - 1]!;
      leg[k] = leg[k - 1]!;
    }
    const at = behind + 1;
    stop[at] = s;
    cell[s] = at;
    this.route[s] = r;
    leg[behind] = data.travelTo[s * data.stops + stop[behind]]!;
    leg[at] = data.travel[s * data.stops + stop[at + 1]]!;
    const { ready, due, service } = data;
    let t = leave[behind];
    for (let k = at; k <= end; k++) {
      const next = stop[k];
      t += leg[k - 1];
      if (t < ready[next]) t = ready[next]!;
      t += service[next];
      if (k > at && t === leave[k]) break;
      leave[k] = t;
    }
    t = latest[at + 1]!;
    for (let k = at; k >= first; k--) {
      const before = stop[k];
      t -= leg[k] + service[before];
      if (t > due[before]) t = due[before]!;
      if (k < at && t === latest[k]) break;
      latest[k] = t;
    }
    this.load[r] += data.demand[s];
    this.cost += detour;
  }

  /** Takes a stop that was put back off the list of those left out. */
  serve(at: number): void {
    this.cost -= this.data.unserved[this.absent[at]];
    this.absent[at] = this.absent[--this.absentCount];
  }

  /** Takes the stops of a route out whose `route` was set to -1. */
  closeGaps(r: number): void {
    const { stop, leg, data, cell, route, leave } = this;
    const first = r * this.width;
    const end = first + this.length[r] + 1;
    this.touch(r);
    let to = first;
    let from = -1;
    for (let k = first + 1; k <= end; k++) {
      const s = stop[k];
      if (k < end && route[s] < 0) {
        this.cost -= leg[k - 1] - data.unserved[s];
        this.load[r] -= data.demand[s];
        this.absent[this.absentCount++] = s;
        if (from < 0) from = k;
        continue;
      }
      const before = to++;
      if (to === k) continue;
      stop[to] = s;
      leave[to] = leave[k]!;
      cell[s] = to;
      this.cost -= leg[k - 1];
      leg[before] = data.travel[stop[before] * data.stops + s]!;
      this.cost += leg[before];
      leg[to] = leg[k]!;
    }
    this.length[r] = to - first - 1;
    if (this.length[r] === 0) {
      this.cost -= leg[first];
      this.noteUse(r);
    }
    timeFrom(this, from, first);
    timeUpTo(this, to, first);
  }

  /** From here on only these routes change, and of the stops left out only these are put back. */
  restrict(mayChange: (route: number) => boolean, mayServe: (stop: number) => boolean): void {
    const { stop, absent, open } = this;
    this.openCount = 0;
    for (let r = 0; r < this.data.routes; r++) {
      this.closed[r] = mayChange(r) ? 0 : 1;
      const first = r * this.width + 1;
      if (!this.closed[r]) for (let k = first; k < first + this.length[r]; k++) open[this.openCount++] = stop[k]!;
    }
    let kept = 0;
    for (let k = 0; k < this.absentCount; k++) if (mayServe(absent[k])) absent[kept++] = absent[k]!;
    this.absentCount = kept;
    for (let k = 0; k < kept; k++) open[this.openCount++] = absent[k]!;
    open.subarray(0, this.openCount).sort();
    this.keep();
  }

  keep(): void {
    this.kept.keep(this);
    this.forgetTouched();
  }

  restore(): void {
    this.kept.restore(this);
    this.forgetTouched();
  }

  private forgetTouched(): void {
    for (let t = 0; t < this.touchedCount; t++) this.isTouched[this.touched[t]] = 0;
    this.touchedCount = 0;
  }
}
