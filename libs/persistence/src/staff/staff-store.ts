import type { StaffListItem } from '#contracts';
import type { StaffFacts, StaffStore } from '#planning';
import { dateOfDay, openDay } from '../database/days.js';
import type { Database } from '../database/database.js';
import { readStaff } from './read-staff.js';

/** Members of staff in Postgres as the office works with them. */
export class PostgresStaffStore implements StaffStore {
  constructor(private readonly database: Database) {}

  async list(providerId: string, today: string): Promise<StaffListItem[]> {
    const day = dateOfDay(today);
    const rows = await this.database.prisma.staffMember.findMany({
      where: { providerId },
      include: {
        absences: { where: { fromDate: { lte: day }, toDate: { gte: day } }, take: 1 },
        qualifications: { select: { kind: true, validTo: true } },
      },
      orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { externalId: 'asc' }],
    });
    return rows.map((row) => ({
      id: row.externalId,
      name: `${row.givenName} ${row.familyName}`,
      ...{ professions: row.professions, languages: row.languages, mode: row.travelMode, neighbourhood: row.neighbourhood },
      contractMinutesPerWeek: row.contractMinutesPerWeek,
      employed: row.employedFrom <= day && (row.employedTo === null || row.employedTo >= day),
      absent: row.absences.length > 0,
      qualificationEnds: firstEnd(row.qualifications),
    }));
  }

  page(providerId: string, staff: string, days: { readonly from: string; readonly to: string }): Promise<StaffFacts | null> {
    return readStaff(this.database.prisma, { providerId, staff }, days);
  }
}

/** Of every kind the qualification that ends last counts; the first of these ends. */
function firstEnd(qualifications: readonly { readonly kind: string; readonly validTo: Date | null }[]): string | null {
  const ends = new Map<string, string | null>();
  for (const { kind, validTo } of qualifications) {
    const [known, end] = [ends.get(kind), openDay(validTo)];
    if (known === undefined || (known !== null && (end === null || end > known))) ends.set(kind, end);
  }
  return [...ends.values()].filter((end) => end !== null).sort()[0] ?? null;
}
