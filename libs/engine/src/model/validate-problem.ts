import { LATEST, MOST_PRICE } from './bounds.js';
import { IssueList, type ProblemIssue } from './issues.js';
import type { BreakInput, LinkInput, PartInput, ProblemInput, ShiftInput, TimeWindowInput } from './problem-input.js';
import { validateLevels } from './levels.js';
import { validateGiven } from './validate-given.js';
import { validatePlanRules } from './validate-plan-rules.js';
import { validatePartRules, validateStaffRules } from './validate-staff-rules.js';

/** Where a check stands and whom it tells. */
interface Where {
  readonly path: string;
  readonly list: IssueList;
}

/**
 * Everything wrong with a problem, at once. An empty answer means that
 * compiling it cannot fail and that the search may trust its arrays.
 */
export function validateProblem(problem: ProblemInput): readonly ProblemIssue[] {
  const list = new IssueList();
  list.whole('horizonEnd', problem.horizonEnd, 1, LATEST);
  list.whole('places', problem.places, 1, 60_000);
  const profiles = validateProfiles(problem, list);
  const staff = validateStaff(problem, profiles, list);
  const parts = validateVisits(problem, staff, list);
  validateLinks(problem.links, parts, list);
  validateStaffRules(problem, list);
  validatePlanRules(problem, staff, parts, list);
  validateLevels(problem, list);
  for (const [name, price] of Object.entries(problem.objective)) list.whole(`objective.${name}`, price, 0, MOST_PRICE);
  if (list.issues.length === 0) validateEmptyShifts(problem, list);
  if (list.issues.length === 0) validateGiven(problem, list);
  return list.issues;
}

function validateProfiles(problem: ProblemInput, list: IssueList): Map<string, number> {
  const seen = new Map<string, number>();
  problem.profiles.forEach((profile, i) => {
    const path = `profiles[${i}]`;
    list.unique(`${path}.id`, profile.id, seen, i);
    for (const key of ['durations', 'charges'] as const) {
      const matrix = profile[key];
      if (matrix === undefined) continue;
      const cells = problem.places * problem.places;
      if (matrix.length !== cells) {
        list.add('WRONG_LENGTH', `${path}.${key}`, `has ${matrix.length} cells; ${problem.places} places need ${cells}`);
        continue;
      }
      for (let c = 0; c < cells; c++) {
        const value = matrix[c];
        // A large matrix has tens of millions of cells: only a bad one is worth its path.
        if (Number.isInteger(value) && value >= 0 && value <= LATEST) continue;
        list.whole(`${path}.${key}[${c}]`, value, 0, LATEST);
        if (list.issues.length > 1000) return;
      }
    }
  });
  return seen;
}

function validateStaff(problem: ProblemInput, profiles: Map<string, number>, list: IssueList): Map<string, number> {
  const staff = new Map<string, number>();
  const shifts = new Map<string, number>();
  problem.staff.forEach((person, i) => {
    const path = `staff[${i}]`;
    list.unique(`${path}.id`, person.id, staff, i);
    if (!profiles.has(person.profile))
      list.add('UNKNOWN_REFERENCE', `${path}.profile`, `"${person.profile}" is no travel profile`);
    person.shifts.forEach((shift, s) => {
      list.unique(`${path}.shifts[${s}].id`, shift.id, shifts, s);
      validateShift(problem, shift, `${path}.shifts[${s}]`, list);
    });
    const ordered = [...person.shifts].sort((a, b) => a.start - b.start);
    for (let s = 1; s < ordered.length; s++) {
      if (ordered[s].start < ordered[s - 1].end && ordered[s - 1].endRule !== 'open') {
        list.add(
          'WRONG_VALUE',
          `${path}.shifts`,
          `"${ordered[s].id}" begins before "${ordered[s - 1].id}" ends; shifts of one person may not overlap`,
        );
      }
    }
  });
  return staff;
}

