import type { TaskRule, Visit } from '../model.js';
import { APART_KINDS, TOGETHER_KINDS } from '../rules/rule-kinds.js';
import { defaultRule, type RuleBook } from '../rules/rule-book.js';
import { allowedStarts } from './allowed-starts.js';
import { neighbours, partners, type Candidate } from './partners.js';
import type { PairIssue, PairIssueKind } from './pair-issue.js';
import { spansMeet, type Span } from './spans.js';
import { ordersOf, taskRuns, type TaskRun } from './task-runs.js';
import { reachOf } from './visit-windows.js';

/** What one rule asks of two visits of a day. */
export interface Demand {
  readonly rule: TaskRule;
  /** The visit with the rule's task a, and the one with task b. */
  readonly from: Visit;
  readonly to: Visit;
  /** start(to) - start(from) in seconds that keep the rule when the tasks of the two run so. */
  readonly allowed: (from: readonly TaskRun[], to: readonly TaskRun[]) => readonly Span[];
  /** `from` may be served only with `to`, or neither without the other. */
  readonly needs: 'nothing' | 'to' | 'both';
}

export interface DayDemands {
  readonly demands: readonly Demand[];
  readonly issues: readonly PairIssue[];
}

/**
 * What the rule book asks of the visits of one client on one day.
 *
 * Rules that forbid bind every pair. Rules that bring two tasks together bind
 * as many pairs as both tasks have visits, best fitting windows first, since
 * one evening meal need not follow the morning's insulin; a visit with both
 * tasks has them settled inside. `precede` without a longest gap binds to the
 * first visit with task a. The longest gap between repeats binds neighbours.
 */
export function demandsOfDay(visits: readonly Visit[], flags: readonly string[], book: RuleBook): DayDemands {
  return new DayReader(visits, flags, book).read();
}

class DayReader {
  private readonly demands: Demand[] = [];
  private readonly issues: PairIssue[] = [];
  /** Pairs of visits that are one act of two workers, by task. */
  private readonly jointActs = new Set<string>();

  constructor(
    private readonly visits: readonly Visit[],
    private readonly flags: readonly string[],
    private readonly book: RuleBook,
  ) {}

  read(): DayDemands {
    const rules = this.rulesOfDay();
    for (const rule of rules.filter((rule) => rule.kind === 'must_overlap' && rule.a === rule.b)) this.twoWorkers(rule);
    for (const rule of rules) this.apply(rule);
    this.eachPair((from, to) => this.applyDefaults(from, to));
    return { demands: this.demands, issues: this.issues };
  }

  private rulesOfDay(): readonly TaskRule[] {
    const codes = [...new Set(this.visits.flatMap((visit) => visit.tasks))];
    return codes.flatMap((a, i) => codes.slice(i).flatMap((b) => this.book.inForce(a, b, this.flags)));
  }

  private apply(rule: TaskRule): void {
    switch (rule.kind) {
      case 'conflict':
      case 'separate':
      case 'forbid_order':
      case 'min_gap_sym':
        return this.bindEvery(rule);
      case 'min_gap':
        return rule.maxGap === null ? this.bindEvery(rule) : this.bindRepeats(rule);
      case 'max_gap':
        return void this.bindNeighbours(rule);
      case 'precede':
        return rule.maxGap === null ? this.bindAfterFirst(rule) : this.bindPartners(rule);
      case 'should_overlap':
      case 'must_overlap':
        return rule.a === rule.b ? undefined : this.bindPartners(rule);
      case 'requires_after':
        return this.bindRequired(rule);
      case 'exclude_same_day':
        return this.eachOrdered(rule, (from, to) => this.report('sameDay', rule, from, to));
      default:
        return undefined;
    }
  }

  private bindEvery(rule: TaskRule): void {
    this.eachOrdered(rule, (from, to) => this.bindRuns(rule, from, to));
  }

  private bindAfterFirst(rule: TaskRule): void {
    const [first] = this.withTask(rule.a);
    for (const to of this.withTask(rule.b)) {
      if (to !== first && !to.tasks.includes(rule.a)) this.bindRuns(rule, first, to);
    }
  }

  private bindPartners(rule: TaskRule): void {
    const from = this.withTask(rule.a).filter((visit) => !visit.tasks.includes(rule.b));
    const to = this.withTask(rule.b).filter((visit) => !visit.tasks.includes(rule.a));
    const candidates = from.flatMap((a) => to.map((b) => this.candidate(rule, a, b)));
    const matched = partners(candidates.filter(reachable));
    for (const { from, to } of matched) this.demand(rule, from, to, 'nothing');
    if (matched.length === 0) this.reportClosest(rule, candidates);
  }

  /** Two visits of one worker each, of different patterns, that do one task together: both or neither. */
  private twoWorkers(rule: TaskRule): void {
    const single = this.withTask(rule.a).filter((visit) => visit.staffCount === 1);
    const candidates = single.flatMap((a, i) =>
      single
        .slice(i + 1)
        .filter((b) => b.patternId !== a.patternId)
        .map((b) => this.candidate(rule, a, b)),
    );
    const matched = partners(candidates.filter(reachable));
    for (const { from, to } of matched) {
      this.jointActs.add(actKey(rule.a, from, to));
      this.demand(rule, from, to, 'both');
    }
    if (matched.length === 0) this.reportClosest(rule, candidates);
  }

  private bindRequired(rule: TaskRule): void {
    const to = this.withTask(rule.b);
    for (const from of this.withTask(rule.a)) {
      if (from.tasks.includes(rule.b)) continue;
      const candidates = to.map((visit) => this.candidate(rule, from, visit));
      const open = candidates.filter(reachable);
      const [best] = partners(open.length > 0 ? open : candidates);
      if (best !== undefined) this.demand(rule, from, best.to, 'to');
    }
  }

