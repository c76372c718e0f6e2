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
  shortText,
  text,
  weekday,
} from './fields.js';

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
