import { DAYS_OF_WEEK } from '#time';
import type { Weekday } from '../model.js';
import type { RuleBook } from '../rules/rule-book.js';
import { taskOf } from '../tasks/catalogue.js';
import { DAY_PARTS, RHYTHMS, type DayPart } from './rhythm.js';
import type { FamilyCover, ShapingOrder, Shortfall } from './shaping-order.js';

/** A task wanted once a week on a day and in a part of it; a weekly task may take the next day of `days` instead. */
export interface Need {
  readonly task: string;
  readonly part: DayPart;
  /** Days to try, the most wanted first. */
  readonly days: readonly Weekday[];
  /** Fewest days from another of the same task; 0 for a task of every day. */
  readonly apart: number;
  /** How many of the same weekly task come before this one, those of the family not counted. */
  readonly nth: number;
}

export interface Needs {
  /** The most important first: of everything its first part of the day, then its second. */
  readonly needs: readonly Need[];
  readonly byFamily: readonly { readonly task: string; readonly timesPerWeek: number }[];
  /** Granted tasks that no rhythm shapes. */
  readonly unshaped: readonly Shortfall[];
}

/** Days in the order a daily task gains them when minutes are short: spread over the week, workdays first. */
const SPREAD: readonly Weekday[] = ['MO', 'WE', 'FR', 'TU', 'TH', 'SA', 'SU'];

/** What the granted tasks ask of a week, without what the family does. */
export function needsOf({ tasks, family }: ShapingOrder, book: RuleBook): Needs {
  const cover = new FamilyWeek(family);
  const granted = [...new Set(tasks)].filter((code) => RHYTHMS.has(code));
  const ranked = granted.sort((a, b) => rankOf(a) - rankOf(b));
  const levels = ranked.flatMap((task) => levelsOf(task, book).map((need, level) => ({ need, level })));
  // Array.sort is stable: by level, then by rank.
  const needs = levels.sort((a, b) => a.level - b.level).map(({ need }) => need);
  const left = needs.filter(({ task, part, days, apart }) => apart > 0 || !cover.takes(task, days[0], part));
  const weekly = left.filter(({ task, part, days, apart }) => apart === 0 || !days.some((day) => cover.takes(task, day, part)));
  return { needs: numbered(weekly), byFamily: cover.taken(), unshaped: unshapedOf(tasks) };
}

/** Counts each task's times again: the family may have taken the first and left the second. */
function numbered(needs: readonly Need[]): readonly Need[] {
  return needs.map((need, i) => ({ ...need, nth: needs.slice(0, i).filter(({ task }) => task === need.task).length }));
}

function rankOf(task: string): number {
  return RHYTHMS.get(task)?.rank ?? Infinity;
}

/** The needs of one task by level; those of one level and day share it. */
function levelsOf(task: string, book: RuleBook): readonly Need[] {
  const rhythm = RHYTHMS.get(task);
  if (rhythm?.daily) return rhythm.daily.flatMap((part) => SPREAD.map((day) => ({ task, part, days: [day], apart: 0, nth: 0 })));
  const { times, days, part } = rhythm?.weekly ?? { times: 0, days: [], part: 'morning' };
  return Array.from({ length: times }, () => ({ task, part, days, apart: daysApart(task, book), nth: 0 }));
}

/** Fewest days between two of a task: its longest pause by the rules, over the width of the start window; at least one. */
function daysApart(task: string, book: RuleBook): number {
  const pauses = book.between(task, task).filter(({ kind, condition }) => kind === 'min_gap' && condition === '');
  const minutes = Math.max(0, ...pauses.map(({ minGap }) => minGap ?? 0));
  return Math.min(3, Math.floor(minutes / 1440) + 1);
}

function unshapedOf(tasks: readonly string[]): readonly Shortfall[] {
  return [...new Set(tasks)]
    .filter((code) => !RHYTHMS.has(code))
    .map((task) => ({
      task,
      cause: taskOf(task).performer === 'carer' ? 'on_request' : 'other_staff',
      timesPerWeek: 0,
    }));
}

/** What the family still can do in a week. */
class FamilyWeek {
  private readonly left: number[];
  private readonly done = new Map<string, number>();

  constructor(private readonly family: readonly FamilyCover[]) {
    this.left = family.map(({ minutesPerWeek }) => minutesPerWeek);
  }

  /** Whether somebody of the family does the task then; their minutes are used up. */
  takes(task: string, day: Weekday, part: DayPart): boolean {
    const { typical } = taskOf(task).minutes;
    const who = this.family.findIndex((cover, i) => this.left[i] >= typical && does(cover, task, day, part));
    if (who < 0) return false;
    this.left[who] -= typical;
    this.done.set(task, (this.done.get(task) ?? 0) + 1);
    return true;
  }

  taken(): Needs['byFamily'] {
    return [...this.done].map(([task, timesPerWeek]) => ({ task, timesPerWeek })).sort((a, b) => rankOf(a.task) - rankOf(b.task));
  }
}

/** There for the whole start window of the part of the day, and does the task. */
function does({ tasks, weekdays, from, to }: FamilyCover, task: string, day: Weekday, part: DayPart): boolean {
  if (!tasks.includes(task) || !(weekdays.length === 0 ? DAYS_OF_WEEK : weekdays).includes(day)) return false;
  const window = DAY_PARTS[part];
  return (from ?? '00:00') <= window.from && window.to <= (to ?? '24:00');
}
