import type { ProblemInput } from '#engine';

/** Matrices in shared memory: threads read the same bytes instead of copies. */
export function shareMatrices(problem: ProblemInput): ProblemInput {
  const share = (cells: ArrayLike<number>): Int32Array => {
    const out = new Int32Array(new SharedArrayBuffer(4 * cells.length));
    out.set(cells);
    return out;
  };
  return {
    ...problem,
    profiles: problem.profiles.map((p) => ({
      ...p,
      durations: share(p.durations),
      ...(p.charges ? { charges: share(p.charges) } : {}),
    })),
  };
}
