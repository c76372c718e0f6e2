import type { ClientGaps, DataGapStore } from '#planning';
import { dateOfDay } from '../database/days.js';
import type { Database } from '../database/database.js';

/** Above this floor it matters whether there is a lift. */
const STAIRS_FROM = 3;

/** Gaps in what is kept of clients, from Postgres. */
export class PostgresDataGapStore implements DataGapStore {
  constructor(private readonly database: Database) {}

  async clients(providerId: string, today: string): Promise<ClientGaps[]> {
    const day = dateOfDay(today);
    const inForce = {
      validFrom: { lte: day },
      form: 'provider' as const,
      replacedBy: { none: { validFrom: { lte: day } } },
      AND: [{ OR: [{ validTo: null }, { validTo: { gte: day } }] }, { OR: [{ endedOn: null }, { endedOn: { gte: day } }] }],
    };
    const lasting = { OR: [{ validTo: null }, { validTo: { gte: day } }] };
    const clients = await this.database.prisma.client.findMany({
      where: { providerId },
      select: {
        ...{ id: true, externalId: true, givenName: true, familyName: true, phone: true, floor: true, lift: true },
        ...{ latitude: true, longitude: true, actualAddress: true },
        decisions: {
          where: inForce,
          select: { externalId: true, number: true, careLevel: true, _count: { select: { patterns: { where: lasting } } } },
        },
      },
      orderBy: { externalId: 'asc' },
    });
    const addresses = new Map<string, Set<string>>();
    const placeOf = (client: (typeof clients)[number]): string => `${client.latitude} ${client.longitude}`;
    for (const client of clients) {
      addresses.set(placeOf(client), (addresses.get(placeOf(client)) ?? new Set()).add(client.actualAddress));
    }
    return clients.map((client) => ({
      ...{ clientId: client.id, id: client.externalId, name: `${client.givenName} ${client.familyName}` },
      hasPhone: client.phone !== null,
      floorKnown: client.floor !== null && (client.floor < STAIRS_FROM || client.lift !== null),
      samePosition: (addresses.get(placeOf(client))?.size ?? 0) > 1,
      decisions: client.decisions.map(({ externalId: id, number, careLevel, _count }) => ({
        ...{ id, number, hasLevel: careLevel !== null, hasVisits: _count.patterns > 0 },
      })),
    }));
  }
}
