import type { ClaimServiceView } from '#contracts';
import type { IssuedInvoice } from '#planning';
import { dayOfDate } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import { readInvoices } from './invoices.js';

/** An invoice with everything its document says; null when the provider has no such invoice. */
export async function readIssued(database: Transaction, providerId: string, id: string): Promise<IssuedInvoice | null> {
  const [invoice] = await readInvoices(database, { providerId, id });
  if (invoice === undefined) return null;
  const provider = await database.provider.findFirstOrThrow({ where: { id: providerId }, select: { name: true, phone: true } });
  const rows = await database.ledgerLine.findMany({
    where: { providerId, invoiceId: id },
    include: {
      decision: { select: { number: true } },
      episode: { select: { externalId: true } },
      client: { select: { externalId: true, givenName: true, familyName: true } },
      visit: { select: { key: true, tasks: true, profession: true } },
      price: { select: { centsPerHour: true } },
    },
    orderBy: [{ date: 'asc' }, { visitId: 'asc' }, { id: 'asc' }],
  });
  const { lines: _count, ...head } = invoice;
  const { services } = await database.invoice.findFirstOrThrow({ where: { providerId, id }, select: { services: true } });
  return {
    ...head,
    ...{ providerName: provider.name, providerPhone: provider.phone, reasons: [] },
    services: services as ClaimServiceView[] | null,
    lines: rows.map(({ decision, episode, client, visit, price, ...line }) => ({
      ...{ id: line.id, date: dayOfDate(line.date), minutes: line.minutes, cents: line.cents },
      ...{ cause: line.cause, corrects: line.correctsId },
      account: decision?.number ?? episode?.externalId ?? client.externalId,
      accountId: line.decisionId ?? line.episodeId ?? line.clientId,
      client: `${client.givenName} ${client.familyName}`,
      clientNumber: client.externalId,
      visit: visit?.key ?? null,
      tasks: visit?.tasks ?? [],
      profession: visit?.profession ?? '',
      centsPerHour: price?.centsPerHour ?? null,
    })),
  };
}
