import { unpaidStomaVisits, type LawReason, type Visit } from '#care';
import { daysFrom } from '#time';
import type { PlanningData } from '../ports.js';
import { type LawData, lawContext, lawOf } from './law-data.js';

/** A visit that is owed and that the law keeps out of plans, with every reason. */
export interface BarredVisit {
  readonly visit: Visit;
  readonly reasons: readonly LawReason[];
}

/** Visits that may be planned, and those owed that may not. */
export interface OwedVisits {
  readonly visits: readonly Visit[];
  readonly barred: readonly BarredVisit[];
}

/** The patterns somebody owes on at least one of the days, both included: others would only disturb the order of tasks. */
export function owedPatterns({ patterns, law }: PlanningData, from: string, to: string): PlanningData['patterns'] {
  if (law === undefined) return patterns;
  const visitLaw = lawOf(law);
  const days = daysFrom(from, to);
  return patterns.filter(({ funding }) => days.some((day) => visitLaw.owes(funding, day)));
}

/** Sorts visits by the law: what nobody owes is gone, what is owed is lawful or barred (S004, S021, S030-S039, S052). */
export function sortByLaw(visits: readonly Visit[], law: LawData | undefined): OwedVisits {
  if (law === undefined) return { visits, barred: [] };
  const visitLaw = lawOf(law);
  const standings = visits.map((visit) => ({ visit, standing: visitLaw.standingOf(visit) }));
  const lawful = standings.filter(({ standing }) => standing.kind === 'lawful').map(({ visit }) => visit);
  const unpaid = unpaidStomaVisits(lawful, stomaBefore(law), lawContext(law.practice).readings);
  return {
    visits: lawful.filter(({ key }) => !unpaid.has(key)),
    barred: standings.flatMap(({ visit, standing }) => {
      const limit = unpaid.get(visit.key);
      if (standing.kind === 'barred') return [{ visit, reasons: standing.reasons }];
      return limit === undefined ? [] : [{ visit, reasons: [limit] }];
    }),
  };
}

function stomaBefore({ stomaVisits }: LawData): Parameters<typeof unpaidStomaVisits>[1] {
  const sum = (rows: LawData['stomaVisits']): number => rows.reduce((total, { visits }) => total + visits, 0);
  return ({ clientId, episodeId }) => ({
    ofPatient: sum(stomaVisits.filter((row) => row.clientId === clientId)),
    ofEpisode: sum(stomaVisits.filter((row) => row.episodeId === episodeId)),
  });
}
