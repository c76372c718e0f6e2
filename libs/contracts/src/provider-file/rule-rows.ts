import { z } from 'zod';
import { cents, code, externalId, flag, isoDate, minutes, percent, shortText } from './fields.js';

const incomeLimit = z.enum(['none', 'cents', 'minimum_wage']).default('none');
/** Who gives the care that a decision grants. */
export const decisionForm = z.enum(['provider', 'informal_carer', 'self_paid']);

/**
 * One version of a municipality's binding rules on home care, with its dates and source (S053, S132-S142, S150); its tables
 * are `ruleBands`. What the sources leave open is a column: `excessOf`, `olderThan`.
 */
export const ruleSetRow = z.object({
  id: externalId,
  rules: flag,
  name: shortText,
  source: shortText,
  checkedOn: isoDate,
  validFrom: isoDate,
  validTo: isoDate.optional(),
  providesHomeCare: z.boolean().default(true),
  forms: z.array(decisionForm).min(1).default(['provider', 'self_paid']),
  tasks: z.array(code).default([]),
  decisionWithinWorkingDays: z.number().int().min(1).max(366).optional(),
  shortestVisitMinutes: z.number().int().min(1).max(720).optional(),
  needyFree: z.boolean().default(true),
  freeUpTo: incomeLimit,
  freeUpToCents: cents.optional(),
  incomeMonths: z.number().int().min(1).max(12).default(1),
  clientShareOf: z.enum(['excess', 'price']).default('excess'),
  excessOf: z.enum(['member', 'household']).default('member'),
  freeLoneOlderThan: z.number().int().min(1).max(120).optional(),
  olderThan: z.enum(['day_after_birthday', 'next_birthday']).default('day_after_birthday'),
  supportUpTo: incomeLimit,
  supportUpToCents: cents.optional(),
});

/** A row of a rule set's tables: a care level, the client's share from an excess on (S119), or a relative's support by hours (S123-S126). */
export const ruleBandRow = z.object({
  id: externalId,
  ruleSet: externalId,
  kind: z.enum(['care_level', 'client_share', 'relative_support']),
  upToMinutesPerWeek: minutes.optional(),
  level: z.number().int().min(1).max(20).optional(),
  barthelFrom: z.number().int().min(0).max(20).optional(),
  barthelTo: z.number().int().min(0).max(20).optional(),
  tasks: z.array(code).default([]),
  aboveCents: cents.optional(),
  percent: percent.optional(),
  centsPerMonth: cents.optional(),
});
