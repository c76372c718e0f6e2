import type { EpisodeFacts, Funding, Qualification, Shift, VisitPattern } from '#care';
import type { ProviderFile, SheetRow } from '#contracts';
import type { LawData, PlanningData } from '#planning';
import { instantOf } from '#time';

/** What planning needs of a provider file for some days, both ends included, read from the file itself. */
export function planningDataOf(file: ProviderFile, from: string, to: string): PlanningData {
  return {
    clients: file.clients.map(({ id, latitude, longitude, languages, flags }) => ({
      id,
      position: { latitude, longitude },
      languages,
      flags,
    })),
    staff: file.staff.map((row) => ({
      id: row.id,
      professions: row.professions,
      skills: row.skills,
      languages: row.languages,
      travelMode: row.travelMode,
      start: { latitude: row.startLatitude, longitude: row.startLongitude },
      qualifications: file.qualifications.filter(({ staff }) => staff === row.id).map(qualification),
    })),
    shifts: file.shifts.filter((shift) => shift.date >= from && shift.date <= to && !isAway(file, shift)).map(shiftOf),
    patterns: file.patterns
      .filter((row) => row.validFrom <= to && (row.validTo ?? to) >= from)
      .map((row) => patternOf(file, row)),
    law: lawData(file),
    preferences: file.preferences.map(({ client, staff, kind }) => ({ clientId: client, staffId: staff, kind })),
  };
}

const qualification = ({ kind, validFrom, validTo }: SheetRow<'qualifications'>): Qualification => ({
  kind,
  validFrom,
  validTo: validTo ?? null,
});

function isAway({ absences }: ProviderFile, { staff, date }: SheetRow<'shifts'>): boolean {
  return absences.some((absence) => absence.staff === staff && absence.from <= date && absence.to >= date);
}

function shiftOf({ id, staff, date, start, end, breakMinutes }: SheetRow<'shifts'>): Shift {
  return { id, staffId: staff, date, start: instantOf(date, start), end: instantOf(date, end), breakSeconds: breakMinutes * 60 };
}

function patternOf(file: ProviderFile, row: SheetRow<'patterns'>): VisitPattern {
  return {
    id: row.id,
    clientId: row.client,
    funding: fundingOf(file, row),
    tasks: row.tasks,
    durationMinutes: row.durationMinutes,
    profession: row.profession,
    skills: row.skills,
    staffCount: row.staffCount,
    weekdays: row.weekdays,
    timesPerWeek: row.timesPerWeek ?? null,
    minDaysBetween: row.minDaysBetween,
    everyWeeks: row.everyWeeks,
    windows: row.windows,
    priority: row.priority,
    validFrom: row.validFrom,
    validTo: row.validTo ?? null,
    pausedFrom: row.pausedFrom ?? null,
    pausedTo: row.pausedTo ?? null,
  };
}

/** What the law looks at, of every decision and episode in the file. */
function lawData(file: ProviderFile): LawData {
  return {
    decisions: file.decisions.map((row) => ({
      id: row.id,
      form: row.form,
      validFrom: row.validFrom,
      validTo: row.validTo ?? null,
      endedOn: row.endedOn ?? null,
      replacedFrom: file.decisions.find(({ replaces }) => replaces === row.id)?.validFrom ?? null,
    })),
    episodes: file.episodes.map((row) => episodeFacts(file, row)),
    guards: file.clients.map(({ id }) => ({
      clientId: id,
      certificates: file.certificates
        .filter(({ client }) => client === id)
        .map((row) => ({ ...row, validTo: row.validTo ?? null })),
      flags: [],
    })),
    stomaVisits: [],
    practice: { readings: {}, followsTransfers: false, daysOff: [] },
  };
}

function episodeFacts(file: ProviderFile, row: SheetRow<'episodes'>): EpisodeFacts {
  const referral = file.referrals.find(({ id }) => id === row.referral)!;
  return {
    id: row.id,
    clientId: referral.client,
    kind: referral.kind,
    issuer: referral.issuerRole,
    careDiagnosis: referral.careDiagnosis,
    mobilityDiagnosis: referral.mobilityDiagnosis ?? null,
    hasOrders: referral.orders !== undefined,
    onsetOn: referral.onsetOn ?? null,
    dischargedOn: referral.dischargedOn ?? null,
    startedOn: row.startedOn,
    endedOn: row.endedOn ?? null,
    mainTasks: row.mainTasks,
    terms: file.terms
      .filter(({ episode }) => episode === row.id)
      .map(({ startsOn, endsOn }) => ({ startsOn, endsOn, requestedOn: null })),
    opinions: file.opinions.filter(({ episode }) => episode === row.id),
  };
}

function fundingOf(file: ProviderFile, row: SheetRow<'patterns'>): Funding {
  if (row.decision === undefined) return { kind: 'episode', id: row.episode! };
  const { municipalityPercent = null } = file.decisions.find(({ id }) => id === row.decision)!;
  return { kind: 'decision', id: row.decision, municipalityPercent };
}
