import type { RoutingData } from './routing-data.js';

/** Routes as rows of cells; see `Rounds`, which changes them. */
export interface Rows {
  readonly data: RoutingData;
  /** Cells of a row. */
  readonly width: number;
  /** By cell: the stop, when it is left, its latest start, and the travel to the next. */
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
  absentCount: number;
  /** Travel, and the prices of stops left out. */
  cost: number;
  /** Rows that changed since the last `keep` or `restore`. */
  readonly touched: Int32Array;
  readonly touchedCount: number;
  /** Must follow each change of whether a route has stops. */
  noteUse(route: number): void;
}
