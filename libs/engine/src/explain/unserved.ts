import { MISFIT, type ProblemData } from '../model/problem-data.js';
import type { ProblemInput } from '../model/problem-input.js';
import type { SearchPlan } from '../state/search-plan.js';

/** Why a visit is left out: a stable code and its figures, most telling first. */
export interface UnservedReason {
  readonly code: UnservedCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type UnservedCode =
  /** Nobody has all the skills; `skill`: the first that nobody (or nobody on shift) has. */
  | 'NO_ONE_WITH_SKILL'
  /** The skilled are all barred from this client; `staff`: how many. */
  | 'ALL_EXCLUDED'
  /** Only named people may come, and none of them is on shift then; `staff`: how many. */
  | 'REQUIRED_PERSON_NOT_ON_SHIFT'
  /** Skilled people exist, but no shift of theirs meets the time window; `staff`: how many. */
  | 'NO_SHIFT_IN_WINDOW'
  /** The load is more than any route may carry. */
  | 'TOO_MUCH_LOAD'
  /** Not enough different people for the visit's parts; `needed`, `found`. */
  | 'NOT_ENOUGH_PEOPLE'
  /** A visit this one needs is left out itself; `visit`. */
  | 'NEEDS_OTHER_VISIT'
  /** People could come, but their routes are full or travel is too long then; `staff`: how many were considered. */
  | 'NO_ROOM';

export interface UnservedExplanation {
  readonly visit: string;
  readonly reasons: readonly UnservedReason[];
}

/** Explains every visit a finished search left out. */
export function explainUnserved(problem: ProblemInput, plan: SearchPlan): readonly UnservedExplanation[] {
  const { data } = plan;
  const out: UnservedExplanation[] = [];
  for (let v = 0; v < data.visits; v++) {
    if (plan.served[v]) continue;
    out.push({ visit: problem.visits[v].id, reasons: reasonsOf(problem, plan, v) });
  }
  return out;
}

function reasonsOf(problem: ProblemInput, plan: SearchPlan, v: number): UnservedReason[] {
  const { data } = plan;
  const reasons: UnservedReason[] = [];
  const people = new Set<number>();
  for (let i = data.visitFirst[v]; i < data.visitFirst[v + 1]; i++) {
    for (let f = data.fitFirst[i]; f < data.fitFirst[i + 1]; f++) people.add(data.staffOf[data.fitRoute[f]]);
    if (data.fitFirst[i] === data.fitFirst[i + 1]) reasons.push(misfitReason(problem, data, i, v));
  }
  if (reasons.length > 0) return reasons.slice(0, 1);
  for (let k = data.needsFirst[v]; k < data.needsFirst[v + 1]; k++) {
    if (!plan.served[data.needs[k]])
      reasons.push({ code: 'NEEDS_OTHER_VISIT', params: { visit: problem.visits[data.needs[k]].id } });
  }
  const needed = data.visitFirst[v + 1] - data.visitFirst[v];
  if (people.size < needed) reasons.push({ code: 'NOT_ENOUGH_PEOPLE', params: { needed, found: people.size } });
  if (reasons.length === 0) reasons.push({ code: 'NO_ROOM', params: { staff: people.size } });
  return reasons;
}

/** Nobody fits the part: the rule that stopped those who came furthest. */
function misfitReason(problem: ProblemInput, data: ProblemData, i: number, v: number): UnservedReason {
  const stopped = new Map<number, Set<number>>();
  for (let r = 0; r < data.routes; r++) {
    const why = data.misfit[i * data.routes + r];
    if (!stopped.has(why)) stopped.set(why, new Set());
    stopped.get(why)!.add(data.staffOf[r]);
  }
  const part = problem.visits[v].parts[i - data.visitFirst[v]];
  const count = (why: number): number => stopped.get(why)?.size ?? 0;
  if (count(MISFIT.outsideShift) > 0) {
    return {
      code: part.allowedStaff ? 'REQUIRED_PERSON_NOT_ON_SHIFT' : 'NO_SHIFT_IN_WINDOW',
      params: { staff: count(MISFIT.outsideShift) },
    };
  }
  if (count(MISFIT.capacity) > 0) return { code: 'TOO_MUCH_LOAD', params: { demand: data.demand[i] } };
  if (count(MISFIT.notAllowed) > 0)
    return { code: 'REQUIRED_PERSON_NOT_ON_SHIFT', params: { staff: part.allowedStaff?.length ?? 0 } };
  if (count(MISFIT.excluded) > 0) return { code: 'ALL_EXCLUDED', params: { staff: count(MISFIT.excluded) } };
  const skill = part.skills.find((s) => !problem.staff.some((p) => p.shifts.length > 0 && p.skills.includes(s)));
  return { code: 'NO_ONE_WITH_SKILL', params: { skill: skill ?? part.skills.join('+') } };
}
