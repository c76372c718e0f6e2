import { LOOK_AHEAD_DAYS, LOOK_BACK_DAYS, type ClockFacts, type ClockStore, type Named } from '#planning';
import { addDays } from '#time';
import type { Database } from '../database/database.js';
import { readAgenda } from '../schedules/agenda.js';

const NAME = { id: true, externalId: true, givenName: true, familyName: true } as const;

/** What ends, from Postgres: the agenda of the schedules with the names people use. */
export class PostgresClockStore implements ClockStore {
  constructor(private readonly database: Database) {}

  async read(providerId: string, today: string, client?: string): Promise<ClockFacts> {
    const { prisma } = this.database;
    const look = { today, from: addDays(today, -LOOK_BACK_DAYS), to: addDays(today, LOOK_AHEAD_DAYS) };
    const agenda = ofClient(await readAgenda(prisma, providerId, look), client);
    const { episodes, decisions, certificates, qualifications, consents } = agenda;
    const idsOf = (rows: readonly { readonly id: string }[]) => ({ where: { id: { in: rows.map(({ id }) => id) } } });
    const expiring = [...decisions, ...certificates, ...qualifications, ...consents];
    const clientIds = [...episodes, ...expiring].flatMap(({ clientId }) => clientId ?? []);
    const staffIds = expiring.flatMap(({ staffId }) => staffId ?? []);
    const [episodeRows, decisionRows, certificateRows, qualificationRows, consentRows, clients, staff, items] = await Promise.all(
      [
        prisma.episode.findMany({
          ...idsOf(episodes),
          select: {
            id: true,
            externalId: true,
            terms: { select: { externalId: true }, orderBy: [{ startsOn: 'asc' }, { id: 'asc' }] },
          },
        }),
        prisma.decision.findMany({ ...idsOf(decisions), select: { id: true, externalId: true, number: true } }),
        prisma.certificate.findMany({ ...idsOf(certificates), select: { id: true, externalId: true } }),
        prisma.qualification.findMany({ ...idsOf(qualifications), select: { id: true, externalId: true, kind: true } }),
        prisma.consent.findMany({ ...idsOf(consents), select: { id: true, externalId: true, direction: true } }),
        prisma.client.findMany({ where: { id: { in: clientIds } }, select: NAME }),
        prisma.staffMember.findMany({ where: { id: { in: staffIds } }, select: NAME }),
        prisma.workItem.findMany({
          where: { providerId, doneAt: null },
          include: { owner: { select: { email: true } } },
          orderBy: [{ dueAt: 'asc' }, { key: 'asc' }],
        }),
      ],
    );
    return {
      agenda,
      things: new Map([
        ...episodeRows.map(({ id, externalId }) => thing(id, externalId, externalId)),
        ...decisionRows.map(({ id, externalId, number }) => thing(id, externalId, number)),
        ...certificateRows.map(({ id, externalId }) => thing(id, externalId, externalId)),
        ...qualificationRows.map(({ id, externalId, kind }) => thing(id, externalId, kind)),
        ...consentRows.map(({ id, externalId, direction }) => thing(id, externalId, direction)),
      ]),
      terms: new Map(episodeRows.map(({ id, terms }) => [id, terms.map(({ externalId }) => externalId)])),
      clients: new Map(clients.map(namedById)),
      staff: new Map(staff.map(namedById)),
      items: items.map(({ id, kind, subjectId, owner, revision }) => ({
        ...{ id, kind, subjectId, revision },
        owner: owner?.email ?? null,
      })),
    };
  }
}

function ofClient(agenda: ClockFacts['agenda'], client: string | undefined): ClockFacts['agenda'] {
  if (client === undefined) return agenda;
  const theirs = <Row extends { readonly clientId: string | null }>(rows: readonly Row[]) =>
    rows.filter(({ clientId }) => clientId === client);
  const { episodes, decisions, certificates, consents, practice } = agenda;
  return {
    ...{ episodes: theirs(episodes), decisions: theirs(decisions), certificates: theirs(certificates) },
    ...{ consents: theirs(consents), qualifications: [], practice },
  };
}

function thing(key: string, id: string, label: string): [string, { id: string; label: string }] {
  return [key, { id, label }];
}

function namedById(row: {
  readonly id: string;
  readonly externalId: string;
  readonly givenName: string;
  readonly familyName: string;
}): [string, Named] {
  return [row.id, { id: row.externalId, name: `${row.givenName} ${row.familyName}` }];
}
