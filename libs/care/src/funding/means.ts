import type { IsoDay } from '#time';
import { minimumWageOn } from '../municipalities/minimum-wage.js';
import type { IncomeLimit } from '../municipalities/rule-set.js';

/** What a household had: `monthlyCents`, newest first, are the incomes of the person and all who live with them (S118). */
export interface Means {
  readonly members: number;
  readonly monthlyCents: readonly number[];
}

/** Income per member and month as an exact ratio of whole cents: no rounding may carry anybody over a limit. */
export interface Income {
  readonly cents: number;
  readonly over: number;
}

/** Average income per member over the last `months` (S141); null when fewer months are known or there is no member. */
export function incomePerMember({ members, monthlyCents }: Means, months: number): Income | null {
  if (members < 1 || months < 1 || monthlyCents.length < months) return null;
  return { cents: monthlyCents.slice(0, months).reduce((sum, cents) => sum + cents, 0), over: members * months };
}

/** The limit in cents on a day; null where the minimum wage of the day is not known. */
export function limitCents(limit: IncomeLimit, day: IsoDay): number | null {
  return limit.basis === 'cents' ? limit.cents : minimumWageOn(day);
}

/** Whether the income is at most so many cents a month, included (S118, S128, S141). */
export function isWithin({ cents, over }: Income, limit: number): boolean {
  return cents <= limit * over;
}
