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
  /** Where the client lives, as the provider divides its town. */
  district: z.string().nullable(),
  ...columns,
});

export const ledgerView = z.object({ rows: z.array(ledgerRow), totals: z.array(z.object(columns)) });

/** GET /api/v1/ledger/groups: the rows of the days put together. */
export const ledgerGroupsQuery = z.object({
  from: isoDate,
  to: isoDate,
  group: z.enum(['funder', 'municipality', 'district', 'kind']),
});

/** Rows with something in common: its name (a funder, a kind, a municipality, a district or ''), and how many accounts. */
export const ledgerGroup = z
  .object({ name: z.string(), accounts: z.number().int() })
  .extend(columns)
  .omit({ from: true, to: true });

const minuteFigures = {
  /** Minutes granted (ordered, where visits are), and of these what relatives give. */
  granted: z.number().int(),
  informal: z.number().int(),
  delivered: z.number().int(),
  /** Minutes still to come by plan or order, and what the month will have delivered in the end. */
  ahead: z.number().int(),
  expected: z.number().int(),
};

/** GET /api/v1/ledger/forecast?from=&to= */
export const forecastView = z.object({
  total: z.object(minuteFigures),
  accounts: z.array(
    z.object({
      ...{ account: z.uuid(), kind: accountKind, number: z.string(), client: z.string(), clientNumber: z.string() },
      ...{ municipality: z.string(), district: z.string().nullable() },
      ...minuteFigures,
      outlook: z.enum(['over', 'under', 'within']),
      exhaustedOn: isoDate.nullable(),
      endsOn: isoDate.nullable(),
      renewed: z.boolean(),
      /** A decision that ends within 60 days and has no successor. */
      runsOut: z.boolean(),
    }),
  ),
});

/** GET /api/v1/ledger/overview?from=&to=&kind=: what the page of a month shows, from one look at the facts. */
export const ledgerOverviewQuery = ledgerQuery.pick({ from: true, to: true, kind: true });
export const ledgerOverview = z.object({
  /** Of one kind of account, where that was asked for; all else is of all. */
  ledger: ledgerView,
  forecast: forecastView,
  groups: z.record(ledgerGroupsQuery.shape.group, z.array(ledgerGroup)),
});

/** GET /api/v1/ledger/:id/visits?from=&to=: the visits of an account with their minutes and every cause. */
export const ledgerVisitView = z.object({
  visit: z.string(),
  date: isoDate,
  /** Planned start; null: no published plan holds it. */
  start: instant.nullable(),
  ordered: z.number().int(),
  planned: z.number().int(),
  delivered: z.number().int(),
  billed: z.number().int(),
  cents: z.number().int(),
  confirmed: z.boolean(),
  causes: z.array(ledgerGap),
});

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

/** GET /api/v1/claims?from=&to=: visits of episodes given on the days, both included. */
export const claimsQuery = ledgerQuery.pick({ from: true, to: true });

/** A task done at a visit of an episode, as the state may be asked to pay for it; `problems` stand in the way (S035). */
export const claimLine = z.object({
  visit: z.string(),
  date: isoDate,
  client: z.string(),
  clientNumber: z.string(),
  /** The provider's own ids. */
  episode: z.string(),
  referral: z.string(),
  diagnosis: z.string(),
  task: z.string(),
  staff: z.string(),
  profession: z.string(),
  /** Given to the visit as a whole. */
  minutes: z.number().int(),
  /** Of the provider's list of manipulations; null: it has none for this. */
  code: z.string().nullable(),
  name: z.string().nullable(),
  cents: z.number().int().nullable(),
  problems: z.array(
    z.object({ code: z.string(), rule: z.string(), words: z.object({ lv: z.string(), en: z.string(), ru: z.string() }) }),
  ),
});

/** `payable` lines have no problem; `cents` is the sum of their prices as far as these are known. */
export const claimsView = z.object({
  lines: z.array(claimLine),
  totals: z.object({ lines: z.number().int(), payable: z.number().int(), cents: z.number().int() }),
});

export type ClaimLineView = z.infer<typeof claimLine>;
export type ClaimsView = z.infer<typeof claimsView>;
export type ClaimsQuery = z.output<typeof claimsQuery>;
export type LedgerQuery = z.output<typeof ledgerQuery>;
export type LedgerRowView = z.infer<typeof ledgerRow>;
export type LedgerGapView = z.infer<typeof ledgerGap>;
export type LedgerCellView = z.infer<typeof ledgerCell>;
export type LedgerGroupsQuery = z.output<typeof ledgerGroupsQuery>;
export type LedgerGrouping = LedgerGroupsQuery['group'];
export type LedgerGroupView = z.infer<typeof ledgerGroup>;
export type ForecastView = z.infer<typeof forecastView>;
export type LedgerOverviewQuery = z.output<typeof ledgerOverviewQuery>;
export type LedgerOverview = z.infer<typeof ledgerOverview>;
export type LedgerVisitView = z.infer<typeof ledgerVisitView>;
export type LedgerView = z.infer<typeof ledgerView>;
export type FundingReasonView = z.infer<typeof fundingReasonView>;
export type PayersQuery = z.output<typeof payersQuery>;
export type PayersView = z.infer<typeof payersView>;
export type BillingOrder = z.infer<typeof billingOrder>;
export type InvoiceView = z.infer<typeof invoiceView>;
export type InvoiceLineView = z.infer<typeof invoiceLineView>;
export type CreditOrder = z.infer<typeof creditOrder>;
