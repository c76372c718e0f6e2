import type { StaffFacts, StaffShift } from '#planning';
import { dateOfDay, dayOfDate, openDay, secondsOf } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type { Prisma } from '../generated/client.js';
import type { DayRange } from '../providers/pattern-rows.js';
import { isWorked } from '../providers/shift-rows.js';

/** The routes that a plan in force has for the shift: at most one. */
const IN_FORCE = {
  where: { assignments: { some: { published: true } } },
  include: { assignments: { select: { kind: true, startsAt: true, endsAt: true } } },
  take: 1,
} as const satisfies Prisma.Shift$routesArgs;

/** What is kept about a member of staff, by the provider's own id, with the shifts that begin on the days. */
export async function readStaff(
  database: Transaction,
  { providerId, staff: externalId }: { readonly providerId: string; readonly staff: string },
  { from, to }: DayRange,
): Promise<StaffFacts | null> {
  const during = { gte: dateOfDay(from), lte: dateOfDay(to) };
  const staff = await database.staffMember.findFirst({
    where: { providerId, externalId },
    include: {
      qualifications: { orderBy: [{ kind: 'asc' }, { validFrom: 'desc' }, { externalId: 'asc' }] },
      absences: { orderBy: [{ fromDate: 'desc' }, { externalId: 'asc' }] },
      shifts: { where: { date: during }, include: { routes: IN_FORCE }, orderBy: [{ startsAt: 'asc' }, { externalId: 'asc' }] },
      preferences: {
        include: { client: { select: { externalId: true, givenName: true, familyName: true } } },
        orderBy: [{ kind: 'asc' }, { externalId: 'asc' }],
      },
    },
  });
  if (staff === null) return null;
  const planDays = await database.planDay.findMany({
    where: { providerId, published: true, date: during },
    select: { date: true },
  });
  const planned = new Set(planDays.map(({ date }) => dayOfDate(date)));
  return {
    staffId: staff.id,
    page: pageOf(staff),
    qualifications: staff.qualifications.map(({ externalId: id, kind, number, validFrom, validTo }) => ({
      ...{ id, kind, number, validFrom: dayOfDate(validFrom), validTo: openDay(validTo) },
    })),
    shifts: staff.shifts.map((shift) =>
      shiftOf(shift, { worked: isWorked({ ...shift, staff }), dayPlanned: planned.has(dayOfDate(shift.date)) }),
    ),
  };
}

type StaffRow = Prisma.StaffMemberGetPayload<{
  include: {
    absences: true;
    preferences: { include: { client: { select: { externalId: true; givenName: true; familyName: true } } } };
  };
}>;

function pageOf(staff: StaffRow): StaffFacts['page'] {
  const { externalId: id, givenName, familyName, email, phone, professions, skills, languages, neighbourhood } = staff;
  return {
    ...{ id, givenName, familyName, email, phone, professions, skills, languages, neighbourhood },
    ...{ mode: staff.travelMode, startKind: staff.startKind, contractMinutesPerWeek: staff.contractMinutesPerWeek },
    referenceMonths: staff.summarisedTime ? staff.referenceMonths : null,
    overtimeAgreed: staff.overtimeAgreed,
    ...{ employedFrom: dayOfDate(staff.employedFrom), employedTo: openDay(staff.employedTo) },
    absences: staff.absences.map(({ externalId, fromDate, toDate, kind }) => ({
      ...{ id: externalId, from: dayOfDate(fromDate), to: dayOfDate(toDate), kind },
    })),
    preferences: staff.preferences.map(({ client, kind, reason }) => ({
      client: { id: client.externalId, name: `${client.givenName} ${client.familyName}` },
      ...{ kind, reason },
    })),
  };
}

function shiftOf(
  shift: Prisma.ShiftGetPayload<{ include: { routes: typeof IN_FORCE } }>,
  known: Pick<StaffShift, 'worked' | 'dayPlanned'>,
): StaffShift {
  const { date, startTime: start, endTime: end, startsAt, endsAt, breakMinutes, routes } = shift;
  const [route] = routes;
  return {
    ...{ date: dayOfDate(date), start, end, breakMinutes, ...known },
    ...{ startsAt: secondsOf(startsAt), endsAt: secondsOf(endsAt) },
    route: route === undefined ? null : routeOf(route),
  };
}

function routeOf(route: Prisma.RouteGetPayload<{ include: typeof IN_FORCE.include }>): NonNullable<StaffShift['route']> {
  const breaks = route.assignments.filter(({ kind }) => kind === 'break');
  return {
    plan: route.planId,
    ...{ from: secondsOf(route.departure), to: secondsOf(route.return) },
    breakSeconds: breaks.reduce((sum, { startsAt, endsAt }) => sum + secondsOf(endsAt) - secondsOf(startsAt), 0),
    visits: route.assignments.filter(({ kind }) => kind === 'visit').length,
  };
}
