import { z } from 'zod';

/** How much something matters when a plan is searched: 0 not at all, 1 as usual, 2 much, 3 very much. */
const weight = z.number().int().min(0).max(3);

/** What a plan can be weighed by. */
export const planWeights = z.object({
  /** The same few faces, and those wished for. */
  continuity: weight,
  /** Starts that leave time before the latest allowed one. */
  punctuality: weight,
  travel: weight,
  /** Work spread evenly over the staff. */
  fairness: weight,
  /** As little as possible different from the plan in force. */
  stability: weight,
});

/** GET /api/v1/weight-profiles: those of the program, known by their id, and the provider's own. */
export const weightProfileView = z.object({ id: z.string(), name: z.string(), own: z.boolean(), weights: planWeights });
/** POST /api/v1/weight-profiles: a profile of that name is replaced. */
export const weightProfileOrder = z.object({ name: z.string().trim().min(1).max(60), weights: planWeights });

export type PlanWeights = z.infer<typeof planWeights>;
export type WeightProfileView = z.infer<typeof weightProfileView>;
export type WeightProfileOrder = z.output<typeof weightProfileOrder>;
