import type { BenchInstance } from './best-known.js';

/** Best known costs are published with four decimals at most; nearer than this they are the same. */
const ROUNDING = 1e-4;

/** Percent above the best known cost, 0 when they differ by rounding only; undefined when none is known. */
export function gapTo(best: number | undefined, cost: number): number | undefined {
  if (best === undefined) return undefined;
  if (Math.abs(cost - best) <= ROUNDING) return 0;
  return best === 0 ? undefined : (100 * (cost - best)) / best;
}

/** {@link gapTo} of a search; undefined too when its plan breaks a rule (leaves out a visit that must be served, say). */
export function gap(run: {
  readonly instance: Pick<BenchInstance, 'best'>;
  readonly feasible: boolean;
  readonly cost: number;
}): number | undefined {
  return run.feasible ? gapTo(run.instance.best, run.cost) : undefined;
}
