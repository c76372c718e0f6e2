import type { Plan, PlanCost, ProblemInput } from '#engine';
import type { InstanceIssue } from './issue.js';

/** The formats instances come in. */
export const FORMAT_NAMES = ['hhcrsp', 'uhhc', 'vrptw', 'apgaita'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** What it takes to speak of a problem in its format's own units. */
export interface InstanceContext {
  readonly format: FormatName;
  readonly problem: ProblemInput;
  /** Units of the problem in one unit of the format's time. */
  readonly timeUnit: number;
  /** Units of the problem's cost in one unit of the format's cost. */
  readonly costUnit: number;
  /** Names the format has for cost components, in its own order; a component not named keeps the engine's name. */
  readonly componentNames: Readonly<Record<string, string>>;
}

export type ReadInstance =
  | { readonly ok: true; readonly problem: ProblemInput; readonly context: InstanceContext }
  | { readonly ok: false; readonly issues: readonly InstanceIssue[] };

export type ReadSolution =
  { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly issues: readonly InstanceIssue[] };

/** Reads and writes one format. */
export interface InstanceFormat {
  /** @param name what messages call the instance */
  readInstance(text: string, name: string): ReadInstance;
  /** A feasible plan as the format's own solution file. */
  writeSolution(context: InstanceContext, plan: Plan, cost: PlanCost): string;
  /** A solution file as a plan; times and order are the file's, arrivals follow from them. Its cost is not read. */
  readSolution(context: InstanceContext, text: string): ReadSolution;
}

/** Cost and its parts in the format's own unit and words, rounded to six decimals. */
export function ownCost(context: InstanceContext, cost: PlanCost): { total: number; parts: Record<string, number> } {
  const own = (amount: number): number => Math.round((amount / context.costUnit) * 1e6) / 1e6;
  const parts: Record<string, number> = {};
  for (const [component, name] of Object.entries(context.componentNames)) {
    parts[name] = own((cost.parts as Readonly<Record<string, number>>)[component] ?? 0);
  }
  for (const [component, amount] of Object.entries(cost.parts)) {
    if (!(component in context.componentNames)) parts[component] = own(amount);
  }
  return { total: own(cost.total), parts };
}
