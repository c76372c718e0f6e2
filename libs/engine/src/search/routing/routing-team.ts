import { Random } from '../../random/random.js';
import { Exchange, type Meeting } from '../exchange.js';
import { MANY_VISITS } from '../measured.js';
import type { Elites } from './elites.js';
import { decodeRows, encodeRounds } from './routing-code.js';
import type { Rounds } from './rounds.js';

/** How often threads that divide a plan meet: often, so that the border moves. */
const MEETINGS = 100;

/**
 * Several threads on one plain problem. A large one is divided: each thread
 * changes the routes on its side of a random border, and a meeting puts both
 * sides together, which is exact, for routes have nothing in common. On a
 * small one each thread goes its own way, and they hand each other their best
 * plans.
 */
export class RoutingTeam {
  readonly meetings = MEETINGS;
  private readonly exchange: Exchange;
  private readonly draw = new Random(1);
  readonly divides: boolean;
  private readonly owner: Uint8Array;
  private divided = false;

  constructor(
    private readonly rounds: Rounds,
    private readonly meeting: Meeting,
  ) {
    const { data } = rounds;
    this.exchange = new Exchange(meeting, data.codeLength);
    this.divides = meeting.threads > 1 && data.visits >= MANY_VISITS;
    this.owner = new Uint8Array(data.routes);
  }

  stopRequested(): boolean {
    return this.exchange.stopRequested();
  }

  /**
   * Puts together what the threads that divide a plan have; the rounds are then what this thread goes on from, and kept.
   * @throws Error when the plan of another thread does not hold, which is a bug
   */
  meet(): void {
    const { exchange, rounds } = this;
    encodeRounds(rounds, exchange.mine());
    const best = exchange.meet(rounds.cost);
    // Whoever was stopped may not have written its plan to the end.
    if (exchange.stopRequested()) return;
    if (this.divided) this.join();
    else this.adopt(decodeRows(rounds.data, exchange.plan(best)));
    exchange.part();
    this.divide();
  }

  /** Gives the others a plan, and takes theirs. */
  trade(code: Int32Array, cost: number, into: Elites): void {
    const { exchange, meeting } = this;
    if (meeting.threads === 1) return;
    exchange.mine().set(code);
    exchange.meet(cost);
    // Whoever was stopped may not have written its plan to the end.
    if (exchange.stopRequested()) return;
    for (let t = 0; t < meeting.threads; t++) if (t !== meeting.thread) into.add(exchange.plan(t), exchange.costOf(t));
    exchange.part();
  }

  private adopt(rows: readonly (readonly number[])[]): void {
    if (!this.rounds.replace(rows)) throw new Error('a plan of another thread does not hold');
    this.rounds.keep();
  }

  /** Each route as its owner left it. */
  private join(): void {
    const { rounds, owner, exchange, meeting } = this;
    const sides = Array.from({ length: meeting.threads }, (_, t) => decodeRows(rounds.data, exchange.plan(t)));
    this.adopt(sides[0].map((_, r) => sides[owner[r]][r]));
  }

  /** Routes near a random stop go to the first thread, and so on, with about equally many stops each; every thread draws the same. */
  private divide(): void {
    const { rounds, owner, draw, meeting } = this;
    const { data, length, used } = rounds;
    this.divided = true;
    const pivot = (1 + draw.below(data.visits)) * data.stops;
    const far = new Float64Array(data.routes);
    for (let k = 0; k < rounds.usedCount; k++) {
      const first = used[k] * rounds.width + 1;
      for (let c = first; c < first + length[used[k]]; c++) far[used[k]] += data.travel[pivot + rounds.stop[c]] / length[used[k]];
    }
    const order = Array.from(used.subarray(0, rounds.usedCount)).sort((a, b) => far[a] - far[b] || a - b);
    const placed = data.visits - rounds.absentCount;
    let given = 0;
    let idle = 0;
    for (let r = 0; r < data.routes; r++) if (length[r] === 0) owner[r] = idle++ % meeting.threads;
    for (const r of order) {
      owner[r] = Math.floor((meeting.threads * given) / placed);
      given += length[r];
    }
    rounds.restrict(
      (r) => owner[r] === meeting.thread,
      (stop) => stop % meeting.threads === meeting.thread,
    );
  }
}
