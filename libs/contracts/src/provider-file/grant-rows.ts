import { z } from 'zod';
import { cents, code, externalId, isoDate, minutes, percent, profession, shortText, text } from './fields.js';
import { decisionForm } from './rule-rows.js';

/** The municipality's dated grant of hours and tasks (S036-S057). */
export const decisionRow = z.object({
  id: externalId,
  number: shortText,
  client: externalId,
  municipality: externalId,
  certificate: externalId.optional(),
  decidedOn: isoDate,
  decidedBy: shortText.optional(),
  /** The day the last document came in (S137). */
  documentsOn: isoDate.optional(),
  validFrom: isoDate,
  validTo: isoDate.optional(),
  endedOn: isoDate.optional(),
  form: decisionForm.default('provider'),
  permanent: z.boolean().default(false),
  careLevel: z.number().int().min(1).max(4).optional(),
  grantedMinutes: minutes,
  grantedPer: z.enum(['week', 'month']).default('week'),
  tasks: z.array(code).min(1),
  /** Absent: the decision does not say, the binding rules decide by the client's means (S118-S120). */
  municipalityPercent: percent.optional(),
  ruleSet: shortText.optional(),
  replaces: externalId.optional(),
});

/** What became of a decision from a day on; of `shortened` and `ended` the first day without the grant. */
export const decisionChangeRow = z.object({
  id: externalId,
  decision: externalId,
  kind: z.enum(['suspended', 'reduced', 'shortened', 'ended']),
  from: isoDate,
  to: isoDate.optional(),
  grantedMinutes: minutes.optional(),
  decidedOn: isoDate,
  reason: text.optional(),
});

/** Price of one care hour from a day on (S117, S153). */
export const priceRow = z.object({
  id: externalId,
  municipality: externalId.optional(),
  payer: z.enum(['municipality', 'client', 'state']),
  centsPerHour: cents,
  validFrom: isoDate,
  validTo: isoDate.optional(),
});

/** A doctor's referral for health care at home (S013-S016). */
export const referralRow = z.object({
  id: externalId,
  client: externalId,
  kind: z.enum(['chronic_mobility', 'post_surgery', 'rehab']),
  issuedOn: isoDate,
  issuerRole: z.enum(['gp', 'rehab_doctor', 'hospital_doctor']),
  issuer: shortText,
  careDiagnosis: shortText,
  mobilityDiagnosis: shortText.optional(),
  onsetOn: isoDate.optional(),
  dischargedOn: isoDate.optional(),
  orders: text.optional(),
});

/**
 * A line of the state's list of paid manipulations (S002, S035): the code that stands for a task, for whom and at what price.
 * Of several lines that fit a visit the first by id counts. The list is the provider's to bring: none is shipped.
 */
export const manipulationRow = z.object({
  id: externalId,
  code: shortText,
  name: shortText,
  task: code,
  /** Who may claim it; empty: everybody who may do the task. */
  professions: z.array(profession).default([]),
  /** Referrals it holds for; empty: all. */
  referrals: z.array(z.enum(['chronic_mobility', 'post_surgery', 'rehab'])).default([]),
  cents: cents.optional(),
  source: shortText,
  checkedOn: isoDate,
  validFrom: isoDate,
  validTo: isoDate.optional(),
});

/** Health care opened by a referral; its terms run 30 or 10 calendar days (S030, S032). */
export const episodeRow = z.object({
  id: externalId,
  referral: externalId,
  startedOn: isoDate,
  endedOn: isoDate.optional(),
  mainTasks: z.array(code).min(1),
  additionalTasks: z.array(code).default([]),
});

export const termRow = z.object({ id: externalId, episode: externalId, startsOn: isoDate, endsOn: isoDate });

/** The GP's opinion (atzinums) that continues or stops an episode (S031, S033). */
export const opinionRow = z.object({
  id: externalId,
  episode: externalId,
  givenOn: isoDate,
  verdict: z.enum(['continue', 'stop']),
  givenBy: shortText,
});
