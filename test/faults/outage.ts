import { setTimeout as pause } from 'node:timers/promises';
import type { Visitor } from '../e2e/visitor.js';

const LOOK_EVERY_MS = 200;

/** How long a phone got no answer while something was broken. */
export interface Outage {
  /** How many times there was none. */
  readonly outages: number;
  /** Seconds in which the phone's day could not be read, over all times it happened. */
  readonly seconds: number;
  /** The longest of them. */
  readonly longest: number;
}

/** A phone that asks for its day over and over, and knows what is broken just now. */
export class OutageWatch {
  private readonly spans = new Map<string, number[]>();
  private current = 'nothing';

  constructor(
    private readonly visitor: Visitor,
    private readonly path: string,
  ) {}

  /** What happens from now on is put down to this fault, until the next begins. */
  begin(fault: string): void {
    this.current = fault;
  }

  async watch(day: AbortSignal): Promise<void> {
    let since: { readonly fault: string; readonly at: number } | null = null;
    while (!day.aborted) {
      const asked = performance.now();
      const { current } = this;
      const answered = await this.visitor.send('GET', this.path).then(
        ({ status }) => status === 200,
        () => false,
      );
      if (!answered) since ??= { fault: current, at: asked };
      else if (since !== null) {
        this.note(since.fault, (performance.now() - since.at) / 1000);
        since = null;
      }
      await pause(LOOK_EVERY_MS, undefined, { signal: day }).catch(() => undefined);
    }
    if (since !== null) this.note(since.fault, (performance.now() - since.at) / 1000);
  }

  get outages(): Readonly<Record<string, Outage>> {
    const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;
    return Object.fromEntries(
      [...this.spans].map(([fault, spans]) => [
        fault,
        {
          outages: spans.length,
          seconds: rounded(spans.reduce((sum, span) => sum + span, 0)),
          longest: rounded(Math.max(...spans)),
        },
      ]),
    );
  }

  private note(fault: string, seconds: number): void {
    this.spans.set(fault, [...(this.spans.get(fault) ?? []), seconds]);
  }
}
