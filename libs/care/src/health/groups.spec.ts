import { describe, expect, it } from '@jest/globals';
import { DEFAULT_READINGS, type Readings } from '../law/readings.js';
import { CHRONIC, REHABILITATION, SURGERY } from './episode.fixture.js';
import type { EpisodeFacts } from './episode.js';
import { episodeReasons, issuersOf, missingFacts, rehabilitationDeadline } from './groups.js';
import { paidForRehabilitation } from './rehabilitation-diagnoses.js';

const rulesOf = (episode: EpisodeFacts, readings: Partial<Readings> = {}): string[] =>
  episodeReasons(episode, { ...DEFAULT_READINGS, ...readings }).map(({ code, params }) => `${params.rule} ${code}`);

describe('who may refer and what is paid (S013-S016, S025-S029, S034)', () => {
  it.each<[string, EpisodeFacts, Partial<Readings>, string[]]>([
    ['S015 a chronic patient, by the GP', CHRONIC, {}, []],
    ['S015 a chronic patient, by the hospital', { ...CHRONIC, issuer: 'hospital_doctor' }, {}, ['S015 law.referral_issuer']],
    ['S015 after surgery, by the GP', SURGERY, {}, []],
    ['S015 after surgery, by the hospital', { ...SURGERY, issuer: 'hospital_doctor' }, {}, ['S015 law.referral_issuer']],
    ['S015 the same where read so', { ...SURGERY, issuer: 'hospital_doctor' }, { surgeryReferral: 'gp_or_hospital' }, []],
    ['S016 rehabilitation, by its doctor', REHABILITATION, {}, []],
    ['S016 rehabilitation, by the GP', { ...REHABILITATION, issuer: 'gp' }, {}, ['S016 law.referral_issuer']],
    ['S025 after a broken hip', { ...REHABILITATION, careDiagnosis: 'S72.0' }, {}, ['S025 law.diagnosis']],
    ['S034 begun on the last day of six months', REHABILITATION, {}, []],
    ['S034 begun a day later', { ...REHABILITATION, startedOn: '2026-03-01' }, {}, ['S034 law.rehabilitation_late']],
    ['S034 within three months', REHABILITATION, { rehabilitationWithin: '3_months' }, ['S034 law.rehabilitation_late']],
    ['S034 not known when', { ...REHABILITATION, onsetOn: null, startedOn: '2026-03-01' }, {}, []],
    ['S026 samples alone', { ...CHRONIC, mainTasks: ['SAMPLE', 'LABDEL'] }, {}, ['S026 law.addon_alone']],
    ['S026-S029 add-ons beside a main service', { ...CHRONIC, mainTasks: ['WOUND', 'SAMPLE', 'VITALS', 'EDU', 'ENEMA'] }, {}, []],
    [
      'S016, S025, S034 everything wrong at once',
      { ...REHABILITATION, issuer: 'gp', careDiagnosis: 'M54', startedOn: '2026-06-01' },
      {},
      ['S016 law.referral_issuer', 'S025 law.diagnosis', 'S034 law.rehabilitation_late'],
    ],
  ])('%s', (_, episode, readings, rules) => expect(rulesOf(episode, readings)).toEqual(rules));

  it('S034 counts calendar months, to a shorter month’s last day', () => {
    expect(['2025-08-31', '2025-12-15', null].map((day) => rehabilitationDeadline(day))).toEqual([
      '2026-02-28',
      '2026-06-15',
      null,
    ]);
    expect(rehabilitationDeadline('2025-11-30', { ...DEFAULT_READINGS, rehabilitationWithin: '3_months' })).toBe('2026-02-28');
  });

  it('S015, S016 names the doctors', () => {
    expect((['chronic_mobility', 'post_surgery', 'rehab'] as const).map((kind) => issuersOf(kind))).toEqual([
      ['gp'],
      ['gp'],
      ['rehab_doctor'],
    ]);
  });

  it('never tells the diagnosis', () => {
    const reasons = episodeReasons({ ...REHABILITATION, careDiagnosis: 'S72.0' });
    expect(JSON.stringify(reasons)).not.toContain('S72');
  });
});

describe('the list of diagnoses (S025)', () => {
  const paid = (careDiagnosis: string, more: Partial<EpisodeFacts> = {}): boolean =>
    paidForRehabilitation({ ...REHABILITATION, careDiagnosis, ...more });

  it.each([
    ['I60', true],
    ['I60.9', true],
    ['I61.0', true],
    ['i63.5', true],
    [' I64 ', true],
    ['I69.3', true],
    ['I62', false],
    ['I6', false],
    ['I639', false],
    ['G45.9', false],
  ])('%s: %s', (code, expected) => expect(paid(code)).toBe(expected));

  it('has injuries of the spinal cord from 1.09.2018, with tetra- or paraplegia', () => {
    expect(paid('T91.3', { mobilityDiagnosis: 'G82.4' })).toBe(true);
    expect(paid('T91.3', { mobilityDiagnosis: 'I69.3' })).toBe(false);
    expect(paid('T91.3', { mobilityDiagnosis: 'G82.4', startedOn: '2018-08-31' })).toBe(false);
    expect(paid('I63', { startedOn: '2018-08-31' })).toBe(true);
  });
});

describe('what a claim lacks (S013, S014, S034, S035)', () => {
  it.each<[string, EpisodeFacts, string[]]>([
    ['S013 all there', CHRONIC, []],
    [
      'S013 mobility and plan',
      { ...CHRONIC, mobilityDiagnosis: null, hasOrders: false },
      ['S013 mobilityDiagnosis', 'S013 orders'],
    ],
    ['S014 all there', SURGERY, []],
    ['S014 the day of discharge', { ...SURGERY, dischargedOn: null, mobilityDiagnosis: null }, ['S014 dischargedOn']],
    ['S034 the day of falling ill', { ...REHABILITATION, onsetOn: null }, ['S034 onsetOn']],
  ])('%s', (_, episode, expected) => {
    expect(missingFacts(episode).map(({ params }) => `${params.rule} ${params.fact}`)).toEqual(expected);
  });
});
