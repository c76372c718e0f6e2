import type { IsoDay } from '#time';
import { inForce, type Sourced } from '../municipalities/sourced.js';

/** How somebody's working time is counted: by the day and week, or summed up over a reference period (Labour Law, s. 140). */
export type WorkingTimeRegime = 'normal' | 'summarised';

/**
 * What the law bounds, in minutes. `day`, `day_longer`, `week`, `overtime`
 * and `period` are most work: in a day, in a day of a week with a shorter one,
 * in an ISO week, beyond 40 hours a week on average, and a week on average of
 * the reference period; `contract` is work in a week above what was agreed. `daily_rest` and `weekly_rest` are least rest;
 * `average_weekly_rest` the same on average. A break is owed by more work than
 * `break_after`, lasts `break_length` in parts of `break_part`, and begins
 * within `break_by`. More than `night` between 22:00 and 6:00 is night work.
 */
export type WorkingTimeRule =
  | 'day'
  | 'day_longer'
  | 'week'
  | 'contract'
  | 'overtime'
  | 'period'
  | 'daily_rest'
  | 'weekly_rest'
  | 'average_weekly_rest'
  | 'break_after'
  | 'break_length'
  | 'break_part'
  | 'break_by'
  | 'night';

/** One figure of the law. `hard`: no plan may break it; `warning`: somebody decides. */
export interface LawLimit extends Sourced {
  readonly rule: WorkingTimeRule;
  readonly regime: WorkingTimeRegime;
  readonly minutes: number;
  readonly severity: 'hard' | 'warning';
}

/** The law of working time: figures by date; where a question is open the reading is named. */
export interface WorkingTimeLaw {
  readonly limits: readonly LawLimit[];
  /** Whether the ways from home to the first client and back home are work (Court of Justice, C-266/14). */
  readonly journeys: 'work' | 'not_work';
  /** Most months overtime is averaged over (s. 136). */
  readonly overtimeMonths: number;
}

/** The figure of a rule on a day; null where the law has none for the regime. */
export function lawLimit({ limits }: WorkingTimeLaw, rule: WorkingTimeRule, at: LawMoment): LawLimit | null {
  return limits.find((limit) => limit.rule === rule && limit.regime === at.regime && inForce(limit, at.day)) ?? null;
}

export interface LawMoment {
  readonly regime: WorkingTimeRegime;
  readonly day: IsoDay;
}
