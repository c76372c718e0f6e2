import { addDays } from '#time';
import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type * as Rows from '../generated/client.js';
import type { DayRange } from './pattern-rows.js';

/** A shift with what may take it away: employment and absences. */
export type ShiftRow = Rows.Shift & {
  readonly staff: Pick<Rows.StaffMember, 'employedFrom' | 'employedTo'> & { readonly absences: readonly Rows.Absence[] };
};

/** Shifts that begin on the days, by start. */
export function readShifts(database: Transaction, providerId: string, { from, to }: DayRange): Promise<ShiftRow[]> {
  const first = dateOfDay(from);
  return database.shift.findMany({
    where: { providerId, date: { gte: first, lte: dateOfDay(to) } },
    include: {
      staff: {
        select: {
          employedFrom: true,
          employedTo: true,
          // A shift that begins on the last day may reach into the day after.
          absences: { where: { toDate: { gte: first }, fromDate: { lte: dateOfDay(addDays(to, 1)) } } },
        },
      },
    },
    orderBy: [{ startsAt: 'asc' }, { externalId: 'asc' }],
  });
}

/** Inside the employment and on no day of an absence, the day it ends on included. */
export function isWorked({ date, startTime, endTime, staff }: ShiftRow): boolean {
  const first = dayOfDate(date);
  const overnight = endTime <= startTime && endTime !== '00:00';
  const last = overnight ? addDays(first, 1) : first;
  const employed = dayOfDate(staff.employedFrom) <= first && (staff.employedTo === null || first <= dayOfDate(staff.employedTo));
  return employed && !staff.absences.some(({ fromDate, toDate }) => dayOfDate(fromDate) <= last && first <= dayOfDate(toDate));
}
