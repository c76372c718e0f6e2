import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';

const instant = z.iso.datetime({ offset: true });

/** POST /api/v1/emergency-accesses: opens the data of a client one does not visit; the name must be whole. */
export const emergencyOrder = z.object({
  givenName: z.string().trim().min(1).max(100),
  familyName: z.string().trim().min(1).max(100),
  /** For the administrator, who reviews it. */
  reason: z.string().trim().min(10).max(500),
});

export const emergencyOpened = z.object({ id: z.uuid(), endsAt: instant });

/** GET /api/v1/emergency-accesses: one's own; the administrator sees everybody's. */
export const emergencyView = z.object({
  id: z.uuid(),
  /** E-mail of who opened it. */
  account: z.string(),
  client: z.string(),
  clientName: z.string(),
  reason: z.string(),
  openedAt: instant,
  endsAt: instant,
  open: z.boolean(),
  /** Null while the administrator has not looked at it. */
  review: z.object({ at: instant, by: z.string(), justified: z.boolean(), note: z.string() }).nullable(),
});

/** GET /api/v1/emergency-accesses/:id/client: what somebody at the door needs; flags name no diagnosis. */
export const emergencyCard = z.object({
  client: z.string(),
  birthDate: isoDate.nullable(),
  address: z.string(),
  phone: z.string().nullable(),
  floor: z.number().nullable(),
  lift: z.boolean().nullable(),
  doorCode: z.string().nullable(),
  keyNote: z.string().nullable(),
  accessNote: z.string().nullable(),
  livesAlone: z.boolean(),
  flags: z.array(z.string()),
  relatives: z.array(z.object({ name: z.string(), relation: z.string(), phone: z.string().nullable() })),
  /** Published visits from yesterday to tomorrow. */
  visits: z.array(z.object({ start: instant, end: instant, staff: z.string(), tasks: z.array(z.string()) })),
  endsAt: instant,
});

/** POST /api/v1/emergency-accesses/:id/review */
export const emergencyReview = z.object({ justified: z.boolean(), note: z.string().trim().max(500).default('') });

export type EmergencyOrder = z.output<typeof emergencyOrder>;
export type EmergencyOpened = z.infer<typeof emergencyOpened>;
export type EmergencyView = z.infer<typeof emergencyView>;
export type EmergencyCard = z.infer<typeof emergencyCard>;
export type EmergencyReview = z.output<typeof emergencyReview>;
