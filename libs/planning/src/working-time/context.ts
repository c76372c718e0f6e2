import type { WorkingTerms, WorkingTimeContext } from '#care';
import { lawContext } from '../law/law-data.js';
import type { PlanningData } from '../ports.js';

/** What a person's planned work is judged beside: own terms, own work around the plan, and the provider's calendar. */
export function contextOf(
  terms: WorkingTerms,
  staffId: string,
  { workHistory = [], law }: Pick<PlanningData, 'workHistory' | 'law'>,
): WorkingTimeContext {
  const history = workHistory.filter((work) => work.staffId === staffId);
  return { terms, history, ...(law && { calendar: lawContext(law.practice).calendar }) };
}
