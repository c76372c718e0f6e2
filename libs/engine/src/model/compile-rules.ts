import { compileCaps, type CapData } from '../features/caps.js';
import { compileContinuity, type ContinuityData } from '../features/continuity.js';
import {
  compileShiftEquipment,
  compileVisitEquipment,
  type ShiftEquipmentData,
  type VisitEquipmentData,
} from '../features/equipment.js';
import { compileFairness, type FairnessData } from '../features/fairness.js';
import { compileOrder, type OrderData } from '../features/order.js';
import { compileStaffRules, type StaffRuleData } from '../features/staff-rules.js';
import type { PastData } from './compile-past.js';
import type { Levels } from './levels.js';
import type { ObjectiveInput, ProblemInput } from './problem-input.js';

/** The compiled rules beyond times, travel and links; null or empty where a problem does not use them. */
export interface RuleData extends PastData {
  /** Price of a unit of what may not be: above leaving out any visit. */
  readonly hardPrice: number;
  /** A cost modulo this is that of the last level. */
  readonly lastLevel: number;
  /** parts * staff: how long each lasts with whom; null when that is always `duration`. */
  readonly ownDuration: Int32Array | null;
  readonly staff: number;
  readonly order: OrderData | null;
  readonly continuity: ContinuityData | null;
  readonly caps: CapData | null;
  readonly shiftEquipment: ShiftEquipmentData | null;
  readonly visitEquipment: VisitEquipmentData | null;
  readonly staffRules: readonly (StaffRuleData | null)[] | null;
  readonly fairness: readonly FairnessData[];
}

interface Sources {
  readonly problem: ProblemInput;
  readonly visitFirst: Int32Array;
  readonly nodeOf: (visit: string, part: string) => number;
  readonly levels: Levels;
  readonly hardPrice: number;
  readonly past: PastData;
}

/** Rules of counting and of people's time, each from its feature. */
export function compileRules({ problem, visitFirst, nodeOf, levels, hardPrice, past }: Sources): RuleData {
  const { factor } = levels;
  const price = (name: keyof ObjectiveInput): number => priceOf(problem, levels, hardPrice, name);
  const parts = visitFirst[problem.visits.length];
  return {
    ...past,
    hardPrice,
    lastLevel: levels.lastLevel,
    ownDuration: compileDurations(problem, parts),
    staff: problem.staff.length,
    order: compileOrder(problem, parts, nodeOf, { falling: price('outOfOrder'), displaced: hardPrice }),
    continuity: compileContinuity(problem, { distinctStaff: price('distinctStaff'), newStaff: price('newStaff') }),
    caps: compileCaps(problem, visitFirst, nodeOf, factor.caps),
    shiftEquipment: compileShiftEquipment(problem),
    visitEquipment: compileVisitEquipment(problem, hardPrice),
    staffRules: compileStaffRules(problem, {
      ...{ limits: factor.limits, rest: factor.rest, freeTime: factor.freeTime },
      hard: hardPrice,
    }),
    fairness: compileFairness(problem, factor.fairness),
  };
}

/** Price of a unit of a component as the search weighs it: that of its level, or of what may not be. */
export function priceOf(problem: ProblemInput, levels: Levels, hardPrice: number, name: keyof ObjectiveInput): number {
  // No longest wait means no wait: the search sees the sum of waits alone.
  const zero = problem.mustBeZero?.some((one) => one === name || (one === 'highestWaiting' && name === 'waiting'));
  if (zero) return hardPrice;
  return (problem.objective[name] ?? 0) * levels.factor[name];
}

function compileDurations(problem: ProblemInput, parts: number): Int32Array | null {
  const all = problem.visits.flatMap((visit) => visit.parts);
  if (!all.some((part) => part.durationByStaff)) return null;
  const staff = problem.staff.length;
  const durations = new Int32Array(parts * staff);
  all.forEach((part, i) =>
    problem.staff.forEach(({ id }, s) => (durations[i * staff + s] = part.durationByStaff?.[id] ?? part.duration)),
  );
  return durations;
}
