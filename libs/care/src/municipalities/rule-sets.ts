import type { IsoDay } from '#time';
import type { CareLevel, MunicipalRuleSet } from './rule-set.js';
import { inForce } from './sourced.js';

/** Levels by hours a week, as Riga's support of relatives bands them; Barthel scores are a hint of ours (S067, S123-S126). */
const BANDS: readonly CareLevel[] = [
  { level: 1, upToMinutesPerWeek: 240, barthel: { from: 13, to: 18 }, tasks: [] },
  { level: 2, upToMinutesPerWeek: 360, barthel: { from: 9, to: 12 }, tasks: [] },
  { level: 3, upToMinutesPerWeek: 720, barthel: { from: 5, to: 8 }, tasks: [] },
  { level: 4, upToMinutesPerWeek: null, barthel: { from: 0, to: 4 }, tasks: [] },
];

const ARTICLE = { source: 'LV portāls, 13.07.2020', checkedOn: '2020-07-13' } as const;

/** What the article says of no municipality in particular: whoever receives care pays, unless needy (S054, S130). */
const BY_LAW = {
  providesHomeCare: true,
  tasks: [],
  decisionWithinWorkingDays: null,
  shortestVisitMinutes: null,
  needyFree: true,
  freeUpTo: null,
  incomeMonths: 1,
  clientShareOf: 'excess',
  excessOf: 'member',
  clientShares: [],
  freeLoneOlderThan: null,
  olderThan: 'day_after_birthday',
  levels: [],
  supportBands: [],
  supportUpTo: null,
} as const;

const RIGA: MunicipalRuleSet = {
  ...BY_LAW,
  ...ARTICLE,
  id: 'riga-2020',
  rules: 'riga',
  name: 'Rīgas dome, saistošie noteikumi Nr. 3 (06.03.2020.)',
  validFrom: '2020-03-06',
  validTo: null,
  forms: ['provider', 'informal_carer', 'self_paid'],
  freeUpTo: { basis: 'cents', cents: 43_000 },
  clientShares: [{ aboveCents: 0, percent: 100 }],
  levels: BANDS,
  supportBands: [
    { upToMinutesPerWeek: 240, centsPerMonth: 1_423 },
    { upToMinutesPerWeek: 360, centsPerMonth: 2_846 },
    { upToMinutesPerWeek: 720, centsPerMonth: 4_269 },
    { upToMinutesPerWeek: null, centsPerMonth: 5_691 },
  ],
  supportUpTo: { basis: 'cents', cents: 43_000 },
};

/** Bought from a provider, who sets the price; nothing for relatives; the means are looked at only where the municipality pays (S136-S139). */
const SKRIVERI: MunicipalRuleSet = {
  ...BY_LAW,
  ...ARTICLE,
  id: 'skriveri-2020',
  rules: 'skriveri',
  name: 'Skrīveru novads, aprūpe mājās (2020)',
  validFrom: '2020-01-01',
  validTo: null,
  forms: ['provider', 'self_paid'],
  decisionWithinWorkingDays: 10,
};

const JEKABPILS_BEFORE: MunicipalRuleSet = {
  ...BY_LAW,
  ...ARTICLE,
  id: 'jekabpils-2019',
  rules: 'jekabpils',
  name: 'Jēkabpils, aprūpe mājās (līdz 2019)',
  validFrom: '2018-01-01',
  validTo: '2019-12-31',
  forms: ['provider', 'self_paid'],
  freeLoneOlderThan: 85,
};

/** Free for the lone from 80 instead of 85, and support of relatives by the means of three months (S140, S141); its amounts are not published. */
const JEKABPILS: MunicipalRuleSet = {
  ...JEKABPILS_BEFORE,
  id: 'jekabpils-2020',
  name: 'Jēkabpils, aprūpe mājās (2020)',
  validFrom: '2020-01-01',
  validTo: null,
  forms: ['provider', 'informal_carer', 'self_paid'],
  freeLoneOlderThan: 80,
  incomeMonths: 3,
  supportUpTo: { basis: 'minimum_wage' },
};

/** The rule sets of the municipalities the article tells of; a provider adds its own as data. */
export const RULE_SETS: readonly MunicipalRuleSet[] = [RIGA, SKRIVERI, JEKABPILS_BEFORE, JEKABPILS];

/** The version of a municipality's rules in force on a day; null where none is known. */
export function ruleSetOn(sets: readonly MunicipalRuleSet[], rules: string, day: IsoDay): MunicipalRuleSet | null {
  return sets.find((set) => set.rules === rules && inForce(set, day)) ?? null;
}

/** The level whose hours hold a grant: the first, ascending, that is large enough; null where the rules have no levels. */
export function levelFor({ levels }: MunicipalRuleSet, minutesPerWeek: number): CareLevel | null {
  return levels.find(({ upToMinutesPerWeek: most }) => most === null || minutesPerWeek <= most) ?? null;
}

/** The level a Barthel score (0 to 20) suggests: a hint beside the talk, the doctor's advice and the family's part (S067); null: none. */
export function levelHint({ levels }: MunicipalRuleSet, score: number): CareLevel | null {
  return levels.find(({ barthel }) => barthel !== null && barthel.from <= score && score <= barthel.to) ?? null;
}
