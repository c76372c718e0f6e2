import { z } from 'zod';
import { isoDate } from './provider-file/fields.js';

/** Version of the payloads of jobs. A change that an older worker would misread makes a new one. */
export const JOB_VERSION = 1;

/** Payload of a plan job: ids and dates only, never health data or names. */
export const planJob = z.object({ version: z.literal(JOB_VERSION), providerId: z.uuid(), planId: z.uuid() });
export type PlanJob = z.infer<typeof planJob>;

/** Payload of a job that recomputes what changes have touched: whose plans and which days, both included. */
export const replanJob = z.object({ version: z.literal(JOB_VERSION), providerId: z.uuid(), from: isoDate, to: isoDate });
export type ReplanJob = z.infer<typeof replanJob>;

/** Payload of a job that plans a week with more clients. */
export const growthJob = z.object({ version: z.literal(JOB_VERSION), providerId: z.uuid(), growthId: z.uuid() });
export type GrowthJob = z.infer<typeof growthJob>;

/** Progress a plan job reports while it searches. */
export const planProgress = z.object({
  phase: z.enum(['waiting', 'building', 'searching', 'storing', 'done']),
  /** 0 to 1. */
  share: z.number().min(0).max(1),
  seconds: z.number(),
  iterations: z.number().int(),
  cost: z.number(),
  visits: z.number().int(),
  served: z.number().int(),
});
export type PlanProgress = z.infer<typeof planProgress>;
