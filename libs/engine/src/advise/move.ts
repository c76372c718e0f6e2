import type { PartRef } from '../model/problem-input.js';

/** One change of a plan by hand. */
export type Move =
  /** Takes a part from wherever it is, and puts it on a shift. */
  | ({ readonly kind: 'put'; readonly shift: string; readonly at: MoveTo } & PartRef)
  /** Takes a visit out with all its parts. */
  | { readonly kind: 'remove'; readonly visit: string }
  /** Each part takes the other's place in the order of stops. */
  | { readonly kind: 'swap'; readonly first: PartRef; readonly second: PartRef };

/**
 * Where on the shift. `position`: so many other visit parts of the shift stay
 * before it; 0 is first. `start`: at this instant exactly, behind whatever
 * begins before it now.
 */
export type MoveTo = { readonly position: number } | { readonly start: number };

/** Why a move has no verdict: it names what the problem or the plan does not have, touches what is past, or leaves no times at all. */
export type MoveIssueCode =
  | 'IN_THE_PAST'
  | 'VISIT_UNKNOWN'
  | 'PART_UNKNOWN'
  | 'SHIFT_UNKNOWN'
  | 'NOT_IN_PLAN'
  | 'POSITION_OUT_OF_RANGE'
  | 'CANNOT_BE_TIMED';

export interface MoveIssue {
  readonly code: MoveIssueCode;
  /** `[0].visit`: the place in the list of moves. */
  readonly path: string;
}
