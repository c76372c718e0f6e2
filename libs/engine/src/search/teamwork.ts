import { startNode, type ProblemData } from '../model/problem-data.js';
import { Random } from '../random/random.js';
import type { Edits } from '../state/edits.js';
import type { Region } from '../state/region.js';
import { decode, encode, encodedLength } from '../state/solution.js';
import { Exchange, type Meeting } from './exchange.js';
import { MANY_VISITS } from './measured.js';

/** Large problems are divided where at most this share of the visits has several parts: those need people of both sides. */
const FEW_JOINT = 0.1;
const MEETINGS_APART = 16;
/** Meetings of a divided search: often, for the border keeps visits apart; a meeting costs as much as the plan is long. */
const MEETINGS_DIVIDED = { most: 100, visits: 200_000 };

/**
 * How several threads search together. A large problem is divided: between two
 * meetings each thread changes the people of its own region only; at a meeting
 * their changes are put together and the regions drawn anew. On a small one
 * each thread goes its own way, and at a meeting whoever is behind goes on
 * from the best plan.
 */
export class Teamwork {
  /** How often the threads meet, at equal shares of the budget, its begin and its end included. */
  readonly meetings: number;
  private readonly exchange: Exchange;
  private readonly draw = new Random(1);
  private readonly joined: Int32Array;
  private readonly divides: boolean;
  /** Cost of the plan all went on from. */
  private begun = 0;

  constructor(
    private readonly edits: Edits,
    private readonly region: Region,
    private readonly meeting: Meeting,
  ) {
    const { data } = edits.plan;
    const length = encodedLength(edits.plan);
    this.exchange = new Exchange(meeting, length);
    this.joined = new Int32Array(length);
    this.divides =
      meeting.threads > 1 && data.visits >= MANY_VISITS && data.travel.length > 0 && jointVisits(data) <= FEW_JOINT * data.visits;
    this.meetings = this.divides
      ? Math.max(MEETINGS_APART, Math.min(MEETINGS_DIVIDED.most, Math.floor(MEETINGS_DIVIDED.visits / data.visits)))
      : MEETINGS_APART;
  }

  stopRequested(): boolean {
    return this.exchange.stopRequested();
  }

  /**
   * Meets the others. The plan is then what this thread goes on from, and kept.
   * @returns whether it is another plan than before
   * @throws Error when a plan of another thread cannot be timed, which is a bug
   */
  meet(): boolean {
    const { exchange, edits, meeting, region } = this;
    const { plan } = edits;
    const own = plan.total();
    encode(plan, exchange.mine());
    const best = exchange.meet(own);
    // Whoever was stopped may not have written its plan to the end.
    if (exchange.stopRequested()) return false;
    const joined = region.divided && this.join();
    // All begin from the same plan where regions are drawn; otherwise only those that are behind change theirs.
    const adopts = !joined && (region.divided || (best !== meeting.thread && (this.divides || exchange.costOf(best) < own)));
    if (adopts && !decode(edits, exchange.plan(best))) throw new Error('a plan of another thread cannot be timed');
    exchange.part();
    if (joined || adopts) plan.keep();
    this.begun = plan.total();
    if (this.divides) region.divide(plan, this.draw, meeting.thread, meeting.threads);
    return joined || adopts;
  }

  /** Puts together what each thread made of its people. False when that does not hold, or costs clearly more than their changes say. */
  private join(): boolean {
    const { exchange, edits, meeting, joined } = this;
    const { plan } = edits;
    const { data } = plan;
    const { owner } = this.region;
    joined.fill(-1);
    for (let r = 0; r < data.routes; r++) {
      const theirs = exchange.plan(owner[r]);
      for (let i = startNode(data, r); theirs[i] >= 0; i = theirs[i]!) joined[i] = theirs[i]!;
    }
    for (let l = 0; l < data.links; l++) {
      joined[data.nodes + l] = exchange.plan(this.region.ownerOfLink(l))[data.nodes + l]!;
    }
    if (!decode(edits, joined) || plan.features?.broken()) return false;
    let expected = this.begun;
    let least = Infinity;
    for (let t = 0; t < meeting.threads; t++) {
      const change = exchange.costOf(t) - this.begun;
      expected += change + Math.abs(change) / 2;
      least = Math.min(least, exchange.costOf(t));
    }
    return plan.total() <= Math.max(least, expected);
  }
}

function jointVisits({ visits, visitFirst }: ProblemData): number {
  let joint = 0;
  for (let v = 0; v < visits; v++) if (visitFirst[v + 1] - visitFirst[v] > 1) joint++;
  return joint;
}
