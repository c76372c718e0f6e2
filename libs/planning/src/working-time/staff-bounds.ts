import { NORMAL_TERMS, workingTimeBounds, type Shift, type StaffMember, type WorkingTimeBounds } from '#care';
import type { FreeTimeInput, LimitInput, StaffRulesInput } from '#engine';
import type { PlanningData } from '../ports.js';
import { contextOf } from './context.js';

/** A person's lawful shifts, and what the engine must keep so that a plan of them stays lawful. */
export interface BoundedStaff {
  readonly shifts: readonly Shift[];
  readonly rules: Pick<StaffRulesInput, 'limits' | 'rest' | 'freeTimes'>;
}

/** The law of working time on the shifts of one person, in a plan from `from` (the problem's time 0) to `until`, epoch seconds. */
export function boundedStaff(
  member: StaffMember,
  shifts: readonly Shift[],
  data: Pick<PlanningData, 'workHistory' | 'law'>,
  plan: { readonly from: number; readonly until: number },
): BoundedStaff {
  const bounds = workingTimeBounds(shifts, contextOf(member.terms ?? NORMAL_TERMS, member.id, data), plan);
  return { shifts: bounds.shifts, rules: rulesOf(bounds, plan.from) };
}

function rulesOf({ limits, rest, free }: WorkingTimeBounds, epoch: number): BoundedStaff['rules'] {
  const most = limits.map(({ id, from, to, most, used }): LimitInput => ({
    ...{ id, measure: 'worked', most, used, over: 'hard' },
    ...{ from: from - epoch, to: to - epoch },
  }));
  const freeTimes = free.map(({ id, from, to, least }): FreeTimeInput => ({
    id,
    from: from - epoch,
    to: to - epoch,
    least,
    short: 'hard',
  }));
  return {
    ...(most.length > 0 && { limits: most }),
    ...(rest !== null && { rest: { least: rest, short: 'hard' } }),
    ...(freeTimes.length > 0 && { freeTimes }),
  };
}
