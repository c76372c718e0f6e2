import { z } from 'zod';
import {
  cents,
  clockTime,
  code,
  externalId,
  flag,
  isoDate,
  language,
  latitude,
  longitude,
  minutes,
  percent,
  profession,
  shortText,
  text,
  travelMode,
  weekday,
} from './fields.js';
import { decisionForm, ruleBandRow, ruleSetRow } from './rule-rows.js';

export { ruleBandRow, ruleSetRow };

/** The organisation that plans and gives care; one file carries one provider. */
export const providerRow = z.object({
  code: externalId,
  name: shortText,
  timezone: z.literal('Europe/Riga').default('Europe/Riga'),
  phone: shortText.optional(),
});

/** A municipality whose social service decides and pays. */
export const municipalityRow = z.object({
  id: externalId,
  name: shortText,
  providesHomeCare: z.boolean().default(true),
  /** Whose binding rules hold: `riga`, `skriveri`, `jekabpils`, or a word of `ruleSets`. */
  rules: flag.optional(),
});

/** A place staff start from, end at or deliver to. */
export const placeRow = z.object({
  id: externalId,
  kind: z.enum(['office', 'laboratory', 'pharmacy', 'shop', 'garage', 'other']),
  name: shortText,
  address: text.optional(),
  latitude,
  longitude,
});

export const clientRow = z.object({
  id: externalId,
  givenName: shortText,
  familyName: shortText,
  birthDate: isoDate.optional(),
  sex: z.enum(['female', 'male', 'other']).optional(),
  phone: shortText.optional(),
  languages: z.array(language).min(1).default(['lv']),
  municipality: externalId,
  declaredAddress: shortText,
  actualAddress: shortText,
  neighbourhood: shortText.optional(),
  latitude,
  longitude,
  livesAlone: z.boolean().default(false),
  floor: z.number().int().min(-2).max(40).optional(),
  lift: z.boolean().optional(),
  doorCode: shortText.optional(),
  keyNote: text.optional(),
  accessNote: text.optional(),
  warmWater: z.boolean().default(true),
  bathOrShower: z.boolean().default(true),
  stoveHeating: z.boolean().default(false),
  flags: z.array(flag).default([]),
});

/** A relative or friend and what they do themselves; those hours are never routed (S129). */
export const informalCarerRow = z.object({
  id: externalId,
  client: externalId,
  name: shortText,
  relation: shortText,
  phone: shortText.optional(),
  tasks: z.array(code).default([]),
  weekdays: z.array(weekday).default([]),
  from: clockTime.optional(),
  to: clockTime.optional(),
  minutesPerWeek: minutes.default(0),
  paidByMunicipality: z.boolean().default(false),
  /** What the application for the municipality's support says (S122, S127). */
  accountNamed: z.boolean().default(false),
  signedBy: z.enum(['client', 'representative', 'relative']).optional(),
});

/** Leave to pass health facts from one service to the other (S098). */
export const consentRow = z.object({
  id: externalId,
  client: externalId,
  direction: z.enum(['social_to_health', 'health_to_social']),
  scope: shortText,
  givenOn: isoDate,
  validTo: isoDate.optional(),
  withdrawnOn: isoDate.optional(),
});

/** A Barthel score on Latvia's 0-20 form; `items` in the form's order when known. */
export const barthelRow = z.object({
  id: externalId,
  client: externalId,
  assessedOn: isoDate,
  form: z.enum(['lv_0_20', '0_100']).default('lv_0_20'),
  score: z.number().int().min(0).max(100),
  items: z.array(z.number().int().min(0).max(15)).max(10).default([]),
});

/** What a client's household has, as the social service assessed it (S118, S141); `monthlyCents` newest first. */
export const meansRow = z.object({
  id: externalId,
  client: externalId,
  validFrom: isoDate,
  validTo: isoDate.optional(),
  members: z.number().int().min(1).max(30),
  monthlyCents: z.array(cents).min(1).max(12),
});

/** A period in which a client is recognised as needy (S054). */
export const needyRow = z.object({ id: externalId, client: externalId, validFrom: isoDate, validTo: isoDate.optional() });

/** The GP's certificate with its three contraindication answers (S038, S039). */
export const certificateRow = z.object({
  id: externalId,
  client: externalId,
  issuedOn: isoDate,
  validTo: isoDate.optional(),
  issuedBy: shortText,
  severity: z.enum(['mild', 'moderate', 'severe', 'very_severe']),
  tuberculosis: z.boolean(),
  acuteInfection: z.boolean(),
  sexuallyTransmitted: z.boolean(),
  recommendation: text.optional(),
});

/** A line of a client's list of medicines, in the doctor's words: supervising them needs one (S045, S094). */
export const medicineRow = z.object({
  id: externalId,
  client: externalId,
  name: shortText,
  dose: shortText,
  directions: text,
  prescribedBy: shortText.optional(),
  validFrom: isoDate,
  validTo: isoDate.optional(),
});

