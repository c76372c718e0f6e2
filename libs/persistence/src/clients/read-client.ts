import type { ClientView } from '#contracts';
import type { ClientFacts } from '#planning';
import { addDays } from '#time';
import { dateOfDay, dayOfDate, openDay } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type { Prisma } from '../generated/client.js';
import { decisionFacts } from '../ledger/read-accounts.js';
import { FUNDED, patternOf } from '../providers/pattern-rows.js';
import { episodeFacts, readLegalPractice } from '../providers/law-data.js';
import { dwellingOf, revisionOf } from './client-rows.js';

const PERSON = { select: { givenName: true, familyName: true } } as const;
const WITH_ALL = {
  municipality: true,
  informalCarers: { orderBy: { externalId: 'asc' } },
  consents: { orderBy: [{ givenOn: 'desc' }, { externalId: 'asc' }] },
  barthelScores: { orderBy: [{ assessedOn: 'desc' }, { externalId: 'asc' }] },
  certificates: { orderBy: [{ issuedOn: 'desc' }, { externalId: 'asc' }] },
  contraindications: { orderBy: { setOn: 'desc' } },
  decisions: {
    include: { municipality: true, changes: { orderBy: { fromDate: 'asc' } }, replacedBy: { select: { externalId: true } } },
    orderBy: { externalId: 'asc' },
  },
  referrals: {
    include: { episodes: { include: FUNDED.episode.include, orderBy: { startedOn: 'desc' } } },
    orderBy: { issuedOn: 'desc' },
  },
  patterns: { include: FUNDED, orderBy: { externalId: 'asc' } },
  preferences: { include: { staff: PERSON }, orderBy: [{ kind: 'asc' }, { externalId: 'asc' }] },
  absences: { orderBy: { fromDate: 'desc' }, take: 20 },
  observations: { include: { staff: PERSON }, orderBy: { occurredAt: 'desc' }, take: 50 },
} as const satisfies Prisma.ClientInclude;

type ClientRow = Prisma.ClientGetPayload<{ include: typeof WITH_ALL }>;
type PatternRow = ClientRow['patterns'][number];
type Emails = ReadonlyMap<string, string>;

/** What is kept about a client, by the provider's own id. */
export async function readClient(
  database: Transaction,
  { providerId, client: externalId }: { readonly providerId: string; readonly client: string },
  { today, seenDays }: { readonly today: string; readonly seenDays: number },
): Promise<ClientFacts | null> {
  const client = await database.client.findFirst({ where: { providerId, externalId }, include: WITH_ALL });
  if (client === null) return null;
  const [seen, accounts, practice] = await Promise.all([
    readSeen(database, client, { from: addDays(today, 1 - seenDays), to: today }),
    database.account.findMany({ where: { providerId }, select: { id: true, email: true } }),
    readLegalPractice(database, providerId),
  ]);
  const emails = new Map(accounts.map(({ id, email }) => [id, email]));
  return {
    clientId: client.id,
    page: pageOf(client, seen),
    decisions: client.decisions.map(decisionRow),
    episodes: client.referrals.flatMap((referral) => referral.episodes.map((episode) => episodeRow(referral, episode))),
    patterns: client.patterns.map((row) => ({ row: patternRow(row, emails), pattern: patternOf(row) })),
    consents: client.consents.map(consentRow),
    practice,
  };
}

/** Reports that no later certificate without a yes has lifted. */
function standing({ contraindications, certificates }: ClientRow): ClientRow['contraindications'] {
  const clear = certificates.find((answers) => !(answers.tuberculosis || answers.acuteInfection || answers.sexuallyTransmitted));
  return contraindications.filter(({ setOn }) => clear === undefined || clear.issuedOn <= setOn);
}

function pageOf(client: ClientRow, seen: ClientView['seen']): ClientFacts['page'] {
  const { externalId: id, givenName, familyName, birthDate, municipality, flags } = client;
  return {
    ...{ id, givenName, familyName, flags, seen },
    revision: revisionOf(client),
    birthDate: openDay(birthDate),
    municipality: { id: municipality.externalId, name: municipality.name },
    dwelling: dwellingOf(client),
    relatives: client.informalCarers.map(({ fromTime, toTime, ...carer }) => ({
      ...{ id: carer.externalId, name: carer.name, relation: carer.relation, phone: carer.phone, tasks: carer.tasks },
      ...{ weekdays: carer.weekdays, from: fromTime, to: toTime, minutesPerWeek: carer.minutesPerWeek },
      paidByMunicipality: carer.paidByMunicipality,
    })),
    barthel: client.barthelScores.map(({ externalId, assessedOn, form, score }) => ({
      ...{ id: externalId, assessedOn: dayOfDate(assessedOn), form, score },
    })),
    certificates: client.certificates.map(({ externalId, issuedOn, validTo, issuedBy, severity, ...answers }) => ({
      ...{ id: externalId, issuedOn: dayOfDate(issuedOn), validTo: openDay(validTo), issuedBy, severity },
      contraindicated: answers.tuberculosis || answers.acuteInfection || answers.sexuallyTransmitted,
    })),
    contraindications: standing(client).map(({ kind, setOn }) => ({
      kind: kind as 'tuberculosis' | 'acuteInfection' | 'sexuallyTransmitted',
      on: dayOfDate(setOn),
    })),
    absences: client.absences.map(({ fromDate, toDate, reason, expectedOn }) => ({
      ...{ from: dayOfDate(fromDate), to: openDay(toDate), reason: reason as 'hospital' | 'away' },
      expectedOn: openDay(expectedOn),
    })),
    preferences: client.preferences.map(({ kind, reason, staff }) => ({ staff: nameOf(staff), kind, reason })),
    observations: client.observations.map(({ clientEventId, occurredAt, code, isNew, note, staff }) => ({
      ...{ id: clientEventId, at: occurredAt.toISOString(), code, isNew, note, staff: nameOf(staff) },
    })),
  };
}

