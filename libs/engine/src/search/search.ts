import { startNode, type ProblemData } from '../model/problem-data.js';
import { GreedyRecreate } from '../moves/recreate/greedy-recreate.js';
import { Insertion } from '../moves/recreate/insertion.js';
import { TailSwap } from '../moves/tails/tail-swap.js';
import { MEAN_REMOVED, StringRemoval } from '../moves/ruin/string-removal.js';
import { Random } from '../random/random.js';
import { Edits } from '../state/edits.js';
import { Region } from '../state/region.js';
import { SearchPlan } from '../state/search-plan.js';
import { decode, encode, encodedLength } from '../state/solution.js';
import type { Meeting } from './exchange.js';
import { BLINK_RATE, TAIL_TRIES } from './measured.js';
import { Teamwork } from './teamwork.js';

/**
 * Temperature at the start, as a share of the mean cost a served visit: the
 * more often each visit can be taken out in the time there is, the hotter, up
 * to `most` at `removals` of each; the end is `cooling` times colder. Where
 * being late has a price, changes cost more at once than a visit does on
 * average. Measured on home care of 50 to 400 visits and on delivery of 100
 * to 400.
 */
const HEAT = { least: 0.2, removals: 1800, exponent: 1.5, soft: { most: 4.5, cooling: 300 }, hard: { most: 1, cooling: 100 } };
/** Shares of the time between which the pace is taken: a search begins slowly, while its code is compiled. */
const PACE_FROM = 0.04;
const PACE_TO = 0.08;
/** Iterations between two looks at the clock. */
const CLOCK_EVERY = 8;

export interface SearchOptions {
  readonly seed: number;
  /** Wall-clock budget in seconds, by `now`; absent: no limit. */
  readonly seconds?: number;
  /** Iterations of this thread; absent: no limit. One of the two must be given. */
  readonly iterations?: number;
  /** The instant the budget counts from, by `now`; absent: when the search begins. */
  readonly begun?: number;
  /** Seconds from any fixed instant; only the budget reads it. */
  readonly now: () => number;
  /** Decisions to start from, as `encode` writes them. */
  readonly warmStart?: Int32Array;
  /** Set when several threads search together. */
  readonly meeting?: Meeting;
  readonly onProgress?: (progress: SearchProgress) => void;
  /** Recomputes everything from scratch after each iteration and throws on a difference; for tests. */
  readonly verify?: boolean;
}

export interface SearchProgress {
  readonly iterations: number;
  readonly seconds: number;
  readonly cost: number;
  readonly served: number;
  /** Share of the budget used, 0 to 1. */
  readonly share: number;
}

export interface SearchOutcome {
  /** The warm start was taken up. */
  readonly warmStarted: boolean;
  /** The best plan's decisions. */
  readonly best: Int32Array;
  readonly cost: number;
  readonly iterations: number;
  readonly seconds: number;
  /** Places priced. */
  readonly evaluated: number;
}

/**
 * Ruin and recreate under simulated annealing (slack induction by string
 * removals, Christiaens and Vanden Berghe 2020): take strings of visits out
 * around a random one, put all absent visits back greedily, accept by a
 * falling temperature.
 */
export class Search {
  readonly plan: SearchPlan;
  readonly edits: Edits;
  private readonly random: Random;
  private readonly insertion: Insertion;
  private readonly ruin: StringRemoval;
  private readonly tails: TailSwap;
  private readonly recreate: GreedyRecreate;
  private readonly best: Int32Array;
  private bestCost = Infinity;
  private bestServed = 0;
  private iterations = 0;
  private warmStarted = false;
  private readonly heat: { readonly most: number; readonly cooling: number };
  private readonly team: Teamwork | null;
  private readonly region: Region;

