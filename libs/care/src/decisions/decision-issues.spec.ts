import { describe, expect, it } from '@jest/globals';
import { RULE_SETS } from '../municipalities/rule-sets.js';
import { decisionIssues, type DecisionContext } from './decision-issues.js';
import type { Decision, MedicalCertificate } from './decision.js';
import { DECISION } from './decisions.fixture.js';

const CONTEXT: DecisionContext = { ruleSets: RULE_SETS, replaced: null };
const codesOf = (changes: Partial<Decision>, context = CONTEXT): string[] =>
  decisionIssues({ ...DECISION, ...changes }, context).map(({ code, rule, severity }) => `${code} ${rule} ${severity}`);
const certified = (changes: Partial<MedicalCertificate>): Partial<Decision> => ({
  certificate: { ...(DECISION.certificate as MedicalCertificate), ...changes },
});
const SKRIVERI = { rules: 'skriveri', ruleSet: 'skriveri-2020', careLevel: null } as const;

describe('what a decision must say (S036-S039, S051-S057, S132-S142)', () => {
  it.each<[string, Partial<Decision>, readonly string[]]>([
    ['a sound decision', {}, []],
    ['S037 no certificate', { certificate: null }, ['decision.certificate_missing S037 warning']],
    ['S037 certificate issued later', certified({ issuedOn: '2026-01-06' }), ['decision.certificate_not_valid S037 warning']],
    ['S037 issued on the day', certified({ issuedOn: '2026-01-05' }), []],
    ['S037 run out before', certified({ validTo: '2026-01-04' }), ['decision.certificate_not_valid S037 warning']],
    ['S037 nobody decided', { decidedBy: null }, ['decision.decider_missing S037 warning']],
    ['S038 no severity', certified({ severity: null }), ['decision.severity_missing S038 warning']],
    ['S039 tuberculosis', certified({ tuberculosis: true }), ['decision.contraindication S039 hard']],
    ['S039 acute infection', certified({ acuteInfection: true }), ['decision.contraindication S039 hard']],
    ['S039 sexually transmitted', certified({ sexuallyTransmitted: true }), ['decision.contraindication S039 hard']],
    [
      'S039 one answer missing, one yes',
      certified({ tuberculosis: null, acuteInfection: true }),
      ['decision.contraindication S039 hard', 'decision.contraindication_unanswered S039 warning'],
    ],
    ['S051 unknown task', { tasks: ['BATH', 'DANCE'] }, ['decision.task_unknown S051 hard']],
    ['S001 a health task', { tasks: ['WOUND'] }, ['decision.task_not_social S001 hard']],
    ['S053 rules nobody knows', { rules: 'ogre' }, ['decision.rules_unknown S053 warning']],
    [
      'S053 decided before the version',
      { decidedOn: '2020-03-05', documentsOn: null, ...certified({ issuedOn: '2020-03-01' }) },
      ['decision.rules_unknown S053 warning'],
    ],
    ['S053 names another version', { ruleSet: 'riga-2015' }, ['decision.rules_of_other_day S053 warning']],
    ['S057 temporary without end', { validTo: null }, ['decision.end_missing S057 warning']],
    ['S057 permanent', { validTo: null, permanent: true }, []],
    ['S057 permanent with an end', { permanent: true }, ['decision.end_of_permanent S057 warning']],
    ['S067 no Barthel', { barthel: null }, ['decision.barthel_missing S067 warning']],
    ['S067 Barthel suggests level 4', { barthel: 4 }, ['decision.barthel_suggests S067 warning']],
    ['S137 a level nobody knows', { careLevel: 9 }, ['decision.level_unknown S137 warning']],
    ['S137 360 minutes in level 2', { grantedMinutes: 360 }, []],
    ['S137 361 minutes in level 2', { grantedMinutes: 361 }, ['decision.level_exceeded S137 warning']],
    ['S137 1,560 minutes a month in level 2', { grantedMinutes: 1560, grantedPer: 'month' }, []],
    ['S137 1,561 minutes a month', { grantedMinutes: 1561, grantedPer: 'month' }, ['decision.level_exceeded S137 warning']],
    ['S052 a change outside', { changes: [{ kind: 'ended', from: '2026-07-13' }] }, ['decision.change_outside S052 warning']],
    ['S142 a relative in Riga', { form: 'informal_carer' }, []],
    ['S139 a relative in Skrīveri', { ...SKRIVERI, form: 'informal_carer' }, ['decision.form_not_offered S142 hard']],
    // Ten working days after 22.12.2025 without 24-26 and 31 December, 1 January (2 January is worked): 12 January.
    ['S137 the tenth working day', { ...SKRIVERI, decidedOn: '2026-01-12' }, []],
    ['S137 the eleventh', { ...SKRIVERI, decidedOn: '2026-01-13' }, ['decision.late S137 warning']],
    ['S137 Riga names no time', { decidedOn: '2026-01-20' }, []],
    ['S138, S061 self-paid: no papers', { form: 'self_paid', certificate: null, barthel: null, decidedBy: null }, []],
    [
      'S039 self-paid too',
      { form: 'self_paid', ...certified({ acuteInfection: true }) },
      ['decision.contraindication S039 hard'],
    ],
  ])('%s', (_, changes, codes) => {
    expect(codesOf(changes)).toEqual(codes);
  });

  it('S132 refuses care a municipality does not provide, unless self-paid', () => {
    const none: DecisionContext = { ...CONTEXT, ruleSets: [{ ...RULE_SETS[0], providesHomeCare: false }] };
    expect(codesOf({}, none)).toEqual(['decision.not_provided S132 hard']);
    expect(codesOf({ form: 'self_paid' }, none)).toEqual([]);
  });

  it('S104 refuses a task the municipality does not offer, and tells a task beyond the level', () => {
    const set = { ...RULE_SETS[0], tasks: ['BATH', 'SHOP'] };
    expect(codesOf({}, { ...CONTEXT, ruleSets: [set] })).toEqual(['decision.task_not_offered S104 hard']);
    const levels = set.levels.map((level) => ({ ...level, tasks: ['CLEAN'] }));
    expect(codesOf({}, { ...CONTEXT, ruleSets: [{ ...RULE_SETS[0], levels }] })).toEqual(['decision.level_task S104 warning']);
  });

  it('S056 looks at no age, status, pension or employment', () => {
    const somebody = { ...DECISION, birthDate: '2010-01-01', status: 'student', pension: 'none', employed: true };
    expect(decisionIssues(somebody, CONTEXT)).toEqual([]);
  });

  it('S052 tells a replacement that begins no later than what it replaces', () => {
    expect(codesOf({ replaces: 'D0' }, { ...CONTEXT, replaced: { ...DECISION, id: 'D0' } })).toEqual([
      'decision.replaces_later S052 warning',
    ]);
  });

  it('S039 never says which contraindication it is', () => {
    const issues = decisionIssues({ ...DECISION, ...certified({ sexuallyTransmitted: true }) }, CONTEXT);
    expect(issues.map(({ params }) => params)).toEqual([{}]);
  });

  it('S137 gives the day by which it was due', () => {
    const late = decisionIssues({ ...DECISION, ...SKRIVERI, decidedOn: '2026-01-13' }, CONTEXT);
    expect(late[0].params).toEqual({ due: '2026-01-12', decided: '2026-01-13', days: 10 });
  });
});
