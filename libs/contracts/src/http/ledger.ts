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
export type BillingOrder = z.infer<typeof billingOrder>;
export type InvoiceView = z.infer<typeof invoiceView>;
export type InvoiceLineView = z.infer<typeof invoiceLineView>;
export type CreditOrder = z.infer<typeof creditOrder>;