function validateShift(problem: ProblemInput, shift: ShiftInput, path: string, list: IssueList): void {
  const whole =
    list.whole(`${path}.start`, shift.start, 0, problem.horizonEnd) &&
    list.whole(`${path}.end`, shift.end, 0, problem.horizonEnd);
  if (whole && shift.end < shift.start)
    list.add('OUT_OF_RANGE', `${path}.end`, `is ${shift.end}, before the start ${shift.start}`);
  if (!['hard', 'soft', 'open'].includes(shift.endRule)) list.add('WRONG_VALUE', `${path}.endRule`, 'must be hard, soft or open');
  if (!['late', 'start'].includes(shift.departure)) list.add('WRONG_VALUE', `${path}.departure`, 'must be late or start');
  list.whole(`${path}.startPlace`, shift.startPlace, 0, problem.places - 1);
  list.whole(`${path}.endPlace`, shift.endPlace, 0, problem.places - 1);
  if (shift.capacity !== undefined) list.whole(`${path}.capacity`, shift.capacity, 0, LATEST);
  const seen = new Map<string, number>();
  shift.breaks.forEach((rest, b) => {
    list.unique(`${path}.breaks[${b}].id`, rest.id, seen, b);
    validateBreak(problem, shift, rest, { path: `${path}.breaks[${b}]`, list });
  });
}

/** Every shift must be possible without any visit: the way from its start to its end place, and its required breaks in turn. */
function validateEmptyShifts(problem: ProblemInput, list: IssueList): void {
  const profiles = new Map(problem.profiles.map((p) => [p.id, p.durations]));
  problem.staff.forEach((person, i) => {
    person.shifts.forEach((shift, s) => {
      const path = `staff[${i}].shifts[${s}]`;
      let free = shift.start + profiles.get(person.profile)![shift.startPlace * problem.places + shift.endPlace];
      const required = shift.breaks.filter((rest) => rest.missed === 'required');
      for (const rest of required.toSorted((a, b) => latestStartOf(a) - latestStartOf(b))) {
        const begin = Math.max(free, rest.earliest);
        if (begin > latestStartOf(rest)) {
          list.add(
            'OUT_OF_RANGE',
            `${path}.breaks`,
            `"${rest.id}" cannot begin before ${begin}, after its latest start; required breaks must fit one after the other`,
          );
        }
        free = begin + rest.duration;
      }
      const latest = shift.endRule === 'hard' ? shift.end : problem.horizonEnd;
      if (free > latest) {
        list.add(
          'OUT_OF_RANGE',
          `${path}.end`,
          `must be ${latest} at most; the way to its end place and its breaks last until ${free}`,
        );
      }
    });
  });
}

function latestStartOf(rest: BreakInput): number {
  return rest.measuredAt === 'end' ? rest.latest - rest.duration : rest.latest;
}

function validateBreak(problem: ProblemInput, shift: ShiftInput, rest: BreakInput, { path, list }: Where): void {
  list.whole(`${path}.duration`, rest.duration, 0, problem.horizonEnd);
  list.whole(`${path}.earliest`, rest.earliest, 0, problem.horizonEnd);
  list.whole(`${path}.latest`, rest.latest, 0, problem.horizonEnd);
  if (rest.whenLongerThan !== undefined) list.whole(`${path}.whenLongerThan`, rest.whenLongerThan, 0, LATEST);
  const latestStart = latestStartOf(rest);
  if (latestStart < rest.earliest)
    list.add('OUT_OF_RANGE', `${path}.latest`, `leaves no start: latest start ${latestStart} is before ${rest.earliest}`);
  if (rest.missed !== 'required') {
    list.whole(`${path}.missed`, rest.missed, 0, MOST_PRICE);
    return;
  }
  const begin = Math.max(shift.start, rest.earliest);
  if (begin > latestStart)
    list.add(
      'OUT_OF_RANGE',
      `${path}.latest`,
      `is over before the shift begins at ${shift.start}; a required break must fit its shift`,
    );
  if (shift.endRule === 'hard' && begin + rest.duration > shift.end) {
    list.add(
      'OUT_OF_RANGE',
      `${path}.duration`,
      `does not fit before the shift ends at ${shift.end}; a required break must fit its shift`,
    );
  }
}

function validateVisits(problem: ProblemInput, staff: Map<string, number>, list: IssueList): Map<string, Set<string>> {
  const seen = new Map<string, number>();
  const parts = new Map<string, Set<string>>();
  problem.visits.forEach((visit, v) => {
    const path = `visits[${v}]`;
    list.unique(`${path}.id`, visit.id, seen, v);
    list.whole(`${path}.place`, visit.place, 0, problem.places - 1);
    if (visit.unserved !== 'forbidden') list.whole(`${path}.unserved`, visit.unserved, 0, 1_000_000_000_000);
    if (visit.parts.length < 1 || visit.parts.length > 8)
      list.add('OUT_OF_RANGE', `${path}.parts`, `has ${visit.parts.length}; a visit has 1 to 8 parts`);
    const ids = new Map<string, number>();
    visit.parts.forEach((part, p) => {
      list.unique(`${path}.parts[${p}].id`, part.id, ids, p);
      validatePart(problem, part, staff, { path: `${path}.parts[${p}]`, list });
    });
    parts.set(visit.id, new Set(ids.keys()));
  });
  return parts;
}

