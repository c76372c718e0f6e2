/**
 * Where the threads of one search meet: a shared buffer with a slot a thread
 * for its plan and cost. At each meeting every thread puts its plan down and
 * waits for the others, so that what it then sees does not depend on who was
 * faster.
 */
export interface Meeting {
  /** Number of this thread, from 0. */
  readonly thread: number;
  readonly threads: number;
  readonly buffer: SharedArrayBuffer;
}

const HEADER_INTS = 8;
const ARRIVED = 0;
const ROUND = 1;
const STOP = 2;

/** Bytes of the shared buffer for so many threads and plans of so many integers. */
export function meetingBytes(threads: number, length: number): number {
  return 4 * HEADER_INTS + threads * (8 + 4 * (length + (length % 2)));
}

/** Asks every thread of a search to stop as soon as it looks. */
export function requestStop(buffer: SharedArrayBuffer): void {
  Atomics.store(new Int32Array(buffer, 0, HEADER_INTS), STOP, 1);
}

export class Exchange {
  private readonly header: Int32Array;
  private readonly costs: Float64Array;
  private readonly plans: readonly Int32Array[];

  constructor(
    private readonly meeting: Meeting,
    length: number,
  ) {
    const { buffer, threads } = meeting;
    this.header = new Int32Array(buffer, 0, HEADER_INTS);
    this.costs = new Float64Array(buffer, 4 * HEADER_INTS, threads);
    const padded = length + (length % 2);
    this.plans = Array.from(
      { length: threads },
      (_, t) => new Int32Array(buffer, 4 * HEADER_INTS + 8 * threads + 4 * padded * t, length),
    );
  }

  stopRequested(): boolean {
    return Atomics.load(this.header, STOP) === 1;
  }

  /** The slot to write this thread's plan to before {@link meet}. */
  mine(): Int32Array {
    return this.plans[this.meeting.thread];
  }

  /** Puts down a cost, waits for all, and tells whose plan is cheapest (lowest number on ties); its plan is in `plan(thread)`. */
  meet(cost: number): number {
    this.costs[this.meeting.thread] = cost;
    this.barrier();
    let best = 0;
    for (let t = 1; t < this.meeting.threads; t++) if (this.costs[t] < this.costs[best]) best = t;
    return best;
  }

  costOf(thread: number): number {
    return this.costs[thread];
  }

  plan(thread: number): Int32Array {
    return this.plans[thread];
  }

  /** Waits until every thread has read; must follow each {@link meet} before the next write. */
  part(): void {
    this.barrier();
  }

  private barrier(): void {
    const round = Atomics.load(this.header, ROUND);
    if (Atomics.add(this.header, ARRIVED, 1) + 1 === this.meeting.threads) {
      Atomics.store(this.header, ARRIVED, 0);
      Atomics.add(this.header, ROUND, 1);
      Atomics.notify(this.header, ROUND);
      return;
    }
    while (Atomics.load(this.header, ROUND) === round && !this.stopRequested()) Atomics.wait(this.header, ROUND, round, 200);
  }
}
