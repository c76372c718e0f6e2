import type { ProblemData } from '../model/problem-data.js';

/** Starts of a plan by node, to be kept while single things change. */
export type HeldStarts = ReadonlyMap<number, number>;

/** `exactly`: at their start; `later`: no earlier. */
export type Hold = 'exactly' | 'later';

/**
 * Lets a part start when a plan has it, or no earlier: the search else starts everything as early as it can, or later to
 * save waiting. A part with several windows stays free where only `later` is asked, and so does a start that the problem
 * does not allow.
 * @param own made by `withOwnStarts` of `data`
 * @param start null, or no start: the part is free
 */
export function setHold(
  own: ProblemData,
  data: ProblemData,
  { node, hold, start }: { readonly node: number; readonly hold: Hold | null; readonly start: number | undefined },
): void {
  const possible = start !== undefined && start <= data.due[node] && start >= data.earliest[node];
  const kept = possible && (hold === 'exactly' || (hold === 'later' && !data.several[node]));
  own.earliest[node] = kept ? start : data.earliest[node];
  own.due[node] = kept && hold === 'exactly' ? start : data.due[node];
  own.several[node] = kept && hold === 'exactly' ? 0 : data.several[node];
}
