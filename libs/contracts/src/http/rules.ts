import { z } from 'zod';
import { externalId, text } from '../provider-file/fields.js';

const instant = z.iso.datetime({ offset: true });
const gap = z
  .number()
  .int()
  .min(0)
  .max(31 * 24 * 60)
  .nullable();
const severity = z.enum(['hard', 'soft']);
/** Minutes between two tasks; a bound that is null is none. */
const gaps = z.object({ min: gap, max: gap });
const ruleId = z.string().regex(/^[A-Z.]+-[A-Z.]+-[a-z_]+(?:-\w+)?$/, 'the id of a rule');

/** PUT /api/v1/rules/changes: a rule that does not apply, or binds otherwise, for one client or for all; with why. */
export const ruleChangeOrder = z.object({
  rule: ruleId,
  /** The provider's own id; null: for every client. */
  client: externalId.nullable().default(null),
  off: z.boolean().default(false),
  /** Null: as the rule book says. */
  severity: severity.nullable().default(null),
  gaps: gaps.nullable().default(null),
  reason: text,
});

/** GET /api/v1/rules/changes: what stands, or with `ended=true` all that ever stood, newest first. */
export const ruleChangeView = z.object({
  id: z.uuid(),
  rule: z.string(),
  client: z.string().nullable(),
  clientName: z.string().nullable(),
  off: z.boolean(),
  severity: severity.nullable(),
  gaps: gaps.nullable(),
  reason: z.string(),
  madeAt: instant,
  /** E-mail of the account; null when it is gone. */
  madeBy: z.string().nullable(),
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
});

/** GET /api/v1/rules: a rule as it holds for a client, or for all without a change of their own. */
export const ruleView = z.object({
  id: z.string(),
  a: z.string(),
  b: z.string(),
  kind: z.string(),
  minGap: z.number().int().nullable(),
  maxGap: z.number().int().nullable(),
  severity: z.enum(['hard', 'soft', 'default']),
  confidence: z.enum(['high', 'medium', 'low', 'default']),
  condition: z.string(),
  reason: z.string(),
  source: z.string(),
  off: z.boolean(),
  /** The change that makes it so; null: as the book says. */
  change: z.uuid().nullable(),
});

export type RuleChangeOrder = z.output<typeof ruleChangeOrder>;
export type RuleChangeView = z.infer<typeof ruleChangeView>;
export type RuleView = z.infer<typeof ruleView>;
