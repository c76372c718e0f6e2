import { z } from 'zod';
import { externalId, isoDate, text } from '../provider-file/fields.js';

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
  /** Which gaps a change may set; null: the rule is law and stays as it is. */
  bounds: z.array(z.enum(['min', 'max'])).nullable(),
});

export type RuleChangeOrder = z.output<typeof ruleChangeOrder>;
export type RuleChangeView = z.infer<typeof ruleChangeView>;
export type RuleView = z.infer<typeof ruleView>;

const threeLanguages = z.object({ lv: z.string(), en: z.string(), ru: z.string() });
const sourced = { validFrom: isoDate, validTo: isoDate.nullable(), source: z.string(), checkedOn: isoDate };

/** GET /api/v1/rules/law: what the programs know of the law and of municipalities, each figure with its dates and source. */
export const lawBookView = z.object({
  /** What the law leaves open: every choice in words, the provider's first as `chosen`. */
  readings: z.array(
    z.object({
      name: z.string(),
      chosen: z.string(),
      standard: z.string(),
      choices: z.array(z.object({ choice: z.string(), words: threeLanguages })),
    }),
  ),
  workingTime: z.array(
    z.object({
      ...{ rule: z.string(), regime: z.enum(['normal', 'summarised']), minutes: z.number().int() },
      ...{ severity: z.enum(['hard', 'warning']), ...sourced },
    }),
  ),
  ruleSets: z.array(
    z.object({
      ...{ id: z.string(), rules: z.string(), name: z.string(), ...sourced },
      /** Nobody has looked at it for two years (S150). */
      stale: z.boolean(),
      /** Figures by name, as the rule set has them; those it leaves open are left out. */
      figures: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
});

export type LawBookView = z.infer<typeof lawBookView>;
