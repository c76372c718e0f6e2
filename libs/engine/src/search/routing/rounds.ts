import type { RoutingData } from './routing-data.js';

/**
 * The routes of a plain problem as rows of cells: the stops in order, both
 * ends included, each with when it is left, its latest start, and the travel to the
 * next. Short rows are moved and copied faster than lists are walked.
 *
 * `keep` makes the present the one to return to, `restore` returns to it; both
 * copy only the rows that changed.
 */
export class Rounds {
  /** Cells of a row. */
  readonly width: number;
  readonly stop: Int32Array;
  readonly leave: Int32Array;
  readonly latest: Int32Array;
  readonly leg: Int32Array;
  /** Stops of a route but for its ends. */
  readonly length: Int32Array;
  readonly load: Int32Array;
  /** Changes with the row; a restored row has the number it had. */
  readonly version: Float64Array;
  /** Route of each stop, -1 while it is left out, and its cell. */
  readonly route: Int32Array;
  readonly cell: Int32Array;
  readonly absent: Int32Array;
  absentCount = 0;
  /** Travel, and the prices of stops left out. */
  cost = 0;
  /** Rows that changed since the last `keep` or `restore`. */
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
  private readonly keptStop: Int32Array;
  private readonly keptLeave: Int32Array;
  private readonly keptLatest: Int32Array;
  private readonly keptLeg: Int32Array;
  private readonly keptLength: Int32Array;
  private readonly keptLoad: Int32Array;
  private readonly keptVersion: Float64Array;
  private readonly keptAbsent: Int32Array;
  private keptAbsentCount = 0;
  private keptCost = 0;

