import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';

const instant = z.iso.datetime({ offset: true });
const minutes = z.number().int().min(0).max(1440);

/** GET and PUT /api/v1/confirmation-limits: inside of them a visit's record is confirmed on its own; all ends included. */
export const confirmationLimits = z.object({
  /** Check-in before or after the planned start. */
  startMinutes: minutes,
  /** Time given less, and more, than planned. */
  shorterMinutes: minutes,
  longerMinutes: minutes,
  /** Check-in or check-out away from the home, beyond what the position is unsure of. */
  placeMetres: z.number().int().min(0).max(100_000),
  /** Tasks reported as not done, and tasks of which nothing was reported. */
  tasksNotDone: z.number().int().min(0).max(50),
  tasksOpen: z.number().int().min(0).max(50),
  /** Between what happened and its arrival at the server. */
  recordedHours: z.number().int().min(0).max(8760),
});

/** GET /api/v1/exceptions: of the days, both included. */
export const exceptionsQuery = z.object({
  from: isoDate,
  to: isoDate,
  state: z.enum(['exception', 'acknowledged']).default('exception'),
});

/** What lies outside the limits: minutes, metres, hours or tasks as the code says; `cause` names what was reported. */
export const exceptionReason = z.object({
  code: z.enum([
    'not_recorded',
    'unfinished',
    'missed',
    'unplanned',
    'other_person',
    'early',
    'late',
    'shorter',
    'longer',
    'forced',
    'place',
    'door_code',
    'tasks_not_done',
    'tasks_open',
    'entered_late',
  ]),
  actual: z.number().int(),
  limit: z.number().int(),
  cause: z.string().optional(),
});

export const exceptionView = z.object({
  /** Key of the visit. */
  visit: z.string(),
  date: isoDate,
  client: z.string(),
  /** Number of the decision, or the provider's own id of episode or client. */
  account: z.string(),
  profession: z.string(),
  tasks: z.array(z.string()),
  /** How many events it has: sent back with an acknowledgement, which stands for these only. */
  events: z.number().int(),
  state: z.enum(['exception', 'acknowledged']),
  reasons: z.array(exceptionReason),
  deliveries: z.array(
    z.object({
      planned: z.object({ staff: z.string().nullable(), start: instant, end: instant }).nullable(),
      given: z
        .object({ staff: z.string().nullable(), start: instant, end: instant.nullable(), minutes: z.number().int() })
        .nullable(),
    }),
  ),
});

/** Visits outside the limits, and how many are not: confirmed on their own, not over yet, acknowledged. */
export const exceptionsView = z.object({
  limits: confirmationLimits,
  confirmed: z.number().int(),
  open: z.number().int(),
  acknowledged: z.number().int(),
  visits: z.array(exceptionView),
});

/** POST /api/v1/confirmations: these visits are right as they stand, although outside the limits. */
export const confirmationOrder = z.object({
  visits: z
    .array(z.object({ visit: z.string().min(1).max(200), events: z.number().int().min(0).max(10_000) }))
    .min(1)
    .max(2000),
  /** Why, for whoever looks later. */
  note: z.string().trim().min(1).max(200),
});

/** How many were acknowledged; the others had been, or something was reported of them since. */
export const confirmationsMade = z.object({ acknowledged: z.number().int() });

export type ConfirmationLimitsView = z.output<typeof confirmationLimits>;
export type ExceptionsQuery = z.output<typeof exceptionsQuery>;
export type ExceptionReason = z.infer<typeof exceptionReason>;
export type ExceptionView = z.infer<typeof exceptionView>;
export type ExceptionsView = z.infer<typeof exceptionsView>;
export type ConfirmationOrder = z.output<typeof confirmationOrder>;
export type ConfirmationsMade = z.infer<typeof confirmationsMade>;