  constructor(
    private readonly data: ProblemData,
    private readonly options: SearchOptions,
  ) {
    this.plan = new SearchPlan(data);
    this.edits = new Edits(this.plan);
    this.random = new Random(options.seed);
    this.region = new Region(data);
    this.insertion = new Insertion(this.edits, this.random, BLINK_RATE, this.region);
    this.ruin = new StringRemoval(this.edits, this.random, this.region);
    this.tails = new TailSwap(this.edits, this.random, this.region);
    this.recreate = new GreedyRecreate(this.plan, this.insertion, this.random, this.region);
    this.best = new Int32Array(encodedLength(this.plan));
    this.heat = data.allHard ? HEAT.hard : HEAT.soft;
    this.team = options.meeting ? new Teamwork(this.edits, this.region, options.meeting) : null;
  }

  run(): SearchOutcome {
    const { options } = this;
    const begun = options.begun ?? options.now();
    this.construct();
    let meetings = 0;
    let shown = 0;
    let seconds = 0;
    const scale = this.meanCost();
    // By iterations the end is known from the start, and the search repeats.
    let paced = options.seconds === undefined;
    let hottest = this.hottest(paced ? (options.iterations ?? 0) : Infinity);
    let paceShare = 0;
    let paceIterations = 0;
    for (let looked = -1; ;) {
      // Asking for the time may cost as much as an iteration.
      if (this.iterations >= looked + CLOCK_EVERY || looked < 0) {
        seconds = options.now() - begun;
        looked = this.iterations;
      }
      const share = this.share(seconds);
      if (share >= 1 || this.team?.stopRequested()) break;
      if (this.team && share * this.team.meetings >= meetings) {
        meetings++;
        this.meet();
        continue;
      }
      if (options.onProgress && seconds - shown >= 0.25) {
        shown = seconds;
        options.onProgress({ iterations: this.iterations, seconds, cost: this.bestCost, served: this.bestServed, share });
      }
      if (!paced && share >= PACE_FROM) {
        if (paceShare === 0) {
          paceShare = share;
          paceIterations = this.iterations;
        } else if (share >= PACE_TO) {
          paced = true;
          hottest = this.hottest((this.iterations - paceIterations) / (share - paceShare));
        }
      }
      const temperature = scale * hottest * Math.pow(this.heat.cooling, -share);
      if (this.region.visitCount > 0) this.iterate(temperature);
      else this.iterations++;
      if (this.tails.possible) this.swapTails(temperature);
    }
    for (; this.team && !this.team.stopRequested() && meetings <= this.team.meetings; meetings++) this.meet();
    return {
      warmStarted: this.warmStarted,
      best: this.best,
      cost: this.bestCost,
      iterations: this.iterations,
      seconds,
      evaluated: this.insertion.looked,
    };
  }

  private hottest(iterations: number): number {
    const removals = (iterations * MEAN_REMOVED) / Math.max(1, this.data.visits);
    const share = Math.min(1, Math.pow(removals / HEAT.removals, HEAT.exponent));
    return Math.max(HEAT.least, this.heat.most * share);
  }

  private share(seconds: number): number {
    const { options } = this;
    if (options.seconds === undefined && options.iterations === undefined) return 1;
    if (options.iterations === 0 || options.seconds === 0) return 1;
    const byTime = options.seconds === undefined ? 0 : seconds / options.seconds;
    const byCount = options.iterations === undefined ? 0 : this.iterations / options.iterations;
    return Math.max(byTime, byCount);
  }

  /** The first plan: the warm start if it holds, with every absent visit that has a place. */
  private construct(): void {
    const { options, plan, data } = this;
    this.warmStarted =
      options.warmStart !== undefined &&
      decode(this.edits, options.warmStart) &&
      !plan.features?.broken() &&
      this.reinsertMissingBreaks();
    if (!this.warmStarted) {
      this.insertion.broken = false;
      this.startEmpty();
      if (!this.reinsertMissingBreaks())
        throw new Error('required breaks do not fit empty shifts; compiling should have refused');
    }
    plan.touchAll();
    plan.keep();
    this.noteBest();
    for (let round = 0; round < 3 && plan.absentCount > 0; round++) this.keepOrRestore(this.fill(0));
    this.optionalBreaks(data.routes, null);
    this.keepOrRestore(!this.insertion.broken);
    if (plan.total() < this.bestCost) this.noteBest();
  }