function validatePart(problem: ProblemInput, part: PartInput, staff: Map<string, number>, { path, list }: Where): void {
  list.whole(`${path}.duration`, part.duration, 0, problem.horizonEnd);
  if (part.demand !== undefined) list.whole(`${path}.demand`, part.demand, 0, LATEST);
  if (!['hard', 'soft'].includes(part.lateness)) list.add('WRONG_VALUE', `${path}.lateness`, 'must be hard or soft');
  if (!['start', 'end'].includes(part.measuredAt)) list.add('WRONG_VALUE', `${path}.measuredAt`, 'must be start or end');
  if (part.windows.length === 0) list.add('EMPTY', `${path}.windows`, 'is empty; give at least one time window');
  part.windows.forEach((window, w) => {
    validateWindow(problem, window, `${path}.windows[${w}]`, list);
    if (w > 0 && window.start < part.windows[w - 1].end)
      list.add('NOT_SORTED', `${path}.windows[${w}]`, 'begins before the one before it ends; sort windows and keep them apart');
  });
  validatePartRules(problem, part, staff, { path, list });
  if (part.wishedWindow) validateWindow(problem, part.wishedWindow, `${path}.wishedWindow`, list);
  for (const key of ['allowedStaff', 'excludedStaff', 'preferredStaff'] as const) {
    part[key]?.forEach((id, k) => {
      if (!staff.has(id)) list.add('UNKNOWN_REFERENCE', `${path}.${key}[${k}]`, `"${id}" is no staff member`);
    });
  }
}

function validateWindow(problem: ProblemInput, window: TimeWindowInput, path: string, list: IssueList): void {
  const whole =
    list.whole(`${path}.start`, window.start, 0, problem.horizonEnd) &&
    list.whole(`${path}.end`, window.end, 0, problem.horizonEnd);
  if (whole && window.end < window.start)
    list.add('OUT_OF_RANGE', `${path}.end`, `is ${window.end}, before the start ${window.start}`);
}

function validateLinks(links: readonly LinkInput[], parts: Map<string, Set<string>>, list: IssueList): void {
  const seen = new Map<string, number>();
  links.forEach((link, l) => {
    const path = `links[${l}]`;
    list.unique(`${path}.id`, link.id, seen, l);
    for (const side of ['before', 'after'] as const) {
      const ref = link[side];
      const visit = parts.get(ref.visit);
      if (!visit) list.add('UNKNOWN_REFERENCE', `${path}.${side}.visit`, `"${ref.visit}" is no visit`);
      else if (!visit.has(ref.part))
        list.add('UNKNOWN_REFERENCE', `${path}.${side}.part`, `"${ref.part}" is no part of visit "${ref.visit}"`);
    }
    if (link.before.visit === link.after.visit && link.before.part === link.after.part)
      list.add('WRONG_VALUE', path, 'links a part to itself');
    if (!['any', 'same', 'different'].includes(link.staff))
      list.add('WRONG_VALUE', `${path}.staff`, 'must be any, same or different');
    if (!['ifBoth', 'together', 'afterNeedsBefore', 'beforeNeedsAfter'].includes(link.served)) {
      list.add('WRONG_VALUE', `${path}.served`, 'must be ifBoth, together, afterNeedsBefore or beforeNeedsAfter');
    }
    if (link.gaps.length === 0) list.add('EMPTY', `${path}.gaps`, 'is empty; give at least one allowed gap');
    link.gaps.forEach((gap, g) => {
      if (gap.min !== null) list.whole(`${path}.gaps[${g}].min`, gap.min, -LATEST, LATEST);
      if (gap.max !== null) list.whole(`${path}.gaps[${g}].max`, gap.max, -LATEST, LATEST);
      list.whole(`${path}.gaps[${g}].cost`, gap.cost, 0, MOST_PRICE);
      if ((gap.min ?? -LATEST) > (gap.max ?? LATEST))
        list.add('OUT_OF_RANGE', `${path}.gaps[${g}]`, `is empty: min ${gap.min} is above max ${gap.max}`);
      const before = link.gaps[g - 1];
      if (before && (before.max ?? LATEST) >= (gap.min ?? -LATEST))
        list.add('NOT_SORTED', `${path}.gaps[${g}]`, 'touches the one before it; sort gaps and keep them apart');
    });
  });
}
