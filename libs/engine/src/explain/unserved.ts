import { MISFIT, type ProblemData } from '../model/problem-data.js';
import type { ProblemInput, StaffInput } from '../model/problem-input.js';
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
  /** Pinned to a person, shift or start that cannot be; `staff`: how many others the pin keeps away. */
  | 'PINNED_ELSEWHERE'
  /** Everybody able works in other districts, and may not leave them; `staff`: how many. */
  | 'OUTSIDE_DISTRICTS'
  /** Nobody able speaks a language of the visit, and somebody must; `staff`: how many. */
  | 'NO_COMMON_LANGUAGE'
  /** What the visit draws on is used up by others; `cap`: the first such cap. */
  | 'CAP_USED_UP'
  /** Everybody able would need equipment that is with others. */
  | 'NO_EQUIPMENT_FREE'
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
  if (reasons.length === 0) reasons.push(...countedReasons(problem, plan, v));
  if (reasons.length === 0) reasons.push({ code: 'NO_ROOM', params: { staff: people.size } });
  return reasons;
}

/** Rules of counting that keep the visit from everybody, by what others are given. */
function countedReasons(problem: ProblemInput, plan: SearchPlan, v: number): UnservedReason[] {
  const { data, features } = plan;
  const reasons: UnservedReason[] = [];
  for (let i = data.visitFirst[v]; i < data.visitFirst[v + 1] && reasons.length === 0; i++) {
    const routes = data.fitRoute.subarray(data.fitFirst[i], data.fitFirst[i + 1]);
    const stops = features?.forbiddenBy(i, routes);
    if (stops === 'equipment') reasons.push({ code: 'NO_EQUIPMENT_FREE', params: {} });
    if (stops !== 'caps') continue;
    const part = problem.visits[v].parts[i - data.visitFirst[v]].id;
    const drawn = problem.caps?.find(
      (cap) => cap.over === 'hard' && cap.parts.some((one) => one.visit === problem.visits[v].id && one.part === part),
    );
    reasons.push({ code: 'CAP_USED_UP', params: { cap: drawn?.id ?? '' } });
  }
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
  if (count(MISFIT.pinned) > 0) return { code: 'PINNED_ELSEWHERE', params: { staff: count(MISFIT.pinned) } };
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
  if (count(MISFIT.district) > 0) return { code: 'OUTSIDE_DISTRICTS', params: { staff: count(MISFIT.district) } };
  if (count(MISFIT.language) > 0) return { code: 'NO_COMMON_LANGUAGE', params: { staff: count(MISFIT.language) } };
  const skill = part.skills.find((s) => !problem.staff.some((p) => p.shifts.length > 0 && holds(p, s)));
  return { code: 'NO_ONE_WITH_SKILL', params: { skill: skill ?? part.skills.join('+') } };
}

function holds({ skills, qualified }: StaffInput, skill: string): boolean {
  return skills.includes(skill) || qualified?.some((held) => held.skill === skill) === true;
}
