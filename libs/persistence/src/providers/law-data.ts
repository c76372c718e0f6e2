import type { Contraindication, DecisionFacts, EpisodeFacts, Readings } from '#care';
import type { LawData, LegalPractice } from '#planning';
import { addDays } from '#time';
import { dateOfDay, dayOfDate, openDay } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type * as Rows from '../generated/client.js';
import { decisionChanges } from './decision-changes.js';
import type { DayRange, DecisionRow, EpisodeRow, PatternRow } from './pattern-rows.js';

/** The task whose paid visits are counted (S021). */
const STOMA = 'STOMA';

/** What the law looks at for these patterns: decisions and episodes, their clients' papers, stoma visits before the range, the provider's practice. */
export async function readLawData(
  database: Transaction,
  providerId: string,
  { patterns, range }: { readonly patterns: readonly PatternRow[]; readonly range: DayRange },
): Promise<LawData> {
  const clientIds = [...new Set(patterns.map(({ clientId }) => clientId))];
  const stomaClients = [...new Set(patterns.filter(({ tasks }) => tasks.includes(STOMA)).map(({ clientId }) => clientId))];
  const [certificates, flags, medicines, stomaVisits, practice] = await Promise.all([
    database.certificate.findMany({ where: { providerId, clientId: { in: clientIds } }, orderBy: { externalId: 'asc' } }),
    database.contraindication.findMany({ where: { providerId, clientId: { in: clientIds } }, orderBy: { id: 'asc' } }),
    database.medicine.findMany({ where: { providerId, clientId: { in: clientIds } }, orderBy: { externalId: 'asc' } }),
    readStomaVisits(database, providerId, { clientIds: stomaClients, before: range.from }),
    readLegalPractice(database, providerId),
  ]);
  return {
    decisions: unique(patterns.flatMap(({ decision }) => decision ?? [])).map(decisionFacts),
    episodes: unique(patterns.flatMap(({ episode }) => episode ?? [])).map(episodeFacts),
    guards: clientIds.map((clientId) => ({
      clientId,
      certificates: certificates.filter((row) => row.clientId === clientId).map(certificateFacts),
      flags: flags
        .filter((row) => row.clientId === clientId)
        .map(({ setOn, kind }) => ({ setOn: dayOfDate(setOn), kind: kind as Contraindication })),
      medicines: medicines
        .filter((row) => row.clientId === clientId)
        .map(({ validFrom, validTo }) => ({ from: dayOfDate(validFrom), to: openDay(validTo) })),
    })),
    stomaVisits,
    practice,
  };
}

/** What the provider chose about the law; the defaults where it chose nothing. */
export async function readLegalPractice(database: Transaction, providerId: string): Promise<LegalPractice> {
  const row = await database.legalPractice.findFirst({ where: { providerId } });
  return {
    readings: (row?.readings ?? {}) as Partial<Readings>,
    followsTransfers: row?.followsTransfers ?? false,
    daysOff: (row?.daysOff ?? []).map(dayOfDate),
  };
}

/** Stoma visits that the state pays for in published plans before a day; those called off do not count. */
async function readStomaVisits(
  database: Transaction,
  providerId: string,
  { clientIds, before }: { readonly clientIds: readonly string[]; readonly before: string },
): Promise<LawData['stomaVisits']> {
  if (clientIds.length === 0) return [];
  const visits = await database.visit.findMany({
    where: {
      providerId,
      clientId: { in: [...clientIds] },
      funding: 'episode',
      tasks: { has: STOMA },
      date: { lt: dateOfDay(before) },
      cancellation: { is: null },
      parts: { some: { assignments: { some: { published: true } } } },
    },
    select: { clientId: true, episodeId: true },
  });
  const rows = visits.flatMap(({ clientId, episodeId }) => (episodeId === null ? [] : [{ clientId, episodeId }]));
  const episodes = [...new Set(rows.map(({ episodeId }) => episodeId))].sort();
  return episodes.map((episodeId) => {
    const own = rows.filter((row) => row.episodeId === episodeId);
    return { clientId: own[0].clientId, episodeId, visits: own.length };
  });
}

function decisionFacts(row: DecisionRow): DecisionFacts {
  const replaced = row.replacedBy.map(({ validFrom }) => dayOfDate(validFrom)).sort();
  const changes = decisionChanges(row);
  const ends = changes.flatMap(({ kind, from }) => (kind === 'ended' || kind === 'shortened' ? [addDays(from, -1)] : []));
  return {
    id: row.id,
    form: row.form,
    validFrom: dayOfDate(row.validFrom),
    validTo: openDay(row.validTo),
    endedOn: ends.sort()[0] ?? null,
    suspended: changes.flatMap((change) => (change.kind === 'suspended' ? [{ from: change.from, to: change.to }] : [])),
    replacedFrom: replaced[0] ?? null,
  };
}

/** An episode with its referral, terms and opinions -> what the law looks at. */
export function episodeFacts(row: EpisodeRow): EpisodeFacts {
  const { referral } = row;
  return {
    id: row.id,
    clientId: referral.clientId,
    kind: referral.kind,
    issuer: referral.issuerRole,
    careDiagnosis: referral.careDiagnosis,
    mobilityDiagnosis: referral.mobilityDiagnosis,
    hasOrders: (referral.orders ?? '').trim() !== '',
    onsetOn: openDay(referral.onsetOn),
    dischargedOn: openDay(referral.dischargedOn),
    startedOn: dayOfDate(row.startedOn),
    endedOn: openDay(row.endedOn),
    mainTasks: row.mainTasks,
    terms: row.terms.map(({ startsOn, endsOn, opinionRequestedOn }) => ({
      startsOn: dayOfDate(startsOn),
      endsOn: dayOfDate(endsOn),
      requestedOn: openDay(opinionRequestedOn),
    })),
    opinions: row.opinions.map(({ givenOn, verdict }) => ({ givenOn: dayOfDate(givenOn), verdict })),
  };
}

function certificateFacts(row: Rows.Certificate): LawData['guards'][number]['certificates'][number] {
  const { tuberculosis, acuteInfection, sexuallyTransmitted } = row;
  return { issuedOn: dayOfDate(row.issuedOn), validTo: openDay(row.validTo), tuberculosis, acuteInfection, sexuallyTransmitted };
}

function unique<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
