import { z } from 'zod';

/** Payload of a plan job: ids and dates only, never health data or names. */
export const planJob = z.object({ version: z.literal(1), providerId: z.uuid(), planId: z.uuid() });
export type PlanJob = z.infer<typeof planJob>;

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
