import { DAYS_OF_WEEK } from '#time';
import type { Weekday } from '../model.js';
import { ruleBook } from '../rules/rule-book.js';
import { needsOf, type Need } from './needs.js';
import { differencesOf, patternsOf } from './pattern-differences.js';
import { RHYTHMS } from './rhythm.js';
import type { Proposal, ShapingOrder, Shortfall, StandingPattern } from './shaping-order.js';
import { Week, type Cell } from './week.js';

/**
 * Cuts granted time into visits of one week that repeats: what matters most
 * first, bundled by part of the day, in windows round the meals, no shorter
 * than a visit may be, without what the family does, and never more than the
 * grant in any week or calendar month, to the minute (S052, S066).
 *
 * Patterns that stand are kept as they are as far as the grant, its tasks and
 * the family allow: what is not granted any more goes, then what matters least
 * until the rest fits; what the grant has room for comes on top. Asked again
 * with its own answer it changes nothing. Tasks granted that have no weekly
 * rhythm, or that are not a carer's, are told and left out.
 */
export function proposeVisits(order: ShapingOrder, standing: readonly StandingPattern[] = []): Proposal {
  const { book = ruleBook(), grantedMinutes, tasks } = order;
  const shortest = order.shortestVisit ?? book.rules.find(({ kind }) => kind === 'min_visit')?.minGap ?? 0;
  const { needs, byFamily, unshaped } = needsOf(order, book);
  const week = new Week(order, { shortest, book }, standing);
  for (const cell of week.cells) {
    for (const task of cell.tasks) if (!tasks.includes(task)) week.drop(cell, task, 'not_granted');
  }
  leaveToFamily(week, needs, new Set(byFamily.map(({ task }) => task)));
  while (week.inPeriod() > grantedMinutes && cut(week)) continue;
  let missing = needs;
  do missing = fill(week, missing);
  while (stretchAll(week));
  const minutesInPeriod = week.inPeriod();
  return {
    patterns: patternsOf(week, order),
    differences: differencesOf(week, order, standing),
    minutesPerWeek: week.perWeek(),
    minutesInPeriod,
    lostToRounding: grantedMinutes - minutesInPeriod,
    padding: week.padding(),
    byFamily,
    shortfalls: [...unmet(missing), ...unshaped],
  };
}

/** Takes out of the visits what the family does now: the times of a task beyond those still needed. */
function leaveToFamily(week: Week, needs: readonly Need[], covered: ReadonlySet<string>): void {
  for (const cell of week.cells) {
    if (cell.fixed) continue;
    for (const task of cell.tasks) {
      if (!covered.has(task)) continue;
      const wanted = needs.some((need) => need.task === task && need.part === cell.part && need.days.includes(cell.day));
      if (!wanted) week.drop(cell, task, 'family');
    }
  }
}

/** Takes out the one task of one visit that matters least, late parts and days of spread first; false when nothing is left to take. */
function cut(week: Week): boolean {
  const places = week.cells.flatMap((cell) => cell.tasks.map((task) => ({ cell, task, weight: weightOf(cell, task) })));
  const least = places.reduce<(typeof places)[number] | null>(
    (a, b) => (a === null || compare(b.weight, a.weight) > 0 ? b : a),
    null,
  );
  if (least === null) return false;
  week.drop(least.cell, least.task, 'grant_smaller');
  return true;
}

/** Greater goes first: the level of the part of the day, then the rank of the task, then the day. */
function weightOf({ part, day }: Cell, task: string): readonly number[] {
  const rhythm = RHYTHMS.get(task);
  const level = rhythm?.daily ? rhythm.daily.indexOf(part) : 0;
  return [level < 0 ? 9 : level, rhythm?.rank ?? 99, DAYS_OF_WEEK.indexOf(day)];
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - b[i]).find((difference) => difference !== 0) ?? 0;
}

/** Adds what fits until nothing more does; returns what is missing. */
function fill(week: Week, needs: readonly Need[]): readonly Need[] {
  let missing = needs;
  for (;;) {
    const left = missing.filter((need) => !isMet(week, need) && !serve(week, need));
    if (left.length === missing.length) return left;
    missing = left;
  }
}

function isMet(week: Week, { task, part, days, apart, nth }: Need): boolean {
  return apart === 0 ? week.has(task, days[0], part) : week.times(task) > nth;
}

function serve(week: Week, { task, part, days, apart }: Need): boolean {
  const taken = week.cells.filter(({ tasks }) => tasks.includes(task)).map(({ day }) => day);
  return days.some((day) => taken.every((other) => distance(day, other) >= apart) && week.add(task, day, part));
}

/** Days from one weekday to the other, the shorter way round. */
function distance(a: Weekday, b: Weekday): number {
  const days = Math.abs(DAYS_OF_WEEK.indexOf(a) - DAYS_OF_WEEK.indexOf(b));
  return Math.min(days, 7 - days);
}

/** Gives new visits a step of time in turn; whether any took one. */
function stretchAll(week: Week): boolean {
  return week.cells.map((cell) => week.stretch(cell)).some((grown) => grown);
}

function unmet(missing: readonly Need[]): readonly Shortfall[] {
  const tasks = [...new Set(missing.map(({ task }) => task))];
  return tasks.map((task) => ({ task, cause: 'grant', timesPerWeek: missing.filter((need) => need.task === task).length }));
}
