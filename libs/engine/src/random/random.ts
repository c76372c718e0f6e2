/**
 * A small seeded generator (xorshift32 family, Marsaglia 2003, with a
 * splitmix-style start). Not for secrets; the same seed gives the same numbers
 * on every machine.
 */
export class Random {
  private state: number;

  /** @param seed any whole number; 0 is as good as another. */
  constructor(seed: number) {
    let z = (seed | 0) + 0x9e3779b9;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    this.state = (z ^ (z >>> 16)) | 0 || 0x1234567;
    for (let k = 0; k < 8; k++) this.next();
  }

  /** A whole number in [0, 2^32). */
  next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x >>> 0;
  }

  /** A number in (0, 1). */
  unit(): number {
    return (this.next() + 0.5) / 4294967296;
  }

  /** A whole number in [0, n); n >= 1. */
  below(n: number): number {
    return Math.floor((this.next() / 4294967296) * n);
  }

  /** Shuffles the first `count` entries in place (Fisher and Yates). */
  shuffle(values: Int32Array, count: number): void {
    for (let i = count - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const held = values[i];
      values[i] = values[j]!;
      values[j] = held;
    }
  }
}
