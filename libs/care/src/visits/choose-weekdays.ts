import type { VisitPattern, Weekday } from '../model.js';
import { DAYS_OF_WEEK } from '#time';

const WORKDAYS = 5;

/**
 * The weekdays a pattern falls on, in week order; the same every week and
 * whatever else is planned.
 *
 * Without times a week these are its weekdays (none named: all seven). With
 * times a week it takes that many of them: spread evenly, keeping
 * `minDaysBetween` days from one visit to the next (over the turn of the week
 * too), from Monday to Friday as long as they suffice, and turned by a hash of
 * the pattern's own id, so that many patterns load the days evenly. Where no choice
 * keeps the spacing, the one that breaks it least is taken.
 */
export function weekdaysOf(
  pattern: Pick<VisitPattern, 'id' | 'externalId' | 'weekdays' | 'timesPerWeek' | 'minDaysBetween' | 'everyWeeks'>,
): readonly Weekday[] {
  const named = DAYS_OF_WEEK.filter((day) => pattern.weekdays.length === 0 || pattern.weekdays.includes(day));
  const { timesPerWeek } = pattern;
  if (timesPerWeek === null || timesPerWeek >= named.length) return named;
  const days = named.map((day) => DAYS_OF_WEEK.indexOf(day));
  const turn = stableHash(pattern.externalId ?? pattern.id);
  const keeps = (choice: readonly number[]): boolean => leastGap(choice, pattern.everyWeeks) >= pattern.minDaysBetween;
  for (const choices of choicesOf(days, timesPerWeek)) {
    const fitting = choices.filter(keeps);
    if (fitting.length > 0) return names(fitting[turn % fitting.length]);
  }
  const all = combinations(days, timesPerWeek);
  const widest = Math.max(...all.map((choice) => leastGap(choice, pattern.everyWeeks)));
  const best = all.filter((choice) => leastGap(choice, pattern.everyWeeks) === widest);
  return names(best[turn % best.length]);
}

/** Families of choices, the most welcome first: even ones on workdays, any on workdays, with few weekend days, with more. */
function choicesOf(days: readonly number[], count: number): readonly (readonly (readonly number[])[])[] {
  const workdays = days.filter((day) => day < WORKDAYS);
  const onWorkdays = count <= workdays.length ? [evenTurns(workdays, count), combinations(workdays, count)] : [];
  const all = combinations(days, count);
  const byWeekendDays = [0, 1, 2].map((weekend) =>
    all.filter((choice) => choice.filter((day) => day >= WORKDAYS).length === weekend),
  );
  return [...onWorkdays, ...byWeekendDays];
}

/** Every n-th day, begun at each day in turn. */
function evenTurns(days: readonly number[], count: number): readonly (readonly number[])[] {
  return days.map((_, turn) =>
    Array.from({ length: count }, (_, i) => days[(turn + Math.floor((i * days.length) / count)) % days.length]).sort(
      (a, b) => a - b,
    ),
  );
}

function combinations(days: readonly number[], count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return days.flatMap((day, i) => combinations(days.slice(i + 1), count - 1).map((rest) => [day, ...rest]));
}

/** Fewest days from one visit to the next, the first of the pattern's next week included. */
function leastGap(choice: readonly number[], everyWeeks: number): number {
  const next = choice[0] + 7 * everyWeeks;
  return Math.min(...choice.map((day, i) => (choice[i + 1] ?? next) - day));
}

function names(choice: readonly number[]): readonly Weekday[] {
  return choice.map((day) => DAYS_OF_WEEK[day]);
}

/** A spread of texts over 0 ... 2^32 - 1 that never changes (FNV-1a with a last mix). */
function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}
