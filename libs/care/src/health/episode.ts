import type { IsoDay } from '#time';

/** Who gets health care at home: chronic patients who cannot leave (S013), after surgery (S014), rehabilitation (S016, S025). */
export type EpisodeKind = 'chronic_mobility' | 'post_surgery' | 'rehab';
/** Who refers. */
export type Issuer = 'gp' | 'rehab_doctor' | 'hospital_doctor';
/** The GP's word: go on (turpināt) or stop (pārtraukt). */
export type Verdict = 'continue' | 'stop';

/** A term as kept by the provider. */
export interface KeptTerm {
  readonly startsOn: IsoDay;
  readonly endsOn: IsoDay;
  /** When the GP was asked for the opinion that this term needs; null: not yet. */
  readonly requestedOn: IsoDay | null;
}

/** Health care at home for one reason, as far as the law looks at it. Days are inclusive. */
export interface EpisodeFacts {
  readonly id: string;
  readonly clientId: string;
  readonly kind: EpisodeKind;
  readonly issuer: Issuer;
  /** ICD-10 code behind the care. */
  readonly careDiagnosis: string;
  /** ICD-10 code behind the impaired mobility. */
  readonly mobilityDiagnosis: string | null;
  /** Whether the referral carries the doctor's orders: the treatment plan. */
  readonly hasOrders: boolean;
  /** When the patient fell ill. */
  readonly onsetOn: IsoDay | null;
  readonly dischargedOn: IsoDay | null;
  readonly startedOn: IsoDay;
  /** The last day of an early end. */
  readonly endedOn: IsoDay | null;
  readonly mainTasks: readonly string[];
  /** In order, disjoint. */
  readonly terms: readonly KeptTerm[];
  readonly opinions: readonly { readonly givenOn: IsoDay; readonly verdict: Verdict }[];
}
