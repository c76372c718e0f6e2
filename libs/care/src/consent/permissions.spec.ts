import { describe, expect, it } from '@jest/globals';
import { consents, type ConsentFacts, permissions, type Viewer } from './permissions.js';

const DAY = '2026-11-20';
const given = (direction: ConsentFacts['direction'], changes: Partial<ConsentFacts> = {}): ConsentFacts => ({
  direction,
  givenOn: '2026-11-01',
  validTo: null,
  withdrawnOn: null,
  ...changes,
});
const TO_SOCIAL = given('health_to_social');
const TO_HEALTH = given('social_to_health');

describe('whether a consent holds (S098)', () => {
  it.each<[string, Partial<ConsentFacts>, boolean]>([
    ['given before', {}, true],
    ['given that day', { givenOn: DAY }, true],
    ['given later', { givenOn: '2026-11-21' }, false],
    ['on its last day', { validTo: DAY }, true],
    ['the day after', { validTo: '2026-11-19' }, false],
    ['withdrawn that day', { withdrawnOn: DAY }, false],
    ['withdrawn later', { withdrawnOn: '2026-11-21' }, true],
  ])('%s: %s', (_, changes, holds) => {
    expect(consents([given('health_to_social', changes)], 'health_to_social', DAY)).toBe(holds);
    expect(consents([given('health_to_social', changes)], 'social_to_health', DAY)).toBe(false);
  });
});

describe('who sees what (S098-S100)', () => {
  const person = 'identity safety';
  const social = 'social.schedule social.tasks social.observations';
  const health = 'health.schedule health.tasks health.observations';
  const medical = 'health.diagnosis health.orders';
  const carer: Viewer = { kind: 'staff', service: 'social' };
  const nurse: Viewer = { kind: 'staff', service: 'health' };
  const otherNurses: Viewer = { kind: 'otherProvider', service: 'health' };
  const otherCarers: Viewer = { kind: 'otherProvider', service: 'social' };

  it.each<[string, Viewer, readonly ConsentFacts[], string]>([
    ['S098 a carer', carer, [], `${person} ${social}`],
    ['S098 a carer, the nurse’s side may tell', carer, [TO_SOCIAL], `${person} ${social} ${health}`],
    ['S098 a carer, consent the other way only', carer, [TO_HEALTH], `${person} ${social}`],
    ['S098 a carer, consent withdrawn', carer, [{ ...TO_SOCIAL, withdrawnOn: DAY }], `${person} ${social}`],
    ['S098 a nurse', nurse, [], `${person} ${health} ${medical}`],
    ['S098 a nurse, the carers may tell', nurse, [TO_HEALTH], `${person} ${health} ${medical} ${social}`],
    ['S098 a nurse, consent the other way only', nurse, [TO_SOCIAL], `${person} ${health} ${medical}`],
    ['S099 the office', { kind: 'office' }, [], `${person} impairment ${social} ${health}`],
    ['S103 another provider of nurses', otherNurses, [], ''],
    ['S103 with consent: busy, class of task, what it conflicts with', otherNurses, [TO_HEALTH], 'busy taskClass conflictTag'],
    ['S103 consent the other way only', otherNurses, [TO_SOCIAL], ''],
    ['S103 another provider of carers', otherCarers, [TO_SOCIAL], 'busy taskClass conflictTag'],
    ['S099 a file for third parties', { kind: 'export' }, [TO_SOCIAL, TO_HEALTH], 'busy taskClass'],
    ['S100 the social service deciding', { kind: 'socialService', decides: true }, [], `impairment ${social} identity`],
    ['S100 the social service otherwise', { kind: 'socialService', decides: false }, [], `${social} identity`],
    [
      'S098 the social service with consent',
      { kind: 'socialService', decides: false },
      [TO_SOCIAL],
      `${social} identity ${health}`,
    ],
  ])('%s', (_, viewer, consentsGiven, classes) => {
    expect([...permissions(viewer, consentsGiven, DAY)].join(' ')).toBe(classes);
  });

  it('S098 gives diagnosis and orders to those who treat alone, whatever is consented', () => {
    const viewers: Viewer[] = [
      carer,
      { kind: 'office' },
      otherNurses,
      otherCarers,
      { kind: 'export' },
      { kind: 'socialService', decides: true },
    ];
    for (const viewer of viewers) {
      const seen = permissions(viewer, [TO_SOCIAL, TO_HEALTH], DAY);
      expect([seen.has('health.diagnosis'), seen.has('health.orders')]).toEqual([false, false]);
    }
  });
});
