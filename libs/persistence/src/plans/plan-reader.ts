import type { PlanSummary, PositionView, UnservedView, WeekRouteView } from '#contracts';
import type { Days, PlacedPlan, PlacedVisit, PlanReader, RouteRow, StaffFinding, StopRow } from '#planning';
import { isReserved, WITH_ANNOUNCED } from '../clients/reserved.js';
import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Database } from '../database/database.js';
import type { PlanVisit, Prisma } from '../generated/client.js';
import { funderOf } from './funder.js';
import { readLinks, type LinksByVisit } from './link-rows.js';
import { readInForce, readPlacedPlan } from './placed-plans.js';
import { planSummary } from './plan-record.js';
import { readWeek } from './read-week.js';

const WITH_STOPS = {
  staff: {
    select: {
      ...{ givenName: true, familyName: true, professions: true, travelMode: true },
      ...{ startLatitude: true, startLongitude: true },
    },
  },
  assignments: {
    orderBy: { position: 'asc' },
    include: {
      visitPart: {
        select: {
          part: true,
          visit: {
            select: {
              id: true,
              key: true,
              date: true,
              client: {
                select: {
                  ...{ externalId: true, givenName: true, familyName: true, actualAddress: true, neighbourhood: true },
                  ...{ latitude: true, longitude: true, ...WITH_ANNOUNCED },
                },
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.RouteInclude;

type StoredRoute = Prisma.RouteGetPayload<{ include: typeof WITH_STOPS }>;
type StoredStop = StoredRoute['assignments'][number];

/** Stored plans with names; another provider's plan is as good as none. */
export class PostgresPlanReader implements PlanReader {
  constructor(private readonly database: Database) {}

  async summary(providerId: string, planId: string): Promise<PlanSummary | null> {
    const plan = await this.database.prisma.plan.findFirst({ where: { id: planId, providerId } });
    return plan === null ? null : planSummary(plan);
  }

  async summaries(providerId: string, limit: number): Promise<PlanSummary[]> {
    const plans = await this.database.prisma.plan.findMany({ where: { providerId }, orderBy: { version: 'desc' }, take: limit });
    return plans.map(planSummary);
  }

  async routes(providerId: string, planId: string, date: string | null): Promise<RouteRow[]> {
    const onDay = date === null ? {} : { date: dateOfDay(date) };
    const [routes, links, known] = await Promise.all([
      this.database.prisma.route.findMany({ where: { providerId, planId, ...onDay }, include: WITH_STOPS }),
      readLinks(this.database.prisma, { providerId, planId, date }),
      this.database.prisma.planVisit.findMany({ where: { providerId, planId } }),
    ]);
    const visits = new Map(known.map((visit) => [visit.visitId, visit]));
    return routes.map((route) => routeRow(route, { links, visits })).sort(byDateThenName);
  }

  async unserved(providerId: string, planId: string, date: string | null): Promise<UnservedView[]> {
    const onDay = date === null ? {} : { visit: { date: dateOfDay(date) } };
    const rows = await this.database.prisma.unservedVisit.findMany({
      where: { providerId, planId, ...onDay },
      include: { visit: { include: { client: true, inPlans: { where: { planId } } } } },
      orderBy: { visit: { key: 'asc' } },
    });
    const views = rows.map(({ visit, reasons }) => {
      const { tasks, windowStarts, windowEnds, priority, ...known } = visit.inPlans[0];
      return {
        visit: visit.key,
        clientId: visit.client.externalId,
        client: fullName(visit.client),
        address: visit.client.actualAddress,
        neighbourhood: visit.client.neighbourhood,
        position: positionOf(visit.client),
        date: dayOfDate(visit.date),
        tasks,
        funder: funderOf(known),
        windows: windowStarts.map((start, i) => ({ start: start.toISOString(), end: windowEnds[i].toISOString() })),
        priority,
        reasons: reasons as UnservedView['reasons'],
      };
    });
    return views.sort((a, b) => a.date.localeCompare(b.date) || b.priority - a.priority);
  }

  week(providerId: string, planId: string): Promise<WeekRouteView[] | null> {
    return readWeek(this.database.prisma, providerId, planId);
  }

  placed(providerId: string, planId: string, days: Days): Promise<PlacedPlan> {
    return readPlacedPlan(this.database.prisma, providerId, planId, days);
  }

  inForce(providerId: string, days: Days): Promise<PlacedVisit[]> {
    return readInForce(this.database.prisma, providerId, days);
  }

  async workingTime(providerId: string, planId: string): Promise<(StaffFinding & { staffName: string })[]> {
    const found = await this.findings({ providerId, planId });
    return found.map(({ plan: _, ...finding }) => finding);
  }

  workingTimeInForce(
    providerId: string,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<(StaffFinding & { staffName: string; plan: string })[]> {
    const [first, last] = [dateOfDay(from), dateOfDay(to)];
    return this.findings({
      ...{ providerId, fromDate: { lte: last }, toDate: { gte: first } },
      plan: { days: { some: { published: true, date: { gte: first, lte: last } } } },
    });
  }

  private async findings(where: Prisma.WorkingTimeFindingWhereInput): Promise<(StaffFinding & Named)[]> {
    const rows = await this.database.prisma.workingTimeFinding.findMany({
      where,
      include: { staff: { select: { givenName: true, familyName: true } } },
    });
    const found = rows.map((row) => ({
      ...{ staffId: row.staffId, staffName: fullName(row.staff), plan: row.planId },
      ...{ actualMinutes: row.actualMinutes, limitMinutes: row.limitMinutes, source: row.source },
      code: row.code as StaffFinding['code'],
      severity: row.severity as StaffFinding['severity'],
      from: dayOfDate(row.fromDate),
      to: dayOfDate(row.toDate),
    }));
    return found.sort(
      (a, b) => a.staffName.localeCompare(b.staffName, 'lv') || a.from.localeCompare(b.from) || a.code.localeCompare(b.code),
    );
  }
}

interface Named {
  readonly staffName: string;
  readonly plan: string;
}

/** What a plan knows of its visits, by database id. */
interface Known {
  readonly links: LinksByVisit;
  readonly visits: ReadonlyMap<string, PlanVisit>;
}

function routeRow(route: StoredRoute, known: Known): RouteRow {
  const { staff, assignments } = route;
  // One's own end is where the next travel begins.
  const left = [route.departure, ...assignments.map((stop) => stop.endsAt)];
  return {
    shift: route.shiftId,
    staff: route.staffId,
    staffName: fullName(staff),
    profession: staff.professions[0],
    mode: staff.travelMode,
    date: dayOfDate(route.date),
    shiftStart: route.shiftStart.toISOString(),
    shiftEnd: route.shiftEnd.toISOString(),
    departure: route.departure.toISOString(),
    return: route.return.toISOString(),
    base: { latitude: staff.startLatitude, longitude: staff.startLongitude },
    travelSeconds: route.travelSeconds,
    waitingSeconds: route.waitingSeconds,
    serviceSeconds: route.serviceSeconds,
    stops: assignments.map((stop, index) => stopRow(stop, left[index], known)),
  };
}

function stopRow(stop: StoredStop, left: Date, { links, visits }: Known): StopRow {
  const times = {
    arrival: stop.arrival.toISOString(),
    start: stop.startsAt.toISOString(),
    end: stop.endsAt.toISOString(),
    travelSeconds: (stop.arrival.getTime() - left.getTime()) / 1000,
  };
  if (stop.visitPart === null) {
    const nowhere = { clientId: null, client: '', address: '', neighbourhood: null, position: null };
    const nothing = { tasks: [], funder: null, part: 1, parts: 1, reserved: false, links: [] };
    return { kind: 'break', visit: stop.breakId ?? '', ...nowhere, ...nothing, ...times };
  }
  const { part, visit } = stop.visitPart;
  const linked = links.get(visit.id);
  const known = visits.get(visit.id);
  if (known === undefined) throw new Error(`the plan gives the visit ${visit.key} and does not know it`);
  return {
    kind: 'visit',
    visit: visit.key,
    clientId: visit.client.externalId,
    client: fullName(visit.client),
    address: visit.client.actualAddress,
    neighbourhood: visit.client.neighbourhood,
    position: positionOf(visit.client),
    tasks: [...(linked?.tasks ?? known.tasks)],
    funder: funderOf(known),
    ...times,
    part,
    parts: known.staffCount,
    reserved: isReserved(visit.client, visit.date),
    links: linked?.links ?? [],
  };
}

function byDateThenName(a: RouteRow, b: RouteRow): number {
  return a.date.localeCompare(b.date) || a.staffName.localeCompare(b.staffName, 'lv') || a.shiftStart.localeCompare(b.shiftStart);
}

function positionOf({ latitude, longitude }: PositionView): PositionView {
  return { latitude, longitude };
}

function fullName({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }): string {
  return `${givenName} ${familyName}`;
}
