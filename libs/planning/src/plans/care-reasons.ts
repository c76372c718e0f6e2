import type { SolvedPlan, UnservedVisit } from '../ports.js';

type Reason = UnservedVisit['reasons'][number];

/** The engine's reasons in words of care: what it knows as skills is a profession on a day, or a skill. */
export function careReasons(unserved: SolvedPlan['unserved'][number]): UnservedVisit {
  return { visitKey: unserved.visit, reasons: unserved.reasons.map(careReason) };
}

/** `NO_ONE_WITH_SKILL profession:nurse|feldsher@2026-11-24` -> `NO_ONE_PRACTISES nurse`; a missing skill loses its prefix. */
function careReason(reason: Reason): Reason {
  const { skill } = reason.params;
  if (reason.code !== 'NO_ONE_WITH_SKILL' || typeof skill !== 'string') return reason;
  const profession = /^profession:(\w+)/.exec(skill)?.[1];
  if (profession !== undefined) return { code: 'NO_ONE_PRACTISES', params: { profession } };
  return { code: reason.code, params: { ...reason.params, skill: skill.replace(/^skill:/, '') } };
}