function decisionRow(decision: ClientRow['decisions'][number]): ClientFacts['decisions'][number] {
  const { id, externalId, number, municipality, form, careLevel, grantedMinutes, grantedPer, tasks, ruleSet } = decision;
  return {
    facts: decisionFacts(decision),
    row: {
      ...{ id: externalId, account: id, number, municipality: municipality.externalId, form, careLevel, grantedMinutes },
      ...{ grantedPer, tasks, ruleSet, municipalityPercent: decision.municipalityPercent },
      ...{
        decidedOn: dayOfDate(decision.decidedOn),
        validFrom: dayOfDate(decision.validFrom),
        validTo: openDay(decision.validTo),
      },
      replacedBy: decision.replacedBy[0]?.externalId ?? null,
      changes: decision.changes.map((change) => ({
        ...{ kind: change.kind, from: dayOfDate(change.fromDate), to: openDay(change.toDate) },
        ...{ grantedMinutes: change.grantedMinutes, decidedOn: dayOfDate(change.decidedOn), reason: change.reason },
      })),
    },
  };
}

type Referral = ClientRow['referrals'][number];

function episodeRow(referral: Referral, episode: Referral['episodes'][number]): ClientFacts['episodes'][number] {
  const { id, externalId, startedOn, endedOn, mainTasks, additionalTasks, terms } = episode;
  return {
    facts: episodeFacts(episode),
    termIds: terms.map((term) => term.externalId),
    row: {
      ...{ id: externalId, account: id, kind: referral.kind, issuer: referral.issuer, mainTasks, additionalTasks },
      ...{ startedOn: dayOfDate(startedOn), endedOn: openDay(endedOn) },
    },
  };
}

function patternRow(row: PatternRow, emails: Emails): ClientFacts['patterns'][number]['row'] {
  const { externalId: id, decision, episode, profession, skills, weekdays, timesPerWeek, everyWeeks, priority } = row;
  const { minDaysBetween } = row;
  return {
    ...{ id, revision: revisionOf(row), profession, skills, weekdays, timesPerWeek, everyWeeks, priority, minDaysBetween },
    ...{ decision: decision?.externalId ?? null, episode: episode?.externalId ?? null },
    ...{ validFrom: dayOfDate(row.validFrom), validTo: openDay(row.validTo) },
    ...{ pausedFrom: openDay(row.pausedFrom), pausedTo: openDay(row.pausedTo) },
    changes: row.changes.map(({ fromDate, toDate, windows, madeAt, madeBy, ...change }) => ({
      ...{ from: dayOfDate(fromDate), to: openDay(toDate), reason: change.reason, madeAt: madeAt.toISOString() },
      ...{ tasks: change.tasks, durationMinutes: change.durationMinutes, staffCount: change.staffCount },
      windows: windows as { from: string; to: string }[],
      madeBy: emails.get(madeBy) ?? null,
    })),
  };
}

function consentRow(consent: ClientRow['consents'][number]): ClientFacts['consents'][number] {
  const { externalId: id, direction, scope, createdAt } = consent;
  const days = {
    givenOn: dayOfDate(consent.givenOn),
    ...{ validTo: openDay(consent.validTo), withdrawnOn: openDay(consent.withdrawnOn) },
  };
  return { row: { id, direction, scope, recordedAt: createdAt.toISOString(), ...days }, facts: { direction, ...days } };
}

/** Whom published plans send to the client on the days, but to visits called off; who was there last first. */
async function readSeen(
  database: Transaction,
  { id: clientId, providerId }: ClientRow,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ClientView['seen']> {
  const stops = await database.assignment.findMany({
    where: {
      ...{ providerId, published: true },
      visitPart: {
        visit: { clientId, date: { gte: dateOfDay(from), lte: dateOfDay(to) }, cancellation: { is: null } },
      },
    },
    select: {
      ...{ staffId: true, startsAt: true },
      visitPart: { select: { visit: { select: { date: true } } } },
      route: { select: { staff: { select: { givenName: true, familyName: true, professions: true } } } },
    },
    orderBy: { startsAt: 'desc' },
  });
  const people = new Map<string, ClientView['seen'][number]>();
  for (const { staffId, visitPart, route } of stops) {
    if (visitPart === null) continue;
    const known = people.get(staffId);
    if (known) known.visits++;
    else {
      const lastOn = dayOfDate(visitPart.visit.date);
      people.set(staffId, { staff: nameOf(route.staff), profession: route.staff.professions[0] ?? 'carer', visits: 1, lastOn });
    }
  }
  return [...people.values()];
}

function nameOf({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }): string {
  return `${givenName} ${familyName}`;
}
