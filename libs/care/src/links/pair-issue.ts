/**
 * Something the rules say of two visits that no link can carry; a person decides.
 *
 * - `sameDay`: the two should not be on one day at all.
 * - `setAside`: a forbidding rule contradicts a more binding one and is not applied.
 * - `unreachable`: the start windows never let the two visits meet as the rule wants, so it is not applied.
 * - `impossible`: no starts inside the windows keep the forbidding rules: one of the two visits stays unserved.
 * - `unavoidable`: whatever the starts, the wish is not met.
 */
export type PairIssueKind = 'sameDay' | 'setAside' | 'unreachable' | 'impossible' | 'unavoidable';

export interface PairIssue {
  readonly kind: PairIssueKind;
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: 'hard' | 'soft' | 'default';
  readonly clientId: string;
  readonly date: string;
  /** Keys of the two visits, in the order of the rule's tasks. */
  readonly visits: readonly [string, string];
}
