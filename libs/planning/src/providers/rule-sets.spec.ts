import { describe, expect, it } from '@jest/globals';
import { grantedInWeek, grantTimeline, relativeSupport, ruleSetOn, RULE_SETS, shareOf, type MunicipalRuleSet } from '#care';
import { providerFile, type ProviderFile, type ProviderFileInput } from '#contracts';
import { decisionChecks, decisionsOf } from './decision-checks.js';
import { ruleSetsOf } from './rule-sets.js';

/** A fourth municipality, as somebody would type it: nothing of it is known to any code. */
const FILE: ProviderFileInput = {
  format: 'apgaita-provider',
  version: 1,
  provider: { code: 'P', name: 'Provider' },
  municipalities: [{ id: 'M4', name: 'Ceturtais novads', rules: 'ceturtais' }],
  ruleSets: [
    {
      ...{ id: 'M4-2026', rules: 'ceturtais', name: 'Saistošie noteikumi Nr. 4', source: 'noteikumi', checkedOn: '2026-01-02' },
      ...{ validFrom: '2026-01-01', forms: ['provider', 'informal_carer'], tasks: ['BATH', 'SHOP', 'CLEAN'] },
      ...{ freeUpTo: 'minimum_wage', clientShareOf: 'price', supportUpTo: 'cents', supportUpToCents: 60_000, incomeMonths: 2 },
    },
  ],
  ruleBands: [
    { id: 'b2', ruleSet: 'M4-2026', kind: 'client_share', aboveCents: 20_000, percent: 80 },
    { id: 'b1', ruleSet: 'M4-2026', kind: 'client_share', aboveCents: 0, percent: 25 },
    { id: 'b4', ruleSet: 'M4-2026', kind: 'relative_support', centsPerMonth: 7_000 },
    { id: 'b3', ruleSet: 'M4-2026', kind: 'relative_support', upToMinutesPerWeek: 300, centsPerMonth: 4_000 },
    { id: 'b6', ruleSet: 'M4-2026', kind: 'care_level', level: 2 },
    { id: 'b5', ruleSet: 'M4-2026', kind: 'care_level', level: 1, upToMinutesPerWeek: 600, barthelFrom: 9, barthelTo: 20 },
  ],
  clients: [
    {
      ...{ id: 'C', givenName: 'A', familyName: 'B', municipality: 'M4', declaredAddress: 'x', actualAddress: 'x' },
      ...{ latitude: 56.9, longitude: 24.1 },
    },
  ],
  staff: [],
  decisions: [
    {
      ...{
        id: 'D',
        number: '1',
        client: 'C',
        municipality: 'M4',
        decidedOn: '2026-02-02',
        decidedBy: 'SD',
        validFrom: '2026-03-02',
      },
      ...{ validTo: '2026-12-31', grantedMinutes: 280, tasks: ['BATH'], municipalityPercent: 75, careLevel: 1 },
    },
  ],
  decisionChanges: [{ id: 'X', decision: 'D', kind: 'suspended', from: '2026-03-10', to: '2026-03-11', decidedOn: '2026-03-09' }],
};
const fileWith = (changes: Partial<ProviderFileInput> = {}): ProviderFile => providerFile.parse({ ...FILE, ...changes });
const decided = (changes: object): Partial<ProviderFileInput> => ({
  decisions: [{ ...(FILE.decisions as object[])[0], ...changes }] as ProviderFileInput['decisions'],
});
const fourth = ruleSetOn(ruleSetsOf(fileWith()), 'ceturtais', '2026-06-01') as MunicipalRuleSet;
const DAY = '2026-06-01';

describe('a fourth municipality as rows of a file (S053, S104, S132-S142)', () => {
  it('S118, S119 pays by its own limit and table', () => {
    const situation = {
      ...{
        funding: { kind: 'decision', form: 'provider' } as const,
        municipalityId: 'M4',
        ruleSet: fourth,
        municipalityPercent: null,
      },
      ...{ needy: [], birthDate: null, lone: false, monthMinutes: 600 },
      prices: [
        {
          ...{ id: 'p', payer: 'municipality' as const, municipalityId: null },
          centsPerHour: 1_000,
          validFrom: '2026-01-01',
          validTo: null,
        },
      ],
    };
    const shares = [78_000, 78_001, 97_999, 98_000].map((cents) =>
      shareOf(60, DAY, { ...situation, means: { members: 1, monthlyCents: [cents, cents] } }),
    );
    expect(shares.map((share) => share.ok && [share.municipalityCents, share.clientCents])).toEqual([
      [1_000, 0],
      [750, 250],
      [750, 250],
      [200, 800],
    ]);
  });

  it('S123, S128 supports relatives by its own bands', () => {
    const situation = {
      ruleSet: fourth,
      means: { members: 2, monthlyCents: [120_000, 120_000] },
      application: { namesCarer: true, namesAccount: true, signedBy: 'client' as const },
    };
    expect([300, 301].map((minutes) => relativeSupport(minutes, DAY, situation))).toMatchObject([
      { ok: true, centsPerMonth: 4_000 },
      { ok: true, centsPerMonth: 7_000 },
    ]);
  });

  it('S137 has its own levels, in the order of their hours', () => {
    expect(fourth.levels).toEqual([
      { level: 1, upToMinutesPerWeek: 600, barthel: { from: 9, to: 20 }, tasks: [] },
      { level: 2, upToMinutesPerWeek: null, barthel: null, tasks: [] },
    ]);
  });

  it('S052 grants what its decision and the decision’s changes say', () => {
    const timeline = grantTimeline([...decisionsOf(fileWith()).values()]);
    expect(['2026-03-02', '2026-03-09'].map((monday) => grantedInWeek(timeline, monday).minutes)).toEqual([280, 200]);
  });

  it.each<[string, Partial<ProviderFileInput>, readonly string[]]>([
    ['a sound file', {}, []],
    [
      'S104 a task it does not offer',
      decided({ tasks: ['BATH', 'COOK'] }),
      ['decision.task_not_offered decisions[0].tasks COOK'],
    ],
    ['S001 a health task', decided({ tasks: ['WOUND'] }), ['decision.task_not_social decisions[0].tasks WOUND']],
    ['S142 a form it does not offer', decided({ form: 'self_paid' }), ['decision.form_not_offered decisions[0].form self_paid']],
    [
      'S053 two versions on one day',
      { ruleSets: [...(FILE.ruleSets ?? []), { ...(FILE.ruleSets ?? [])[0], id: 'M4-2027', validFrom: '2026-12-01' }] },
      ['ruleset.overlap ruleSets[0].validFrom M4-2026'],
    ],
    [
      'S126 support that stops',
      { ruleBands: FILE.ruleBands?.slice(3, 4) ?? [] },
      ['ruleset.table ruleSets[0].supportBands M4-2026'],
    ],
  ])('%s', (_, changes, issues) => {
    expect(decisionChecks(fileWith(changes)).map(({ code, path, value }) => `${code} ${path} ${value}`)).toEqual(issues);
  });

  it('S133 keeps the shipped municipalities beside it, unless the file has its own of that word', () => {
    expect(ruleSetsOf({ ruleSets: [], ruleBands: [] })).toEqual(RULE_SETS);
    const own = fileWith({ ruleSets: [{ ...(FILE.ruleSets ?? [])[0], id: 'own', rules: 'riga' }] });
    expect(
      ruleSetsOf(own)
        .filter(({ rules }) => rules === 'riga')
        .map(({ id }) => id),
    ).toEqual(['own']);
  });
});
