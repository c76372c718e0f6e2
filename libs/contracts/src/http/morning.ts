import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';
import { differenceView } from './changes.js';

/** What a repair is to spare above all. */
export const repairProfile = z.enum(['fewest_new_faces', 'least_travel', 'fewest_changed_times']);

const placed = z.object({ start: z.iso.datetime({ offset: true }), staff: z.array(z.string()) });

export const repairView = z.object({
  profile: repairProfile,
  /** Of what it changes; sent back to apply exactly this. */
  fingerprint: z.string(),
  figures: z.object({
    /** People who come to a client and were not there in the last 14 days. */
    newFaces: z.number().int(),
    changedTimes: z.number().int(),
    reassigned: z.number().int(),
    unserved: z.number().int(),
    travelDelta: z.number().int(),
  }),
  changes: z.array(
    z.object({
      visit: z.string(),
      client: z.string(),
      effect: differenceView.shape.effect,
      before: placed.nullable(),
      after: placed.nullable(),
    }),
  ),
  /** Who must be told, by name. */
  tell: z.object({ clients: z.array(z.string()), staff: z.array(z.string()) }),
});

/** POST /api/v1/repairs: ways to repair the plan in force of a day after what has happened since. */
export const repairsOrder = z.object({ date: isoDate });
export const repairsView = z.object({ date: isoDate, repairs: z.array(repairView) });
/** POST /api/v1/repairs/apply: makes one of them the draft of the day. */
export const repairOrder = z.object({ date: isoDate, profile: repairProfile, fingerprint: z.string().max(64) });
export const repairedView = z.object({ plan: z.uuid() });
/** GET /api/v1/repairs/duty: who works on a day by the plan in force; `staff` is the provider's own id. */
export const dutyView = z.array(z.object({ staff: z.string(), name: z.string(), visits: z.number().int() }));

export type RepairProfile = z.infer<typeof repairProfile>;
export type RepairView = z.infer<typeof repairView>;
export type RepairsOrder = z.output<typeof repairsOrder>;
export type RepairsView = z.infer<typeof repairsView>;
export type RepairOrder = z.output<typeof repairOrder>;
export type RepairedView = z.infer<typeof repairedView>;
export type DutyView = z.infer<typeof dutyView>;