  private keepOrRestore(sound: boolean): void {
    if (sound) this.plan.keep();
    else this.plan.restore();
    this.insertion.broken = false;
  }

  private startEmpty(): void {
    const { data, edits } = this;
    const empty = new SearchPlan(data);
    const code = new Int32Array(this.best.length);
    encode(empty, code);
    if (!decode(edits, code)) throw new Error('an empty plan cannot be timed; compiling should have refused the problem');
  }

  /** False when one does not fit, which in an empty plan compiling rules out. */
  private reinsertMissingBreaks(): boolean {
    const { data, plan } = this;
    for (let b = 0; b < data.breaks; b++) {
      const r = data.routeOfBreak[b];
      if (data.breakRequired[b] && plan.route[data.parts + b] < 0 && !this.insertion.insertBreak(data.parts + b, r)) return false;
    }
    return true;
  }

  /** Puts absent visits back and makes the plan whole again. False when it must be restored. */
  private fill(longAbsent: number, limit = Infinity): boolean {
    const { plan } = this;
    if (!this.recreate.run(longAbsent, limit)) return false;
    if (this.insertion.broken || !this.dropUnsupported() || !this.dropTrailingBreaks()) return false;
    this.optionalBreaks(plan.touchedRouteCount, plan.touchedRoutes);
    return !this.insertion.broken;
  }

  /** Visits whose needed visit found no place leave too. */
  private dropUnsupported(): boolean {
    const { data, plan, edits } = this;
    if (data.needs.length === 0) return true;
    let dropped = false;
    edits.beginRemoval();
    for (let v = 0; v < data.visits; v++) {
      if (!plan.served[v] || !this.lacksNeeded(v)) continue;
      edits.removeVisit(v);
      dropped = true;
    }
    return !dropped || edits.endRemoval();
  }

  private lacksNeeded(visit: number): boolean {
    const { data, plan } = this;
    for (let k = data.needsFirst[visit]; k < data.needsFirst[visit + 1]; k++) if (!plan.served[data.needs[k]]) return true;
    return false;
  }

  private meanCost(): number {
    const { plan, data } = this;
    let unserved = 0;
    let served = 0;
    for (let v = 0; v < data.visits; v++) {
      if (plan.served[v]) served++;
      else unserved += data.unservedCost[v];
    }
    // With levels, only the last one is to be climbed out of.
    return served === 0 ? 1 : Math.max(1e-9, ((plan.total() - unserved) % data.lastLevel) / served);
  }

  private iterate(temperature: number): void {
    const { plan, edits, ruin } = this;
    const before = plan.guided();
    const longAbsent = plan.absentCount;
    const limit = before - temperature * Math.log(this.random.unit());
    edits.beginRemoval();
    ruin.remove();
    this.liftBreaks();
    this.iterations++;
    if (!edits.endRemoval() || !this.putBreaksBack() || !this.fill(longAbsent, limit)) {
      this.insertion.broken = false;
      plan.restore();
      return;
    }
    if (this.options.verify) this.verify();
    if (plan.guided() < limit) {
      plan.keep();
      if (plan.total() < this.bestCost) this.noteBest();
    } else plan.restore();
  }

  /** Tails of two routes change hands where that may be accepted. */
  private swapTails(temperature: number): void {
    const { plan } = this;
    const before = plan.guided();
    const most = -temperature * Math.log(this.random.unit());
    const outcome = this.tails.attempt(TAIL_TRIES, most);
    if (outcome === 'none') return;
    if (outcome === 'done' && this.options.verify) this.verify();
    if (outcome === 'done' && plan.guided() < before + most) {
      plan.keep();
      if (plan.total() < this.bestCost) this.noteBest();
    } else plan.restore();
  }

