/**
 * A seeded generator (mulberry32: 32 bits of state). Each subject draws from a
 * stream of its own, so that a change in one leaves the others as they were.
 * The same seed gives the same draws on every machine.
 */
export class Random {
  private state: number;

  constructor(private readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** A stream of its own for a subject, whatever this one has drawn so far. */
  fork(subject: string): Random {
    let hash = this.seed >>> 0;
    for (let i = 0; i < subject.length; i++) hash = Math.imul(hash ^ subject.charCodeAt(i), 0x01000193) >>> 0;
    return new Random(hash);
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of them; throws when there is none. */
  pick<T>(values: readonly T[]): T {
    if (values.length === 0) throw new RangeError('nothing to pick from');
    return values[Math.floor(this.next() * values.length)];
  }

  /** One of them by weight. */
  weighted<T>(values: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.next() * values.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of values) {
      left -= weight;
      if (left < 0) return value;
    }
    return values[values.length - 1][0];
  }

  /** A copy in random order (Fisher-Yates). */
  shuffled<T>(values: readonly T[]): T[] {
    const copy = [...values];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.between(0, i);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  }

  /** `total` values in random order whose shares are as exact as whole numbers allow (largest remainders). */
  dealt<T>(total: number, shares: readonly (readonly [value: T, share: number])[]): T[] {
    const whole = shares.reduce((sum, [, share]) => sum + share, 0);
    const exact = shares.map(([value, share]) => ({ value, exact: (share / whole) * total }));
    const counts = exact.map((entry) => ({ ...entry, count: Math.floor(entry.exact) }));
    const missing = total - counts.reduce((sum, { count }) => sum + count, 0);
    const byRemainder = [...counts].sort((a, b) => b.exact - b.count - (a.exact - a.count));
    for (const entry of byRemainder.slice(0, missing)) entry.count++;
    return this.shuffled(counts.flatMap(({ value, count }) => Array<T>(count).fill(value)));
  }
}

/** Value at quantile `q` of the triangular distribution. */
export function triangular(q: number, least: number, mode: number, most: number): number {
  const turn = (mode - least) / (most - least);
  return q < turn
    ? least + Math.sqrt(q * (most - least) * (mode - least))
    : most - Math.sqrt((1 - q) * (most - least) * (most - mode));
}
