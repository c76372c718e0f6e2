import type { ProblemData } from './problem-data.js';

const MOST_NEIGHBOURS = 200;

/**
 * For each visit the others nearest to it: travel there (fastest profile's
 * first matrix) plus a tenth of the difference of their earliest starts
 * (engine design after Christiaens and Vanden Berghe 2020).
 */
export function nearestVisits(data: Pick<ProblemData, 'visits' | 'visitFirst' | 'place' | 'places' | 'earliest' | 'travel'>) {
  const count = Math.max(0, Math.min(MOST_NEIGHBOURS, data.visits - 1));
  const neighbour = new Int32Array(data.visits * count).fill(-1);
  const travel = data.travel[0];
  const score = new Float64Array(data.visits);
  const order = Array.from({ length: data.visits }, (_, v) => v);
  for (let v = 0; v < data.visits && count > 0; v++) {
    const a = data.visitFirst[v];
    for (let w = 0; w < data.visits; w++) {
      const b = data.visitFirst[w];
      score[w] =
        w === v ? -1 : travel[data.place[a] * data.places + data.place[b]] + Math.abs(data.earliest[a] - data.earliest[b]) / 10;
    }
    const ranked = order.slice().sort((x, y) => score[x] - score[y] || x - y);
    for (let k = 0; k < count; k++) neighbour[v * count + k] = ranked[k + 1]!;
  }
  return { neighbour, neighbourCount: count };
}
