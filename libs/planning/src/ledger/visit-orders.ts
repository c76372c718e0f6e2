import { visitsOf, type Funding, type Visit } from '#care';
import { lawOf } from '../law/law-data.js';
import { sortByLaw } from '../law/owed-visits.js';
import type { PlanningData } from '../ports.js';
import type { LedgerCause } from './causes.js';
import { covers, type DaySpan } from './ledger-facts.js';

/** A visit that somebody owes on a day, whether it can be planned or not. */
export interface VisitOrder {
  readonly key: string;
  readonly funding: Funding;
  readonly clientId: string;
  readonly date: string;
  /** Of all parts together. */
  readonly minutes: number;
  readonly hold: LedgerCause | null;
  readonly unpaid: LedgerCause | null;
}

/** Why visits are off that patterns would give. */
export interface DaysOff {
  readonly absences: readonly (DaySpan & { readonly clientId: string; readonly cause: LedgerCause })[];
  /** By key of the visit. */
  readonly calledOff: ReadonlyMap<string, LedgerCause>;
}

/**
 * The visits that patterns ask for on the days, both included: also those in a pause, of somebody away, called off, or
 * barred by law, with the cause; without those nobody owes. A barred visit of an episode is not paid for (S021, S035).
 */
export function visitOrders(
  data: PlanningData,
  from: string,
  to: string,
  { absences, calledOff }: DaysOff,
): readonly VisitOrder[] {
  const unpaused = data.patterns.map((pattern) => ({ ...pattern, pausedFrom: null, pausedTo: null }));
  const visits = visitsOf(unpaused, from, to, { asListed: true });
  const pauses = new Map(data.patterns.map(({ id, pausedFrom, pausedTo }) => [id, pauseOf(pausedFrom, pausedTo)]));
  const { visits: lawful, barred } = sortByLaw(visits, data.law);
  const offCause = (visit: Visit): LedgerCause | null => {
    const pause = pauses.get(visit.patternId);
    if (pause && covers(pause, visit.date)) return 'suspended';
    const absence = absences.find((span) => span.clientId === visit.clientId && covers(span, visit.date));
    return absence?.cause ?? calledOff.get(visit.key) ?? null;
  };
  return [
    ...lawful.map((visit) => orderOf(visit, offCause(visit), null)),
    ...barred.map(({ visit, reasons }) => orderOf(visit, offCause(visit), causeOfLaw(reasons[0]?.code ?? ''))),
  ];
}

/** Whether anybody owes care under a funding on a day: what nobody owes, nobody pays for. */
export function owes({ law }: PlanningData): (funding: Funding, day: string) => boolean {
  if (!law) return () => true;
  const visitLaw = lawOf(law);
  return (funding, day) => visitLaw.owes(funding, day);
}

function orderOf(visit: Visit, off: LedgerCause | null, barred: LedgerCause | null): VisitOrder {
  const { key, funding, clientId, date, durationSeconds, staffCount } = visit;
  const minutes = Math.round((durationSeconds * staffCount) / 60);
  return { key, funding, clientId, date, minutes, hold: barred ?? off, unpaid: funding.kind === 'episode' ? barred : null };
}

function pauseOf(from: string | null, to: string | null): DaySpan | null {
  return from === null && to === null ? null : { from: from ?? '0000-01-01', to };
}

const LAW_CAUSES: Readonly<Record<string, LedgerCause>> = {
  'law.contraindicated': 'contraindication',
  'law.certificate_expired': 'certificate_expired',
  'law.decision_ended': 'outside_grant',
  'law.decision_suspended': 'suspended',
  'law.term_lapsed': 'term_lapsed',
  'law.term_lapsed_surgery': 'term_lapsed',
  'law.term_lapsed_rehabilitation': 'term_lapsed',
  'law.paid_limit': 'paid_limit',
};

function causeOfLaw(code: string): LedgerCause {
  return LAW_CAUSES[code] ?? 'rule_forbids';
}
