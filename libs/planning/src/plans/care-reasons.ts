import { lastCertifiedDay, type Profession, type Visit } from '#care';
import type { BarredVisit } from '../law/owed-visits.js';
import type { PlanningData, SolvedPlan, UnservedVisit } from '../ports.js';

type Reason = UnservedVisit['reasons'][number];

/** What the reasons are looked up in. */
export interface ReasonSources {
  readonly data: Pick<PlanningData, 'staff' | 'shifts'>;
  readonly visits: readonly Visit[];
}

/**
 * The engine's reasons in words of care: what it knows as skills is a profession on a day, or a skill. Where nobody
 * practises because certificates of people at work have run out, that is said too.
 */
export function careReasons(
  unserved: readonly SolvedPlan['unserved'][number][],
  { data, visits }: ReasonSources,
): UnservedVisit[] {
  const dates = new Map(visits.map(({ key, date }) => [key, date]));
  return unserved.map(({ visit, reasons }) => ({
    visitKey: visit,
    reasons: reasons.flatMap((reason) => careReason(reason, data, dates.get(visit))),
  }));
}

/** The law's reasons for the visits it bars. */
export function lawReasons(barred: readonly BarredVisit[]): UnservedVisit[] {
  return barred.map(({ visit, reasons }) => ({ visitKey: visit.key, reasons }));
}

/** `NO_ONE_WITH_SKILL profession:nurse|feldsher@2026-11-24` -> `NO_ONE_PRACTISES nurse`; a missing skill loses its prefix. */
function careReason(reason: Reason, data: ReasonSources['data'], date: string | undefined): readonly Reason[] {
  const { skill } = reason.params;
  if (reason.code !== 'NO_ONE_WITH_SKILL' || typeof skill !== 'string') return [reason];
  const professions = /^profession:([\w|]+)/.exec(skill)?.[1].split('|') as Profession[] | undefined;
  if (professions === undefined)
    return [{ code: reason.code, params: { ...reason.params, skill: skill.replace(/^skill:/, '') } }];
  const missing = { code: 'NO_ONE_PRACTISES', params: { profession: professions[0] } };
  return date === undefined ? [missing] : [missing, ...expired(professions, data, date)];
}

/** The certificate among those at work that ran out last (S017). */
function expired(professions: readonly Profession[], { staff, shifts }: ReasonSources['data'], date: string): readonly Reason[] {
  const onDuty = new Set(shifts.filter((shift) => shift.date === date).map(({ staffId }) => staffId));
  const ends = staff
    .filter(({ id }) => onDuty.has(id))
    .flatMap((member) =>
      professions.flatMap((profession) => {
        const end = lastCertifiedDay(member, profession, date);
        return end === null ? [] : [{ profession, end }];
      }),
    )
    .sort((a, b) => (a.end < b.end ? 1 : -1));
  return ends.slice(0, 1).map((params) => ({ code: 'law.qualification_expired', params: { rule: 'S017', ...params } }));
}
