import { EQUIPMENT_KINDS } from '#care';
import type { Client, Position, Preference, Shift, StaffMember } from '#care';
import type { OwnedEquipment, PlanningData } from '#planning';
import { addDays } from '#time';
import { dateOfDay, dayOfDate, openDay, secondsOf } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type * as Rows from '../generated/client.js';
import { readRuleChanges } from '../rules/read-rule-changes.js';
import { readElsewhere } from '../sharing/read-elsewhere.js';
import { readLawData } from './law-data.js';
import { FUNDED, patternOf, type DayRange, type PatternRow } from './pattern-rows.js';
import { isWorked, readShifts, type ShiftRow } from './shift-rows.js';
import { readWorkHistory } from './work-history.js';

/**
 * What planning needs for the days, without names. Clients are those with a pattern in the range; staff those employed
 * on a day of it. Ids are the database's; the order is stable (by the provider's own ids), so that equal data plans equally.
 */
export async function readPlanningData(database: Transaction, providerId: string, range: DayRange): Promise<PlanningData> {
  const [staffRows, shiftRows, patternRows] = await Promise.all([
    readStaff(database, providerId, range),
    readShifts(database, providerId, range),
    readPatterns(database, providerId, range),
  ]);
  const patterns = patternRows.map(patternOf);
  const clientIds = [...new Set(patterns.map((pattern) => pattern.clientId))];
  const [clientRows, preferenceRows, law, workHistory] = await Promise.all([
    database.client.findMany({ where: { providerId, id: { in: clientIds } }, orderBy: { externalId: 'asc' } }),
    database.preference.findMany({ where: { providerId, clientId: { in: clientIds } }, orderBy: { externalId: 'asc' } }),
    readLawData(database, providerId, { patterns: patternRows, range }),
    readWorkHistory(database, providerId, { staff: staffRows, range }),
  ]);
  return {
    clients: clientRows.map(clientOf),
    staff: staffRows.map(staffMemberOf),
    shifts: shiftRows.filter(isWorked).map(shiftOf),
    patterns,
    workHistory,
    law,
    ...(await readDaysOff(database, providerId, range)),
    laboratories: await readLaboratories(database, providerId),
    equipment: await readEquipment(database, providerId),
    elsewhere: await readElsewhere(database, providerId, range),
    ruleChanges: await readRuleChanges(database, providerId),
    preferences: preferenceRows.map(({ clientId, staffId, kind }): Preference => ({ clientId, staffId, kind })),
  };
}

function readLaboratories(database: Transaction, providerId: string): Promise<Position[]> {
  return database.place.findMany({
    where: { providerId, kind: 'laboratory' },
    select: { latitude: true, longitude: true },
    orderBy: { externalId: 'asc' },
  });
}

async function readEquipment(database: Transaction, providerId: string): Promise<OwnedEquipment[]> {
  const rows = await database.equipment.findMany({ where: { providerId }, orderBy: { externalId: 'asc' } });
  return rows.flatMap((row) =>
    EQUIPMENT_KINDS.filter((kind) => kind === row.kind).map((kind) => ({ kind, crew: row.crew, uses: row.usesBeforeRefill })),
  );
}

/** Days clients are not at home, visits called off one by one, and those that run over. */
async function readDaysOff(
  database: Transaction,
  providerId: string,
  { from, to }: DayRange,
): Promise<Required<Pick<PlanningData, 'away' | 'expected' | 'calledOff' | 'runningOver'>>> {
  const [first, last] = [dateOfDay(from), dateOfDay(to)];
  const inDays = { providerId, visit: { date: { gte: first, lte: last } } };
  const [absences, cancellations, overruns] = await Promise.all([
    database.clientAbsence.findMany({
      where: { providerId, fromDate: { lte: last }, OR: [{ toDate: null }, { toDate: { gte: first } }] },
      orderBy: [{ fromDate: 'asc' }, { id: 'asc' }],
    }),
    database.visitCancellation.findMany({ where: inDays, select: { visit: { select: { key: true } } } }),
    database.visitOverrun.findMany({ where: inDays, include: { visit: { select: { key: true } } } }),
  ]);
  return {
    ...daysAway(absences),
    calledOff: cancellations.map(({ visit }) => visit.key).sort(),
    runningOver: overruns.map(({ visit, endsAt }) => ({ visitKey: visit.key, until: secondsOf(endsAt) })),
  };
}

/** Days clients are surely away, and those from which they are announced to be home. */
function daysAway(absences: readonly Rows.ClientAbsence[]): Required<Pick<PlanningData, 'away' | 'expected'>> {
  const days = absences.map(({ clientId, fromDate, toDate, expectedOn }) => ({
    ...{ clientId, from: dayOfDate(fromDate), to: openDay(toDate) },
    home: toDate === null ? openDay(expectedOn) : null,
  }));
  return {
    away: days
      .filter(({ from, home }) => home === null || from < home)
      .map(({ clientId, from, to, home }) => ({ clientId, from, to: home === null ? to : addDays(home, -1) })),
    expected: days.flatMap(({ clientId, home }) => (home === null ? [] : [{ clientId, from: home }])),
  };
}

function readStaff(database: Transaction, providerId: string, { from, to }: DayRange): Promise<StaffRow[]> {
  return database.staffMember.findMany({
    where: {
      providerId,
      employedFrom: { lte: dateOfDay(to) },
      OR: [{ employedTo: null }, { employedTo: { gte: dateOfDay(from) } }],
    },
    include: { qualifications: { orderBy: { externalId: 'asc' } } },
    orderBy: { externalId: 'asc' },
  });
}

function readPatterns(database: Transaction, providerId: string, { from, to }: DayRange): Promise<PatternRow[]> {
  return database.visitPattern.findMany({
    where: { providerId, validFrom: { lte: dateOfDay(to) }, OR: [{ validTo: null }, { validTo: { gte: dateOfDay(from) } }] },
    include: FUNDED,
    orderBy: { externalId: 'asc' },
  });
}

type StaffRow = Rows.StaffMember & { readonly qualifications: readonly Rows.Qualification[] };
/** A client's row as planning sees it. */
export function clientOf({ id, latitude, longitude, languages, flags }: Rows.Client): Client {
  return { id, position: { latitude, longitude }, languages, flags };
}

/** A staff member's row as planning sees it. */
export function staffMemberOf(row: StaffRow): StaffMember {
  const { id, professions, skills, languages, travelMode } = row;
  return {
    id,
    professions,
    skills,
    languages,
    travelMode,
    start: { latitude: row.startLatitude, longitude: row.startLongitude },
    terms: {
      regime: row.summarisedTime ? 'summarised' : 'normal',
      contractMinutesPerWeek: row.contractMinutesPerWeek,
      referenceMonths: row.referenceMonths,
      overtimeAgreed: row.overtimeAgreed,
    },
    qualifications: row.qualifications.map(({ kind, validFrom, validTo }) => ({
      kind,
      validFrom: dayOfDate(validFrom),
      validTo: openDay(validTo),
    })),
  };
}

function shiftOf({ id, staffId, date, startsAt, endsAt, breakMinutes }: ShiftRow): Shift {
  return {
    id,
    staffId,
    date: dayOfDate(date),
    start: secondsOf(startsAt),
    end: secondsOf(endsAt),
    breakSeconds: breakMinutes * 60,
  };
}
