import { addMonths, type IsoDay } from '#time';
import { addOnsWithoutMain } from '../competence/competence.js';
import type { LawReason } from '../law/law-reason.js';
import { DEFAULT_READINGS, readingOf, type Readings } from '../law/readings.js';
import { findTask } from '../tasks/catalogue.js';
import type { EpisodeFacts, EpisodeKind, Issuer } from './episode.js';
import { paidForRehabilitation } from './rehabilitation-diagnoses.js';

/** Number of the rule that makes each group. */
export const GROUP_RULES: Readonly<Record<EpisodeKind, string>> = {
  chronic_mobility: 'S013',
  post_surgery: 'S014',
  rehab: 'S025',
};

/** Doctors who may refer a group (S015, S016). */
export function issuersOf(kind: EpisodeKind, { surgeryReferral }: Readings = DEFAULT_READINGS): readonly Issuer[] {
  if (kind === 'rehab') return ['rehab_doctor'];
  return kind === 'post_surgery' && surgeryReferral === 'gp_or_hospital' ? ['gp', 'hospital_doctor'] : ['gp'];
}

/** The last day rehabilitation at home may begin (S034); null while the day of falling ill is not known. */
export function rehabilitationDeadline(
  onsetOn: IsoDay | null,
  { rehabilitationWithin }: Readings = DEFAULT_READINGS,
): IsoDay | null {
  return onsetOn === null ? null : addMonths(onsetOn, Number.parseInt(rehabilitationWithin));
}

/**
 * Why an episode as a whole is not the state's to pay (S013-S016, S025-S029,
 * S034): the wrong doctor, a diagnosis off the list, a beginning too late,
 * add-ons without one of the main services.
 */
export function episodeReasons(episode: EpisodeFacts, readings: Readings = DEFAULT_READINGS): readonly LawReason[] {
  const { kind, issuer, mainTasks } = episode;
  const reasons: LawReason[] = [];
  if (!issuersOf(kind, readings).includes(issuer)) {
    const rule = kind === 'rehab' ? 'S016' : 'S015';
    const reading = kind === 'post_surgery' ? { reading: readingOf(readings, 'surgeryReferral') } : {};
    reasons.push({ code: 'law.referral_issuer', params: { rule, issuer: issuersOf(kind, readings).join('+'), ...reading } });
  }
  if (kind === 'rehab') reasons.push(...rehabilitationReasons(episode, readings));
  const alone = addOnsWithoutMain(mainTasks.filter((code) => findTask(code)));
  if (alone.length > 0) reasons.push({ code: 'law.addon_alone', params: { rule: 'S026', task: alone.join('+') } });
  return reasons;
}

function rehabilitationReasons(episode: EpisodeFacts, readings: Readings): readonly LawReason[] {
  const deadline = rehabilitationDeadline(episode.onsetOn, readings);
  const late = deadline !== null && episode.startedOn > deadline;
  const reading = readingOf(readings, 'rehabilitationWithin');
  return [
    ...(paidForRehabilitation(episode) ? [] : [{ code: 'law.diagnosis', params: { rule: 'S025' } } as const]),
    ...(late ? [{ code: 'law.rehabilitation_late', params: { rule: 'S034', by: deadline, reading } } as const] : []),
  ];
}

/** What a claim to the state still lacks (S013, S014, S034, S035): facts of the referral that nobody wrote down. They do not bar visits. */
export function missingFacts(episode: EpisodeFacts): readonly LawReason[] {
  const { kind } = episode;
  const wanted: readonly (readonly [string, boolean, string])[] = [
    ['mobilityDiagnosis', kind === 'chronic_mobility' && episode.mobilityDiagnosis === null, 'S013'],
    ['orders', kind === 'chronic_mobility' && !episode.hasOrders, 'S013'],
    ['dischargedOn', kind === 'post_surgery' && episode.dischargedOn === null, 'S014'],
    ['onsetOn', kind === 'rehab' && episode.onsetOn === null, 'S034'],
  ];
  return wanted.filter(([, lacks]) => lacks).map(([fact, , rule]) => ({ code: 'law.fact_missing', params: { rule, fact } }));
}
