import { UNBOUNDED, type ProblemData } from '../model/problem-data.js';

/** So dear that waiting for the next window is always cheaper than missing this one. */
const DEAR = 1e6;

/**
 * The same problem with every hard time made soft: whatever the order of
 * stops, it can be timed, and the times show what would be missed and by how
 * much. Links keep their gaps; what only anchors a wished start holds nothing back.
 */
export function relaxed(data: ProblemData): ProblemData {
  const firstAnchor = data.links - (data.nodes - data.originFirst);
  return {
    ...data,
    soft: new Uint8Array(data.nodes).fill(1),
    lateWeight: data.lateWeight.map((weight, i) => (data.soft[i] ? weight : DEAR)),
    limit: new Int32Array(data.nodes).fill(UNBOUNDED),
    gapMax: data.gapMax.map((most, g) => (g >= data.gapFirst[firstAnchor] ? UNBOUNDED : most)),
    allHard: false,
  };
}

/** A copy whose earliest and latest starts may be changed without touching the problem. */
export function withOwnStarts(data: ProblemData): ProblemData {
  return { ...data, earliest: data.earliest.slice(), due: data.due.slice(), several: data.several.slice() };
}
