import type { ClientWeekView, SecretLinkView } from '#contracts';
import type { PublishedParts, SecretLinkStore } from '#planning';
import { recordAudit } from '../database/audit.js';
import { dateOfDay, dayOfDate, secondsOf } from '../database/days.js';
import type { Database } from '../database/database.js';
import { funderOf } from '../plans/funder.js';

type Of = { readonly staffId: string } | 'weeks' | 'doors';

const KINDS = { weeks: { kind: 'week' }, doors: { kind: 'door' } } as const;
const scope = (of: Of) => (typeof of === 'string' ? KINDS[of] : ({ kind: 'calendar', staffId: of.staffId } as const));

/** Secret addresses in Postgres; of a secret only the hash is kept. */
export class PostgresSecretLinkStore implements SecretLinkStore {
  constructor(private readonly database: Database) {}

  make(
    {
      providerId,
      createdBy,
      secretHash,
    }: { readonly providerId: string; readonly createdBy: string; readonly secretHash: string },
    shows: { readonly kind: 'calendar'; readonly staffId: string } | { readonly kind: 'week' | 'door'; readonly client: string },
  ): Promise<{ readonly id: string } | 'unknown_client'> {
    return this.database.prisma.$transaction(async (transaction) => {
      let of: { staffId: string } | { clientId: string };
      if (shows.kind === 'calendar') of = { staffId: shows.staffId };
      else {
        const client = await transaction.client.findUnique({
          where: { providerId_externalId: { providerId, externalId: shows.client } },
          select: { id: true },
        });
        if (client === null) return 'unknown_client';
        of = { clientId: client.id };
        const before = { providerId, kind: 'door', clientId: client.id, revokedAt: null };
        if (shows.kind === 'door') await transaction.secretLink.updateMany({ where: before, data: { revokedAt: new Date() } });
      }
      const data = { providerId, createdBy, secretHash, kind: shows.kind, ...of };
      const { id } = await transaction.secretLink.create({ data, select: { id: true } });
      await recordAudit(transaction, { providerId, actor: createdBy, action: 'secret_link.made', subject: ['secret_link', id] });
      return { id };
    });
  }

  async list(providerId: string, of: Of): Promise<SecretLinkView[]> {
    const rows = await this.database.prisma.secretLink.findMany({
      where: { providerId, ...scope(of), revokedAt: null },
      include: { client: { select: { givenName: true, familyName: true } } },
      orderBy: { createdAt: 'desc' },
    });
    return rows.map(({ id, createdAt, client }) => ({
      ...{ id, createdAt: createdAt.toISOString() },
      client: client && `${client.givenName} ${client.familyName}`,
    }));
  }

  async revoke(providerId: string, id: string, of: Of, now: Date): Promise<boolean> {
    const { count } = await this.database.prisma.secretLink.updateMany({
      where: { id, providerId, ...scope(of), revokedAt: null },
      data: { revokedAt: now },
    });
    return count > 0;
  }

  async calendar(secretHash: string, from: string): Promise<PublishedParts | null> {
    const { prisma } = this.database;
    const link = await prisma.secretLink.findFirst({ where: { secretHash, kind: 'calendar', revokedAt: null } });
    if (link === null || link.staffId === null) return null;
    const { providerId, staffId } = link;
    const plans = await prisma.plan.findMany({
      where: { providerId, publishedAt: { not: null }, toDate: { gte: dateOfDay(from) } },
      select: { id: true, publishedAt: true, days: { select: { date: true } } },
      orderBy: [{ publishedAt: 'asc' }, { version: 'asc' }],
    });
    const publications = new Map<string, number[]>();
    const order = new Map<string, number>();
    for (const { id, publishedAt, days } of plans) {
      for (const { date } of days) {
        const day = dayOfDate(date);
        const before = publications.get(day) ?? [];
        order.set(`${id}/${day}`, before.length);
        publications.set(day, [...before, secondsOf(publishedAt as Date)]);
      }
    }
    const stops = await prisma.assignment.findMany({
      where: {
        providerId,
        staffId,
        kind: 'visit',
        route: { planId: { in: plans.map(({ id }) => id) }, date: { gte: dateOfDay(from) } },
      },
      select: {
        ...{ part: true, startsAt: true, endsAt: true, route: { select: { planId: true, date: true } } },
        visitPart: { select: { visit: { select: { key: true } } } },
      },
    });
    const parts = stops.flatMap(({ part, startsAt, endsAt, route, visitPart }) => {
      const day = dayOfDate(route.date);
      const publication = order.get(`${route.planId}/${day}`);
      if (publication === undefined || visitPart === null) return [];
      const [start, end] = [secondsOf(startsAt), secondsOf(endsAt)];
      return [{ visit: visitPart.visit.key, part: part ?? 1, day, start, end, publication }];
    });
    return { parts, publications };
  }

  async week(secretHash: string, from: string, to: string): Promise<ClientWeekView | null> {
    const { prisma } = this.database;
    const link = await prisma.secretLink.findFirst({
      where: { secretHash, kind: 'week', revokedAt: null },
      include: { client: true, provider: true },
    });
    if (link === null || link.client === null) return null;
    const visits = await prisma.visit.findMany({
      where: { clientId: link.client.id, date: { gte: dateOfDay(from), lte: dateOfDay(to) } },
      include: {
        parts: { select: { assignments: { where: { published: true }, include: { route: { select: { staff: true } } } } } },
      },
    });
    const planned = visits.flatMap((visit) => {
      const given = visit.parts.flatMap(({ assignments }) => assignments);
      if (given.length === 0) return [];
      const funder = funderOf(visit);
      return [
        {
          start: given[0].startsAt.toISOString(),
          end: given[0].endsAt.toISOString(),
          staff: given.map(({ route }) => `${route.staff.givenName} ${route.staff.familyName}`),
          ...{ profession: visit.profession, tasks: visit.tasks, funder },
          clientPercent: funder === 'state' ? 0 : funder === 'client' ? 100 : 100 - (visit.municipalityPercent ?? 100),
        },
      ];
    });
    return {
      client: `${link.client.givenName} ${link.client.familyName}`,
      providerName: link.provider.name,
      providerPhone: link.provider.phone,
      ...{ from, to },
      visits: planned.sort((a, b) => a.start.localeCompare(b.start)),
    };
  }
}
