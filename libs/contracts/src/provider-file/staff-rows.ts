import { z } from 'zod';
import {
  clockTime,
  code,
  externalId,
  flag,
  isoDate,
  language,
  latitude,
  longitude,
  minutes,
  profession,
  shortText,
  travelMode,
} from './fields.js';

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
