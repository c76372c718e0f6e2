import type { PlanWeights, WeightProfileView } from '#contracts';
import type { ObjectiveInput, ProblemInput } from '#engine';
import { ONE_MORE_FACE, type PriceProfile, STANDARD_PRICES, TRAVEL, WISH_MISSED } from '../problem/prices.js';

/** As usual: what a plan is weighed by when nothing else is asked for. */
export const USUAL_WEIGHTS: PlanWeights = { continuity: 1, punctuality: 0, travel: 1, fairness: 0, stability: 0 };

/** Profiles that every provider has; their ids are also their names for the page to translate. */
export const KNOWN_PROFILES: readonly WeightProfileView[] = [
  profile('usual', {}),
  profile('continuity', { continuity: 3 }),
  profile('punctuality', { punctuality: 2 }),
  profile('travel', { travel: 3, continuity: 0 }),
  profile('fairness', { fairness: 2 }),
  profile('stability', { stability: 2 }),
];

function profile(id: string, weights: Partial<PlanWeights>): WeightProfileView {
  return { id, name: id, own: false, weights: { ...USUAL_WEIGHTS, ...weights } };
}

/** What a weight multiplies a price by. At 3 all prices together stay far below that of a visit left out. */
const FACTOR = [0, 1, 2, 4] as const;

/** A second by which a visit begins in the last third of its window, where any delay makes it late, costs a second on the road. */
const LATE_IN_WINDOW = TRAVEL;
/** A second by which a person's work differs from everybody's mean costs a second on the road. */
const UNEVEN = TRAVEL;
/** Somebody who was not at the client in the last two weeks, where continuity matters more than usual. */
const NEW_FACE = 2 * ONE_MORE_FACE;
/** Against the plan in force: a second by which a visit moves, and another person. */
const MOVED = TRAVEL;
const OTHER_PERSON = WISH_MISSED;

/** The usual prices, each part of the objective as heavy as the weights say. */
export function pricesFor(weights: PlanWeights | null): PriceProfile {
  if (weights === null) return STANDARD_PRICES;
  const { continuity, punctuality, travel, fairness, stability } = weights;
  const objective: ObjectiveInput = {
    ...STANDARD_PRICES.objective,
    travel: TRAVEL * FACTOR[travel],
    preference: WISH_MISSED * FACTOR[continuity],
    distinctStaff: ONE_MORE_FACE * FACTOR[continuity],
    ...(continuity > 1 && { newStaff: NEW_FACE * FACTOR[continuity] }),
    ...(punctuality > 0 && { wishedTime: LATE_IN_WINDOW * FACTOR[punctuality] }),
    ...(fairness > 0 && { balance: UNEVEN * FACTOR[fairness] }),
    ...(stability > 0 && { movedStart: MOVED * FACTOR[stability], changedStaff: OTHER_PERSON * FACTOR[stability] }),
  };
  return { ...STANDARD_PRICES, objective };
}

/** The problem with the wishes for starts that punctuality prices: the first two thirds of every single window. */
export function wishingPunctuality(problem: ProblemInput, weights: PlanWeights | null): ProblemInput {
  if (weights === null || weights.punctuality === 0) return problem;
  const visits = problem.visits.map((visit) => ({
    ...visit,
    parts: visit.parts.map((part) => {
      if (part.windows.length !== 1) return part;
      const [{ start, end }] = part.windows;
      return { ...part, wishedWindow: { start, end: end - Math.floor((end - start) / 3) } };
    }),
  }));
  return { ...problem, visits };
}

/** Whether weights ask what people know of the days already. */
export function asksWhatIsKnown({ continuity, stability }: PlanWeights): boolean {
  return continuity > 1 || stability > 0;
}
