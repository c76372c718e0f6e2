import { DEFAULT_READINGS, isStale, LABOUR_LAW, READING_WORDS, type MunicipalRuleSet } from '#care';
import type { LawBookView } from '#contracts';
import type { LegalPractice } from '../law/law-data.js';

/** What the programs know of the law and of municipalities, each figure with its dates and source. */
export function viewLaw(practice: LegalPractice, ruleSets: readonly MunicipalRuleSet[], today: string): LawBookView {
  const standard: Readonly<Record<string, string>> = { ...DEFAULT_READINGS };
  const chosen: Readonly<Record<string, string>> = { ...standard, ...practice.readings };
  return {
    readings: Object.entries(READING_WORDS).map(([name, choices]) => ({
      ...{ name, chosen: chosen[name], standard: standard[name] },
      choices: Object.entries(choices).map(([choice, words]) => ({ choice, words: { ...words } })),
    })),
    workingTime: LABOUR_LAW.limits.map((limit) => ({ ...limit })),
    ruleSets: ruleSets.map((set) => {
      const { id, rules, name, validFrom, validTo, source, checkedOn } = set;
      return { id, rules, name, validFrom, validTo, source, checkedOn, stale: isStale(set, today), figures: figuresOf(set) };
    }),
  };
}

/** The figures people look up; tables stay with the rule set. */
function figuresOf(set: MunicipalRuleSet): LawBookView['ruleSets'][number]['figures'] {
  const limit = set.freeUpTo;
  const all: Readonly<Record<string, string | number | boolean | null>> = {
    providesHomeCare: set.providesHomeCare,
    decisionWithinWorkingDays: set.decisionWithinWorkingDays,
    shortestVisitMinutes: set.shortestVisitMinutes,
    needyFree: set.needyFree,
    freeUpToCents: limit?.basis === 'cents' ? limit.cents : null,
    freeUpToMinimumWage: limit?.basis === 'minimum_wage' ? true : null,
    incomeMonths: set.incomeMonths,
    freeLoneOlderThan: set.freeLoneOlderThan,
    levels: set.levels.length,
    supportBands: set.supportBands.length,
  };
  const said = Object.entries(all).filter((entry): entry is [string, string | number | boolean] => entry[1] !== null);
  return Object.fromEntries(said);
}
