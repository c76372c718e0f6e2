import type { PlanSession } from '../advise/plan-session.js';
import type { ProblemInput, VisitInput } from '../model/problem-input.js';
import { solve, type Solution } from '../solve.js';
import type { BrokenRule } from './broken-rule.js';
import { candidatesFor, type Candidate } from './candidates.js';
import { changedProblem, extraId } from './changed-problem.js';
import type { RemedyStep } from './remedy-step.js';

/** What a remedy costs whoever has to arrange it, to put remedies in order; `perUnit` by unit of time. */
export interface RemedyPrices {
  readonly widen_window: { readonly once: number; readonly perUnit: number };
  readonly start_earlier: { readonly once: number; readonly perUnit: number };
  readonly move_visit: { readonly once: number; readonly perUnit: number };
  readonly extend_shift: { readonly once: number; readonly perUnit: number };
  readonly allow_person: { readonly once: number };
  readonly drop_pin: { readonly once: number };
  readonly add_shift: { readonly once: number };
}

/** A way to serve an unserved visit that solving has proved: with these changes it is served and nobody else left out. */
export interface Remedy {
  readonly steps: readonly RemedyStep[];
  /** Of a remedy from the caller: its name; empty otherwise. */
  readonly reason: string;
  readonly price: number;
  /** Cost of the plan with the remedy minus the cost without, the same search made of both; of `rearrange`, minus the cost of the plan as it is. */
  readonly delta: number;
}

/** A remedy only the caller can know of (an opinion to be asked for, say), as a change of the problem. */
export interface OwnRemedy {
  readonly reason: string;
  readonly price: number;
  readonly change: (problem: ProblemInput) => ProblemInput;
}

export interface RemedyOptions {
  readonly prices: RemedyPrices;
  /** How many to find, and how many to try at most. */
  readonly count: number;
  readonly tries: number;
  /** Of each search that verifies one. */
  readonly iterations: number;
  /** Windows and shifts widen by multiples of this. */
  readonly step: number;
  readonly own?: readonly OwnRemedy[];
}

type Proposal = Omit<Remedy, 'delta'> & { readonly change: (problem: ProblemInput) => ProblemInput };

/**
 * The cheapest changes that would serve an unserved visit, cheapest first,
 * each verified by a search from the present plan; the same question has the
 * same answer. When the same search serves it with no change at all, nothing
 * needs to be arranged, and that is the only answer.
 * @param candidates of the visit, if they are known already
 */
export function remediesFor(
  session: PlanSession,
  visit: string,
  options: RemedyOptions,
  candidates: readonly Candidate[] = candidatesFor(session, visit),
): readonly Remedy[] {
  const unchanged = searched(session, session.problem, options.iterations);
  if (unchanged === null) return [];
  if (served(session, visit, unchanged)) {
    const delta = unchanged.cost.total - session.base.cost.total;
    return [{ steps: [{ kind: 'rearrange', visit }], reason: '', price: 0, delta }];
  }
  const found: Remedy[] = [];
  for (const { change, ...remedy } of proposals(session, visit, { options, candidates }).slice(0, options.tries)) {
    if (found.length >= options.count) break;
    const changed = searched(session, change(session.problem), options.iterations, visit);
    if (changed === null || !served(session, visit, changed)) continue;
    found.push({
      ...remedy,
      steps: remedy.steps.map((step) => asSolved(step, changed)),
      delta: changed.cost.total - unchanged.cost.total,
    });
  }
  return found;
}

/**
 * What a short search from the present plan makes of a problem when nobody the
 * plan serves may be left out, however dear they are, nor the visit named; null
 * when the problem is refused.
 */
function searched({ base }: PlanSession, problem: ProblemInput, iterations: number, visit?: string): Solution | null {
  const free = new Set(base.plan.unserved.filter((id) => id !== visit));
  const visits = problem.visits.map((one): VisitInput => (free.has(one.id) ? one : { ...one, unserved: 'forbidden' }));
  const result = solve({ ...problem, visits }, { seed: 1, iterations, now: () => 0, warmStart: base.plan });
  return result.ok ? result.solution : null;
}

