import type { PayModel } from '#contracts';
import type { LedgerPeriod, PaidMember, PaidRoute, PayrollStore } from '#planning';
import { daysFrom, earlierDay, laterDay } from '#time';
import { recordAudit } from '../database/audit.js';
import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Database } from '../database/database.js';
import type { Prisma } from '../generated/client.js';

const WITH_WAYS = {
  assignments: { orderBy: { position: 'asc' }, select: { arrival: true, endsAt: true } },
  plan: { select: { days: { where: { published: true }, select: { date: true } } } },
} as const satisfies Prisma.RouteInclude;

type RouteRow = Prisma.RouteGetPayload<{ include: typeof WITH_WAYS }>;

/** Published routes, reports and absences by person, in Postgres. */
export class PostgresPayrollStore implements PayrollStore {
  constructor(private readonly database: Database) {}

  async model(providerId: string): Promise<PayModel> {
    const row = await this.database.prisma.paySettings.findFirst({ where: { providerId } });
    return (row?.model ?? 'whole_time') as PayModel;
  }

  setModel(providerId: string, model: PayModel, actor: string): Promise<void> {
    return this.database.prisma.$transaction(async (transaction) => {
      const row = { model, updatedAt: new Date() };
      await transaction.paySettings.upsert({ where: { providerId }, create: { providerId, ...row }, update: row });
      const subject = ['provider', providerId] as const;
      await recordAudit(transaction, { providerId, actor, action: 'pay_model.set', subject, detail: { model } });
    });
  }

  async hourCosts(providerId: string): Promise<ReadonlyMap<string, number | null>> {
    const [row, staff] = await Promise.all([
      this.database.prisma.paySettings.findFirst({ where: { providerId } }),
      this.database.prisma.staffMember.findMany({ where: { providerId }, select: { professions: true } }),
    ]);
    const known = (row?.hourCosts ?? {}) as Readonly<Record<string, number>>;
    const professions = new Set([...staff.flatMap((one) => one.professions.slice(0, 1)), ...Object.keys(known)]);
    return new Map([...professions].sort().map((profession) => [profession, known[profession] ?? null]));
  }

  setHourCosts(providerId: string, costs: ReadonlyMap<string, number | null>, actor: string): Promise<void> {
    return this.database.prisma.$transaction(async (transaction) => {
      const hourCosts = Object.fromEntries([...costs].filter(([, cents]) => cents !== null));
      const row = { hourCosts, updatedAt: new Date() };
      const created = { providerId, model: 'whole_time', ...row };
      await transaction.paySettings.upsert({ where: { providerId }, create: created, update: row });
      const subject = ['provider', providerId] as const;
      await recordAudit(transaction, { providerId, actor, action: 'hour_costs.set', subject, detail: hourCosts });
    });
  }

  async members(providerId: string, { from, to }: LedgerPeriod): Promise<readonly PaidMember[]> {
    const { prisma } = this.database;
    const date = { gte: dateOfDay(from), lte: dateOfDay(to) };
    const staff = await prisma.staffMember.findMany({
      where: { providerId },
      include: { absences: { where: { fromDate: { lte: date.lte }, toDate: { gte: date.gte } } } },
      orderBy: { externalId: 'asc' },
    });
    const routes = await prisma.route.findMany({
      where: { providerId, date, plan: { days: { some: { published: true, date } } } },
      include: WITH_WAYS,
    });
    const visits = await prisma.visit.findMany({
      where: { providerId, date, executionEvents: { some: { kind: 'checked_in' } } },
      select: { executionEvents: true },
    });
    const routesOf = groups(routes.filter(inForce), ({ staffId }) => staffId, routeOf);
    const events = visits.flatMap(({ executionEvents }) => {
      const read = executionEvents.map(({ id, staffId, kind, occurredAt, correctsId }) => ({
        ...{ id, staffId, kind, at: occurredAt.getTime() / 1000, corrects: correctsId },
      }));
      return [...new Set(read.map(({ staffId }) => staffId))].map((staffId) => ({ staffId, events: read }));
    });
    const eventsOf = groups(
      events,
      ({ staffId }) => staffId,
      (one) => one,
    );
    return staff.flatMap(({ id, externalId, givenName, familyName, contractMinutesPerWeek, absences }) => {
      const [own, reported] = [routesOf.get(id) ?? [], eventsOf.get(id) ?? []];
      const away = absences.flatMap(({ fromDate, toDate }) =>
        daysFrom(laterDay(dayOfDate(fromDate), from), earlierDay(dayOfDate(toDate), to)),
      );
      if (own.length + reported.length + away.length === 0) return [];
      return [
        {
          ...{ staff: `${givenName} ${familyName}`, number: externalId, contractMinutesPerWeek },
          ...{ routes: own, visits: reported, absentDays: new Set(away).size },
        },
      ];
    });
  }
}

/** Routes of a plan whose day has since been published anew are history. */
function inForce({ date, plan }: RouteRow): boolean {
  return plan.days.some((day) => day.date.getTime() === date.getTime());
}

function routeOf(route: RouteRow): PaidRoute {
  const { assignments, departure, date } = route;
  const seconds = (from: Date, until: Date): number => (until.getTime() - from.getTime()) / 1000;
  const [first, last] = [assignments.at(0), assignments.at(-1)];
  return {
    day: dayOfDate(date),
    plannedSeconds: route.serviceSeconds,
    travelSeconds: route.travelSeconds,
    commuteSeconds: first && last ? seconds(departure, first.arrival) + seconds(last.endsAt, route.return) : 0,
    waitingSeconds: route.waitingSeconds,
  };
}

function groups<Row, Item>(rows: readonly Row[], keyOf: (row: Row) => string, itemOf: (row: Row) => Item): Map<string, Item[]> {
  const lists = new Map<string, Item[]>();
  for (const row of rows) lists.set(keyOf(row), [...(lists.get(keyOf(row)) ?? []), itemOf(row)]);
  return lists;
}
