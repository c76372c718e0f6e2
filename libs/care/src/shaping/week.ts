import { DAYS_OF_WEEK } from '#time';
import type { Weekday } from '../model.js';
import type { RuleBook } from '../rules/rule-book.js';
import { taskOf } from '../tasks/catalogue.js';
import { DAY_PARTS, dayPartOf, type DayPart } from './rhythm.js';
import type { ShapingCause, ShapingOrder, StandingPattern } from './shaping-order.js';
import { weekdaysOf } from '../visits/choose-weekdays.js';

/** Lengths of visits are multiples of so many minutes. */
export const GRID_MINUTES = 5;

/** One visit of the week. */
export interface Cell {
  readonly day: Weekday;
  readonly part: DayPart;
  readonly window: { readonly from: string; readonly to: string };
  /** The pattern it comes from; null: new. */
  readonly origin: string | null;
  /** Of another rhythm than every week: counted as if it were each week, and left alone. */
  readonly fixed: boolean;
  tasks: readonly string[];
  minutes: number;
  staffCount: number;
  /** Why it is not as it stood. */
  cause: ShapingCause | null;
}

/** The visits of a week under one grant. */
export class Week {
  private readonly own: Cell[];

  constructor(
    private readonly order: ShapingOrder,
    private readonly limits: { readonly shortest: number; readonly book: RuleBook },
    standing: readonly StandingPattern[],
  ) {
    this.own = standing.flatMap((pattern) =>
      weekdaysOf(pattern).flatMap((day) => pattern.windows.map((window) => cellOf(pattern, day, window))),
    );
  }

  /** Visits with something to do. */
  get cells(): readonly Cell[] {
    return this.own.filter(({ tasks }) => tasks.length > 0);
  }

  /** Every visit that stood, those left empty too. */
  get all(): readonly Cell[] {
    return this.own;
  }

  has(task: string, day: Weekday, part: DayPart): boolean {
    return this.own.some((cell) => cell.day === day && cell.part === part && cell.tasks.includes(task));
  }

  /** How often a week the task is done. */
  times(task: string): number {
    return this.own.filter(({ tasks }) => tasks.includes(task)).length;
  }

  /** Adds a task where the grant has room for it; false otherwise. */
  add(task: string, day: Weekday, part: DayPart): boolean {
    const stands = this.cells.find((cell) => !cell.fixed && cell.day === day && cell.part === part);
    const cell: Cell = stands ?? {
      ...{ day, part, window: DAY_PARTS[part], origin: null, fixed: false },
      ...{ tasks: [], minutes: 0, staffCount: 1, cause: 'grant_room' },
    };
    const { tasks, minutes, staffCount, cause } = cell;
    if (stands === undefined) this.own.push(cell);
    this.fill(cell, [...tasks, task]);
    cell.cause ??= 'grant_room';
    if (this.inPeriod() <= this.order.grantedMinutes) return true;
    Object.assign(cell, { tasks, minutes, staffCount, cause });
    if (stands === undefined) this.own.pop();
    return false;
  }

  /** Takes a task out of a visit; what is left is as long as its tasks need, never longer than it was. */
  drop(cell: Cell, task: string, cause: ShapingCause): void {
    const was = cell.minutes;
    cell.tasks = cell.tasks.filter((code) => code !== task);
    cell.minutes = 0;
    cell.cause ??= cause;
    if (cell.tasks.length > 0) this.fill(cell, cell.tasks);
    cell.minutes = Math.min(cell.minutes, was);
  }

  /** Gives a new visit one more step of time, if its tasks can use it and the grant has it. */
  stretch(cell: Cell): boolean {
    const most = cell.tasks.reduce((sum, code) => sum + taskOf(code).minutes.max, 0);
    if (cell.origin !== null || cell.minutes + GRID_MINUTES > most) return false;
    cell.minutes += GRID_MINUTES;
    if (this.inPeriod() <= this.order.grantedMinutes) return true;
    cell.minutes -= GRID_MINUTES;
    return false;
  }

  /** Staff minutes of a week. */
  perWeek(): number {
    return DAYS_OF_WEEK.reduce((sum, day) => sum + this.ofDay(day), 0);
  }

  /** Staff minutes of the fullest period: a week, or a month of 31 days, which has three weekdays in a row five times. */
  inPeriod(): number {
    const days = DAYS_OF_WEEK.map((day) => this.ofDay(day));
    const week = days.reduce((sum, minutes) => sum + minutes, 0);
    if (this.order.grantedPer === 'week') return week;
    const threes = days.map((minutes, i) => minutes + days[(i + 1) % 7] + days[(i + 2) % 7]);
    return 4 * week + Math.max(...threes);
  }

  /** Minutes a week beyond what the tasks take. */
  padding(): number {
    return this.cells.reduce((sum, cell) => sum + cell.staffCount * Math.max(0, cell.minutes - typicalMinutes(cell.tasks)), 0);
  }

  private ofDay(day: Weekday): number {
    return this.cells.reduce((sum, cell) => sum + (cell.day === day ? cell.minutes * cell.staffCount : 0), 0);
  }

  private fill(cell: Cell, tasks: readonly string[]): void {
    const needed = Math.ceil(typicalMinutes(tasks) / GRID_MINUTES) * GRID_MINUTES;
    cell.tasks = tasks;
    cell.minutes = Math.max(cell.minutes, needed, this.limits.shortest);
    cell.staffCount = Math.max(cell.staffCount, this.staffFor(tasks));
  }

  /** Two where a rule in force wants two workers at one of the tasks. */
  private staffFor(tasks: readonly string[]): number {
    const joint = (code: string): boolean =>
      this.limits.book
        .inForce(code, code, this.order.flags)
        .some(({ kind, severity }) => kind === 'must_overlap' && severity === 'hard');
    return Math.max(1, ...tasks.map((code) => Math.max(taskOf(code).staff, joint(code) ? 2 : 1)));
  }
}

/** What tasks take as a rule, one after the other. */
export function typicalMinutes(tasks: readonly string[]): number {
  return tasks.reduce((sum, code) => sum + taskOf(code).minutes.typical, 0);
}

function cellOf(pattern: StandingPattern, day: Weekday, window: StandingPattern['windows'][number]): Cell {
  return {
    ...{ day, window, part: dayPartOf(window.from), origin: pattern.id, cause: null },
    ...{ tasks: pattern.tasks, minutes: pattern.durationMinutes, staffCount: pattern.staffCount },
    fixed: pattern.everyWeeks !== 1,
  };
}