/** Whether the visit is served and nobody is left out for it. */
function served({ base }: PlanSession, visit: string, { plan }: Solution): boolean {
  const before = new Set(base.plan.unserved);
  return plan.unserved.every((id) => id !== visit && before.has(id));
}

/** A step as the search made use of it: of the time that one more person could work, what is needed. */
function asSolved(step: RemedyStep, { plan }: Solution): RemedyStep {
  if (step.kind !== 'add_shift') return step;
  const route = plan.routes.find(({ shift }) => shift === extraId(step));
  return route === undefined ? step : { ...step, from: route.departure, to: route.return };
}

interface Asked {
  readonly options: RemedyOptions;
  readonly candidates: readonly Candidate[];
}

function proposals(session: PlanSession, visit: string, { options, candidates }: Asked): Proposal[] {
  const { prices } = options;
  const found = new Map<string, Proposal>();
  const propose = (steps: readonly RemedyStep[]): void => {
    const price = steps.reduce((sum, step) => sum + priceOf(step, prices), 0);
    found.set(JSON.stringify(steps), { steps, reason: '', price, change: (problem) => changedProblem(problem, steps) });
  };
  propose([{ kind: 'rearrange', visit }]);
  for (const candidate of candidates) {
    const steps = candidate.broken.map((rule) => stepFor(candidate, rule, options.step));
    if (steps.length > 0 && steps.every((step) => step !== null)) propose(steps);
    const earlier = earlierFor(candidate, options.step);
    if (earlier) propose([earlier]);
  }
  const { parts } = session.problem.visits[session.index.visit.get(visit)!];
  propose(
    parts.map(({ id: part, windows, duration }): RemedyStep => {
      const to = Math.min(session.problem.horizonEnd, windows[windows.length - 1].end + duration);
      return { kind: 'add_shift', visit, part, from: windows[0].start, to };
    }),
  );
  const own = (options.own ?? []).map((remedy): Proposal => ({ ...remedy, steps: [] }));
  return [...found.values(), ...own].toSorted((a, b) => a.price - b.price);
}

function priceOf(step: RemedyStep, prices: RemedyPrices): number {
  if (step.kind === 'rearrange') return 0;
  return prices[step.kind].once + ('by' in step ? prices[step.kind].perUnit * step.by : 0);
}

/** An earlier start, where all that stands against the visit is that what comes after it would be too late. */
function earlierFor({ visit, part, broken }: Candidate, unit: number): RemedyStep | null {
  const after = broken.every(
    (rule) =>
      rule.code === 'shift_end_exceeded' ||
      rule.code === 'horizon_exceeded' ||
      (rule.code === 'window_missed' && rule.visit !== visit),
  );
  if (!after || broken.length === 0) return null;
  return { kind: 'start_earlier', visit, part, by: Math.max(...broken.map((rule) => shortBy(rule, unit))) };
}

/** By how much a rule is missed, in whole steps. */
function shortBy({ found, allowed }: BrokenRule, unit: number): number {
  return Math.ceil(((found ?? 0) - (allowed ?? 0)) / unit) * unit;
}

/** What lets one broken rule pass; null when nothing does that a provider could arrange. */
function stepFor({ visit, part, staff }: Candidate, rule: BrokenRule, unit: number): RemedyStep | null {
  const by = shortBy(rule, unit);
  if (rule.code === 'window_missed') {
    const own = rule.visit === visit;
    return { kind: own ? 'widen_window' : 'move_visit', visit: rule.visit!, part: rule.part!, by };
  }
  if (rule.code === 'shift_end_exceeded') return { kind: 'extend_shift', shift: rule.shift!, by };
  if (rule.code === 'staff_not_allowed' || rule.code === 'staff_excluded') return { kind: 'allow_person', visit, part, staff };
  if (rule.code.startsWith('pin_')) return { kind: 'drop_pin', visit: rule.visit!, part: rule.part! };
  return null;
}
