import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';

const count = z.number().int();

/** How well a set of visits was given. Shares are per mille of what they are of; null where there is nothing to measure. */
export const visitQuality = z.object({
  /** Visits of published plans that are over, and of these: given, missed (nobody came, no reason told), not wanted. */
  planned: count,
  given: count,
  missed: count,
  refused: count,
  /** Given in less than 30 minutes although planned for 30 or more. */
  short: count,
  /** Begun within 15 minutes of the planned start, of those given. */
  punctual: count.nullable(),
  /** Different people a client saw in the last 14 days of the span: the average, in tenths, and the most. */
  people: count.nullable(),
  mostPeople: count.nullable(),
  plannedMinutes: count,
  deliveredMinutes: count,
});

/**
 * How working time was spent, by published routes of days that are over: minutes, and the lowest and highest load, as per
 * cent of what the contract asks on the working days that have a published plan, without the person's own leave.
 */
export const timeQuality = z.object({
  travelMinutes: count,
  waitingMinutes: count,
  /** Ways of all working time, per mille. */
  travelShare: count.nullable(),
  lowestLoad: count.nullable(),
  highestLoad: count.nullable(),
  /** Working minutes for each 60 minutes delivered. */
  minutesPerHour: count.nullable(),
  /** Cents of working time for each hour delivered; null while a profession’s cost is not known. */
  costPerHour: count.nullable(),
});

const measured = visitQuality.extend(timeQuality.shape);

/** GET /api/v1/quality?from=&to=: the days in all, week by week, and district by district ('' where none is given). */
export const qualityView = z.object({
  total: measured,
  weeks: z.array(measured.extend({ from: isoDate, to: isoDate })),
  districts: z.array(visitQuality.extend({ name: z.string() })),
});

export type VisitQuality = z.infer<typeof visitQuality>;
export type TimeQuality = z.infer<typeof timeQuality>;
export type QualityView = z.infer<typeof qualityView>;
