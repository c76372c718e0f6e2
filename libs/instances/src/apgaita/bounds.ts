/** Largest instant and largest price a problem may hold. */
export const LARGEST = 1_000_000_000;
/** Largest cost of leaving out a visit: far above every other price, so that serving comes first. */
export const LARGEST_UNSERVED = 1_000_000_000_000;

/** Bounds that hold for the whole problem. */
export interface Bounds {
  readonly horizonEnd: number;
  readonly places: number;
}
