import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';

/** GET and POST /api/v1/clients/:id/erasure: what erasing takes away and what stays without names, by table. */
export const erasureView = z.object({
  /** Last day of care, planned or granted; null when there was none. */
  lastDay: isoDate.nullable(),
  /** From this day on it may be erased; null while care goes on without an end. */
  from: isoDate.nullable(),
  /** It may be erased today. */
  may: z.boolean(),
  erased: z.boolean(),
  tables: z.array(
    z.object({
      table: z.string(),
      rows: z.int(),
      /** Deleted; else the rows stay, stripped of names, addresses, notes and health facts. */
      deleted: z.boolean(),
    }),
  ),
});

/** GET /api/v1/erasures: clients whose data need not be kept any more within a year, those already due first. */
export const dueErasureView = z.object({
  /** The provider's own id. */
  client: z.string(),
  name: z.string(),
  lastDay: isoDate,
  /** From this day on the data are to be erased. */
  from: isoDate,
});

export type DueErasureView = z.infer<typeof dueErasureView>;
export type ErasureView = z.infer<typeof erasureView>;
