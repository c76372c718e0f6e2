import { z } from 'zod';

const who = z.object({ id: z.string(), name: z.string() }).nullable();

/** GET /api/v1/data-issues: what is missing or wrong in the data of the coming week; what blocks planning first. */
export const dataIssueView = z.object({
  code: z.enum([
    'visit_barred',
    'no_shift',
    'no_skill',
    'no_order',
    'no_position',
    'no_visits',
    'no_level',
    'no_language',
    'no_phone',
    'no_floor',
  ]),
  effect: z.enum(['blocks', 'improves']),
  client: who,
  /** What it is about: the own id of a pattern or decision, a profession, a skill, a language, a rule. */
  subject: z.string(),
  /** Of a barred visit: the law's words with the remedy. */
  words: z.object({ lv: z.string(), en: z.string(), ru: z.string() }).nullable(),
  /** Visits of the coming week that it concerns. */
  visits: z.number().int(),
  /** The part of the client's page where it is put right: `home`, `decisions` ... */
  field: z.string(),
});

export type DataIssueView = z.infer<typeof dataIssueView>;
