import type { ProblemData } from '../model/problem-data.js';

/** Starts of a plan by node, to be kept while single things change. */
export type HeldStarts = ReadonlyMap<number, number>;

/** `exactly`: at their start; `later`: no earlier. */
export type Hold = 'exactly' | 'later';

/**
 * Lets parts start when a plan has them, or no earlier: the search else starts everything as early as it can, or later to
 * save waiting. Parts with several windows stay free where only `later` is asked.
 * @param own made by `withOwnStarts`
 * @returns what frees them again
 */
export function holdStarts(own: ProblemData, held: HeldStarts, holdOf: (node: number) => Hold | null): () => void {
  const { earliest, due, several } = own;
  const kept: (readonly [node: number, earliest: number, due: number, several: number])[] = [];
  for (const [node, start] of held) {
    const hold = holdOf(node);
    if (hold === null || start > due[node] || start < earliest[node]) continue;
    if (hold === 'later' && several[node]) continue;
    kept.push([node, earliest[node], due[node], several[node]]);
    earliest[node] = start;
    if (hold === 'later') continue;
    due[node] = start;
    several[node] = 0;
  }
  return () => {
    for (const [node, ...was] of kept) [earliest[node], due[node], several[node]] = was;
  };
}
