import type { Sourced } from './sourced.js';

/** Who gives the care a decision grants: a provider's worker, a relative or other close person, or a provider the client pays (S138, S142). */
export type DecisionForm = 'provider' | 'informal_carer' | 'self_paid';

/** A limit of income per member of the household and month: an amount in cents, or the minimum wage of the day (S118, S141). */
export type IncomeLimit = { readonly basis: 'cents'; readonly cents: number } | { readonly basis: 'minimum_wage' };

/** A level of care as the municipality defines it. */
export interface CareLevel {
  readonly level: number;
  /** Most granted minutes a week, included; null: no limit. */
  readonly upToMinutesPerWeek: number | null;
  /** Barthel scores (0 to 20, both included) that suggest the level: a hint, never a decision (S067); null: none known. */
  readonly barthel: { readonly from: number; readonly to: number } | null;
  /** Social tasks of the level; empty: all the municipality offers. */
  readonly tasks: readonly string[];
}

/** A row of the partial payment table: from so much income per member above the limit, in cents, the client pays so many percent (S119). */
export interface ClientShare {
  readonly aboveCents: number;
  readonly percent: number;
}

/** Support of a relative who cares: the amount a month by hours a week (S123-S126). */
export interface SupportBand {
  /** Included; null: no limit. */
  readonly upToMinutesPerWeek: number | null;
  readonly centsPerMonth: number;
}

/**
 * One version of a municipality's binding rules on home care, as data (S003,
 * S053, S104, S132-S142). A municipality is added, and a version replaced, by
 * adding values of this type; no code knows any municipality. Where the
 * sources leave a reading open it is a named field here.
 */
export interface MunicipalRuleSet extends Sourced {
  /** Unique: `riga-2020`. Decisions name it (S053). */
  readonly id: string;
  /** Whose rules these are; versions of one municipality share it: `riga`. */
  readonly rules: string;
  readonly name: string;
  /** Not every municipality provides home care (S132). */
  readonly providesHomeCare: boolean;
  /** Forms of help on offer (S139, S142). */
  readonly forms: readonly DecisionForm[];
  /** Codes of the social tasks on offer; empty: all of the catalogue (S104). */
  readonly tasks: readonly string[];
  /** Working days from the documents to the decision; null: not said (S137). */
  readonly decisionWithinWorkingDays: number | null;
  /** Shortest visit in minutes; null: not said. */
  readonly shortestVisitMinutes: number | null;
  /** Free for somebody recognised as needy (S054). */
  readonly needyFree: boolean;
  /** Free up to this income per member, included (S118); null: no such rule, the client pays (S130). */
  readonly freeUpTo: IncomeLimit | null;
  /** Months the income is averaged over (S141). */
  readonly incomeMonths: number;
  /**
   * What the percents of `clientShares` are of: the income above the limit
   * (each row takes its slice, as tax brackets do), or the price.
   */
  readonly clientShareOf: 'excess' | 'price';
  /** Reading of S119, S120: the excess of one member, or of all members together, pays. */
  readonly excessOf: 'member' | 'household';
  /** The partial payment table, ascending, from 0; empty: above the limit the client pays all. */
  readonly clientShares: readonly ClientShare[];
  /** Free for a lone person older than so many years (S140); null: no such rule. */
  readonly freeLoneOlderThan: number | null;
  /** Reading of "older than": from the day after that birthday, or from the next birthday (S140). */
  readonly olderThan: 'day_after_birthday' | 'next_birthday';
  readonly levels: readonly CareLevel[];
  /** Support of a relative by hours a week, ascending, last open; empty: no amounts known or none paid. */
  readonly supportBands: readonly SupportBand[];
  /** Support only up to this income per member, included (S128, S141); null: no limit. */
  readonly supportUpTo: IncomeLimit | null;
}