export const staffRow = z.object({
  id: externalId,
  givenName: shortText,
  familyName: shortText,
  email: z.email().optional(),
  phone: shortText.optional(),
  professions: z.array(profession).min(1),
  skills: z.array(flag).default([]),
  languages: z.array(language).min(1).default(['lv']),
  travelMode,
  startLatitude: latitude,
  startLongitude: longitude,
  startKind: z.enum(['home', 'office']).default('home'),
  contractMinutesPerWeek: minutes,
  summarisedTime: z.boolean().default(false),
  /** Reference period of summarised time, counted from January. */
  referenceMonths: z.number().int().min(1).max(12).default(1),
  /** Whether overtime is agreed in writing. */
  overtimeAgreed: z.boolean().default(false),
  employedFrom: isoDate,
  employedTo: isoDate.optional(),
  neighbourhood: shortText.optional(),
});

/** A dated certificate or training of a staff member (S017). */
export const qualificationRow = z.object({
  id: externalId,
  staff: externalId,
  kind: code,
  number: shortText.optional(),
  validFrom: isoDate,
  validTo: isoDate.optional(),
});

/** One rostered working period; `end` before or equal to `start` means the next day. */
export const shiftRow = z.object({
  id: externalId,
  staff: externalId,
  date: isoDate,
  start: clockTime,
  end: clockTime,
  breakMinutes: z.number().int().min(0).max(180).default(0),
  vehicle: externalId.optional(),
});

export const absenceRow = z.object({
  id: externalId,
  staff: externalId,
  from: isoDate,
  to: isoDate,
  kind: z.enum(['sick', 'holiday', 'training', 'other']),
});

/** Equipment or vehicle: a scarce resource. */
export const equipmentRow = z.object({
  id: externalId,
  kind: z.enum(['bath_van', 'car', 'wheelchair_van', 'hoist', 'foot_care_kit', 'other']),
  name: shortText,
  latitude: latitude.optional(),
  longitude: longitude.optional(),
  crew: z.number().int().min(0).max(5).default(0),
  usesBeforeRefill: z.number().int().min(1).max(100).optional(),
});

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

/**
 * A recurring visit. Days come either from `weekdays` or from `timesPerWeek`
 * with `minDaysBetween`; `everyWeeks` counts from the week of `validFrom`.
 * `windows` are start windows, one a visit of the day.
 */
export const patternRow = z.object({
  id: externalId,
  client: externalId,
  decision: externalId.optional(),
  episode: externalId.optional(),
  tasks: z.array(code).min(1),
  durationMinutes: z.number().int().min(5).max(720),
  profession,
  skills: z.array(flag).default([]),
  staffCount: z.number().int().min(1).max(3).default(1),
  weekdays: z.array(weekday).default([]),
  timesPerWeek: z.number().int().min(1).max(7).optional(),
  minDaysBetween: z.number().int().min(1).max(6).default(1),
  everyWeeks: z.number().int().min(1).max(52).default(1),
  windows: z
    .array(z.object({ from: clockTime, to: clockTime }))
    .min(1)
    .max(6),
  priority: z.number().int().min(1).max(5).default(3),
  validFrom: isoDate,
  validTo: isoDate.optional(),
  pausedFrom: isoDate.optional(),
  pausedTo: isoDate.optional(),
});

/** Who should or must not come to whom. */
export const preferenceRow = z.object({
  id: externalId,
  client: externalId,
  staff: externalId,
  kind: z.enum(['preferred', 'required', 'excluded']),
  reason: text.optional(),
});

/** A whole provider as data: the JSON import format, version 1; a sheet or CSV file per list. */
export const providerFile = z.object({
  format: z.literal('apgaita-provider'),
  version: z.literal(1),
  provider: providerRow,
  municipalities: z.array(municipalityRow),
  ruleSets: z.array(ruleSetRow).default([]),
  ruleBands: z.array(ruleBandRow).default([]),
  places: z.array(placeRow).default([]),
  clients: z.array(clientRow),
  informalCarers: z.array(informalCarerRow).default([]),
  consents: z.array(consentRow).default([]),
  barthel: z.array(barthelRow).default([]),
  means: z.array(meansRow).default([]),
  needy: z.array(needyRow).default([]),
  certificates: z.array(certificateRow).default([]),
  medicines: z.array(medicineRow).default([]),
  staff: z.array(staffRow),
  qualifications: z.array(qualificationRow).default([]),
  shifts: z.array(shiftRow).default([]),
  absences: z.array(absenceRow).default([]),
  equipment: z.array(equipmentRow).default([]),
  decisions: z.array(decisionRow).default([]),
  decisionChanges: z.array(decisionChangeRow).default([]),
  prices: z.array(priceRow).default([]),
  manipulations: z.array(manipulationRow).default([]),
  referrals: z.array(referralRow).default([]),
  episodes: z.array(episodeRow).default([]),
  terms: z.array(termRow).default([]),
  opinions: z.array(opinionRow).default([]),
  patterns: z.array(patternRow).default([]),
  preferences: z.array(preferenceRow).default([]),
});

/** A checked provider file, defaults filled in. */
export type ProviderFile = z.output<typeof providerFile>;
/** A provider file as written by hand, before defaults. */
export type ProviderFileInput = z.input<typeof providerFile>;
/** The lists of a provider file, each a sheet of the workbook and a CSV file of the folder. */
export type ProviderSheet = Exclude<keyof ProviderFile, 'format' | 'version' | 'provider'>;
export type SheetRow<S extends ProviderSheet> = ProviderFile[S][number];
