import type { PlanSolver } from '#planning';

/** The engine in threads of its own; loaded only by commands that search. */
export async function createSolver(): Promise<PlanSolver> {
  const { createThreadSolver } = await import('#threads');
  return createThreadSolver();
}