  constructor(readonly data: RoutingData) {
    const { routes, stops } = data;
    this.width = stops;
    const cells = (): Int32Array => new Int32Array(routes * stops);
    this.stop = cells();
    this.leave = cells();
    this.latest = cells();
    this.leg = cells();
    this.keptStop = cells();
    this.keptLeave = cells();
    this.keptLatest = cells();
    this.keptLeg = cells();
    this.length = new Int32Array(routes);
    this.load = new Int32Array(routes);
    this.version = new Float64Array(routes);
    this.keptLength = new Int32Array(routes);
    this.keptLoad = new Int32Array(routes);
    this.keptVersion = new Float64Array(routes);
    this.route = new Int32Array(stops).fill(-1);
    this.cell = new Int32Array(stops);
    this.absent = new Int32Array(stops);
    this.keptAbsent = new Int32Array(stops);
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
      this.measure(r);
      if (!this.holds(r)) sound = false;
    }
    for (let s = 1; s <= data.visits; s++) {
      if (this.route[s] >= 0) continue;
      this.absent[this.absentCount++] = s;
      this.cost += data.unserved[s];
    }
    return sound;
  }

  /** Builds a row's figures anew from its stops and adds its travel to the cost. */
  private measure(r: number): void {
    const { stop, leg, data, cell } = this;
    const first = r * this.width;
    const end = first + this.length[r] + 1;
    for (let k = first; k < end; k++) {
      leg[k] = data.travel[stop[k] * data.stops + stop[k + 1]]!;
      cell[stop[k]] = k;
      if (end > first + 1) this.cost += leg[k];
    }
    this.timeFrom(first, first);
    this.timeUpTo(end, first);
  }

  private holds(r: number): boolean {
    const { data, stop, leave, latest } = this;
    const first = r * this.width;
    for (let k = first; k <= first + this.length[r] + 1; k++) {
      if (leave[k] - data.service[stop[k]] > latest[k]) return false;
    }
    return true;
  }

  /** When each stop from a cell on is left. */
  private timeFrom(from: number, first: number): void {
    const { data, stop, leave, leg } = this;
    const { ready, service } = data;
    const end = first + this.length[(first / this.width) | 0] + 1;
    let k = from;
    if (k === first) {
      leave[k] = ready[0] + service[0];
      k++;
    }
    for (let t = leave[k - 1]; k <= end; k++) {
      const s = stop[k];
      t += leg[k - 1];
      if (t < ready[s]) t = ready[s]!;
      t += service[s];
      leave[k] = t;
    }
  }

  /** Latest starts from a cell back to the row's first. */
  private timeUpTo(from: number, first: number): void {
    const { data, stop, latest, leg } = this;
    const { due, service } = data;
    let k = from;
    const end = first + this.length[(first / this.width) | 0] + 1;
    if (k === end) {
      latest[k] = due[stop[k]]!;
      k--;
    }
    for (let t = latest[k + 1]; k >= first; k--) {
      const s = stop[k];
      t -= leg[k] + service[s];
      if (t > due[s]) t = due[s]!;
      latest[k] = t;
    }
  }

  /** `used` lists the routes with stops first, then the empty ones. */
  private noteUse(r: number): void {
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
    this.timeFrom(from, first);
    this.timeUpTo(to, first);
  }

  /** Two routes exchange everything behind a cell of each, at a known change of travel. */
  swapTails(one: number, two: number, cellOne: number, cellTwo: number): void {
    const endOne = one * this.width + this.length[one] + 1;
    const endTwo = two * this.width + this.length[two] + 1;
    const tail = endOne - cellOne;
    const other = endTwo - cellTwo;
    for (const r of [one, two]) for (let k = r * this.width; k <= r * this.width + this.length[r]; k++) this.cost -= this.leg[k];
    const held = this.stop.slice(cellOne + 1, endOne + 1);
    this.stop.copyWithin(cellOne + 1, cellTwo + 1, endTwo + 1);
    this.stop.set(held, cellTwo + 1);
    this.length[one] += other - tail;
    this.length[two] += tail - other;
    for (const r of [one, two]) {
      this.touch(r);
      const first = r * this.width;
      const end = first + this.length[r] + 1;
      this.load[r] = 0;
      for (let k = first + 1; k < end; k++) {
        const s = this.stop[k];
        this.load[r] += this.data.demand[s];
        this.route[s] = r;
      }
      this.measure(r);
      this.noteUse(r);
    }
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
    for (let t = 0; t < this.touchedCount; t++) {
      const r = this.touched[t];
      this.isTouched[r] = 0;
      const first = r * this.width;
      const end = first + this.length[r] + 1;
      for (let k = first; k <= end; k++) {
        this.keptStop[k] = this.stop[k]!;
        this.keptLeave[k] = this.leave[k]!;
        this.keptLatest[k] = this.latest[k]!;
        this.keptLeg[k] = this.leg[k]!;
      }
      this.keptLength[r] = this.length[r]!;
      this.keptLoad[r] = this.load[r]!;
      this.keptVersion[r] = this.version[r]!;
    }
    this.touchedCount = 0;
    for (let k = 0; k < this.absentCount; k++) this.keptAbsent[k] = this.absent[k]!;
    this.keptAbsentCount = this.absentCount;
    this.keptCost = this.cost;
  }

  restore(): void {
    for (let t = 0; t < this.touchedCount; t++) {
      const r = this.touched[t];
      this.isTouched[r] = 0;
      this.length[r] = this.keptLength[r]!;
      this.noteUse(r);
      this.load[r] = this.keptLoad[r]!;
      this.version[r] = this.keptVersion[r]!;
      const first = r * this.width;
      const end = first + this.length[r] + 1;
      for (let k = first; k <= end; k++) {
        const s = this.keptStop[k];
        this.stop[k] = s;
        this.leave[k] = this.keptLeave[k]!;
        this.latest[k] = this.keptLatest[k]!;
        this.leg[k] = this.keptLeg[k]!;
        this.route[s] = r;
        this.cell[s] = k;
      }
    }
    this.touchedCount = 0;
    for (let k = 0; k < this.keptAbsentCount; k++) {
      const s = this.keptAbsent[k];
      this.absent[k] = s;
      this.route[s] = -1;
    }
    this.absentCount = this.keptAbsentCount;
    this.cost = this.keptCost;
  }
}
