import { addDays, startOfDay, type IsoDay } from '#time';
import type { Shift } from '../model.js';
import { normMinutes, overtimeIn, overtimeWeeks, periodsOf, type Period } from './averages.js';
import { stretchesOf, WEEK_SECONDS } from './rests.js';
import { workedSeconds, type WorkSpan } from './work-span.js';
import { WorkingRecord, type WorkingTimeContext } from './working-record.js';

/** At most so many seconds of work in the shifts that begin in [from, to), `used` of them worked outside the roster. Instants in epoch seconds. */
export interface WorkBound {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly used: number;
}

/** Somewhere in [from, to) a rest of at least so many seconds. */
export interface RestBound {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly least: number;
}

/** When a plan begins and ends, in epoch seconds. */
export interface PlanTime {
  readonly from: number;
  readonly until: number;
}

/** What the law leaves of one person's roster; only bounds that the roster could break. */
export interface WorkingTimeBounds {
  /** The shifts that may be worked, cut where work before or after the roster wants its rest. */
  readonly shifts: readonly Shift[];
  readonly limits: readonly WorkBound[];
  /** Least rest between two of the shifts; null: the roster keeps it anyway, or `free` asks for it. */
  readonly rest: number | null;
  readonly free: readonly RestBound[];
}

/**
 * The bounds that keep a plan of one person's shifts within the law's hard
 * rules. The longer day of s. 133 is not used: a search keeps to the normal
 * day.
 */
export function workingTimeBounds(shifts: readonly Shift[], context: WorkingTimeContext, plan: PlanTime): WorkingTimeBounds {
  const rested = betweenRests(shifts, context);
  const weekly = weeklyRests(new WorkingRecord(rested.map(asWorked), context), plan);
  const lawful = rested.filter((shift) => !weekly.barred.has(shift.start));
  const record = new WorkingRecord(lawful.map(asWorked), context);
  const pairs = lawful.slice(1).map((next, i) => [lawful[i], next] as const);
  const tight = pairs.filter(
    ([shift, next]) => shift.date !== next.date && next.start - shift.end < leastRest(record, next.date),
  );
  const isSplit = pairs.some(([shift, next]) => shift.date === next.date);
  return {
    shifts: lawful,
    limits: workLimits(record),
    rest: tight.length === 0 || isSplit ? null : Math.max(...tight.map(([, next]) => leastRest(record, next.date))),
    free: [...(isSplit ? tight.map((pair) => restBetween(pair, record)) : []), ...weekly.free],
  };
}

/** A shift as if all of it were worked but its break. */
function asWorked({ date, start, end, breakSeconds }: Shift): WorkSpan {
  return { date, start, end, breaks: [{ start, end: start + Math.min(breakSeconds, end - start) }], journeySeconds: 0 };
}

/** The shifts, cut so that the daily rest after the work before them and before the work after them is kept. */
function betweenRests(shifts: readonly Shift[], context: WorkingTimeContext): readonly Shift[] {
  const record = new WorkingRecord([], context);
  const cut = shifts.map((shift) => {
    const least = leastRest(record, shift.date);
    const before = record.spans
      .filter((span) => span.date < shift.date && span.start < shift.end)
      .map((span) => span.end + least);
    const after = record.spans
      .filter((span) => span.date > shift.date && span.end > shift.start)
      .map((span) => span.start - least);
    return { ...shift, start: Math.max(shift.start, ...before), end: Math.min(shift.end, ...after) };
  });
  return cut.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
}

function leastRest(record: WorkingRecord, day: IsoDay): number {
  return (record.limit('daily_rest', day)?.minutes ?? 0) * 60;
}

/** Where a day is split a rest between any two shifts would forbid it; the rest then lies somewhere between the two days' work. */
function restBetween([shift, next]: readonly [Shift, Shift], record: WorkingRecord): RestBound {
  return { id: `rest/${next.date}`, from: shift.start, to: next.end, least: leastRest(record, next.date) };
}

/**
 * Work that could stretch over more than seven days without a weekly rest: from
 * each of its days on, one must begin within a week and lie inside the plan
 * where nothing is known beyond it. Where neither is possible any more, shifts
 * that reach beyond that week are barred.
 */
function weeklyRests(
  record: WorkingRecord,
  plan: PlanTime,
): { readonly free: readonly RestBound[]; readonly barred: ReadonlySet<number> } {
  const free: RestBound[] = [];
  const barred = new Set<number>();
  for (const stretch of stretchesOf(record)) {
    const last = stretch[stretch.length - 1].end;
    const worked = stretch.filter((span) => !record.isPlanned([span]) && span.end <= plan.from).at(-1)?.end ?? plan.from;
    for (const { date, start } of stretch) {
      const by = start + WEEK_SECONDS;
      if (by >= last) break;
      const least = (record.limit('weekly_rest', date)?.minutes ?? 0) * 60;
      const from = Math.max(start, worked, plan.from);
      const to = Math.min(by + least, plan.until);
      if (to - from >= least) free.push({ id: `week/${date}`, from, to, least });
      else for (const span of stretch) if (span.end > by) barred.add(span.start);
    }
  }
  return { free, barred };
}

/** Most work a day, a week, with overtime and in the reference period, as far as the roster could pass it. */
function workLimits(record: WorkingRecord): readonly WorkBound[] {
  const { regime, overtimeAgreed } = record.terms;
  const isFree = regime === 'normal' && overtimeAgreed;
  const days = isFree ? [] : record.plannedDays().map((day) => boundOf(record, 'day', { from: day, to: day }));
  const weeks = record.plannedWeeks().map((monday) => {
    const week = { from: monday, to: addDays(monday, 6) };
    return boundOf(record, 'week', week, isFree ? overtimeLeft(record, monday) : 0);
  });
  const periods = regime === 'normal' || overtimeAgreed ? [] : periodsOf(record).map((period) => periodBound(record, period));
  return [...days, ...weeks, ...periods].filter((bound) => bound !== null);
}

function periodBound(record: WorkingRecord, period: Period): WorkBound | null {
  const minutes = normMinutes(record, period);
  return minutes === null ? null : workBound(record, `period/${period.from}`, { ...period, most: minutes * 60 });
}

/** Seconds of overtime that a week may have so that its average stays within the law: at most the law's own figure. */
function overtimeLeft(record: WorkingRecord, monday: IsoDay): number {
  const weekly = (record.limit('overtime', monday)?.minutes ?? 0) * 60;
  const weeks = overtimeWeeks(record, monday);
  const planned = new Set(record.plannedWeeks());
  const past = weeks.filter((week) => !planned.has(week)).reduce((sum, week) => sum + overtimeIn(record, week), 0);
  return Math.max(0, Math.min(weekly, weekly * weeks.length - past));
}

function boundOf(record: WorkingRecord, rule: 'day' | 'week', days: Period, more = 0): WorkBound | null {
  const limit = record.limit(rule, days.from);
  return limit === null ? null : workBound(record, `${rule}/${days.from}`, { ...days, most: limit.minutes * 60 + more });
}

/** Null when the whole roster of the days stays within it. */
function workBound(record: WorkingRecord, id: string, { from, to, most }: Period & { readonly most: number }): WorkBound | null {
  const spans = record.between(from, to);
  const used = spans
    .filter((span) => !record.isPlanned([span]))
    .reduce((sum, span) => sum + workedSeconds(span, record.law.journeys), 0);
  if (record.worked(from, to) <= most) return null;
  return { id, from: startOfDay(from), to: startOfDay(addDays(to, 1)), most, used };
}
