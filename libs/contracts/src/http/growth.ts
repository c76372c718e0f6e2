import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';

const count = z.number().int().min(0);

/** Whose care the new clients have: all of it, or only what is (not) part of a health episode. */
export const growthMix = z.enum(['all', 'social', 'health']);

/** POST /api/v1/growth: what falls short in a week if there were so many more clients like those there are. */
export const growthOrder = z.object({
  clients: z.number().int().min(1).max(2000),
  mix: growthMix,
  /** First day of the seven that are planned. */
  from: isoDate,
  /** Chooses who is taken once more than others and where the new ones live. */
  seed: z.number().int().min(0).max(1_000_000).default(1),
  /** How often the new clients are drawn, each time with the next seed: what differs between them is chance. */
  draws: z.number().int().min(1).max(5).default(3),
});

/** Care of a week by who gives it, where and when; staff minutes. */
export const growthCell = z.object({
  profession: z.string(),
  /** '' where none is given. */
  district: z.string(),
  part: z.enum(['morning', 'noon', 'evening']),
  /** Of the clients there are: asked for, and covered by the roster. */
  needNow: count,
  coveredNow: count,
  /** With the new ones. */
  need: count,
  covered: count,
  /** Shifts that begin in this part of the day and what is not covered would fill, most of their care in this district. */
  shifts: count,
  /** Of what is not covered: what no further shift as they are today could give. */
  beyond: count,
});

/**
 * How many shifts a profession lacks, and how many people it takes to work them in the week, each within the law of
 * working time and the profession's contract; beside it how many shifts a week one works today (tenths; 0: nobody does).
 */
export const growthProfession = z.object({ profession: z.string(), shifts: count, shiftsPerPerson: count, people: count });

/** What one draw of new clients comes to. */
export const growthDraw = z.object({
  seed: z.number().int(),
  cells: z.array(growthCell),
  professions: z.array(growthProfession),
});

export const growthResult = z.object({
  /** Clients with care in the week, and new ones. */
  clientsNow: count,
  clients: count,
  draws: z.array(growthDraw).min(1),
});

/** GET /api/v1/growth/:id. */
export const growthView = z.object({
  id: z.uuid(),
  order: growthOrder,
  status: z.enum(['requested', 'running', 'done', 'stopped', 'failed']),
  /** 0 to 1. */
  share: z.number().min(0).max(1),
  requestedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  result: growthResult.nullable(),
});

export type GrowthMix = z.infer<typeof growthMix>;
export type GrowthOrder = z.infer<typeof growthOrder>;
export type GrowthCell = z.infer<typeof growthCell>;
export type GrowthProfession = z.infer<typeof growthProfession>;
export type GrowthDraw = z.infer<typeof growthDraw>;
export type GrowthResult = z.infer<typeof growthResult>;
export type GrowthView = z.infer<typeof growthView>;
