import { LATEST, MOST_PRICE } from './bounds.js';
import type { IssueList } from './issues.js';
import type { ProblemInput } from './problem-input.js';
import { STAFF_MEASURES, validateHardOrPrice } from './validate-staff-rules.js';

/** Ids that rules of the whole plan may name. */
interface Known {
  readonly staff: ReadonlyMap<string, number>;
  readonly shifts: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly list: IssueList;
}

/** Checks pins, clients, caps, fairness and equipment. */
export function validatePlanRules(
  problem: ProblemInput,
  staff: ReadonlyMap<string, number>,
  parts: ReadonlyMap<string, ReadonlySet<string>>,
  list: IssueList,
): void {
  const shifts = new Set(problem.staff.flatMap((person) => person.shifts.map(({ id }) => id)));
  const known: Known = { staff, shifts, parts, list };
  validatePins(problem, known);
  validateClients(problem, known);
  validateCaps(problem, known);
  validateFairness(problem, known);
  const seen = new Map<string, number>();
  problem.equipment?.forEach(({ id, units, held, uses }, e) => {
    list.unique(`equipment[${e}].id`, id, seen, e);
    list.whole(`equipment[${e}].units`, units, 0, LATEST);
    if (!['visit', 'shift'].includes(held)) list.add('WRONG_VALUE', `equipment[${e}].held`, 'must be visit or shift');
    if (uses !== undefined) list.whole(`equipment[${e}].uses`, uses, 1, LATEST);
    if (uses !== undefined && held === 'visit')
      list.add('WRONG_VALUE', `equipment[${e}].uses`, 'only what a shift holds is used up');
  });
}

function knownPart({ parts, list }: Known, path: string, ref: { readonly visit: string; readonly part: string }): void {
  const own = parts.get(ref.visit);
  if (!own) list.add('UNKNOWN_REFERENCE', `${path}.visit`, `"${ref.visit}" is no visit`);
  else if (!own.has(ref.part)) list.add('UNKNOWN_REFERENCE', `${path}.part`, `"${ref.part}" is no part of visit "${ref.visit}"`);
}

function knownStaff({ staff, list }: Known, path: string, id: string | undefined): void {
  if (id !== undefined && !staff.has(id)) list.add('UNKNOWN_REFERENCE', path, `"${id}" is no staff member`);
}

function knownShift({ shifts, list }: Known, path: string, id: string | undefined): void {
  if (id !== undefined && !shifts.has(id)) list.add('UNKNOWN_REFERENCE', path, `"${id}" is no shift`);
}

function validatePins({ pins, horizonEnd }: ProblemInput, known: Known): void {
  const { list } = known;
  const seen = new Map<string, number>();
  pins?.forEach((pin, p) => {
    const path = `pins[${p}]`;
    knownPart(known, path, pin);
    knownStaff(known, `${path}.staff`, pin.staff);
    knownShift(known, `${path}.shift`, pin.shift);
    if (pin.start !== undefined) list.whole(`${path}.start`, pin.start, 0, horizonEnd);
    if (pin.position !== undefined && !['first', 'last'].includes(pin.position))
      list.add('WRONG_VALUE', `${path}.position`, 'must be first or last');
    list.unique(path, `${pin.visit}/${pin.part}`, seen, p);
  });
}

function validateClients({ clients }: ProblemInput, known: Known): void {
  const seen = new Map<string, number>();
  clients?.forEach((client, c) => {
    known.list.unique(`clients[${c}].id`, client.id, seen, c);
    if (client.weight !== undefined) known.list.whole(`clients[${c}].weight`, client.weight, 0, 1_000_000);
  });
}

function validateCaps({ caps }: ProblemInput, known: Known): void {
  const { list } = known;
  const seen = new Map<string, number>();
  caps?.forEach((cap, c) => {
    const path = `caps[${c}]`;
    list.unique(`${path}.id`, cap.id, seen, c);
    list.whole(`${path}.most`, cap.most, 0, LATEST);
    if (cap.used !== undefined) list.whole(`${path}.used`, cap.used, 0, LATEST);
    validateHardOrPrice(`${path}.over`, cap.over, list);
    const parts = new Map<string, number>();
    cap.parts.forEach((part, p) => {
      knownPart(known, `${path}.parts[${p}]`, part);
      list.unique(`${path}.parts[${p}]`, `${part.visit}/${part.part}`, parts, p);
      if (part.amount !== undefined) list.whole(`${path}.parts[${p}].amount`, part.amount, 0, LATEST);
    });
  });
}

function validateFairness({ fairness }: ProblemInput, known: Known): void {
  const { list } = known;
  const seen = new Map<string, number>();
  fairness?.forEach((fair, f) => {
    const path = `fairness[${f}]`;
    list.unique(`${path}.id`, fair.id, seen, f);
    if (!STAFF_MEASURES.includes(fair.measure))
      list.add('WRONG_VALUE', `${path}.measure`, `must be one of ${STAFF_MEASURES.join(', ')}`);
    list.whole(`${path}.price`, fair.price, 0, MOST_PRICE);
    if (fair.staff.length === 0) list.add('EMPTY', `${path}.staff`, 'is empty; name the people to be fair to');
    const people = new Map<string, number>();
    fair.staff.forEach((share, s) => {
      knownStaff(known, `${path}.staff[${s}].staff`, share.staff);
      list.unique(`${path}.staff[${s}].staff`, share.staff, people, s);
      if (share.before !== undefined) list.whole(`${path}.staff[${s}].before`, share.before, 0, LATEST);
    });
    fair.shifts?.forEach((id, s) => knownShift(known, `${path}.shifts[${s}]`, id));
  });
}
