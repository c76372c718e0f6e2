import { addDays } from '#time';
import { given } from '../book.js';
import type { PatternOwner } from '../patterns.js';
import type { MainService } from '../people/client-draft.js';
import type { TaskCode } from '../tasks.js';
import type { Writing } from '../writing.js';
import type { EpisodeDates, ReferralKind } from './renewal.js';

/** What an episode is about. */
export interface EpisodeSubject {
  readonly client: string;
  readonly kind: ReferralKind;
  readonly main: readonly TaskCode[];
  readonly additional: readonly TaskCode[];
  readonly diagnosis: string;
  readonly mobility: string;
  readonly orders: string;
}

/** ICD-10 codes that go with a nurse's service. */
export const CARE_DIAGNOSES: Readonly<Record<MainService, readonly string[]>> = {
  WOUND: ['L97', 'I83.0', 'E11.5'],
  PULCER: ['L89.2', 'L89.3'],
  INJ: ['D51.0', 'I80.2', 'M81.0'],
  INSULIN: ['E11.9', 'E10.9'],
  INFUS: ['J18.9', 'N10'],
  STOMA: ['Z93.3', 'Z93.2'],
  CATH: ['N31.9', 'R33'],
  ENTERAL: ['R13'],
  TRACH: ['Z93.0'],
  GASTROST: ['Z93.1'],
  VENT: ['J96.1'],
};

/** ICD-10 codes behind somebody's not leaving home. */
export const MOBILITY_DIAGNOSES = ['I69.3', 'M16.9', 'M17.9', 'G20', 'S72.0', 'I50.9', 'G35'] as const;

/** Diagnoses for which the state pays rehabilitation at home. */
export const REHAB_DIAGNOSES = ['I63.9', 'I69.3', 'I61.9', 'I64'] as const;

/** Writes referral, episode, terms and opinions; returns what patterns hang on. */
export function addEpisode({ book, names, random }: Writing, subject: EpisodeSubject, dates: EpisodeDates): PatternOwner {
  const { client, kind } = subject;
  const isRehab = kind === 'rehab';
  const gp = `Ģimenes ārste ${names.signature('female')}`;
  const referral = book.id('referrals', 'N');
  book.referrals.push({
    id: referral,
    client,
    kind,
    issuedOn: addDays(dates.startedOn, -random.between(0, 3)),
    issuerRole: isRehab ? 'rehab_doctor' : 'gp',
    issuer: isRehab ? `Rehabilitologs ${names.signature('male')}` : gp,
    careDiagnosis: subject.diagnosis,
    mobilityDiagnosis: subject.mobility,
    ...given('onsetOn', isRehab ? addDays(dates.startedOn, -random.between(14, 60)) : null),
    ...given('dischargedOn', kind === 'post_surgery' ? addDays(dates.startedOn, -1) : null),
    orders: subject.orders,
  });
  const episode = book.id('episodes', 'E');
  book.episodes.push({
    id: episode,
    referral,
    startedOn: dates.startedOn,
    ...given('endedOn', dates.endedOn),
    mainTasks: [...subject.main],
    additionalTasks: [...subject.additional],
  });
  for (const term of dates.terms) book.terms.push({ id: book.id('terms', 'T'), episode, ...term });
  for (const opinion of dates.opinions) book.opinions.push({ id: book.id('opinions', 'O'), episode, givenBy: gp, ...opinion });
  return { client, episode, validFrom: dates.startedOn, validTo: dates.endedOn };
}
