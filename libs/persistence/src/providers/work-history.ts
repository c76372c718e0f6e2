import { LABOUR_LAW, referencePeriod } from '#care';
import type { KnownWork } from '#planning';
import { addDays, addMonths } from '#time';
import { dateOfDay, dayOfDate, secondsOf } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type * as Rows from '../generated/client.js';
import type { DayRange } from './pattern-rows.js';
import { isWorked, readShifts, type ShiftRow } from './shift-rows.js';

/** Days back and ahead in which weeks, daily and weekly rests reach over a plan's ends. */
const AROUND = 15;

/**
 * Work of the staff around the days: routes of published plans, and before the days also rostered shifts where nothing was
 * published. It reaches back as far as anything is averaged: over the reference period of summarised time, or over the
 * months of agreed overtime.
 */
export async function readWorkHistory(
  database: Transaction,
  providerId: string,
  { staff, range }: { readonly staff: readonly Rows.StaffMember[]; readonly range: DayRange },
): Promise<KnownWork[]> {
  const { from, to } = range;
  const since = staff
    .map((member) => lookBack(member, from))
    .reduce((first, day) => (day < first ? day : first), addDays(from, -AROUND));
  const outside = {
    OR: [
      { date: { gte: dateOfDay(since), lt: dateOfDay(from) } },
      { date: { gt: dateOfDay(to), lte: dateOfDay(addDays(to, AROUND)) } },
    ],
  };
  const [routes, days, shifts] = await Promise.all([
    database.route.findMany({
      where: { providerId, ...outside, assignments: { some: { published: true } } },
      include: { assignments: { where: { kind: 'break' } } },
      orderBy: [{ departure: 'asc' }, { id: 'asc' }],
    }),
    database.planDay.findMany({ where: { providerId, published: true, ...outside }, select: { date: true } }),
    readShifts(database, providerId, { from: since, to: addDays(from, -1) }),
  ]);
  const published = new Set(days.map(({ date }) => dayOfDate(date)));
  const rostered = shifts.filter((shift) => !published.has(dayOfDate(shift.date)) && isWorked(shift));
  return [...routes.map(routeWork), ...rostered.map(shiftWork)];
}

function lookBack({ summarisedTime, referenceMonths, overtimeAgreed }: Rows.StaffMember, from: string): string {
  if (summarisedTime) return referencePeriod(from, referenceMonths).from;
  return overtimeAgreed ? addMonths(from, -LABOUR_LAW.overtimeMonths) : from;
}

function routeWork(route: Rows.Route & { readonly assignments: readonly Rows.Assignment[] }): KnownWork {
  return {
    staffId: route.staffId,
    date: dayOfDate(route.date),
    start: secondsOf(route.departure),
    end: secondsOf(route.return),
    breaks: route.assignments.map(({ startsAt, endsAt }) => ({ start: secondsOf(startsAt), end: secondsOf(endsAt) })),
    journeySeconds: 0,
  };
}

/** A shift nobody planned, as if all of it had been worked but its break. */
function shiftWork({ staffId, date, startsAt, endsAt, breakMinutes }: ShiftRow): KnownWork {
  const start = secondsOf(startsAt);
  return {
    ...{ staffId, date: dayOfDate(date), start, end: secondsOf(endsAt) },
    breaks: breakMinutes === 0 ? [] : [{ start, end: start + breakMinutes * 60 }],
    journeySeconds: 0,
  };
}
