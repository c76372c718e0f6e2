import { averages } from './averages.js';
import { breaksAndNights } from './breaks-and-nights.js';
import { daysAndWeeks } from './days-and-weeks.js';
import type { WorkingTimeFinding } from './finding.js';
import { rests } from './rests.js';
import { WorkingRecord, type WorkingTimeContext } from './working-record.js';
import type { WorkSpan } from './work-span.js';

/**
 * Every rule of working time that a person's planned work breaks or calls
 * attention to: within a day, across the week and on average. Spans must not
 * overlap. What the history breaks without the plan is not told.
 */
export function checkWorkingTime(planned: readonly WorkSpan[], context: WorkingTimeContext): readonly WorkingTimeFinding[] {
  if (planned.length === 0) return [];
  const record = new WorkingRecord(planned, context);
  return [...daysAndWeeks(record), ...rests(record), ...breaksAndNights(record), ...averages(record)];
}
