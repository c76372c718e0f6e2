import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';

const instant = z.iso.datetime({ offset: true });
const funder = z.enum(['municipality', 'client', 'state']);

/** GET /api/v1/billing-runs/check: what a run of the days would ask of whom, and what it would leave out, and why. */
export const billingCheckView = z.object({
  asks: z.array(z.object({ funder, lines: z.number().int(), minutes: z.number().int(), cents: z.number().int() })),
  leaves: z.array(
    z.object({
      cause: z.string(),
      side: z.enum(['client', 'provider', 'grant', 'billing']),
      visits: z.number().int(),
      minutes: z.number().int(),
      cents: z.number().int(),
    }),
  ),
});

/** A task given under an episode, under one code of the provider's list; `missing` is what stands in the way of paying it. */
export const claimServiceView = z.object({
  /** The provider's own id of the episode. */
  account: z.string(),
  clientNumber: z.string(),
  task: z.string(),
  /** Null: the list has none for it. */
  code: z.string().nullable(),
  name: z.string().nullable(),
  times: z.number().int(),
  /** Price of one; null: not known. */
  cents: z.number().int().nullable(),
  missing: z.array(z.object({ lv: z.string(), en: z.string(), ru: z.string() })),
});

/** GET /api/v1/invoices/:id/document: a statement (municipality), a claim list (state) or a client's invoice. */
export const invoiceDocumentView = z.object({
  id: z.uuid(),
  kind: z.enum(['statement', 'claim', 'invoice']),
  number: z.number().int(),
  funder,
  payer: z.string().nullable(),
  providerName: z.string(),
  providerPhone: z.string().nullable(),
  from: isoDate,
  to: isoDate,
  issuedAt: instant,
  minutes: z.number().int(),
  cents: z.number().int(),
  /** One account at one price; `client` only where the client pays. */
  rows: z.array(
    z.object({
      account: z.string(),
      clientNumber: z.string(),
      client: z.string().nullable(),
      tasks: z.array(z.string()),
      centsPerHour: z.number().int().nullable(),
      correction: z.boolean(),
      lines: z.number().int(),
      minutes: z.number().int(),
      cents: z.number().int(),
    }),
  ),
  /** On a claim list: what was given at its visits, with the codes of the list as it is kept now, valid on the visit's day. */
  services: z.array(claimServiceView),
  /** On a client's invoice: why they pay what they pay, as it was on the last of the days. */
  reasons: z.array(z.object({ lv: z.string(), en: z.string(), ru: z.string() })),
});

/** The file's language; Latvian when absent. */
export const documentQuery = z.object({ language: z.enum(['lv', 'en', 'ru']).default('lv') });

/** What of working time is paid: everything; all but the ways from and to home; care and ways without waiting; care alone. */
export const payModel = z.enum(['whole_time', 'without_commute', 'care_and_ways', 'care']);

/** GET and PUT /api/v1/pay-model */
export const payModelView = z.object({ model: payModel });

/** PUT /api/v1/hour-costs: what a working hour costs the provider, in cents by profession; GET: also those not known yet. */
export const hourCostsView = z.object({
  costs: z
    .array(z.object({ profession: z.string().min(1).max(40), cents: z.number().int().min(0).max(100_000).nullable() }))
    .max(50),
});

/** GET /api/v1/payroll?from=&to=: minutes; care as delivered, ways and waiting as planned. */
export const payrollView = z.object({
  model: payModel,
  rows: z.array(
    z.object({
      staff: z.string(),
      number: z.string(),
      days: z.number().int(),
      absentDays: z.number().int(),
      contractMinutesPerWeek: z.number().int(),
      plannedMinutes: z.number().int(),
      careMinutes: z.number().int(),
      travelMinutes: z.number().int(),
      commuteMinutes: z.number().int(),
      waitingMinutes: z.number().int(),
      paidMinutes: z.number().int(),
    }),
  ),
});

export type BillingCheckView = z.infer<typeof billingCheckView>;
export type ClaimServiceView = z.infer<typeof claimServiceView>;
export type InvoiceDocumentView = z.infer<typeof invoiceDocumentView>;
export type DocumentQuery = z.output<typeof documentQuery>;
export type HourCostsView = z.infer<typeof hourCostsView>;
export type PayModel = z.infer<typeof payModel>;
export type PayModelView = z.infer<typeof payModelView>;
export type PayrollView = z.infer<typeof payrollView>;
