import type { ClaimServiceView, InvoiceDocumentView, InvoiceLineView } from '#contracts';

/** A line of an invoice with everything a document says of it. */
export interface DocumentLine extends InvoiceLineView {
  readonly accountId: string;
  readonly client: string;
  readonly clientNumber: string;
  /** Key of the visit; null: none. */
  readonly visit: string | null;
  readonly tasks: readonly string[];
  readonly profession: string;
  /** Price of the hour it was priced at; null: none. */
  readonly centsPerHour: number | null;
}

/** An invoice as it was issued, with its lines and both houses. */
export interface IssuedInvoice extends Omit<InvoiceDocumentView, 'rows' | 'kind' | 'services'> {
  readonly lines: readonly DocumentLine[];
  /** Of a claim: what was given, as it stood when it was issued; null: it is none, or of a time that did not keep it. */
  readonly services: readonly ClaimServiceView[] | null;
}

const KINDS = { municipality: 'statement', state: 'claim', client: 'invoice' } as const;

/**
 * What an invoice says: to a municipality a statement by decision, to the state a list by episode, to a client an invoice.
 * A row is one account at one price; corrections stand in rows of their own. Only a client’s invoice names a client.
 */
export function invoiceDocument({ lines, services, ...invoice }: IssuedInvoice): InvoiceDocumentView {
  const rows = new Map<string, InvoiceDocumentView['rows'][number]>();
  const visits = new Map<string, Set<string>>();
  for (const line of lines) {
    const correction = line.corrects !== null;
    const key = [line.account, line.centsPerHour, correction].join(' ');
    const row = rows.get(key) ?? {
      ...{ account: line.account, clientNumber: line.clientNumber, centsPerHour: line.centsPerHour, correction },
      ...{ client: invoice.funder === 'client' ? line.client : null, lines: 0, minutes: 0, cents: 0, tasks: [] as string[] },
    };
    const known = visits.get(key) ?? new Set<string>();
    for (const task of line.tasks) known.add(task);
    visits.set(key, known);
    rows.set(key, {
      ...row,
      lines: row.lines + 1,
      minutes: row.minutes + line.minutes,
      cents: row.cents + line.cents,
      tasks: [...known].sort(),
    });
  }
  return { ...invoice, kind: KINDS[invoice.funder], rows: [...rows.values()], services: [...(services ?? [])] };
}
