import { addDays, addMonths, dayNumber, daysBetween, earlierDay, isoWeekStart, laterDay, weekdayIndex, type IsoDay } from '#time';
import type { DecisionForm } from '../municipalities/rule-set.js';
import type { Decision } from './decision.js';

/** Days over which a decision grants the same; both ends included. */
export interface Stretch {
  readonly decisionId: string;
  readonly from: IsoDay;
  /** Null: open-ended. */
  readonly to: IsoDay | null;
  readonly state: 'granted' | 'suspended';
  readonly grantedMinutes: number;
  readonly grantedPer: 'week' | 'month';
  readonly form: DecisionForm;
  readonly tasks: readonly string[];
  readonly careLevel: number | null;
}

/** Minutes of care, all of them and those the provider's staff give. */
export interface Granted {
  readonly minutes: number;
  /** Without what a paid relative gives: those hours are never routed (S129). */
  readonly routedMinutes: number;
}

/**
 * The stretches of a client's decisions, each with its changes: by first day,
 * then by decision. A decision ends where one that replaces it begins.
 */
export function grantTimeline(decisions: readonly Decision[]): readonly Stretch[] {
  const stretches = decisions.flatMap((decision) => {
    const replacing = decisions.filter(({ replaces }) => replaces === decision.id).map(({ validFrom }) => validFrom);
    return stretchesOf(decision, replacing);
  });
  return stretches.sort((a, b) => order(a.from, b.from) || order(a.decisionId, b.decisionId));
}

/** What holds of a client's decisions on a day, suspended ones included. */
export function grantsOn(timeline: readonly Stretch[], day: IsoDay): readonly Stretch[] {
  return timeline.filter(({ from, to }) => from <= day && (to === null || day <= to));
}

/**
 * Minutes granted from day `from` to day `to`, both included. A grant per week
 * (from Monday) or month is dealt out to its days in whole minutes, as evenly
 * as can be, so that whole weeks and months have exactly what the decision
 * says and any days split between two decisions share it in proportion.
 */
export function grantedBetween(timeline: readonly Stretch[], from: IsoDay, to: IsoDay): Granted {
  let minutes = 0;
  let routedMinutes = 0;
  for (const stretch of timeline) {
    if (stretch.state === 'suspended') continue;
    const first = laterDay(from, stretch.from);
    const last = earlierDay(to, stretch.to);
    const inside = first > last ? 0 : dueBy(stretch, last) - dueBy(stretch, addDays(first, -1));
    minutes += inside;
    if (stretch.form !== 'informal_carer') routedMinutes += inside;
  }
  return { minutes, routedMinutes };
}

/** {@link grantedBetween} on one day. */
export function grantedOn(timeline: readonly Stretch[], day: IsoDay): Granted {
  return grantedBetween(timeline, day, day);
}

/** {@link grantedBetween} in the ISO week of a day. */
export function grantedInWeek(timeline: readonly Stretch[], day: IsoDay): Granted {
  const monday = isoWeekStart(day);
  return grantedBetween(timeline, monday, addDays(monday, 6));
}

/** {@link grantedBetween} in the calendar month of a day. */
export function grantedInMonth(timeline: readonly Stretch[], day: IsoDay): Granted {
  const first = firstOfMonth(day);
  return grantedBetween(timeline, first, addDays(addMonths(first, 1), -1));
}

/** Minutes due from the beginning of time to the end of a day: whole periods, and the running one's share, rounded down. */
function dueBy({ grantedMinutes, grantedPer }: Stretch, day: IsoDay): number {
  const { whole, passed, of } = grantedPer === 'week' ? weeksPassed(day) : monthsPassed(day);
  return grantedMinutes * whole + Math.floor((grantedMinutes * passed) / of);
}

/** Weeks that ended before a day's own, and how many of its days have passed when the day ends. */
function weeksPassed(day: IsoDay): { whole: number; passed: number; of: number } {
  return { whole: (dayNumber(isoWeekStart(day)) - FIRST_MONDAY) / 7, passed: weekdayIndex(day) + 1, of: 7 };
}

function monthsPassed(day: IsoDay): { whole: number; passed: number; of: number } {
  const first = firstOfMonth(day);
  const whole = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return { whole, passed: Number(day.slice(8)), of: daysBetween(first, addMonths(first, 1)) };
}

/** Day number of 1970-01-05, a Monday. */
const FIRST_MONDAY = 4;

function stretchesOf(decision: Decision, replacing: readonly IsoDay[]): readonly Stretch[] {
  const { changes, validFrom } = decision;
  const cuts = changes.filter(({ kind }) => kind === 'ended' || kind === 'shortened').map((change) => change.from);
  const ends = [...cuts, ...replacing].map((day) => addDays(day, -1));
  const last = ends.reduce<IsoDay | null>((end, day) => earlierDay(day, end), decision.validTo);
  const pauses = changes.filter((change) => change.kind === 'suspended');
  const reductions = changes.filter((change) => change.kind === 'reduced').toSorted((a, b) => order(a.from, b.from));
  const resumed = pauses.flatMap(({ to }) => (to === null ? [] : [addDays(to, 1)]));
  const turns = [...pauses.map(({ from }) => from), ...resumed, ...reductions.map(({ from }) => from)]
    .filter((day) => day > validFrom && (last === null || day <= last))
    .sort();
  const starts = last !== null && last < validFrom ? [] : [...new Set([validFrom, ...turns])];
  return starts.map((from, i) => ({
    decisionId: decision.id,
    from,
    to: i + 1 < starts.length ? addDays(starts[i + 1], -1) : last,
    state: pauses.some((pause) => pause.from <= from && (pause.to === null || from <= pause.to)) ? 'suspended' : 'granted',
    grantedMinutes: reductions.findLast((reduction) => reduction.from <= from)?.grantedMinutes ?? decision.grantedMinutes,
    grantedPer: decision.grantedPer,
    form: decision.form,
    tasks: decision.tasks,
    careLevel: decision.careLevel,
  }));
}

function firstOfMonth(day: IsoDay): IsoDay {
  return `${day.slice(0, 7)}-01`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
