import type { Meeting, Plan, ProblemInput, ProblemIssue, SearchProgress, Solution } from '#engine';

/** What a search thread is started with. */
export interface ThreadTask {
  readonly problem: ProblemInput;
  readonly seed: number;
  readonly seconds?: number;
  readonly iterations?: number;
  readonly warmStart?: Plan;
  readonly meeting: Meeting;
  /** Gives way to whatever answers people. */
  readonly yields: boolean;
}

/** What a search thread says. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly progress: SearchProgress }
  | { readonly kind: 'solved'; readonly solution: Solution }
  | { readonly kind: 'refused'; readonly issues: readonly ProblemIssue[] };