  /** Half the time the breaks of the ruined routes leave too, to find a better moment. */
  private liftBreaks(): void {
    const { data, plan, ruin } = this;
    if (data.breaks === 0) return;
    for (let k = 0; k < ruin.routeCount; k++) {
      const r = ruin.routes[k];
      for (let b = data.breakFirst[r]; b < data.breakFirst[r + 1]; b++) {
        if (plan.route[data.parts + b] >= 0 && this.random.below(2) === 0) this.edits.removeBreak(data.parts + b);
      }
    }
  }

  private putBreaksBack(): boolean {
    const { data, plan, ruin } = this;
    if (data.breaks === 0) return true;
    for (let k = 0; k < ruin.routeCount; k++) {
      const r = ruin.routes[k];
      for (let b = data.breakFirst[r]; b < data.breakFirst[r + 1]; b++) {
        const node = data.parts + b;
        if (plan.route[node] < 0 && data.breakRequired[b] && !this.insertion.insertBreak(node, r)) return false;
      }
    }
    return true;
  }

  /**
   * Breaks that may not be the last stop leave where the visits behind them
   * have left, and optional ones with the last visit; required ones find an
   * earlier moment. False when one cannot.
   */
  private dropTrailingBreaks(): boolean {
    const { data, plan, edits } = this;
    if (data.breaks === 0) return true;
    const dropped: number[] = [];
    edits.beginRemoval();
    for (let k = 0; k < plan.touchedRouteCount; k++) {
      const route = plan.touchedRoutes[k];
      const used = plan.visitsOnRoute[route] > 0;
      for (let i = plan.previous[startNode(data, route) + 1]; data.place[i] < 0;) {
        const before = plan.previous[i];
        const required = data.breakRequired[i - data.parts] === 1;
        if (!data.fixed[i] && (used ? data.breakBeforeVisit[i - data.parts] === 1 : !required)) {
          edits.removeBreak(i);
          dropped.push(i);
        }
        i = before;
      }
    }
    if (dropped.length === 0) return true;
    if (!edits.endRemoval()) return false;
    return dropped.every(
      (i) => !data.breakRequired[i - data.parts] || this.insertion.insertBreak(i, data.routeOfBreak[i - data.parts]),
    );
  }

  private optionalBreaks(count: number, routes: Int32Array | null): void {
    const { data, plan } = this;
    if (data.breaks === 0) return;
    for (let k = 0; k < count; k++) {
      const r = routes ? routes[k] : k;
      for (let b = data.breakFirst[r]; b < data.breakFirst[r + 1]; b++) {
        if (!data.breakRequired[b] && plan.route[data.parts + b] < 0) this.insertion.insertBreak(data.parts + b, r);
      }
    }
  }

  private noteBest(): void {
    this.bestCost = this.plan.total();
    this.bestServed = this.data.visits - this.plan.absentCount;
    encode(this.plan, this.best);
  }

  private meet(): void {
    if (this.team?.meet() && this.plan.total() < this.bestCost) this.noteBest();
  }

  /** Everything cached equals what a rebuild finds; throws with both figures when it does not. */
  private verify(): void {
    const { plan, edits } = this;
    const cost = plan.total();
    const starts = Int32Array.from(plan.start);
    if (!edits.rebuild()) throw new Error('the plan cannot be timed');
    for (let i = 0; i < this.data.nodes; i++) {
      if (plan.route[i] >= 0 && starts[i] !== plan.start[i])
        throw new Error(`node ${i} starts at ${starts[i]}, rebuilt ${plan.start[i]}`);
    }
    if (Math.abs(cost - plan.total()) > 1e-6) throw new Error(`cost ${cost}, rebuilt ${plan.total()}`);
  }
}
