import { CONTINUITY_DAYS, type LedgerPeriod, type QualityFacts, type QualityStore } from '#planning';
import { addDays } from '#time';
import { dateOfDay, dayOfDate, secondsOf } from '../database/days.js';
import type { Database } from '../database/database.js';

/** Published plans and reports of days, in Postgres. */
export class PostgresQualityStore implements QualityStore {
  constructor(private readonly database: Database) {}

  async facts(providerId: string, { from, to }: LedgerPeriod): Promise<QualityFacts> {
    const { prisma } = this.database;
    const last = dateOfDay(to);
    const visits = await prisma.visit.findMany({
      where: {
        ...{ providerId, date: { gte: dateOfDay(addDays(from, 1 - CONTINUITY_DAYS)), lte: last } },
        parts: { some: { assignments: { some: { published: true } } } },
      },
      select: {
        ...{ date: true, clientId: true, client: { select: { neighbourhood: true } } },
        parts: { select: { part: true, assignments: { where: { published: true } } } },
        executionEvents: { select: { id: true, staffId: true, kind: true, occurredAt: true, correctsId: true } },
      },
    });
    const date = { gte: dateOfDay(from), lte: last };
    const routes = await prisma.route.findMany({
      where: { providerId, date, plan: { days: { some: { published: true, date } } } },
      include: {
        staff: { select: { contractMinutesPerWeek: true, professions: true } },
        plan: { select: { days: { where: { published: true }, select: { date: true } } } },
      },
    });
    const absences = await prisma.absence.findMany({
      where: { providerId, fromDate: { lte: last }, toDate: { gte: dateOfDay(from) } },
      select: { staffId: true, fromDate: true, toDate: true },
    });
    const pay = await prisma.paySettings.findFirst({ where: { providerId } });
    return {
      visits: visits.map((visit) => ({
        ...{ date: dayOfDate(visit.date), clientId: visit.clientId, district: visit.client.neighbourhood ?? '' },
        planned: visit.parts.flatMap(({ part, assignments }) =>
          assignments.map(({ staffId, startsAt, endsAt }) => ({
            part,
            staffId,
            start: secondsOf(startsAt),
            end: secondsOf(endsAt),
          })),
        ),
        events: visit.executionEvents.map(({ id, staffId, kind, occurredAt, correctsId }) => ({
          ...{ id, staffId, kind, at: occurredAt.getTime() / 1000, corrects: correctsId },
        })),
      })),
      routes: routes
        .filter((route) => route.plan.days.some((day) => day.date.getTime() === route.date.getTime()))
        .map(({ date: on, staffId, staff, serviceSeconds, travelSeconds, waitingSeconds }) => ({
          ...{ date: dayOfDate(on), staffId, serviceSeconds, travelSeconds, waitingSeconds },
          ...{ profession: staff.professions[0] ?? '', contractMinutesPerWeek: staff.contractMinutesPerWeek },
        })),
      absences: absences.map(({ staffId, fromDate, toDate }) => ({ staffId, from: dayOfDate(fromDate), to: dayOfDate(toDate) })),
      hourCosts: new Map(Object.entries((pay?.hourCosts ?? {}) as Readonly<Record<string, number>>)),
    };
  }
}
