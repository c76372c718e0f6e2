import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';

/** What the law leaves open and a provider decides; the choices and their words are those of the care library. */
const readings = z.object({
  termCounting: z.enum(['inclusive', 'exclusive']),
  surgeryTermFrom: z.enum(['care', 'discharge']),
  surgeryReferral: z.enum(['gp', 'gp_or_hospital']),
  earlyOpinion: z.enum(['accept', 'refuse']),
  lateOpinion: z.enum(['opinion_day', 'after_end']),
  stopOpinion: z.enum(['term_end', 'opinion_day']),
  stomaLimitPer: z.enum(['patient', 'episode']),
  rehabilitationWithin: z.enum(['6_months', '3_months']),
  medicineList: z.enum(['ask', 'require']),
});

/** GET and PUT /api/v1/legal-practice */
export const legalPractice = z.object({
  readings,
  /** Works on the Saturdays the Cabinet moves working days to. */
  followsTransfers: z.boolean(),
  /** Days off beside the law's. */
  daysOff: z.array(isoDate).max(100),
});

export type LegalPracticeView = z.infer<typeof legalPractice>;
