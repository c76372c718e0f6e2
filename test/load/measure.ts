/** How long answers took, by route. */
export class Measures {
  private readonly times = new Map<string, number[]>();
  private readonly errors = new Map<string, number>();

  async time(route: string, ask: () => Promise<{ readonly status: number }>): Promise<number> {
    const begun = performance.now();
    const status = await ask().then(
      (answer) => answer.status,
      () => 0,
    );
    const milliseconds = performance.now() - begun;
    const times = this.times.get(route);
    if (times) times.push(milliseconds);
    else this.times.set(route, [milliseconds]);
    if (status === 0 || status >= 400) this.errors.set(route, (this.errors.get(route) ?? 0) + 1);
    return status;
  }

  /** One row a route, milliseconds. */
  rows(): Row[] {
    return [...this.times].map(([route, times]) => {
      const sorted = times.toSorted((a, b) => a - b);
      const at = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
      return { route, count: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), errors: this.errors.get(route) ?? 0 };
    });
  }
}

export interface Row {
  readonly route: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly errors: number;
}
