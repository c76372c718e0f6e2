import type { EmergencyCard, EmergencyView } from '#contracts';
import type { AccountOf, EmergencyOpening, EmergencyStore } from '#planning';
import { dayOfDate } from '../database/days.js';
import { recordAudit } from '../database/audit.js';
import type { Database, Transaction } from '../database/database.js';
import type { Prisma } from '../generated/client.js';

const WITH_NAMES = {
  account: { select: { email: true } },
  client: { select: { externalId: true, givenName: true, familyName: true } },
} as const satisfies Prisma.EmergencyAccessInclude;

const DAY_MS = 24 * 3600_000;

/** Access in emergencies, in Postgres. */
export class PostgresEmergencyStore implements EmergencyStore {
  constructor(private readonly database: Database) {}

  open(
    { providerId, accountId }: AccountOf,
    { givenName, familyName, reason, now, endsAt }: EmergencyOpening,
  ): Promise<{ readonly id: string } | 'unknown' | 'several'> {
    return this.database.prisma.$transaction(async (transaction) => {
      const names = await transaction.client.findMany({
        where: { providerId },
        select: { id: true, givenName: true, familyName: true },
      });
      const wanted = plain(`${givenName} ${familyName}`);
      const found = names.filter((one) => plain(`${one.givenName} ${one.familyName}`) === wanted);
      if (found.length === 0) {
        // Whoever tries names stands in the trail as well.
        const subject = ['account', accountId] as const;
        await recordAudit(transaction, { providerId, actor: accountId, action: 'emergency.nobody', subject });
        return 'unknown';
      }
      if (found.length > 1) return 'several';
      const clientId = found[0].id;
      const data = { providerId, accountId, clientId, reason, openedAt: now, endsAt };
      const { id } = await transaction.emergencyAccess.create({ data, select: { id: true } });
      await enter(transaction, { providerId, accountId }, 'emergency.opened', { clientId, id });
      return { id };
    });
  }

  async list(providerId: string, accountId: string | null, now: Date): Promise<EmergencyView[]> {
    const { prisma } = this.database;
    const where = { providerId, ...(accountId !== null && { accountId }) };
    const rows = await prisma.emergencyAccess.findMany({ where, include: WITH_NAMES, orderBy: { openedAt: 'desc' } });
    const reviewers = await prisma.account.findMany({
      where: { providerId, id: { in: rows.flatMap(({ reviewedBy }) => reviewedBy ?? []) } },
      select: { id: true, email: true },
    });
    const emails = new Map(reviewers.map(({ id, email }) => [id, email]));
    return rows.map(({ id, account, client, reason, openedAt, endsAt, reviewedAt, reviewedBy, justified, note }) => ({
      ...{ id, account: account.email, client: client.externalId, reason },
      clientName: `${client.givenName} ${client.familyName}`,
      ...{ openedAt: openedAt.toISOString(), endsAt: endsAt.toISOString(), open: endsAt > now },
      review: reviewedAt && {
        ...{ at: reviewedAt.toISOString(), by: emails.get(reviewedBy ?? '') ?? '' },
        ...{ justified: justified ?? false, note: note ?? '' },
      },
    }));
  }

  card(account: AccountOf, id: string, now: Date): Promise<EmergencyCard | null> {
    return this.database.prisma.$transaction(async (transaction) => {
      const access = await transaction.emergencyAccess.findFirst({ where: { ...account, id, endsAt: { gt: now } } });
      if (access === null) return null;
      const { providerId, clientId } = access;
      await enter(transaction, account, 'emergency.looked', { clientId, id });
      const client = await transaction.client.findFirstOrThrow({
        where: { providerId, id: clientId },
        include: { informalCarers: { orderBy: { name: 'asc' } } },
      });
      return { ...cardOf(client), visits: await visitsOf(transaction, access, now), endsAt: access.endsAt.toISOString() };
    });
  }

  async end(account: AccountOf, id: string, now: Date): Promise<boolean> {
    const where = { ...account, id, endsAt: { gt: now } };
    return (await this.database.prisma.emergencyAccess.updateMany({ where, data: { endsAt: now } })).count === 1;
  }

  review(
    { providerId, accountId }: AccountOf,
    id: string,
    { justified, note, now }: { readonly justified: boolean; readonly note: string; readonly now: Date },
  ): Promise<boolean> {
    return this.database.prisma.$transaction(async (transaction) => {
      const data = { reviewedAt: now, reviewedBy: accountId, justified, note };
      const [reviewed] = await transaction.emergencyAccess.updateManyAndReturn({ where: { providerId, id }, data });
      if (!reviewed) return false;
      await enter(transaction, { providerId, accountId }, 'emergency.reviewed', { clientId: reviewed.clientId, id });
      return true;
    });
  }
}

/** In the trail of the client; the reason may tell of somebody's health and stays out of it. */
function enter(
  transaction: Transaction,
  { providerId, accountId }: AccountOf,
  action: string,
  { clientId, id }: { readonly clientId: string; readonly id: string },
): Promise<void> {
  return recordAudit(transaction, {
    providerId,
    actor: accountId,
    action,
    subject: ['client', clientId],
    detail: { access: id },
  });
}

type ClientRow = Prisma.ClientGetPayload<{ include: { informalCarers: true } }>;

function cardOf(client: ClientRow): Omit<EmergencyCard, 'visits' | 'endsAt'> {
  const { givenName, familyName, birthDate, actualAddress, informalCarers, flags, livesAlone } = client;
  const { phone, floor, lift, doorCode, keyNote, accessNote } = client;
  return {
    client: `${givenName} ${familyName}`,
    birthDate: birthDate && dayOfDate(birthDate),
    address: actualAddress,
    ...{ phone, floor, lift, doorCode, keyNote, accessNote, livesAlone, flags },
    relatives: informalCarers.map(({ name, relation, phone: number }) => ({ name, relation, phone: number })),
  };
}

async function visitsOf(
  transaction: Transaction,
  { providerId, clientId }: { readonly providerId: string; readonly clientId: string },
  now: Date,
): Promise<EmergencyCard['visits']> {
  const [from, to] = [-DAY_MS, 2 * DAY_MS].map((ms) => new Date(now.getTime() + ms));
  const rows = await transaction.assignment.findMany({
    where: { providerId, published: true, startsAt: { gte: from, lt: to }, visitPart: { visit: { clientId } } },
    include: { route: { include: { staff: true } }, visitPart: { include: { visit: true } } },
    orderBy: { startsAt: 'asc' },
  });
  return rows.map(({ startsAt, endsAt, route, visitPart }) => ({
    ...{ start: startsAt.toISOString(), end: endsAt.toISOString() },
    staff: `${route.staff.givenName} ${route.staff.familyName}`,
    tasks: visitPart?.visit.tasks ?? [],
  }));
}

/** As people type a name in a hurry: without case and diacritics. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
}
