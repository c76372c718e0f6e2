import { UNBOUNDED, type ProblemData } from '../model/problem-data.js';

/** So dear that waiting for the next window is always cheaper than missing this one. */
const DEAR = 1e6;

/**
 * The same problem with every hard time made soft: whatever the order of
 * stops, it can be timed, and the times show what would be missed and by how
 * much. Links keep their gaps.
 */
export function relaxed(data: ProblemData): ProblemData {
  return {
    ...data,
    soft: new Uint8Array(data.nodes).fill(1),
    lateWeight: data.lateWeight.map((weight, i) => (data.soft[i] ? weight : DEAR)),
    limit: new Int32Array(data.nodes).fill(UNBOUNDED),
    allHard: false,
  };
}

/** A copy whose starts may be fixed and freed again by {@link fixStart}, without touching the problem. */
export function withOwnStarts(data: ProblemData): ProblemData {
  return { ...data, earliest: data.earliest.slice(), due: data.due.slice(), several: data.several.slice() };
}

/**
 * Makes a part start at one instant and no other.
 * @param data made by {@link withOwnStarts}
 * @returns what frees it again
 */
export function fixStart(data: ProblemData, node: number, start: number): () => void {
  const { earliest, due, several } = data;
  const kept = [earliest[node], due[node], several[node]] as const;
  earliest[node] = start;
  due[node] = start;
  several[node] = 0;
  return () => {
    [earliest[node], due[node], several[node]] = kept;
  };
}
