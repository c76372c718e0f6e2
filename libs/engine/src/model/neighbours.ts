import type { ProblemData } from './problem-data.js';

const MOST_NEIGHBOURS = 200;

/**
 * For each visit the others nearest to it, nearest first, ties by index:
 * travel there (first profile) plus a tenth of the difference of their
 * earliest starts (Christiaens and Vanden Berghe 2020). Every pair is looked
 * at once; only the nearest {@link MOST_NEIGHBOURS} are ever in order.
 */
export function nearestVisits(data: Pick<ProblemData, 'visits' | 'visitFirst' | 'place' | 'places' | 'earliest' | 'travel'>) {
  const { visits, visitFirst } = data;
  // Where nobody is on duty nobody travels, and nothing is near anything.
  const count = data.travel.length === 0 ? 0 : Math.max(0, Math.min(MOST_NEIGHBOURS, visits - 1));
  const neighbour = new Int32Array(visits * count);
  const travel = data.travel[0];
  const place = Int32Array.from({ length: visits }, (_, v) => data.place[visitFirst[v]]);
  const earliest = Int32Array.from({ length: visits }, (_, v) => data.earliest[visitFirst[v]]);
  const nearest = new Nearest(count);
  for (let v = 0; v < visits && count > 0; v++) {
    nearest.size = 0;
    const row = place[v] * data.places;
    for (let w = 0; w < visits; w++) {
      if (w !== v) nearest.offer(w, travel[row + place[w]] + Math.abs(earliest[v] - earliest[w]) / 10);
    }
    nearest.take(neighbour, v * count);
  }
  return { neighbour, neighbourCount: count };
}

/** Keeps the items of lowest score of all that are offered, in order of their numbers: a heap with the worst on top. */
class Nearest {
  size = 0;
  private readonly item: Int32Array;
  private readonly score: Float64Array;

  constructor(private readonly most: number) {
    this.item = new Int32Array(most);
    this.score = new Float64Array(most);
  }

  offer(item: number, score: number): void {
    if (this.size < this.most) this.rise(this.size++, item, score);
    else if (score < this.score[0]) this.sink(item, score);
  }

  /** Moves all items to `out` from `from` on, best first. */
  take(out: Int32Array, from: number): void {
    while (this.size > 0) {
      out[from + --this.size] = this.item[0];
      this.sink(this.item[this.size], this.score[this.size]);
    }
  }

  private rise(at: number, item: number, score: number): void {
    let slot = at;
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      if (!this.worse(item, score, parent)) break;
      this.move(parent, slot);
      slot = parent;
    }
    this.item[slot] = item;
    this.score[slot] = score;
  }

  /** Replaces the worst. */
  private sink(item: number, score: number): void {
    let slot = 0;
    for (let child = 1; child < this.size; child = 2 * slot + 1) {
      if (child + 1 < this.size && this.worse(this.item[child + 1], this.score[child + 1], child)) child++;
      if (this.worse(item, score, child)) break;
      this.move(child, slot);
      slot = child;
    }
    this.item[slot] = item;
    this.score[slot] = score;
  }

  private worse(item: number, score: number, slot: number): boolean {
    return score > this.score[slot] || (score === this.score[slot] && item > this.item[slot]);
  }

  private move(from: number, to: number): void {
    this.item[to] = this.item[from];
    this.score[to] = this.score[from];
  }
}
