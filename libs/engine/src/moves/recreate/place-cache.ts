import type { ProblemData } from '../../model/problem-data.js';

/**
 * The two best places of each part on each route it fits, with the version of
 * the route they were found for. Entries are numbered as `ProblemData.fitRoute`;
 * entry f has the slots 2f and 2f + 1.
 *
 * Where a place can be priced exactly, slot 2f is the best such place and
 * 2f + 1 the best of those that only have a lower bound, if it is lower.
 * Elsewhere they are the two places of the lowest bounds. The plan's largest
 * lateness and the cost of gaps are not in a price.
 */
export class PlaceCache {
  readonly version: Float64Array;
  /** Node to stand behind; -1: no place. */
  readonly behind: Int32Array;
  readonly cost: Float64Array;
  /** Earliest start there. */
  readonly start: Int32Array;
  /** The lower of the entry's two costs. */
  readonly least: Float64Array;
  /** 1: slot 2f is exact. */
  readonly exact: Uint8Array;

  constructor(data: ProblemData) {
    const fits = data.fitRoute.length;
    this.version = new Float64Array(fits).fill(-1);
    this.behind = new Int32Array(2 * fits);
    this.cost = new Float64Array(2 * fits);
    this.start = new Int32Array(2 * fits);
    this.exact = new Uint8Array(fits);
    this.least = new Float64Array(fits);
  }
}
