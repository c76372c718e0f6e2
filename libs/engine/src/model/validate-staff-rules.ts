import { LATEST, MOST_PRICE } from './bounds.js';
import type { IssueList } from './issues.js';
import type { PartInput, ProblemInput } from './problem-input.js';
import type { HardOrPrice, StaffMeasure, StaffRulesInput } from './staff-rules-input.js';

/** What a limit or fairness may count. */
export const STAFF_MEASURES: readonly StaffMeasure[] = ['paid', 'worked', 'service', 'routes', 'parts'];

/** Checks what binds one person across shifts. */
export function validateStaffRules(problem: ProblemInput, list: IssueList): void {
  problem.staff.forEach((person, i) => {
    const path = `staff[${i}]`;
    validateLimits(person, path, list);
    validateRests(person, path, list);
    person.qualified?.forEach((held, q) => {
      const where = `${path}.qualified[${q}]`;
      if (held.level !== undefined) list.whole(`${where}.level`, held.level, 1, LATEST);
      validateSpan(`${where}`, held, list);
    });
  });
}

function validateLimits({ limits }: StaffRulesInput, path: string, list: IssueList): void {
  const seen = new Map<string, number>();
  limits?.forEach((limit, l) => {
    const where = `${path}.limits[${l}]`;
    list.unique(`${where}.id`, limit.id, seen, l);
    if (!STAFF_MEASURES.includes(limit.measure))
      list.add('WRONG_VALUE', `${where}.measure`, `must be one of ${STAFF_MEASURES.join(', ')}`);
    validateSpan(where, limit, list);
    list.whole(`${where}.most`, limit.most, 0, LATEST);
    if (limit.used !== undefined) list.whole(`${where}.used`, limit.used, 0, LATEST);
    validateHardOrPrice(`${where}.over`, limit.over, list);
  });
}

function validateRests({ rest, freeTimes }: StaffRulesInput, path: string, list: IssueList): void {
  if (rest) {
    list.whole(`${path}.rest.least`, rest.least, 0, LATEST);
    if (rest.lastReturn !== undefined) list.whole(`${path}.rest.lastReturn`, rest.lastReturn, -LATEST, LATEST);
    validateHardOrPrice(`${path}.rest.short`, rest.short, list);
  }
  const seen = new Map<string, number>();
  freeTimes?.forEach((free, f) => {
    const where = `${path}.freeTimes[${f}]`;
    list.unique(`${where}.id`, free.id, seen, f);
    validateSpan(where, free, list);
    list.whole(`${where}.least`, free.least, 0, Math.max(0, free.to - free.from));
    validateHardOrPrice(`${where}.short`, free.short, list);
  });
}

function validateSpan(path: string, { from, to }: { readonly from?: number; readonly to?: number }, list: IssueList): void {
  const known = [
    from === undefined || list.whole(`${path}.from`, from, -LATEST, LATEST),
    to === undefined || list.whole(`${path}.to`, to, -LATEST, LATEST),
  ];
  if (known.every(Boolean) && from !== undefined && to !== undefined && to < from)
    list.add('OUT_OF_RANGE', `${path}.to`, `is ${to}, before ${from}`);
}

/** `hard` or a price. */
export function validateHardOrPrice(path: string, value: HardOrPrice, list: IssueList): void {
  if (value !== 'hard') list.whole(path, value, 0, MOST_PRICE);
}

/** Durations by person, levels and ranks of a part. */
export function validatePartRules(
  problem: ProblemInput,
  part: PartInput,
  staff: ReadonlyMap<string, number>,
  { path, list }: { readonly path: string; readonly list: IssueList },
): void {
  for (const [id, duration] of Object.entries(part.durationByStaff ?? {})) {
    if (!staff.has(id)) list.add('UNKNOWN_REFERENCE', `${path}.durationByStaff.${id}`, `"${id}" is no staff member`);
    list.whole(`${path}.durationByStaff.${id}`, duration, 0, problem.horizonEnd);
  }
  if (part.durationByStaff && part.measuredAt === 'end')
    list.add('WRONG_VALUE', `${path}.durationByStaff`, 'needs windows measured at the start; give measuredAt: start');
  for (const [skill, level] of Object.entries(part.levels ?? {})) {
    if (!part.skills.includes(skill))
      list.add('UNKNOWN_REFERENCE', `${path}.levels.${skill}`, `"${skill}" is not among the part's skills`);
    list.whole(`${path}.levels.${skill}`, level, 1, LATEST);
  }
  if (part.rank !== undefined) list.whole(`${path}.rank`, part.rank, -1000, 1000);
  const equipment = new Set(problem.equipment?.map(({ id }) => id));
  part.equipment?.forEach((id, k) => {
    if (!equipment.has(id)) list.add('UNKNOWN_REFERENCE', `${path}.equipment[${k}]`, `"${id}" is no equipment`);
  });
}
