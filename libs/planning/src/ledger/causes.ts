/** Where a difference of two columns arises. */
export type CauseSide = 'client' | 'provider' | 'grant' | 'billing';

/**
 * Why a column of the ledger differs from the one before it, and on whose side that lies: the client's, the provider's,
 * the grant's (decision, term, calendar) or the bill's. The list is stable: codes are added, never changed.
 */
export const LEDGER_CAUSES = {
  /** Nobody has cut these granted minutes into visits yet. */
  not_shaped: 'provider',
  /** What is left of a grant once it is cut into visits, less than the shortest visit. */
  shaping_rounding: 'grant',
  /** A relative paid for these minutes gives them (S129). */
  informal_carer: 'grant',
  /** More minutes than were granted for the week or month. */
  above_grant: 'grant',
  /** A day on which nothing was granted. */
  outside_grant: 'grant',
  /** The week or month of the grant reaches beyond the days looked at, its visits lie on the other side. */
  other_days: 'grant',
  /** Decision or visits paused. */
  suspended: 'grant',
  /** A contraindication to social care (S039, S074). */
  contraindication: 'client',
  /** A statutory term ran out without an opinion (S030-S033). */
  term_lapsed: 'grant',
  /** The certificate behind the decision ran out (S037). */
  certificate_expired: 'grant',
  /** The state pays for no more of these visits (S021, S035). */
  paid_limit: 'grant',
  /** No plan of the day is published. */
  not_planned: 'provider',
  /** Ordered after the plan of the day was published. */
  added_later: 'provider',
  /** The order has changed since the visit was planned. */
  order_changed: 'provider',
  /** Nobody was free, qualified or allowed; or nobody came. */
  no_staff: 'provider',
  /** A rule of law or care keeps it out, not anybody's roster. */
  rule_forbids: 'provider',
  refused: 'client',
  /** The client was away, as known. */
  away: 'client',
  /** Nobody opened. */
  no_answer: 'client',
  in_hospital: 'client',
  /** The staff member found the place or the task unsafe. */
  unsafe: 'client',
  late: 'provider',
  left_early: 'provider',
  /** The visit took longer than planned. */
  longer: 'provider',
  /** Given without being planned. */
  unplanned: 'provider',
  /** Its planned end lies ahead. */
  not_due: 'provider',
  /** Begun and not ended. */
  unfinished: 'provider',
  /** Its time has passed and nobody reported anything. */
  not_recorded: 'provider',
  /** Minutes or cents rounded as the billing rule says. */
  rounding: 'billing',
  /** No price of the hour is valid that day. */
  no_price: 'billing',
  /** What was reported lies outside the limits, and nobody has acknowledged it. */
  not_confirmed: 'billing',
  /** No billing run has taken it yet. */
  not_billed: 'billing',
  /** What happened was corrected after the invoice; the next run makes a credit line. */
  to_correct: 'billing',
  /** Given back by hand. */
  credit: 'billing',
} as const satisfies Record<string, CauseSide>;

/** A stable code of {@link LEDGER_CAUSES}. */
export type LedgerCause = keyof typeof LEDGER_CAUSES;

/** The engine's reasons that hang on the visit's own rules rather than on the roster. */
const RULE_REASONS = new Set(['NEEDS_OTHER_VISIT']);

/** The cause behind a visit that a published plan leaves out, from the first of its reasons. */
export function causeOfUnserved(reasons: readonly string[]): LedgerCause {
  return RULE_REASONS.has(reasons[0] ?? '') ? 'rule_forbids' : 'no_staff';
}
