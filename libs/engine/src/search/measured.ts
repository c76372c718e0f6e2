/** What the search for every kind of problem and that for plain routing go by alike; measured on home care and on delivery. */

/** Share of places overlooked while visits are put back. */
export const BLINK_RATE = 0.01;
/** Pairs of visits looked at for an exchange of tails after each ruin and recreate. */
export const TAIL_TRIES = 50;
/** Problems of at least so many visits are divided among threads. */
export const MANY_VISITS = 300;
