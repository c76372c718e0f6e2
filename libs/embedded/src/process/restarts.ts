/** Restarts within a minute after which it is no use to go on. */
const MOST = 4;
const WITHIN_MS = 60_000;

/** Counts how often something has ended by itself, to stop trying when it keeps doing so. */
export class Restarts {
  private ended: number[] = [];

  /** Notes one more end; false when there were too many within a minute. */
  allow(): boolean {
    const now = Date.now();
    this.ended = [...this.ended.filter((at) => at > now - WITHIN_MS), now];
    return this.ended.length <= MOST;
  }
}
