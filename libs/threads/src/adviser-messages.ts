import type { Move, Plan, PlanCost, BrokenRule, ProblemInput, Remedy, RemedyOptions, Wanted } from '#engine';
import type { Judgement, Place } from '#planning';

/** What an advising thread is asked; `desk` numbers the open plans. */
export type AdviceQuestion =
  | { readonly kind: 'open'; readonly desk: number; readonly problem: ProblemInput; readonly plan: Plan }
  | { readonly kind: 'judge'; readonly desk: number; readonly moves: readonly Move[] }
  | { readonly kind: 'recommend'; readonly desk: number; readonly visits: readonly string[]; readonly wanted: Wanted }
  | { readonly kind: 'remedies'; readonly desk: number; readonly visit: string; readonly options: RemedyOptions }
  | { readonly kind: 'close'; readonly desk: number };

/** An open plan as the engine times it. */
export interface OpenedPlan {
  readonly plan: Plan;
  readonly cost: PlanCost;
  readonly broken: readonly BrokenRule[];
}

/** The answer to each kind of question. */
export interface AdviceAnswers {
  readonly open: OpenedPlan | null;
  readonly judge: Judgement;
  readonly recommend: readonly Place[];
  readonly remedies: readonly Remedy[];
  readonly close: null;
}

export interface AskedAdvice {
  readonly id: number;
  readonly question: AdviceQuestion;
}

export type GivenAdvice = { readonly id: number } & ({ readonly answer: unknown } | { readonly error: string });

/** What an advising thread is for: answers somebody waits for, or searches that may take their time. */
export type AdviceWork = 'answers' | 'searches';
