import { randomUUID } from 'node:crypto';
import type { InvoiceLineView, InvoiceView } from '#contracts';
import type { InvoiceDraft, LedgerPeriod, LineDraft } from '#planning';
import { recordAudit } from '../database/audit.js';
import { insertRows } from '../database/bulk.js';
import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type { Prisma } from '../generated/client.js';

const WITH_PAYER = {
  municipality: { select: { name: true } },
  client: { select: { givenName: true, familyName: true } },
  lines: { select: { minutes: true, cents: true } },
} as const satisfies Prisma.InvoiceInclude;

type InvoiceRow = Prisma.InvoiceGetPayload<{ include: typeof WITH_PAYER }>;

/** Who issues invoices, and for which days. */
export interface Issue extends LedgerPeriod {
  readonly providerId: string;
  readonly issuedBy: string;
}

/** Writes invoices with their lines, numbered on from the provider's last; the caller holds the provider's lock. Newest first. */
export async function writeInvoices(
  transaction: Transaction,
  issue: Issue,
  drafts: readonly (InvoiceDraft & { readonly id?: string })[],
): Promise<readonly InvoiceView[]> {
  const { providerId, issuedBy, from, to } = issue;
  const { _max } = await transaction.invoice.aggregate({ where: { providerId }, _max: { number: true } });
  const invoices = drafts.map((draft, i) => ({ id: draft.id ?? randomUUID(), number: (_max.number ?? 0) + 1 + i, draft }));
  await insertRows(
    transaction,
    'invoices',
    invoices.map(({ id, number, draft: { funder, payer, services } }) => ({
      ...{ id, providerId, number, funder, fromDate: from, toDate: to, issuedAt: new Date(), issuedBy },
      municipalityId: funder === 'municipality' ? payer : null,
      clientId: funder === 'client' ? payer : null,
      services: services ?? null,
    })),
  );
  const rows = invoices.flatMap(({ id, draft }) =>
    draft.lines.map((line) => lineRow(providerId, { id, funder: draft.funder }, line)),
  );
  await insertRows(transaction, 'ledger_lines', rows);
  for (const { id, draft } of invoices) {
    const detail = { lines: draft.lines.length };
    await recordAudit(transaction, { providerId, actor: issuedBy, action: 'invoice.issued', subject: ['invoice', id], detail });
  }
  return readInvoices(transaction, { providerId, id: { in: invoices.map(({ id }) => id) } });
}

function lineRow(providerId: string, invoice: Pick<InvoiceDraft, 'funder'> & { readonly id: string }, line: LineDraft) {
  const { account, visitId, date, priceId, minutes, cents, corrects, cause } = line;
  return {
    ...{ id: randomUUID(), providerId, kind: 'billed', funder: invoice.funder, date, clientId: account.clientId },
    decisionId: account.kind === 'decision' ? account.id : null,
    episodeId: account.kind === 'episode' ? account.id : null,
    ...{ visitId, priceId, minutes, cents, cause, correctsId: corrects, invoiceId: invoice.id, createdAt: new Date() },
  };
}

/** Invoices, newest first. */
export async function readInvoices(transaction: Transaction, where: Prisma.InvoiceWhereInput): Promise<readonly InvoiceView[]> {
  const rows = await transaction.invoice.findMany({ where, include: WITH_PAYER, orderBy: { number: 'desc' } });
  return rows.map(invoiceView);
}

function invoiceView(row: InvoiceRow): InvoiceView {
  const { id, number, funder, municipality, client, lines } = row;
  return {
    ...{ id, number, funder },
    payer: municipality?.name ?? (client ? `${client.givenName} ${client.familyName}` : null),
    from: dayOfDate(row.fromDate),
    to: dayOfDate(row.toDate),
    issuedAt: row.issuedAt.toISOString(),
    lines: lines.length,
    minutes: lines.reduce((sum, line) => sum + line.minutes, 0),
    cents: lines.reduce((sum, line) => sum + line.cents, 0),
  };
}

/** Lines of an invoice by day; null when the provider has no such invoice. */
export async function readLines(
  transaction: Transaction,
  providerId: string,
  invoiceId: string,
): Promise<readonly InvoiceLineView[] | null> {
  const invoice = await transaction.invoice.findFirst({
    where: { providerId, id: invoiceId },
    include: {
      lines: {
        include: {
          decision: { select: { number: true } },
          episode: { select: { externalId: true } },
          client: { select: { externalId: true } },
        },
        orderBy: [{ date: 'asc' }, { visitId: 'asc' }, { id: 'asc' }],
      },
    },
  });
  if (invoice === null) return null;
  return invoice.lines.map(({ id, date, decision, episode, client, minutes, cents, correctsId, cause }) => ({
    ...{ id, date: dayOfDate(date), minutes, cents, cause, corrects: correctsId },
    account: decision?.number ?? episode?.externalId ?? client.externalId,
  }));
}

/** Invoices that touch the days. */
export function touching(providerId: string, { from, to }: LedgerPeriod): Prisma.InvoiceWhereInput {
  return { providerId, fromDate: { lte: dateOfDay(to) }, toDate: { gte: dateOfDay(from) } };
}
