import { describe, expect, it } from '@jest/globals';
import { socialVisit, visit } from '../law/law-visits.fixture.js';
import { barOn, certificateEndedBefore, exposedStaff, type HealthGuard, isSocial } from './contraindications.js';

type Answers = Partial<HealthGuard['certificates'][number]>;
const issued = (issuedOn: string, answers: Answers = {}): HealthGuard['certificates'][number] => ({
  issuedOn,
  validTo: null,
  tuberculosis: false,
  acuteInfection: false,
  sexuallyTransmitted: false,
  ...answers,
});
const flag = (setOn: string, kind: 'tuberculosis' | 'acuteInfection' = 'acuteInfection') => ({ setOn, kind });
const clear = issued('2026-11-02');

describe('contraindications bar social care (S039, S074)', () => {
  const DAY = '2026-11-20';
  it.each<[string, HealthGuard['certificates'], HealthGuard['flags'], string | null]>([
    ['S039 nothing on file', [], [], null],
    ['S039 a clear certificate', [clear], [], null],
    ['S039 tuberculosis', [issued('2026-11-10', { tuberculosis: true })], [], '2026-11-10 tuberculosis'],
    ['S039 acute infection', [issued('2026-11-10', { acuteInfection: true })], [], '2026-11-10 acuteInfection'],
    ['S039 sexually transmitted', [issued('2026-11-10', { sexuallyTransmitted: true })], [], '2026-11-10 sexuallyTransmitted'],
    ['S039 from the day it was issued', [issued(DAY, { tuberculosis: true })], [], '2026-11-20 tuberculosis'],
    ['S039 not before', [issued('2026-11-21', { tuberculosis: true })], [], null],
    ['S039 a yes after a clear one', [clear, issued('2026-11-10', { tuberculosis: true })], [], '2026-11-10 tuberculosis'],
    ['S039 cleared by a later one', [issued('2026-11-10', { tuberculosis: true }), issued('2026-11-18')], [], null],
    [
      'S039 not cleared by one not answered',
      [issued('2026-11-10', { tuberculosis: true }), issued('2026-11-18', { acuteInfection: null })],
      [],
      '2026-11-10 tuberculosis',
    ],
    [
      'S039 nor by running out',
      [issued('2026-11-10', { tuberculosis: true, validTo: '2026-11-15' })],
      [],
      '2026-11-10 tuberculosis',
    ],
    ['S074 a flag', [clear], [flag('2026-11-19')], '2026-11-19 acuteInfection'],
    ['S074 from its day', [clear], [flag(DAY)], '2026-11-20 acuteInfection'],
    ['S074 not before', [clear], [flag('2026-11-21')], null],
    ['S074 cleared by a new certificate', [clear, issued('2026-11-20')], [flag('2026-11-19')], null],
    ['S074 not by one of the same day', [clear, issued('2026-11-19')], [flag('2026-11-19')], '2026-11-19 acuteInfection'],
    [
      'S074 two kinds, since the first',
      [clear],
      [flag('2026-11-19'), flag('2026-11-12', 'tuberculosis')],
      '2026-11-12 tuberculosis+acuteInfection',
    ],
  ])('%s', (_, certificates, flags, expected) => {
    const bar = barOn({ certificates, flags }, DAY);
    expect(bar && `${bar.since} ${bar.kinds.join('+')}`).toBe(expected);
  });

  it('S039 concerns social care, not the nurse', () => {
    expect([socialVisit(), visit(), visit({ tasks: ['VITALS', 'LINEN'] })].map(isSocial)).toEqual([true, false, true]);
  });
});

describe('a certificate’s last day (S037)', () => {
  it.each<[string, HealthGuard['certificates'], string | null]>([
    ['none on file', [], null],
    ['an open one', [clear], null],
    ['its last day', [issued('2026-11-02', { validTo: '2026-11-20' })], null],
    ['the day after', [issued('2026-11-02', { validTo: '2026-11-19' })], '2026-11-19'],
    [
      'two that ran out',
      [issued('2026-05-02', { validTo: '2026-11-01' }), issued('2026-05-01', { validTo: '2026-11-10' })],
      '2026-11-10',
    ],
    ['one of them valid', [issued('2026-05-02', { validTo: '2026-11-01' }), clear], null],
    ['one to come', [issued('2026-05-02', { validTo: '2026-11-01' }), issued('2026-11-21')], '2026-11-01'],
  ])('%s', (_, certificates, expected) => {
    expect(certificateEndedBefore({ certificates, flags: [] }, '2026-11-20')).toBe(expected);
  });
});

describe('who was exposed (S074)', () => {
  it('is everybody at the home in the days asked, who was there last first', () => {
    const at = (staffId: string, date: string, clientId = 'C1') => ({ staffId, date, clientId });
    const visits = [
      at('A', '2026-11-05'),
      at('A', '2026-11-06'),
      at('B', '2026-11-06'),
      at('B', '2026-11-12'),
      at('N', '2026-11-19'),
      at('B', '2026-11-07'),
      at('D', '2026-11-20'),
      at('E', '2026-11-12', 'C2'),
    ];
    expect(exposedStaff(visits, { clientId: 'C1', from: '2026-11-06', to: '2026-11-19' })).toEqual([
      { staffId: 'N', lastOn: '2026-11-19', visits: 1 },
      { staffId: 'B', lastOn: '2026-11-12', visits: 3 },
      { staffId: 'A', lastOn: '2026-11-06', visits: 1 },
    ]);
  });
});
