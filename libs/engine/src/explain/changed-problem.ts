import type { PartInput, ProblemInput, StaffInput, VisitInput } from '../model/problem-input.js';
import type { RemedyStep } from './remedy-step.js';

/** A problem with some steps of a remedy taken; the problem itself stays as it is. */
export function changedProblem(problem: ProblemInput, steps: readonly RemedyStep[]): ProblemInput {
  return steps.reduce(taken, problem);
}

function taken(problem: ProblemInput, step: RemedyStep): ProblemInput {
  switch (step.kind) {
    case 'rearrange':
      return problem;
    case 'start_earlier':
      return withPart(problem, step, (part) => ({ ...part, windows: openedEarlier(part, step.by) }));
    case 'widen_window':
    case 'move_visit':
      return withPart(problem, step, (part) => ({ ...part, windows: widened(part, step.by) }));
    case 'allow_person':
      return withPart(problem, step, (part) => allowed(part, step.staff));
    case 'extend_shift':
      return {
        ...problem,
        staff: problem.staff.map((person) => ({
          ...person,
          shifts: person.shifts.map((shift) => (shift.id === step.shift ? { ...shift, end: shift.end + step.by } : shift)),
        })),
      };
    case 'drop_pin':
      return { ...problem, pins: (problem.pins ?? []).filter((pin) => pin.visit !== step.visit || pin.part !== step.part) };
    case 'add_shift':
      return { ...problem, staff: [...problem.staff, ...extraPerson(problem, step)] };
  }
}

function withPart(
  problem: ProblemInput,
  ref: { readonly visit: string; readonly part: string },
  change: (part: PartInput) => PartInput,
): ProblemInput {
  const changed = (visit: VisitInput): VisitInput => ({
    ...visit,
    parts: visit.parts.map((part) => (part.id === ref.part ? change(part) : part)),
  });
  return { ...problem, visits: problem.visits.map((visit) => (visit.id === ref.visit ? changed(visit) : visit)) };
}

/** Every window ends later, but none before the next begins. */
function widened({ windows }: PartInput, by: number): PartInput['windows'] {
  return windows.map(({ start, end }, k) => ({ start, end: Math.min(end + by, windows[k + 1]?.start ?? Infinity) }));
}

/** Every window begins earlier, but none before the horizon or the end of the one before. */
function openedEarlier({ windows }: PartInput, by: number): PartInput['windows'] {
  return windows.map(({ start, end }, k) => ({ start: Math.max(start - by, windows[k - 1]?.end ?? 0), end }));
}

function allowed(part: PartInput, staff: string): PartInput {
  return {
    ...part,
    ...(part.allowedStaff && { allowedStaff: [...part.allowedStaff, staff] }),
    ...(part.excludedStaff && { excludedStaff: part.excludedStaff.filter((id) => id !== staff) }),
  };
}

/** How the person that a step `add_shift` adds is called, and the shift. */
export function extraId({ visit, part }: { readonly visit: string; readonly part: string }): string {
  return `extra ${visit} ${part}`;
}

/** Somebody with the part's skills who is at the visit's place meanwhile. */
function extraPerson(problem: ProblemInput, step: Extract<RemedyStep, { kind: 'add_shift' }>): StaffInput[] {
  const visit = problem.visits.find(({ id }) => id === step.visit);
  const part = visit?.parts.find(({ id }) => id === step.part);
  const [profile] = problem.profiles;
  if (!visit || !part || !profile) return [];
  const id = extraId(step);
  const place = { startPlace: visit.place, endPlace: visit.place };
  return [
    {
      ...{ id, profile: profile.id, skills: part.skills },
      shifts: [{ id, start: step.from, end: step.to, endRule: 'hard', departure: 'late', breaks: [], ...place }],
    },
  ];
}
