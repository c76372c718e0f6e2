import type { ViolationCode } from '#checker';
import type { ProblemInput } from '#engine';

/** A visit that had to be served may have no place. What is past may break what counts it. */
const UNAVOIDABLE: readonly ViolationCode[] = ['unserved_forbidden'];
const BY_PAST: readonly ViolationCode[] = [
  ...['limit_exceeded', 'rest_too_short', 'free_time_too_short', 'cap_exceeded', 'equipment_exceeded', 'equipment_used_up'],
  ...['component_not_zero', 'horizon_exceeded'],
] as const;

const isPast = ({ given }: ProblemInput): boolean => (given?.frozenBefore ?? 0) > 0;

/** What the checker may find in the engine's plan of this problem. */
export const excusedOf = (problem: ProblemInput): ReadonlySet<string> =>
  new Set(isPast(problem) ? [...UNAVOIDABLE, ...BY_PAST] : UNAVOIDABLE);
