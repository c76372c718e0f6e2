const LONGEST = 1_000_000_000;

/** What bounds the end of a reasonable plan; all in the problem's units. */
export interface HorizonFigures {
  /** Latest end of any window, shift or break. */
  readonly latest: number;
  /** Durations of all parts and breaks. */
  readonly durations: number;
  /** Sums of minimum gaps of links. */
  readonly gaps: number;
  /** Places the parts are at, one entry a part, and the places routes end at. */
  readonly stops: readonly number[];
  readonly durationsBetween: ArrayLike<number>;
  readonly places: number;
}

/**
 * A horizon no earliest schedule passes: after the last window opens, every
 * part, gap and leg comes one after the other. At most a thousand million.
 */
export function horizonBound(figures: HorizonFigures): number {
  const { places, durationsBetween } = figures;
  const longest = new Float64Array(places);
  for (let from = 0; from < places; from += 1) {
    for (let to = 0; to < places; to += 1) {
      longest[to] = Math.max(longest[to], durationsBetween[from * places + to]);
    }
  }
  const travel = figures.stops.reduce((sum, place) => sum + longest[place], 0);
  return Math.max(1, Math.min(LONGEST, figures.latest + figures.durations + figures.gaps + travel));
}
