import { getPriority, setPriority } from 'node:os';

/** How much less urgent a search is than answering people; the system knows 20 steps below normal. */
const STEPS = 5;
const LEAST = 19;

/**
 * Lets the calling thread give way where others want the processor too. Linux gives priorities to threads; elsewhere
 * they belong to the whole process, which stays as it is.
 */
export function lowerPriority(): void {
  if (process.platform === 'linux') setPriority(Math.min(LEAST, getPriority() + STEPS));
}
