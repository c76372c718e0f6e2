import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';

const funder = z.enum(['municipality', 'client', 'state']);
const accountKind = z.enum(['decision', 'episode', 'private']);
const instant = z.iso.datetime({ offset: true });

/** GET /api/v1/ledger: both days included; `by` cuts the days into weeks or months; the rest narrows the accounts. */
export const ledgerQuery = z.object({
  from: isoDate,
  to: isoDate,
  by: z.enum(['range', 'week', 'month']).default('range'),
  kind: accountKind.optional(),
  account: z.uuid().optional(),
});

/** A column: whole minutes and cents; `municipality`, `client` and `state` add up to `cents`. */
export const ledgerCell = z.object({
  minutes: z.number().int(),
  cents: z.number().int(),
  municipality: z.number().int(),
  client: z.number().int(),
  state: z.number().int(),
});

/** Part of a difference of two columns: a cause of the ledger, and on whose side it lies. */
export const ledgerGap = z.object({
  cause: z.string(),
  side: z.enum(['client', 'provider', 'grant', 'billing']),
  minutes: z.number().int(),
  cents: z.number().int(),
});

const columns = {
  from: isoDate,
  to: isoDate,
  granted: ledgerCell,
  planned: ledgerCell,
  delivered: ledgerCell,
  billed: ledgerCell,
  /** Granted less planned, planned less delivered, delivered less billed; largest first. */
  notPlanned: z.array(ledgerGap),
  notDelivered: z.array(ledgerGap),
  notBilled: z.array(ledgerGap),
};

export const ledgerRow = z.object({
  account: z.uuid(),
  kind: accountKind,
  /** The decision's number, the episode's or the client's own id. */
  number: z.string(),
  client: z.string(),
  /** The provider's own id of the client. */
  clientNumber: z.string(),
  municipality: z.string(),
  ...columns,
});

export const ledgerView = z.object({ rows: z.array(ledgerRow), totals: z.array(z.object(columns)) });

/** Why somebody pays, or is not supported: code, rule, figures, and the sentence in the three languages. */
export const fundingReasonView = z.object({
  code: z.string(),
  rule: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  words: z.object({ lv: z.string(), en: z.string(), ru: z.string() }),
});

/** GET /api/v1/ledger/:id/payers?from=&to=: the days asked for, both included. */
export const payersQuery = ledgerQuery.pick({ from: true, to: true });

/**
 * Who pays for an account's care and why: days in a row with the same answer. The parts of an hour's price are in cents; a
 * null price is not known. Then what relatives receive a month on the last day; null: nothing, for these reasons.
 */
export const payersView = z.object({
  spans: z.array(
    z.object({
      from: isoDate,
      to: isoDate,
      centsPerHour: z.number().int().nullable(),
      municipality: z.number().int(),
      client: z.number().int(),
      state: z.number().int(),
      reasons: z.array(fundingReasonView),
    }),
  ),
  relatives: z.array(
    z.object({
      name: z.string(),
      relation: z.string(),
      minutesPerWeek: z.number().int(),
      centsPerMonth: z.number().int().nullable(),
      reasons: z.array(fundingReasonView),
    }),
  ),
});

/** POST /api/v1/billing-runs: bills what was given on the days, both included, and corrects what was billed otherwise. */
export const billingOrder = z.object({ from: isoDate, to: isoDate });

export const invoiceView = z.object({
  id: z.uuid(),
  number: z.number().int(),
  funder,
  /** Name of the municipality or client; null for the state. */
  payer: z.string().nullable(),
  from: isoDate,
  to: isoDate,
  issuedAt: instant,
  lines: z.number().int(),
  minutes: z.number().int(),
  cents: z.number().int(),
});

/** A line of an invoice; a correction names its line and cause, and gives back where it is negative. */
export const invoiceLineView = z.object({
  id: z.uuid(),
  date: isoDate,
  /** Number of the decision, or the provider's own id of episode or client. */
  account: z.string(),
  minutes: z.number().int(),
  cents: z.number().int(),
  corrects: z.uuid().nullable(),
  cause: z.string().nullable(),
});

/** POST /api/v1/credits: gives back part of a line; `id` becomes the credit's, so that sending it again changes nothing. */
export const creditOrder = z.object({
  id: z.uuid(),
  line: z.uuid(),
  minutes: z.number().int().min(0).max(44_640),
  cents: z.number().int().min(0).max(100_000_000),
  cause: z.enum(['credit_agreed', 'credit_complaint', 'credit_error']),
});

export type LedgerQuery = z.output<typeof ledgerQuery>;
export type LedgerRowView = z.infer<typeof ledgerRow>;
export type LedgerGapView = z.infer<typeof ledgerGap>;
export type LedgerCellView = z.infer<typeof ledgerCell>;
export type LedgerView = z.infer<typeof ledgerView>;
export type FundingReasonView = z.infer<typeof fundingReasonView>;
export type PayersQuery = z.output<typeof payersQuery>;
export type PayersView = z.infer<typeof payersView>;
export type BillingOrder = z.infer<typeof billingOrder>;
export type InvoiceView = z.infer<typeof invoiceView>;
export type InvoiceLineView = z.infer<typeof invoiceLineView>;
export type CreditOrder = z.infer<typeof creditOrder>;
