/** Latest instant, longest duration and largest amount a problem may name. */
export const LATEST = 1_000_000_000;

/** Largest price of a unit. */
export const MOST_PRICE = 1_000_000_000;
