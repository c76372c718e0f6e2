import type { RepairProfile } from '#contracts';
import type { ProblemInput } from '#engine';
import { TRAVEL, WISH_MISSED } from '../problem/prices.js';
import type { Weigh } from '../replan/replanning.js';

/** Who has been at each client lately, by client. */
export type KnownStaff = ReadonlyMap<string, readonly string[]>;

/** A person nobody at the home knows, where that is what matters: as dear as eight wishes. */
const NEW_FACE = 8 * WISH_MISSED;

/**
 * What a repair is to spare above all. Each weighs the disturbance of the plan in force differently; none lets a visit go
 * for it, whose price stays far above. Seconds of pay and road as everywhere.
 */
export const REPAIR_PROFILES: Readonly<Record<RepairProfile, (known: KnownStaff) => Weigh>> = {
  fewest_new_faces: (known) => (problem) => ({
    ...priced(problem, { movedStart: TRAVEL, newStaff: NEW_FACE }),
    clients: [...known].map(([id, staff]) => ({ id, known: staff })),
  }),
  least_travel: () => (problem) => priced(problem, { travel: 6 * TRAVEL, movedStart: TRAVEL, changedStaff: WISH_MISSED / 4 }),
  fewest_changed_times: () => (problem) => priced(problem, { movedStart: 20 * TRAVEL, changedStaff: WISH_MISSED }),
};

function priced(problem: ProblemInput, prices: Partial<ProblemInput['objective']>): ProblemInput {
  return { ...problem, objective: { ...problem.objective, ...prices } };
}
