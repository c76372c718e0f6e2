import type { PlanSession } from '../advise/plan-session.js';
import type { ProblemInput } from '../model/problem-input.js';
import { solve } from '../solve.js';
import type { BrokenRule } from './broken-rule.js';
import { candidatesFor, type Candidate } from './candidates.js';
import { changedProblem } from './changed-problem.js';
import type { RemedyStep } from './remedy-step.js';

/** What a remedy costs whoever has to arrange it, to put remedies in order; `perUnit` by unit of time. */
export interface RemedyPrices {
  readonly widen_window: { readonly once: number; readonly perUnit: number };
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
  /** Cost of the plan with the remedy minus the cost without. */
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
 * same answer.
 * @param candidates of the visit, if they are known already
 */
export function remediesFor(
  session: PlanSession,
  visit: string,
  options: RemedyOptions,
  candidates: readonly Candidate[] = candidatesFor(session, visit),
): readonly Remedy[] {
  const found: Remedy[] = [];
  for (const { change, ...remedy } of proposals(session, visit, { options, candidates }).slice(0, options.tries)) {
    if (found.length >= options.count) break;
    const delta = verified(session, visit, change(session.problem), options.iterations);
    if (delta !== null) found.push({ ...remedy, delta });
  }
  return found;
}

/** Change of cost when the visit is served under a changed problem and nobody is left out for it; null when not. */
function verified({ base }: PlanSession, visit: string, problem: ProblemInput, iterations: number): number | null {
  const result = solve(problem, { seed: 1, iterations, now: () => 0, warmStart: base.plan });
  if (!result.ok) return null;
  const before = new Set(base.plan.unserved);
  const { plan, cost } = result.solution;
  const kept = plan.unserved.every((id) => id !== visit && before.has(id));
  return kept ? cost.total - base.cost.total : null;
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
  for (const candidate of candidates) {
    const steps = candidate.broken.map((rule) => stepFor(candidate, rule, options.step));
    if (steps.length > 0 && steps.every((step) => step !== null)) propose(steps);
  }
  const parts = session.problem.visits[session.index.visit.get(visit)!].parts;
  propose(parts.map((part) => ({ kind: 'add_shift', visit, part: part.id })));
  const own = (options.own ?? []).map((remedy): Proposal => ({ ...remedy, steps: [] }));
  return [...found.values(), ...own].toSorted((a, b) => a.price - b.price);
}

function priceOf(step: RemedyStep, prices: RemedyPrices): number {
  return prices[step.kind].once + ('by' in step ? prices[step.kind].perUnit * step.by : 0);
}

/** What lets one broken rule pass; null when nothing does that a provider could arrange. */
function stepFor({ visit, part, staff }: Candidate, rule: BrokenRule, unit: number): RemedyStep | null {
  const by = Math.ceil(((rule.found ?? 0) - (rule.allowed ?? 0)) / unit) * unit;
  if (rule.code === 'window_missed') {
    const own = rule.visit === visit;
    return { kind: own ? 'widen_window' : 'move_visit', visit: rule.visit!, part: rule.part!, by };
  }
  if (rule.code === 'shift_end_exceeded') return { kind: 'extend_shift', shift: rule.shift!, by };
  if (rule.code === 'staff_not_allowed' || rule.code === 'staff_excluded') return { kind: 'allow_person', visit, part, staff };
  if (rule.code.startsWith('pin_')) return { kind: 'drop_pin', visit: rule.visit!, part: rule.part! };
  return null;
}
