import { addDays, instantOf } from '#time';
import { NORMAL_TERMS, type WorkingTerms, type WorkSpan } from './work-span.js';

/** Work on a day from a clock time to another (the next day where earlier), with a break from a clock time for so many minutes. */
export const span = (date: string, from: string, to: string, pause?: readonly [string, number]): WorkSpan => ({
  date,
  start: instantOf(date, from),
  end: instantOf(to < from ? addDays(date, 1) : date, to),
  breaks: pause === undefined ? [] : [{ start: instantOf(date, pause[0]), end: instantOf(date, pause[0]) + pause[1] * 60 }],
  journeySeconds: 0,
});
/** Eight hours of work with half an hour's break. */
export const day = (date: string): WorkSpan => span(date, '08:00', '16:30', ['12:00', 30]);
export const days = (from: string, count: number): WorkSpan[] => Array.from({ length: count }, (_, i) => day(addDays(from, i)));
export const SUMMARISED: WorkingTerms = { ...NORMAL_TERMS, regime: 'summarised' };
export const AGREED: WorkingTerms = { ...NORMAL_TERMS, overtimeAgreed: true };
