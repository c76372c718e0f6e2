import type { Funding, Qualification, Shift, VisitPattern } from '#care';
import type { ProviderFile, SheetRow } from '#contracts';
import type { PlanningData } from '#planning';
import { addDays, instantOf } from '#time';

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
    patterns: file.patterns.flatMap((row) => patternsOf(file, row)).filter((p) => p.validFrom <= to && (p.validTo ?? to) >= from),
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

/** The pattern within what pays for it; nothing when that never overlaps. Patterns every few weeks keep their own beginning. */
function patternsOf(file: ProviderFile, row: SheetRow<'patterns'>): VisitPattern[] {
  const [first, last] = fundedDays(file, row);
  const validFrom = row.validFrom < first ? first : row.validFrom;
  const validTo = [row.validTo, last].filter((day) => day !== undefined && day !== null).sort()[0] ?? null;
  if (validTo !== null && validTo < validFrom) return [];
  if (row.everyWeeks > 1 && validFrom !== row.validFrom) throw new Error(`pattern ${row.id} begins before what pays for it`);
  return [
    {
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
      validFrom,
      validTo,
      pausedFrom: row.pausedFrom ?? null,
      pausedTo: row.pausedTo ?? null,
    },
  ];
}

function fundedDays(file: ProviderFile, row: SheetRow<'patterns'>): readonly [string, string | null] {
  if (row.decision !== undefined) {
    const decision = file.decisions.find(({ id }) => id === row.decision)!;
    const successor = file.decisions.find(({ replaces }) => replaces === decision.id);
    const ends = [decision.validTo, decision.endedOn, successor && addDays(successor.validFrom, -1)];
    return [decision.validFrom, ends.filter((day) => day !== undefined).sort()[0] ?? null];
  }
  const episode = file.episodes.find(({ id }) => id === row.episode)!;
  const terms = file.terms.filter((term) => term.episode === episode.id).map(({ endsOn }) => endsOn);
  return [episode.startedOn, [...terms].sort().at(-1) ?? null];
}

function fundingOf(file: ProviderFile, row: SheetRow<'patterns'>): Funding {
  if (row.decision === undefined) return { kind: 'episode', id: row.episode! };
  const { municipalityPercent } = file.decisions.find(({ id }) => id === row.decision)!;
  return { kind: 'decision', id: row.decision, municipalityPercent };
}
