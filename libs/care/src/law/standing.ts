import { addDays, type IsoDay } from '#time';
import { refusalOf } from '../competence/competence.js';
import { barOn, barReason, certificateEndedBefore, type HealthGuard, isSocial } from '../contraindications/contraindications.js';
import type { EpisodeFacts } from '../health/episode.js';
import { episodeReasons } from '../health/groups.js';
import { DEFAULT_LAW, type LawContext, type Term, TERM_DAYS, termOn, termsOf } from '../health/terms.js';
import type { Funding, Visit } from '../model.js';
import { findTask } from '../tasks/catalogue.js';
import type { LawReason, Standing } from './law-reason.js';
import { readingOf } from './readings.js';

/** The municipality's grant, as far as it bounds the days of visits (S052, S057). Days are inclusive. */
export interface DecisionFacts {
  readonly id: string;
  /** An informal carer's hours are never routed (S129). */
  readonly form: 'provider' | 'informal_carer' | 'self_paid';
  readonly validFrom: IsoDay;
  readonly validTo: IsoDay | null;
  /** The last day of an early end. */
  readonly endedOn: IsoDay | null;
  /** Days on which the municipality has suspended it; `to` null: until it ends. Absent: none. */
  readonly suspended?: readonly { readonly from: IsoDay; readonly to: IsoDay | null }[];
  /** The first day of the decision that replaces it. */
  readonly replacedFrom: IsoDay | null;
}

/** What visits stand on, by id. */
export interface Grounds {
  readonly decisions: ReadonlyMap<string, DecisionFacts>;
  readonly episodes: ReadonlyMap<string, EpisodeFacts>;
  /** By client; a client without a certificate or flag need not be there. */
  readonly guards: ReadonlyMap<string, HealthGuard>;
}

/** The law on the visits of one provider. */
export interface VisitLaw {
  /** Whether anybody owes care under this funding on a day, even if it must wait. */
  owes(funding: Funding, day: IsoDay): boolean;
  /** What the law says about a visit; every reason at once. */
  standingOf(visit: Visit): Standing;
}

/** The law on visits that stand on these grounds; the work on an episode's history is done once. */
export function visitLaw(grounds: Grounds, law: LawContext = DEFAULT_LAW): VisitLaw {
  const episodes = new Map<string, EpisodeLaw>();
  const episodeLaw = (id: string): EpisodeLaw | undefined => {
    const facts = grounds.episodes.get(id);
    if (facts !== undefined && !episodes.has(id)) {
      episodes.set(id, { facts, terms: termsOf(facts, law), reasons: episodeReasons(facts, law.readings) });
    }
    return episodes.get(id);
  };
  const lookup = { grounds, episodeLaw, law };
  return {
    owes: (funding, day) => owedBy(funding, day, lookup) !== null,
    standingOf: (visit) => {
      const owed = owedBy(visit.funding, visit.date, lookup);
      if (owed === null) return { kind: 'notOwed' };
      const reasons = [
        ...owed,
        ...guardReasons(visit, grounds),
        ...medicineReasons(visit, grounds, law),
        ...competenceReasons(visit),
      ];
      return reasons.length === 0 ? { kind: 'lawful' } : { kind: 'barred', reasons };
    },
  };
}

interface EpisodeLaw {
  readonly facts: EpisodeFacts;
  readonly terms: readonly Term[];
  readonly reasons: readonly LawReason[];
}

interface Lookup {
  readonly grounds: Grounds;
  readonly episodeLaw: (id: string) => EpisodeLaw | undefined;
  readonly law: LawContext;
}

/** What stands between care on a day and whoever pays; null when nobody owes it. */
function owedBy(funding: Funding, day: IsoDay, { grounds, episodeLaw, law }: Lookup): readonly LawReason[] | null {
  if (funding.kind === 'private') return [];
  if (funding.kind === 'decision') return decisionReasons(grounds.decisions.get(funding.id), day);
  const episode = episodeLaw(funding.id);
  if (episode === undefined) return null;
  const term = termReasons(episode, day, law);
  return term === null ? null : [...term, ...episode.reasons];
}

/**
 * Nothing is owed before a decision begins, after it was ended early or once
 * another replaced it; after its last day the visits wait for a new one, and
 * while it is suspended for its resumption (S052).
 */
