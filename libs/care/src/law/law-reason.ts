/** Why the law keeps a visit out of a plan: stable codes, in the registry of `docs/errors.md`. */
export type LawCode =
  | 'law.decision_ended'
  | 'law.decision_suspended'
  | 'law.term_lapsed'
  | 'law.term_lapsed_surgery'
  | 'law.term_lapsed_rehabilitation'
  | 'law.referral_issuer'
  | 'law.diagnosis'
  | 'law.rehabilitation_late'
  | 'law.addon_alone'
  | 'law.paid_limit'
  | 'law.contraindicated'
  | 'law.certificate_expired'
  | 'law.qualification_expired'
  | 'law.competence'
  | 'law.busy_elsewhere'
  | 'law.medicines_missing'
  | 'law.fact_missing';

/**
 * A reason with its figures: `rule` (the rule's number), days as ISO dates, codes
 * of tasks and professions, `reading` where an open reading decides. Never a
 * diagnosis or a name.
 */
export interface LawReason {
  readonly code: LawCode;
  readonly params: Readonly<Record<string, string | number>> & { readonly rule: string };
}

/** What the law says about one visit: it may take place; nobody owes it (any more); it is owed and must wait. */
export type Standing =
  | { readonly kind: 'lawful' }
  | { readonly kind: 'notOwed' }
  | { readonly kind: 'barred'; readonly reasons: readonly LawReason[] };
