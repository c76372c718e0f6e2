import type { IsoDay } from '#time';
import type { DecisionForm } from '../municipalities/rule-set.js';

/** The GP's certificate behind a decision (S037-S039); an answer not given is null. */
export interface MedicalCertificate {
  readonly issuedOn: IsoDay;
  readonly validTo: IsoDay | null;
  readonly severity: 'mild' | 'moderate' | 'severe' | 'very_severe' | null;
  /** Active tuberculosis of the lungs. */
  readonly tuberculosis: boolean | null;
  readonly acuteInfection: boolean | null;
  readonly sexuallyTransmitted: boolean | null;
}

/**
 * What became of a decision from a day on. `suspended`: nothing from `from` to
 * `to` (null: until it ends). `reduced`: fewer minutes. `shortened`: it ends
 * earlier than first said. `ended`: it ends for a cause. Of the last two
 * `from` is the first day without the grant.
 */
export type DecisionChange =
  | { readonly kind: 'suspended'; readonly from: IsoDay; readonly to: IsoDay | null }
  | { readonly kind: 'reduced'; readonly from: IsoDay; readonly grantedMinutes: number }
  | { readonly kind: 'shortened' | 'ended'; readonly from: IsoDay };

/** A municipality's dated grant of hours and tasks to one client (S036-S057). */
export interface Decision {
  readonly id: string;
  readonly clientId: string;
  readonly decidedOn: IsoDay;
  readonly decidedBy: string | null;
  readonly validFrom: IsoDay;
  /** Last day; null: open-ended (S052). */
  readonly validTo: IsoDay | null;
  /** Permanent, or for a time such as a recovery (S057). */
  readonly permanent: boolean;
  readonly form: DecisionForm;
  readonly careLevel: number | null;
  readonly grantedMinutes: number;
  readonly grantedPer: 'week' | 'month';
  readonly tasks: readonly string[];
  /** What the municipality pays, the client the rest; null: not said, the rule set decides. */
  readonly municipalityPercent: number | null;
  /** Whose binding rules: the family of a rule set (S053); null: not said. */
  readonly rules: string | null;
  /** The version named on the decision; null: not said. */
  readonly ruleSet: string | null;
  readonly certificate: MedicalCertificate | null;
  /** 0 to 20 on Latvia's form; null: not assessed (S067). */
  readonly barthel: number | null;
  /** The day the last document came in, from which the time to decide runs (S137). */
  readonly documentsOn: IsoDay | null;
  /** Id of the decision this one takes the place of from its first day. */
  readonly replaces: string | null;
  readonly changes: readonly DecisionChange[];
}
