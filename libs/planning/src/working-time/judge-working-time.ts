import { checkWorkingTime, NORMAL_TERMS, type Shift } from '#care';
import type { Plan, PlanRoute } from '#engine';
import type { PlanningData } from '../ports.js';
import { contextOf } from './context.js';
import type { KnownWork, StaffFinding } from './working-time-ports.js';

/**
 * What the law of working time says of a plan's routes, by person in the data's
 * order: within a day, across the week with the work around the plan, and on
 * average. `epoch` is the instant of the plan's time 0.
 */
export function judgeWorkingTime(plan: Plan, data: PlanningData, epoch: number): readonly StaffFinding[] {
  const shifts = new Map(data.shifts.map((shift) => [shift.id, shift]));
  const planned = plan.routes.map((route) => workOf(route, shifts.get(route.shift), epoch));
  return judgeWork(planned, data);
}

/** {@link judgeWorkingTime} of work that stands, in a stored plan say. */
export function judgeWork(planned: readonly KnownWork[], data: PlanningData): readonly StaffFinding[] {
  return data.staff.flatMap(({ id: staffId, terms = NORMAL_TERMS }) => {
    const own = planned.filter((work) => work.staffId === staffId);
    return checkWorkingTime(own, contextOf(terms, staffId, data)).map((finding) => ({ staffId, ...finding }));
  });
}

/** The codes of the rules that may never be broken, each once; a plan that breaks one is not stored or published. */
export function unlawful(findings: readonly StaffFinding[]): readonly string[] {
  return [...new Set(findings.filter(({ severity }) => severity === 'hard').map(({ code }) => code))];
}

/** A route as work: from leaving to being back, whatever lies between but the breaks (the ways from and to home are work). */
export function workOf(
  { staff, shift: id, departure, return: back, stops }: PlanRoute,
  shift: Shift | undefined,
  epoch: number,
): KnownWork {
  if (shift === undefined) throw new Error(`the plan has a route of shift ${id}, which the data do not have`);
  const breaks = stops.filter(({ kind }) => kind === 'break');
  return {
    staffId: staff,
    date: shift.date,
    start: epoch + departure,
    end: epoch + back,
    breaks: breaks.map(({ start, end }) => ({ start: epoch + start, end: epoch + end })),
    journeySeconds: 0,
  };
}
