import { describe, expect, it } from '@jest/globals';
import type { ConsentFacts } from '../consent/permissions.js';
import { OBSERVATIONS } from './observation-data.js';
import { findObservation, observationsFor, routeObservation, serviceOf } from './report.js';
import type { Observation } from './observation.js';

const DAY = '2026-11-24';
const leave = (direction: ConsentFacts['direction'], withdrawnOn: string | null = null): ConsentFacts => ({
  ...{ direction, givenOn: '2026-01-05', validTo: null, withdrawnOn },
});
const routed = (code: string, isNew: boolean, given: readonly ConsentFacts[]) =>
  routeObservation(findObservation(code) as Observation, isNew, { given, day: DAY });

describe('the guideline’s observations (S069-S088)', () => {
  it('are 22 in three groups, each with a rule of its list, emergencies first', () => {
    expect(OBSERVATIONS).toHaveLength(22);
    expect(OBSERVATIONS.map(({ code }) => code).join(' ')).toBe(
      'E1 E2 E3 E4 E5 E6 D1 D2 D3 D4 D5 D6 D7 D8 H1 H2 H3 H4 H5 H6 H7 H8',
    );
    const rules = Array.from({ length: 20 }, (_, n) => `S0${69 + n}`);
    expect([...new Set(OBSERVATIONS.map(({ rule }) => rule))].sort()).toEqual(rules);
  });

  it('are offered to those who may report them', () => {
    expect(observationsFor(serviceOf('carer')).map(({ group }) => group)).toEqual([
      ...Array(6).fill('emergency'),
      ...Array(8).fill('health'),
    ]);
    expect(observationsFor(serviceOf('nurse')).map(({ recipient }) => recipient)).toEqual([
      ...Array(6).fill('emergency'),
      ...Array(8).fill('social_service'),
    ]);
    expect(findObservation('D9')).toBeUndefined();
  });

  it.each([
    ['an emergency asks nobody', 'E4', true, [], 'call_emergency', null, 0],
    ['fever goes to the doctor with leave', 'D4', false, [leave('social_to_health')], 'pass_on', true, 8],
    ['fever without leave: the client is asked', 'D4', true, [], 'ask_consent', false, 8],
    ['leave of the other direction is none', 'D4', true, [leave('health_to_social')], 'ask_consent', false, 8],
    ['leave withdrawn that very day is none', 'D4', true, [leave('social_to_health', DAY)], 'ask_consent', false, 8],
    ['known confusion goes nowhere', 'D8', false, [leave('social_to_health')], 'nothing', true, 4],
    ['new confusion goes to the doctor', 'D8', true, [leave('social_to_health')], 'pass_on', true, 4],
    ['a cold home goes to the social service', 'H4', false, [leave('health_to_social')], 'pass_on', true, 4],
  ] as const)('%s', (_, code, isNew, given, action, consented, dueHours) => {
    expect(routed(code, isNew, given)).toEqual({ action, consented, dueHours });
  });
});
