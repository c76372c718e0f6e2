/**
 * What a rule says of tasks a and b of one client. Times are minutes between
 * the end of a and the start of b unless said otherwise.
 *
 * - `conflict`, `separate`: never at the same time (harmful; one pair of hands).
 * - `parallel_ok`: may go on at the same time.
 * - `should_overlap`, `must_overlap`: together, starts at most ten minutes apart; with a = b two workers at one task.
 * - `same_visit`: b during a or soon after, in the same visit.
 * - `precede`: some b starts between the gaps; without a longest gap, no b before a and the shortest gap.
 * - `requires_after`: a only if some b follows between the gaps.
 * - `forbid_order`: b does not start after a on that day.
 * - `min_gap`: after a, b waits; b before a is free. With a = b the pause between repeats, `maxGap` the longest.
 * - `min_gap_sym`: the same both ways.
 * - `max_gap`: repeats no further apart.
 * - `exclude_same_day`: not both on one day.
 * - the rest concern the route, the worker or the episode, not two tasks.
 */
export type TaskRuleKind =
  | 'conflict'
  | 'separate'
  | 'parallel_ok'
  | 'should_overlap'
  | 'must_overlap'
  | 'same_visit'
  | 'precede'
  | 'requires_after'
  | 'forbid_order'
  | 'min_gap'
  | 'min_gap_sym'
  | 'max_gap'
  | 'exclude_same_day'
  | 'last_in_round'
  | 'first_in_round'
  | 'exclude_worker'
  | 'needs_ppe'
  | 'min_visit'
  | 'requires'
  | 'not_substitute';

/** Kinds that bring two tasks together: where one is in force, occupancy does not part them. */
export const TOGETHER_KINDS: ReadonlySet<string> = new Set<TaskRuleKind>([
  'parallel_ok',
  'should_overlap',
  'must_overlap',
  'same_visit',
]);

/** Kinds that forbid two tasks to overlap. */
export const APART_KINDS: ReadonlySet<string> = new Set<TaskRuleKind>(['conflict', 'separate']);