  /** Between repeats: the shortest pause binds every two of them, the longest one neighbours that can keep it. */
  private bindRepeats(rule: TaskRule): void {
    const near = new Set(this.bindNeighbours(rule));
    this.eachOrdered(rule, (from, to) => {
      if (!near.has(pairKey(from, to))) this.bindRuns(rule, from, to, { ...rule, maxGap: null });
    });
  }

  /** Binds neighbours whose windows can keep the rule, reports the others, and returns the pairs bound. */
  private bindNeighbours(rule: TaskRule): readonly string[] {
    const bound: string[] = [];
    for (const [from, to] of neighbours(this.withTask(rule.a))) {
      if (this.jointActs.has(actKey(rule.a, from, to))) continue;
      const candidate = this.candidate(rule, from, to);
      if (reachable(candidate)) {
        bound.push(pairKey(from, to));
        this.demand(rule, from, to, 'nothing');
      } else {
        this.report('unreachable', rule, from, to);
      }
    }
    return bound;
  }

  private applyDefaults(from: Visit, to: Visit): void {
    for (const a of new Set(from.tasks)) {
      for (const b of new Set(to.tasks)) {
        if (this.isSettled(a, b, from, to)) continue;
        const rule = this.book.find(defaultRule(a, b).id);
        if (rule?.kind !== 'separate') continue;
        if (rule.a === a) this.bindRuns(rule, from, to);
        else this.bindRuns(rule, to, from);
      }
    }
  }

  private isSettled(a: string, b: string, from: Visit, to: Visit): boolean {
    if (a === b && this.jointActs.has(actKey(a, from, to))) return true;
    return this.book
      .inForce(a, b, this.flags)
      .some((rule) => APART_KINDS.has(rule.kind) || (a !== b && TOGETHER_KINDS.has(rule.kind)));
  }

  /** Binds every run of task a to every run of task b. */
  private bindRuns(rule: TaskRule, from: Visit, to: Visit, read: TaskRule = rule): void {
    eachTime(from, rule.a, (first) =>
      eachTime(to, rule.b, (second) => {
        const allowed: Demand['allowed'] = (x, y) => allowedStarts(read, runsOf(x, rule.a)[first], runsOf(y, rule.b)[second]);
        this.demands.push({ rule, from, to, allowed, needs: 'nothing' });
      }),
    );
  }

  /** Asks that some run of task b suits some run of task a. */
  private demand(rule: TaskRule, from: Visit, to: Visit, needs: Demand['needs']): void {
    const allowed: Demand['allowed'] = (x, y) =>
      runsOf(x, rule.a).flatMap((a) => runsOf(y, rule.b).flatMap((b) => allowedStarts(rule, a, b)));
    this.demands.push({ rule, from, to, allowed, needs });
  }

  /** What the rule allows in one order of the tasks or another. */
  private candidate(rule: TaskRule, from: Visit, to: Visit): Candidate {
    const second = this.placesOf(to, rule.b);
    return { from, to, allowed: this.placesOf(from, rule.a).flatMap((a) => second.flatMap((b) => allowedStarts(rule, a, b))) };
  }

  /** Every place a task has in some order of its visit, each once. */
  private placesOf(visit: Visit, code: string): readonly TaskRun[] {
    const runs = ordersOf(visit).flatMap(({ tasks }) => runsOf(taskRuns({ ...visit, tasks }), code));
    return [...new Map(runs.map((run) => [`${run.start} ${run.end}`, run])).values()];
  }

  /** Every two visits with the rule's tasks; repeats of one task once, without joint acts. */
  private eachOrdered(rule: TaskRule, use: (from: Visit, to: Visit) => void): void {
    this.eachPair((x, y) => {
      if (rule.a === rule.b && this.jointActs.has(actKey(rule.a, x, y))) return;
      if (x.tasks.includes(rule.a) && y.tasks.includes(rule.b)) use(x, y);
      if (rule.a !== rule.b && y.tasks.includes(rule.a) && x.tasks.includes(rule.b)) use(y, x);
    });
  }

  private eachPair(use: (x: Visit, y: Visit) => void): void {
    this.visits.forEach((x, i) => this.visits.slice(i + 1).forEach((y) => use(x, y)));
  }

  private withTask(code: string): readonly Visit[] {
    return this.visits.filter((visit) => visit.tasks.includes(code));
  }

  private reportClosest(rule: TaskRule, candidates: readonly Candidate[]): void {
    const [closest] = partners(candidates);
    if (closest !== undefined) this.report('unreachable', rule, closest.from, closest.to);
  }

  private report(kind: PairIssueKind, rule: TaskRule, from: Visit, to: Visit): void {
    const { clientId, date } = from;
    this.issues.push({ kind, rule: rule.id, severity: rule.severity, clientId, date, visits: [from.key, to.key] });
  }
}

function reachable(candidate: Candidate): boolean {
  return spansMeet(candidate.allowed, reachOf(candidate.from, candidate.to));
}

function runsOf(runs: readonly TaskRun[], code: string): readonly TaskRun[] {
  return runs.filter((run) => run.code === code);
}

/** Calls with 0, 1 ... for every time the visit does the task. */
function eachTime(visit: Visit, code: string, use: (time: number) => void): void {
  visit.tasks.filter((task) => task === code).forEach((_, time) => use(time));
}

function actKey(code: string, x: Visit, y: Visit): string {
  return `${code} ${pairKey(x, y)}`;
}

function pairKey(x: Visit, y: Visit): string {
  return [x.key, y.key].sort().join(' ');
}
