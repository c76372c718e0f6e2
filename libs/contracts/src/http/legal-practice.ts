import { z } from 'zod';
import { isoDate, text } from '../provider-file/fields.js';

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

/** GET /api/v1/legal-practice, and the answer to a PUT */
export const legalPractice = z.object({
  readings,
  /** Works on the Saturdays the Cabinet moves working days to. */
  followsTransfers: z.boolean(),
  /** Days off beside the law's. */
  daysOff: z.array(isoDate).max(100),
});

/** PUT /api/v1/legal-practice: the whole practice as it shall be, and why it changes. */
export const legalPracticeOrder = legalPractice.extend({ reason: text });

/** GET /api/v1/legal-practice/changes: who changed what of it and why, the newest first. */
export const practiceChangeView = z.object({
  /** A reading's name, `followsTransfers` or `daysOff`. */
  what: z.string(),
  /** The choice before: of `followsTransfers` true or false, of `daysOff` the days parted by blanks. */
  before: z.string(),
  after: z.string(),
  reason: z.string(),
  madeAt: z.iso.datetime({ offset: true }),
  /** E-mail of the account; null when it is gone. */
  madeBy: z.string().nullable(),
});

export type LegalPracticeOrder = z.output<typeof legalPracticeOrder>;
export type PracticeChangeView = z.infer<typeof practiceChangeView>;
export type LegalPracticeView = z.infer<typeof legalPractice>;
