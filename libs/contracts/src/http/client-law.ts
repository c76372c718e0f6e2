import { z } from 'zod';
import { consentRow, decisionRow } from '../provider-file/provider-file.js';
import { isoDate } from '../provider-file/fields.js';
import { ledgerRow, payersView } from './ledger.js';
import { planSummary, workingTimeView } from './views.js';

const words = z.object({ lv: z.string(), en: z.string(), ru: z.string() });
const instant = z.iso.datetime({ offset: true });

/** Who may look at a client's facts. */
const viewer = z.enum([
  'social_staff',
  'health_staff',
  'office',
  'other_social_provider',
  'other_health_provider',
  'third_party',
  'deciding_social_service',
]);

/** A consent, how it stands today, and who wrote down when that it was given or withdrawn; newest first. */
const consentView = z.object({
  ...consentRow.pick({ id: true, direction: true, scope: true, givenOn: true }).shape,
  validTo: isoDate.nullable(),
  withdrawnOn: isoDate.nullable(),
  state: z.enum(['not_yet', 'in_force', 'run_out', 'withdrawn']),
  history: z.array(
    z.object({
      kind: z.string(),
      /** The day it holds from. */
      from: isoDate,
      recordedAt: instant,
      /** The account's e-mail, or the name of what recorded it on its own; null when nobody is named. */
      by: z.string().nullable(),
    }),
  ),
});

/** GET /api/v1/clients/:id/consents: every consent of a client, and what follows from them today (S098-S100). */
export const clientConsentsView = z.object({
  client: z.string(),
  consents: z.array(consentView),
  /** Classes of facts by who looks. */
  sees: z.array(z.object({ viewer, facts: z.array(z.string()) })),
});

/** GET /api/v1/clients/:id/sharing-log: who was told of a client, when, by whom: what the client may ask to read (S099); newest first. */
export const sharingLogView = z.object({
  client: z.string(),
  entries: z.array(
    z.object({
      at: instant,
      kind: z.enum(['observation', 'shared', 'unshared', 'exported', 'week_link', 'consent_given', 'consent_withdrawn']),
      /** Who was told: the GP, the social service, 113, another provider, whoever asked for the file or holds the link. */
      to: z.enum(['gp', 'social_service', 'emergency', 'other_provider', 'asker', 'link_holder', 'nobody']),
      /** The code of what staff noticed; null for the rest. */
      code: z.string().nullable(),
      /** The account's e-mail, or the name of what did it on its own. */
      by: z.string().nullable(),
      /** Whether the client knew, where that is asked; null where it is not. */
      clientInformed: z.boolean().nullable(),
    }),
  ),
});

/** A rule that a decision breaks: code, rule, figures, and the sentence with the remedy. */
const decisionIssueView = z.object({
  code: z.string(),
  rule: z.string(),
  severity: z.enum(['hard', 'warning']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  words,
});

/** Decisions with what is wrong with them, and until when each was to be made; those with issues first. */
export const decisionCheckView = z.object({
  ...decisionRow.pick({ id: true, number: true, decidedOn: true, validFrom: true, permanent: true, form: true }).shape,
  client: z.string(),
  clientName: z.string(),
  validTo: isoDate.nullable(),
  careLevel: z.number().int().nullable(),
  grantedMinutes: z.number().int(),
  grantedPer: z.enum(['week', 'month']),
  /** The severity that the certificate states (S038). */
  severity: z.enum(['mild', 'moderate', 'severe', 'very_severe']).nullable(),
  /** The last working day to decide on, where the binding rules say one (S137). */
  dueBy: isoDate.nullable(),
  issues: z.array(decisionIssueView),
});

/** GET /api/v1/decision-checks: of the whole provider or of one client. */
export const decisionChecksQuery = z.object({ client: z.string().min(1).max(60).optional() });

/** GET /api/v1/clients/:id/payers?from=&to=: who pays for everything that is given to a client, by account. */
export const clientPayersView = z.array(
  z.object({ ...ledgerRow.pick({ account: true, kind: true, number: true, municipality: true }).shape, ...payersView.shape }),
);

/** GET /api/v1/working-time?from=&to=: of the plans in force on the days, what the law of working time says. */
export const workingTimeQuery = z.object({ from: isoDate, to: isoDate });
export const workingTimeOfDays = z.array(workingTimeView.extend({ plan: planSummary.shape.id }));

export type ConsentView = z.infer<typeof consentView>;
export type ClientConsentsView = z.infer<typeof clientConsentsView>;
export type SharingLogView = z.infer<typeof sharingLogView>;
export type DecisionCheckView = z.infer<typeof decisionCheckView>;
export type DecisionChecksQuery = z.output<typeof decisionChecksQuery>;
export type ClientPayersView = z.infer<typeof clientPayersView>;
export type WorkingTimeQuery = z.output<typeof workingTimeQuery>;
export type WorkingTimeOfDays = z.infer<typeof workingTimeOfDays>;
export type ClientViewer = z.infer<typeof viewer>;
