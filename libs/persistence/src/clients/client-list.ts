import type { ClientListItem } from '#contracts';
import { dateOfDay } from '../database/days.js';
import type { Transaction } from '../database/database.js';

/** Every client by name, with what they have care for on the day and how much work is open about them. */
export async function readClientList(database: Transaction, providerId: string, today: string): Promise<ClientListItem[]> {
  const day = dateOfDay(today);
  const onDay = { fromDate: { lte: day }, OR: [{ toDate: null }, { toDate: { gte: day } }] };
  const [clients, work] = await Promise.all([
    database.client.findMany({
      where: { providerId },
      select: {
        ...{ id: true, externalId: true, givenName: true, familyName: true, birthDate: true },
        ...{ neighbourhood: true, actualAddress: true },
        municipality: { select: { name: true } },
        decisions: {
          where: {
            validFrom: { lte: day },
            form: { not: 'informal_carer' },
            AND: [{ OR: [{ validTo: null }, { validTo: { gte: day } }] }, { OR: [{ endedOn: null }, { endedOn: { gte: day } }] }],
          },
          select: { id: true },
          take: 1,
        },
        referrals: {
          where: { episodes: { some: { startedOn: { lte: day }, OR: [{ endedOn: null }, { endedOn: { gte: day } }] } } },
          select: { id: true },
          take: 1,
        },
        absences: { where: onDay, select: { reason: true }, take: 1 },
      },
      orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { externalId: 'asc' }],
    }),
    database.workItem.groupBy({
      by: ['clientId'],
      where: { providerId, doneAt: null, clientId: { not: null } },
      _count: { _all: true },
    }),
  ]);
  const open = new Map(work.map(({ clientId, _count }) => [clientId, _count._all]));
  return clients.map((client) => ({
    id: client.externalId,
    name: `${client.givenName} ${client.familyName}`,
    birthYear: client.birthDate?.getUTCFullYear() ?? null,
    municipality: client.municipality.name,
    neighbourhood: client.neighbourhood,
    address: client.actualAddress,
    social: client.decisions.length > 0,
    health: client.referrals.length > 0,
    away: (client.absences[0]?.reason ?? null) as ClientListItem['away'],
    openWork: open.get(client.id) ?? 0,
  }));
}
