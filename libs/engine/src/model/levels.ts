import type { IssueList } from './issues.js';
import type { CostComponent, ObjectiveInput, ProblemInput } from './problem-input.js';

/** Every component of the cost by name. */
export const COMPONENTS: readonly CostComponent[] = [
  ...(['travel', 'lateness', 'highestLateness', 'waiting', 'highestWaiting', 'overtime', 'highestIdle', 'balance'] as const),
  ...(['work', 'paid', 'preference', 'wishedTime', 'route', 'language', 'outsideDistrict', 'qualification'] as const),
  ...(['exclusion', 'outOfOrder', 'distinctStaff', 'newStaff', 'changedStaff', 'movedStart', 'newlyUnserved'] as const),
  ...(['unserved', 'missedBreak', 'links', 'limits', 'rest', 'freeTime', 'caps', 'fairness'] as const),
];

export type ByComponent = Readonly<Record<CostComponent, number>>;

/** How levels become one sum of whole numbers. */
export interface Levels {
  /** What each component's prices are multiplied by; 1 without levels. */
  readonly factor: ByComponent;
  /** A cost modulo this is the cost of the last level alone; `Infinity` without levels. */
  readonly lastLevel: number;
  /** No plan costs more, visits that must be served left aside; `Infinity` without levels. */
  readonly most: number;
}

/**
 * One unit of a level outweighs all that the levels below can ever cost: each
 * component's factor is one more than the largest cost of everything below it.
 */
export function levelsOf(problem: ProblemInput): Levels {
  const { levels } = problem;
  const factor = Object.fromEntries(COMPONENTS.map((name) => [name, 1])) as Record<CostComponent, number>;
  if (!levels) return { factor, lastLevel: Infinity, most: Infinity };
  const named = new Set(levels.flat());
  const all = [...levels, COMPONENTS.filter((name) => !named.has(name))];
  const largest = largestCosts(problem);
  let below = 0;
  let lastLevel = 0;
  for (const level of all.toReversed()) {
    const unit = below + 1;
    for (const name of level) factor[name] = unit;
    below += unit * level.reduce((sum, name) => sum + largest[name], 0);
    if (lastLevel === 0) lastLevel = below + 1;
  }
  return { factor, lastLevel, most: below };
}

/** Names known, each once, and the whole sum inside the whole numbers a double holds exactly. */
export function validateLevels(problem: ProblemInput, list: IssueList): void {
  const seen = new Map<string, number>();
  problem.levels?.forEach((level, l) =>
    level.forEach((name, k) => {
      const path = `levels[${l}][${k}]`;
      if (!COMPONENTS.includes(name)) list.add('UNKNOWN_REFERENCE', path, `"${name}" is no component of the cost`);
      list.unique(path, name, seen, l);
    }),
  );
  problem.mustBeZero?.forEach((name, k) => {
    if (!COMPONENTS.includes(name)) list.add('UNKNOWN_REFERENCE', `mustBeZero[${k}]`, `"${name}" is no component of the cost`);
  });
  if (!problem.levels || list.issues.length > 0) return;
  const mandatory = problem.visits.filter(({ unserved }) => unserved === 'forbidden').length;
  const largest = levelsOf(problem).most * (1 + mandatory);
  if (largest > Number.MAX_SAFE_INTEGER) {
    list.add(
      'OUT_OF_RANGE',
      'levels',
      `make costs of up to ${largest.toExponential(1)}; join levels or lower prices until all stay below ${Number.MAX_SAFE_INTEGER}`,
    );
  }
}

/** For each component a cost that no plan passes. */
function largestCosts(problem: ProblemInput): ByComponent {
  const { objective, visits, staff, horizonEnd, links } = problem;
  const parts = visits.flatMap((visit) => visit.parts);
  const shifts = staff.flatMap((person) => person.shifts);
  const sum = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0);
  const top = (figures: readonly number[]): number => figures.reduce((a, b) => Math.max(a, b), 0);
  const spans = shifts.map(({ start, end, endRule }) => (endRule === 'hard' ? end : horizonEnd) - start);
  const worked = sum(spans);
  const late = parts.map((part) => (part.lateness === 'soft' ? horizonEnd : 0));
  const leg = top(problem.profiles.map(({ charges, durations }) => highest(charges ?? durations)));
  const met = parts.length * top([1, ...(problem.clients ?? []).map(({ weight }) => weight ?? 1)]);
  const amounts: Readonly<Record<keyof ObjectiveInput, number>> = {
    travel: (parts.length + shifts.length) * leg,
    lateness: sum(late),
    highestLateness: top(late),
    waiting: worked,
    highestWaiting: top(spans),
    overtime: sum(shifts.map(({ endRule, end }) => (endRule === 'soft' ? horizonEnd - end : 0))),
    highestIdle: top([...spans, ...shifts.map(({ start, end }) => end - start)]),
    balance: worked * 2,
    work: worked,
    paid: worked,
    wishedTime: parts.filter((part) => part.wishedWindow).length * horizonEnd,
    route: shifts.length,
    ...{ preference: parts.length, language: parts.length, outsideDistrict: parts.length, qualification: parts.length },
    ...{ exclusion: parts.length, outOfOrder: parts.length, changedStaff: parts.length },
    ...{ distinctStaff: met, newStaff: met, newlyUnserved: visits.length },
    movedStart: problem.given ? parts.length * horizonEnd : 0,
  };
  const priced = Object.fromEntries(
    Object.entries(amounts).map(([k, v]) => [k, v * (objective[k as keyof ObjectiveInput] ?? 0)]),
  );
  const price = (value: 'hard' | number): number => (value === 'hard' ? 0 : value);
  return {
    ...(priced as Record<keyof ObjectiveInput, number>),
    unserved: sum(visits.map(({ unserved }) => (unserved === 'forbidden' ? 0 : unserved))),
    missedBreak: sum(shifts.flatMap(({ breaks }) => breaks.map(({ missed }) => (missed === 'required' ? 0 : missed)))),
    links: sum(links.map(({ gaps }) => top(gaps.map(({ cost }) => cost)))),
    limits: sum(staff.flatMap(({ limits }) => (limits ?? []).map(({ over }) => price(over) * (worked + parts.length)))),
    rest: sum(staff.map(({ rest, shifts: own }) => (rest ? price(rest.short) * (rest.least + horizonEnd) * own.length : 0))),
    freeTime: sum(staff.flatMap(({ freeTimes }) => (freeTimes ?? []).map(({ least, short }) => price(short) * least))),
    caps: sum((problem.caps ?? []).map((cap) => price(cap.over) * sum(cap.parts.map(({ amount }) => amount ?? horizonEnd)))),
    fairness: sum(
      (problem.fairness ?? []).map(
        (fair) => 2 * fair.price * (worked + parts.length + sum(fair.staff.map(({ before }) => before ?? 0)) + fair.staff.length),
      ),
    ),
  };
}

function highest(cells: ArrayLike<number>): number {
  let most = 0;
  for (let k = 0; k < cells.length; k++) if (cells[k] > most) most = cells[k];
  return most;
}
