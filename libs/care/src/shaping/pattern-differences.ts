import { DAYS_OF_WEEK } from '#time';
import type { Weekday } from '../model.js';
import { orderTasks } from '../links/task-order.js';
import type { PatternDifference, ProposedPattern, ShapingOrder, StandingPattern } from './shaping-order.js';
import type { Cell, Week } from './week.js';

/** Visits alike on several days. */
interface Group {
  readonly pattern: ProposedPattern;
  readonly cells: readonly Cell[];
}

/** The visits of a week as patterns: alike on several days they are one. */
export function patternsOf(week: Week, order: ShapingOrder): readonly ProposedPattern[] {
  return groupsOf(week.cells, order, () => '').map(({ pattern }) => pattern);
}

/**
 * What becomes of each pattern: one whose visits are all as they were is kept;
 * otherwise its visits that stayed alike keep its name (where none did, the most
 * of those changed alike), and the rest is new.
 */
export function differencesOf(
  week: Week,
  order: ShapingOrder,
  standing: readonly StandingPattern[],
): readonly PatternDifference[] {
  const loose: Cell[] = week.cells.filter(({ origin }) => origin === null);
  const stood = standing.map((pattern): PatternDifference => {
    const { id } = pattern;
    const own = week.all.filter(({ origin }) => origin === id);
    const cause = own.find((cell) => cell.cause !== null)?.cause ?? 'grant_smaller';
    const groups = groupsOf(
      own.filter(({ tasks }) => tasks.length > 0),
      order,
      ({ cause }) => cause ?? 'kept',
    );
    if (groups.length === 0) return { effect: 'removed', id, cause };
    const heir =
      groups.find(({ cells }) => cells[0].cause === null) ?? groups.reduce((a, b) => (b.cells.length > a.cells.length ? b : a));
    loose.push(...groups.filter((group) => group !== heir).flatMap(({ cells }) => cells));
    const kept = own.every((cell) => cell.cause === null);
    const after = kept ? asItStands(pattern, heir.pattern) : heir.pattern;
    return kept ? { effect: 'kept', id, after } : { effect: 'changed', id, after, cause };
  });
  const apart = ({ cause, origin }: Cell): string => `${cause ?? ''}|${origin ?? ''}`;
  const added = groupsOf(loose, order, apart).map(({ pattern, cells: [{ cause, origin }] }): PatternDifference => ({
    ...{ effect: 'added', after: pattern, cause: cause ?? 'grant_room' },
    continues: origin,
  }));
  return [...stood, ...added];
}

/** A kept pattern of several windows a day shows its first; its own order of tasks stays. */
function asItStands({ tasks }: StandingPattern, pattern: ProposedPattern): ProposedPattern {
  return { ...pattern, tasks };
}

function groupsOf(cells: readonly Cell[], { flags, book }: ShapingOrder, also: (cell: Cell) => string): readonly Group[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of [...cells].sort(byTime)) {
    const tasks = [...cell.tasks].sort().join(' ');
    const key = [cell.window.from, cell.window.to, tasks, cell.minutes, cell.staffCount, also(cell)].join('|');
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].map((alike) => {
    const [{ window, tasks, minutes, staffCount }] = alike;
    const weekdays: Weekday[] = DAYS_OF_WEEK.filter((day) => alike.some((cell) => cell.day === day));
    const ordered = orderTasks([...tasks].sort(), { flags, ...(book && { book }) });
    return { pattern: { tasks: ordered, weekdays, window, minutes, staffCount }, cells: alike };
  });
}

function byTime(a: Cell, b: Cell): number {
  return a.window.from.localeCompare(b.window.from) || DAYS_OF_WEEK.indexOf(a.day) - DAYS_OF_WEEK.indexOf(b.day);
}
