import { z } from 'zod';
import { clockTime, code, externalId, flag, isoDate, profession, text, weekday } from './fields.js';

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
