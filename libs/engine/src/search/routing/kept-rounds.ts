import type { RoutingData } from './routing-data.js';
import type { Rows } from './rows.js';

/** The rounds to return to: a copy that follows row by row, of those that changed. */
export class KeptRounds {
  private readonly stop: Int32Array;
  private readonly leave: Int32Array;
  private readonly latest: Int32Array;
  private readonly leg: Int32Array;
  private readonly length: Int32Array;
  private readonly load: Int32Array;
  private readonly version: Float64Array;
  private readonly absent: Int32Array;
  private absentCount = 0;
  private cost = 0;

  constructor({ routes, stops }: RoutingData) {
    const cells = (): Int32Array => new Int32Array(routes * stops);
    this.stop = cells();
    this.leave = cells();
    this.latest = cells();
    this.leg = cells();
    this.length = new Int32Array(routes);
    this.load = new Int32Array(routes);
    this.version = new Float64Array(routes);
    this.absent = new Int32Array(stops);
  }

  keep(now: Rows): void {
    for (let t = 0; t < now.touchedCount; t++) {
      const r = now.touched[t];
      const first = r * now.width;
      const end = first + now.length[r] + 1;
      for (let k = first; k <= end; k++) {
        this.stop[k] = now.stop[k]!;
        this.leave[k] = now.leave[k]!;
        this.latest[k] = now.latest[k]!;
        this.leg[k] = now.leg[k]!;
      }
      this.length[r] = now.length[r]!;
      this.load[r] = now.load[r]!;
      this.version[r] = now.version[r]!;
    }
    for (let k = 0; k < now.absentCount; k++) this.absent[k] = now.absent[k]!;
    this.absentCount = now.absentCount;
    this.cost = now.cost;
  }

  restore(now: Rows): void {
    for (let t = 0; t < now.touchedCount; t++) {
      const r = now.touched[t];
      now.length[r] = this.length[r]!;
      now.noteUse(r);
      now.load[r] = this.load[r]!;
      now.version[r] = this.version[r]!;
      const first = r * now.width;
      const end = first + now.length[r] + 1;
      for (let k = first; k <= end; k++) {
        const s = this.stop[k];
        now.stop[k] = s;
        now.leave[k] = this.leave[k]!;
        now.latest[k] = this.latest[k]!;
        now.leg[k] = this.leg[k]!;
        now.route[s] = r;
        now.cell[s] = k;
      }
    }
    for (let k = 0; k < this.absentCount; k++) {
      const s = this.absent[k];
      now.absent[k] = s;
      now.route[s] = -1;
    }
    now.absentCount = this.absentCount;
    now.cost = this.cost;
  }
}
