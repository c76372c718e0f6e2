import type { ProblemData } from '../model/problem-data.js';
import type { ProblemInput } from '../model/problem-input.js';

/** Finds everything of a plan in the problem. */
export function planIndex(problem: ProblemInput, data: ProblemData) {
  return {
    route: new Map(problem.staff.flatMap((s) => s.shifts.map((h) => h.id)).map((id, r) => [id, r])),
    visit: new Map(problem.visits.map((v, i) => [v.id, i])),
    part: new Map(
      problem.visits.flatMap((v, i) => v.parts.map((p, k) => [`${v.id}\u0000${p.id}`, data.visitFirst[i] + k] as const)),
    ),
    breaks: problem.staff.flatMap((s) => s.shifts.map((h) => h.breaks.map((b) => b.id))),
    breakInputs: problem.staff.flatMap((s) => s.shifts.flatMap((h) => h.breaks)),
    staff: problem.staff.flatMap((s, n) => s.shifts.map(() => n)),
    data,
  };
}

/** Where everything of a plan stands in the problem. */
export type PlanIndex = ReturnType<typeof planIndex>;
