import type { ClaimFacts, GivenVisit, LedgerPeriod } from '#planning';
import { dateOfDay, dayOfDate, openDay, secondsOf } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type { Prisma } from '../generated/client.js';
import { readLawData } from '../providers/law-data.js';
import { FUNDED } from '../providers/pattern-rows.js';
import { staffMemberOf } from '../providers/planning-data.js';

const GIVEN = {
  client: { select: { externalId: true, givenName: true, familyName: true } },
  pattern: { include: FUNDED },
  episode: { include: { referral: true } },
  executionEvents: true,
} as const satisfies Prisma.VisitInclude;

type Row = Prisma.VisitGetPayload<{ include: typeof GIVEN }>;

/** The visits of episodes that something was reported of on the days, the provider's list of manipulations, and the law. */
export async function readClaims(database: Transaction, providerId: string, { from, to }: LedgerPeriod): Promise<ClaimFacts> {
  const rows = await database.visit.findMany({
    where: {
      ...{ providerId, funding: 'episode', date: { gte: dateOfDay(from), lte: dateOfDay(to) } },
      executionEvents: { some: {} },
    },
    include: GIVEN,
    orderBy: [{ date: 'asc' }, { key: 'asc' }],
  });
  const ids = [...new Set(rows.flatMap(({ executionEvents }) => executionEvents.map(({ staffId }) => staffId)))];
  const [staff, list] = await Promise.all([
    database.staffMember.findMany({ where: { providerId, id: { in: ids } }, include: { qualifications: true } }),
    database.manipulationCode.findMany({ where: { providerId }, orderBy: { externalId: 'asc' } }),
  ]);
  const patterns = [...new Map(rows.map(({ pattern }) => [pattern.id, pattern])).values()];
  return {
    visits: rows.flatMap((row) => givenVisit(row) ?? []),
    list: list.map(({ code, name, task, professions, referrals, cents, validFrom, validTo }) => ({
      ...{ code, name, task, professions, referrals, cents },
      ...{ validFrom: dayOfDate(validFrom), validTo: openDay(validTo) },
    })),
    staff: new Map(staff.map((row) => [row.id, { ...staffMemberOf(row), name: `${row.givenName} ${row.familyName}` }])),
    law: await readLawData(database, providerId, { patterns, range: { from, to } }),
  };
}

function givenVisit(row: Row): GivenVisit | null {
  const { key, patternId, clientId, ordinal, tasks, durationSeconds, profession, skills, staffCount, priority, episode } = row;
  if (episode === null) return null;
  const { referral } = episode;
  const windows = row.windowStarts.map((start, n) => ({ start: secondsOf(start), end: secondsOf(row.windowEnds[n]) }));
  return {
    visit: {
      ...{ key, patternId, clientId, ordinal, tasks, durationSeconds, profession, skills, staffCount, priority, windows },
      ...{ date: dayOfDate(row.date), funding: { kind: 'episode', id: episode.id } },
    },
    events: row.executionEvents.map(({ id, staffId, kind, occurredAt, correctsId, task }) => ({
      ...{ id, staffId, kind, task, at: occurredAt.getTime() / 1000, corrects: correctsId },
    })),
    label: {
      client: `${row.client.givenName} ${row.client.familyName}`,
      clientNumber: row.client.externalId,
      episode: episode.externalId,
      referral: referral.externalId,
      diagnosis: referral.careDiagnosis,
    },
    referral: referral.kind,
  };
}
