import type { CreditOrder, InvoiceLineView, InvoiceView, Issue } from '#contracts';
import type { ClaimFacts } from './claims.js';
import type { InvoiceDraft } from './draft-invoices.js';
import type { PayerFacts } from './explain-payers.js';
import type { IssuedInvoice } from './invoice-document.js';
import type { LedgerFacts } from './ledger-facts.js';
import type { LedgerPeriod } from './ledger-table.js';

/** What people call an account. */
export interface AccountLabel {
  readonly number: string;
  readonly client: string;
  readonly clientNumber: string;
  readonly municipality: string;
  /** Where the client lives, as the provider divides its town; null: not said. */
  readonly district: string | null;
}

/** What decides who pays for an account, and what people call it. */
export interface LabelledPayers {
  readonly facts: PayerFacts;
  readonly label: AccountLabel;
}

export interface LedgerReading {
  readonly facts: LedgerFacts;
  /** By account. */
  readonly labels: ReadonlyMap<string, AccountLabel>;
}

/** A billing run somebody asks for. */
export interface BillingWanted extends LedgerPeriod {
  readonly providerId: string;
  /** Account id. */
  readonly issuedBy: string;
  readonly now: Date;
}

/** What is left of a line after all its corrections. */
export interface LineLeft {
  readonly minutes: number;
  readonly cents: number;
}

export interface CreditWanted extends CreditOrder {
  readonly providerId: string;
  readonly issuedBy: string;
}

export type CreditOutcome =
  { readonly ok: true; readonly invoice: InvoiceView } | { readonly ok: false; readonly issues: readonly Issue[] };

/** The facts of the ledger, and invoices, which are only ever added to. */
export interface LedgerStore {
  /** Everything of the whole weeks and months around the days; `account` narrows it to one. */
  read(providerId: string, period: LedgerPeriod, now: Date, account?: string): Promise<LedgerReading>;
  /** What decides who pays for an account; null when the provider has no such account. */
  payers(providerId: string, account: string): Promise<PayerFacts | null>;
  /** Of every account of a client, by the provider's own id; empty when there is no such client. */
  clientPayers(providerId: string, client: string): Promise<readonly LabelledPayers[]>;
  /** The visits of episodes given on the days, with what a claim looks at. */
  claims(providerId: string, period: LedgerPeriod): Promise<ClaimFacts>;
  /**
   * Writes what `draft` makes of the facts, and for claims to the state what `claim` makes of it; other runs and credits of
   * the provider wait, so that nothing is billed twice.
   */
  bill(
    wanted: BillingWanted,
    draft: (facts: LedgerFacts) => readonly InvoiceDraft[],
    claim: (draft: InvoiceDraft, facts: LedgerFacts, claims: ClaimFacts) => InvoiceDraft,
  ): Promise<readonly InvoiceView[]>;
  /** Writes a credit unless `judge` has issues with it (null: there is no such line); a credit that is there already is returned. */
  credit(wanted: CreditWanted, judge: (left: LineLeft | null) => readonly Issue[]): Promise<CreditOutcome>;
  /** Invoices that touch the days, newest first. */
  invoices(providerId: string, period: LedgerPeriod): Promise<readonly InvoiceView[]>;
  /** An invoice with what its document says, reasons apart; null when the provider has no such invoice. */
  issued(providerId: string, invoiceId: string): Promise<IssuedInvoice | null>;
  /** Null when the provider has no such invoice. */
  lines(providerId: string, invoiceId: string): Promise<readonly InvoiceLineView[] | null>;
}
