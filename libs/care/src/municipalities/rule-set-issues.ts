import { familyOf, findTask } from '../tasks/catalogue.js';
import type { MunicipalRuleSet } from './rule-set.js';

/** What is wrong with a rule set as data: a stable code, whose it is and which field. */
export interface RuleSetIssue {
  readonly code: 'ruleset.overlap' | 'ruleset.order' | 'ruleset.table' | 'ruleset.task';
  readonly set: string;
  readonly field: string;
}

/**
 * Everything wrong with rule sets, all at once: two versions in force on one
 * day, ends before beginnings, tables that do not ascend or leave hours out,
 * tasks that are no social tasks, levels named twice.
 */
export function ruleSetIssues(sets: readonly MunicipalRuleSet[]): readonly RuleSetIssue[] {
  return sets.flatMap((set) => [
    ...sets.filter((other) => overlaps(set, other)).map(() => issue('ruleset.overlap', set, 'validFrom')),
    ...when(set.validTo !== null && set.validTo < set.validFrom, issue('ruleset.order', set, 'validTo')),
    ...when(!covers(set.supportBands), issue('ruleset.table', set, 'supportBands')),
    ...when(!covers(set.levels), issue('ruleset.table', set, 'levels')),
    ...when(new Set(set.levels.map(({ level }) => level)).size < set.levels.length, issue('ruleset.table', set, 'levels')),
    ...when(!sharesAscend(set), issue('ruleset.table', set, 'clientShares')),
    ...[set, ...set.levels].flatMap(({ tasks }) => when(!tasks.every(isSocial), issue('ruleset.task', set, 'tasks'))),
  ]);
}

/** Versions of one municipality after `set` in the list's order that share a day with it: each pair is told once. */
function overlaps(set: MunicipalRuleSet, other: MunicipalRuleSet): boolean {
  if (set.rules !== other.rules || set.id >= other.id) return set.id === other.id && set !== other;
  return (set.validTo === null || other.validFrom <= set.validTo) && (other.validTo === null || set.validFrom <= other.validTo);
}

/** Ascending, and the last without a limit; no rows at all is no table. */
function covers(bands: readonly { readonly upToMinutesPerWeek: number | null }[]): boolean {
  const limits = bands.map((band) => band.upToMinutesPerWeek ?? Infinity);
  return limits.length === 0 || (limits.at(-1) === Infinity && limits.every((limit, i) => i === 0 || limits[i - 1] < limit));
}

function sharesAscend({ clientShares }: MunicipalRuleSet): boolean {
  const starts = clientShares.map((share) => share.aboveCents);
  const percents = clientShares.every(({ percent }) => percent >= 0 && percent <= 100);
  return percents && starts.every((start, i) => (i === 0 ? start === 0 : starts[i - 1] < start));
}

function isSocial(code: string): boolean {
  const task = findTask(code);
  return task !== undefined && familyOf(task) === 'social';
}

function issue(code: RuleSetIssue['code'], set: MunicipalRuleSet, field: string): RuleSetIssue {
  return { code, set: set.id, field };
}

function when<T>(holds: boolean, value: T): readonly T[] {
  return holds ? [value] : [];
}
