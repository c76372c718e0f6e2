import { addDays, addMonths, type IsoDay } from '#time';
import type { WorkingTimeRegime } from './law-limit.js';

/** What was agreed with a member of staff about working time. */
export interface WorkingTerms {
  readonly regime: WorkingTimeRegime;
  /** 2,400 for full time. */
  readonly contractMinutesPerWeek: number;
  /** Length of the reference period of summarised time in months, counted from January: 1, by contract up to 3, by collective agreement up to 12. */
  readonly referenceMonths: number;
  /** Whether overtime is agreed in writing (s. 136): then days and weeks above normal time are told, not forbidden. */
  readonly overtimeAgreed: boolean;
}

/** What the law presumes where nothing else is on file. */
export const NORMAL_TERMS: WorkingTerms = {
  regime: 'normal',
  contractMinutesPerWeek: 2400,
  referenceMonths: 1,
  overtimeAgreed: false,
};

/**
 * Work from leaving to being back, breaks and ways included; instants in epoch
 * seconds. It counts for `date`, the day its shift begins.
 */
export interface WorkSpan {
  readonly date: IsoDay;
  readonly start: number;
  readonly end: number;
  readonly breaks: readonly { readonly start: number; readonly end: number }[];
  /** Seconds on the way from home to the first client and from the last one home; 0 from and to an office. */
  readonly journeySeconds: number;
}

/** Seconds worked: breaks are not work (s. 145), the ways between clients are; `journeys` says whether those from and to home are. */
export function workedSeconds(span: WorkSpan, journeys: 'work' | 'not_work'): number {
  const rested = span.breaks.reduce((sum, pause) => sum + pause.end - pause.start, 0);
  return span.end - span.start - rested - (journeys === 'work' ? 0 : span.journeySeconds);
}

/** First and last day of the reference period a day lies in. */
export function referencePeriod(day: IsoDay, months: number): { readonly from: IsoDay; readonly to: IsoDay } {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const from = addMonths(`${day.slice(0, 7)}-01`, -(index % months));
  return { from, to: addDays(addMonths(from, months), -1) };
}
