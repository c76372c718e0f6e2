import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';

const instant = z.iso.datetime({ offset: true });

/** GET /api/v1/clients/:id/trail: both days included. */
export const trailQuery = z.object({ from: isoDate, to: isoDate });

/**
 * What an entry has to do with the client: it names the client (`client`), a plan the client is in (`plan`), the day of
 * somebody who visits (`visit`), or it is a list of many, among whom the client may have been (`list`).
 */
export const trailReach = z.enum(['client', 'plan', 'visit', 'list']);

export const trailEntryView = z.object({
  number: z.int(),
  at: instant,
  /** E-mail of the account, name of the program, or what acted on its own. */
  actor: z.string(),
  /** Role of the account; null for programs and what acts on its own. */
  role: z.string().nullable(),
  action: z.string(),
  /** Of a look: the route, as controller and method. */
  route: z.string().nullable(),
  reach: trailReach,
});

export const clientTrailView = z.object({
  client: z.string(),
  clientName: z.string(),
  /** Newest first, at most 500. */
  entries: z.array(trailEntryView),
  /** There were more. */
  more: z.boolean(),
});

/** GET /api/v1/trail/verification: `broken` is the number of the first entry that does not fit. */
export const trailVerdictView = z.object({ entries: z.int(), head: z.string(), broken: z.int().nullable() });

export type TrailReach = z.infer<typeof trailReach>;
export type TrailQuery = z.output<typeof trailQuery>;
export type TrailEntryView = z.infer<typeof trailEntryView>;
export type ClientTrailView = z.infer<typeof clientTrailView>;
export type TrailVerdictView = z.infer<typeof trailVerdictView>;
