import type { PartInput, ProblemInput, StaffInput, VisitInput } from '#engine';
import { flag, listOf, mapOf, record, text, whole, word, wordOr, type Take } from '../document/shape.js';
import { LARGEST } from './bounds.js';
import { COST_COMPONENTS, OBJECTIVE_COMPONENTS } from './components.js';
import { readPlanAt } from './read-plan.js';

// Kinds and names are looked at here; ranges, and what refers to something else, by `validateProblem`.

const amount = whole(-LARGEST, LARGEST);
const price = whole(0, LARGEST);
const hardOrPrice = wordOr('hard', price);
const measure = word('paid', 'worked', 'service', 'routes', 'parts');
const texts = listOf(text);

/** What may be asked of a type's optional fields. */
type OptionalOf<Shape, Names extends keyof Shape> = { readonly [Name in Names]-?: Take<NonNullable<Shape[Name]>> };

/** Optional fields of a staff member. */
export const STAFF_RULES: OptionalOf<StaffInput, 'limits' | 'rest' | 'freeTimes' | 'qualified' | 'languages' | 'districts'> = {
  limits: listOf(record({ id: text, measure, from: amount, to: amount, most: amount, over: hardOrPrice }, { used: amount })),
  rest: record({ least: amount, short: hardOrPrice }, { lastReturn: amount }),
  freeTimes: listOf(record({ id: text, from: amount, to: amount, least: amount, short: hardOrPrice }, {})),
  qualified: listOf(record({ skill: text }, { level: amount, from: amount, to: amount })),
  languages: texts,
  districts: texts,
};

/** Optional fields of a visit. */
export const VISIT_RULES: OptionalOf<VisitInput, 'languages' | 'district'> = { languages: texts, district: text };

/** Optional fields of a part besides those of people, windows and demand. */
export const PART_RULES: OptionalOf<
  PartInput,
  'durationByStaff' | 'levels' | 'skillsWished' | 'exclusionWished' | 'rank' | 'equipment'
> = {
  durationByStaff: mapOf(amount),
  levels: mapOf(amount),
  skillsWished: flag,
  exclusionWished: flag,
  rank: amount,
  equipment: texts,
};

/** Rules of the whole plan. */
export const PLAN_RULES: OptionalOf<
  ProblemInput,
  'pins' | 'given' | 'clients' | 'caps' | 'fairness' | 'equipment' | 'mustBeZero' | 'levels'
> = {
  pins: listOf(record({ visit: text, part: text }, { staff: text, shift: text, start: amount, position: word('first', 'last') })),
  given: record({ plan: readPlanAt }, { frozenBefore: amount }),
  clients: listOf(record({ id: text }, { known: texts, weight: amount })),
  caps: listOf(
    record(
      {
        id: text,
        most: amount,
        over: hardOrPrice,
        parts: listOf(record({ visit: text, part: text }, { amount })),
      },
      { used: amount },
    ),
  ),
  fairness: listOf(
    record({ id: text, measure, staff: listOf(record({ staff: text }, { before: amount })), price }, { shifts: texts }),
  ),
  equipment: listOf(record({ id: text, units: amount, held: word('visit', 'shift') }, { uses: amount })),
  mustBeZero: listOf(word(...OBJECTIVE_COMPONENTS)),
  levels: listOf(listOf(word(...COST_COMPONENTS))),
};
