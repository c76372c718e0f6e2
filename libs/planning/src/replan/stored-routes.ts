/** A stop of a stored route, epoch seconds. */
export interface StoredStop {
  readonly kind: 'visit' | 'break';
  /** The visit's key, or the break's id. */
  readonly id: string;
  /** Counts from 1; 0 for a break. */
  readonly part: number;
  readonly arrival: number;
  readonly start: number;
  readonly end: number;
}

/** A stored route with the shift it was planned for, epoch seconds. */
export interface StoredRoute {
  readonly shiftId: string;
  readonly staffId: string;
  readonly date: string;
  readonly shiftStart: number;
  readonly shiftEnd: number;
  /** When the person leaves for the first stop, and is back from the last. */
  readonly departure: number;
  readonly return: number;
  readonly breakSeconds: number;
  readonly stops: readonly StoredStop[];
}