function decisionReasons(decision: DecisionFacts | undefined, day: IsoDay): readonly LawReason[] | null {
  if (decision === undefined || decision.form === 'informal_carer') return null;
  const { validFrom, validTo, endedOn, replacedFrom, suspended = [] } = decision;
  if (day < validFrom || (endedOn !== null && endedOn < day) || (replacedFrom !== null && replacedFrom <= day)) return null;
  if (validTo !== null && day > validTo) {
    return [{ code: 'law.decision_ended', params: { rule: 'S052', end: validTo, from: addDays(validTo, 1) } }];
  }
  const pause = suspended.find(({ from, to }) => from <= day && (to === null || day <= to));
  return pause === undefined ? [] : [{ code: 'law.decision_suspended', params: { rule: 'S052', from: pause.from } }];
}

/** Nothing is owed before the care begins, after it ended, or after an opinion stopped it; past a term without an opinion visits wait (S030-S033). */
function termReasons({ facts, terms }: EpisodeLaw, day: IsoDay, law: LawContext): readonly LawReason[] | null {
  const { endedOn } = facts;
  const term = termOn(terms, day);
  if (term === null || (endedOn !== null && endedOn < day) || stoppedBy(term, day, law)) return null;
  return term.end === null || day <= term.end ? [] : [lapsed(term, law)];
}

function stoppedBy({ end, opinion }: Term, day: IsoDay, { readings }: LawContext): boolean {
  if (opinion?.verdict !== 'stop') return false;
  const atOnce = readings.stopOpinion === 'opinion_day' || end === null || opinion.timing === 'late';
  return atOnce ? opinion.givenOn < day : end < day;
}

function lapsed({ kind, end, due, window }: Term, { readings }: LawContext): LawReason {
  const params = { end: end as IsoDay, by: due as IsoDay };
  if (kind === 'rehab') return { code: 'law.term_lapsed_rehabilitation', params: { rule: 'S016', ...params } };
  const counted = { ...params, days: TERM_DAYS[kind] as number, reading: readingOf(readings, 'termCounting') };
  if (kind === 'post_surgery') return { code: 'law.term_lapsed_surgery', params: { rule: 'S033', ...counted } };
  return { code: 'law.term_lapsed', params: { rule: 'S031', ...counted, window: window?.from ?? '' } };
}

/** Contraindications and run-out certificates bar social care, whoever pays (S037, S039, S074). */
function guardReasons(visit: Visit, { guards }: Grounds): readonly LawReason[] {
  const guard = guards.get(visit.clientId);
  if (guard === undefined || !isSocial(visit)) return [];
  const bar = barOn(guard, visit.date);
  if (bar !== null) return [barReason(bar)];
  const end = visit.funding.kind === 'decision' ? certificateEndedBefore(guard, visit.date) : null;
  return end === null ? [] : [{ code: 'law.certificate_expired', params: { rule: 'S037', end } }];
}

/** The task that needs a list of medicines (S045, S094). */
const SUPERVISION = 'MEDSUP';

/** Whether a visit supervises medicines of which none stands on the client's list that day (S094). */
export function lacksMedicines(
  { tasks, date }: Pick<Visit, 'tasks' | 'date'>,
  medicines: HealthGuard['medicines'] = [],
): boolean {
  return tasks.includes(SUPERVISION) && !medicines.some(({ from, to }) => from <= date && (to === null || date <= to));
}

/** Visits wait for the list only where the provider reads the rule so. */
function medicineReasons(visit: Visit, { guards }: Grounds, { readings }: LawContext): readonly LawReason[] {
  if (readings.medicineList === 'ask' || !lacksMedicines(visit, guards.get(visit.clientId)?.medicines)) return [];
  return [{ code: 'law.medicines_missing', params: { rule: 'S094', reading: readingOf(readings, 'medicineList') } }];
}

/** Tasks that the visit's own profession may not do (S004). */
function competenceReasons({ tasks, profession }: Visit): readonly LawReason[] {
  return tasks
    .filter((code) => findTask(code))
    .flatMap((task) => {
      const refusal = refusalOf(profession, task);
      return refusal === null
        ? []
        : [{ code: 'law.competence', params: { rule: refusal.rules.join(' '), task, profession } } as const];
    });
}
