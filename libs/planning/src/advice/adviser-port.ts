import type {
  BrokenRule,
  Move,
  MoveIssue,
  MoveVerdict,
  Plan,
  PlanCost,
  ProblemInput,
  RecommendedPlace,
  Remedy,
  RemedyOptions,
  Wanted,
} from '#engine';

/** A verdict as it comes back: the changed routes and who is left out say the whole plan. */
export type Verdict = Omit<MoveVerdict, 'plan'> & { readonly unserved: readonly string[] };

export type Judgement =
  { readonly ok: true; readonly verdict: Verdict } | { readonly ok: false; readonly issues: readonly MoveIssue[] };

/** A way of serving some visits, with what it would make of the plan. */
export interface Place {
  readonly places: readonly RecommendedPlace[];
  readonly verdict: Verdict;
}

/** A plan held open for questions; answers never change it. */
export interface PlanDesk {
  /** The plan as the engine times it. */
  readonly plan: Plan;
  readonly cost: PlanCost;
  /** What it breaks already. */
  readonly broken: readonly BrokenRule[];
  judge(moves: readonly Move[]): Promise<Judgement>;
  recommend(visits: readonly string[], wanted: Wanted): Promise<readonly Place[]>;
  /** Takes seconds, beside the other questions. */
  remedies(visit: string, options: RemedyOptions): Promise<readonly Remedy[]>;
  /** Ends it; questions asked already are answered. */
  close(): void;
}

/** The engine's advice on plans, wherever it runs; never on the thread that answers people. */
export interface PlanAdviser {
  /** Null when the plan does not fit the problem at all. */
  open(problem: ProblemInput, plan: Plan): Promise<PlanDesk | null>;
  /** Ends its threads. */
  close(): Promise<void>;
}
