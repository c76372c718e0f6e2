import { lengthWith } from '../features/caps.js';
import { compileFairness, fairnessCost, type FairnessData } from '../features/fairness.js';
import { compileStaffRules, staffRuleCosts, type RouteTime, type StaffRuleData } from '../features/staff-rules.js';
import type { CapInput } from '../model/plan-rules-input.js';
import type { ProblemData } from '../model/problem-data.js';
import type { CostComponent, ObjectiveInput, PartInput, ProblemInput, StaffInput } from '../model/problem-input.js';

/** The rules of a problem that look across routes, ready to be asked often. */
export interface PlanRules {
  readonly meetings: Meetings | null;
  readonly caps: readonly CapRule[];
  readonly staff: readonly (StaffRuleData | null)[];
  readonly fairness: readonly FairnessData[];
}

/** A cap with its parts by node. */
export interface CapRule {
  readonly cap: CapInput;
  readonly nodes: Int32Array;
  /** What each part draws; -1: as long as it lasts with whoever gives it. */
  readonly amounts: Float64Array;
}

/** What these rules look at of a plan joined to its problem. */
export interface RuledPlan {
  readonly index: {
    readonly problem: ProblemInput;
    readonly data: ProblemData;
    readonly prices: Readonly<Record<keyof ObjectiveInput, number>>;
    readonly rules: PlanRules;
    readonly parts: readonly { readonly part: PartInput }[];
    readonly shifts: readonly { readonly staff: StaffInput }[];
  };
  readonly routes: readonly {
    readonly r: number;
    readonly staff: StaffInput;
    readonly stops: readonly ({ readonly kind: 'visit'; readonly node: number } | { readonly kind: 'break' })[];
  }[];
  readonly byRoute: readonly ({ readonly time: RouteTime } | undefined)[];
  readonly routeOf: Int32Array;
}

/** @param nodeOf number of a part by visit id and part id */
export function planRules(problem: ProblemInput, nodeOf: (visit: string, part: string) => number): PlanRules {
  const { distinctStaff, newStaff } = problem.objective;
  const parts = problem.visits.flatMap((visit) => visit.parts);
  return {
    meetings: distinctStaff || newStaff ? new Meetings(problem) : null,
    caps: (problem.caps ?? []).map((cap) => ({
      cap,
      nodes: Int32Array.from(cap.parts, ({ visit, part }) => nodeOf(visit, part)),
      amounts: Float64Array.from(cap.parts, ({ visit, part, amount }) => amount ?? lengthOf(parts, nodeOf(visit, part))),
    })),
    staff: compileStaffRules(problem, { limits: 1, rest: 1, freeTime: 1, hard: 0 }) ?? [],
    fairness: compileFairness(problem, 1),
  };
}

/** How long a part lasts with anybody; -1 where that hangs on the person. */
function lengthOf(parts: readonly PartInput[], node: number): number {
  return parts[node].durationByStaff ? -1 : parts[node].duration;
}

/** Takes an amount of cost, not 0, of a component; staff and client where it is somebody's in particular. */
export type Spend = (component: CostComponent, amount: number, staff: string | null, client: string | null) => void;

/** What the rules across routes cost, weighted. */
export function spendOnRules(plan: RuledPlan, spend: Spend): void {
  const { rules, problem } = plan.index;
  rules.meetings?.spend(plan, spend);
  for (const rule of rules.caps) {
    const { over, most, used = 0 } = rule.cap;
    if (over === 'hard') continue;
    const passed = drawnFrom(plan, rule) - Math.max(0, most - used);
    if (passed > 0 && over > 0) spend('caps', over * passed, null, null);
  }
  const timeOf = (r: number): RouteTime | null => plan.byRoute[r]?.time ?? null;
  rules.staff.forEach((rule, s) => {
    if (!rule) return;
    const costs = staffRuleCosts(rule, timeOf);
    for (const name of ['limits', 'rest', 'freeTime'] as const)
      if (costs[name] !== 0) spend(name, costs[name], problem.staff[s].id, null);
  });
  for (const fair of rules.fairness) {
    const cost = fairnessCost(fair, timeOf);
    if (cost !== 0) spend('fairness', cost, null, null);
  }
}

/** What a plan draws from a cap, without what was used before. */
export function drawnFrom({ index, routeOf }: RuledPlan, { nodes, amounts }: CapRule): number {
  let drawn = 0;
  for (let k = 0; k < nodes.length; k++) {
    const r = routeOf[nodes[k]];
    if (r >= 0) drawn += amounts[k] >= 0 ? amounts[k] : lengthWith(index.parts[nodes[k]].part, index.shifts[r].staff.id);
  }
  return drawn;
}

/** Which people come to which clients, and what each costs who comes at all. */
class Meetings {
  private readonly clients: readonly string[];
  private readonly clientOf: Int32Array;
  private readonly weight: Float64Array;
  /** clients * staff: 1 for those who came before. */
  private readonly known: Uint8Array;
  /** clients * staff: the last plan asked about in which the two met. */
  private readonly met: Int32Array;
  private asked = 0;

  constructor(problem: ProblemInput) {
    const numbers = new Map<string, number>();
    this.clientOf = Int32Array.from(problem.visits, ({ client }) => {
      if (!numbers.has(client)) numbers.set(client, numbers.size);
      return numbers.get(client)!;
    });
    this.clients = [...numbers.keys()];
    const staff = new Map(problem.staff.map(({ id }, s) => [id, s]));
    this.weight = new Float64Array(numbers.size).fill(1);
    this.known = new Uint8Array(numbers.size * staff.size);
    this.met = new Int32Array(numbers.size * staff.size);
    for (const { id, weight, known } of problem.clients ?? []) {
      const c = numbers.get(id);
      if (c === undefined) continue;
      this.weight[c] = weight ?? 1;
      for (const one of known ?? []) if (staff.has(one)) this.known[c * staff.size + staff.get(one)!] = 1;
    }
  }

  spend({ index, routes }: RuledPlan, spend: Spend): void {
    const { data, prices, problem } = index;
    const asked = ++this.asked;
    for (const { r, staff, stops } of routes) {
      for (const stop of stops) {
        if (stop.kind === 'break') continue;
        const c = this.clientOf[data.visitOf[stop.node]];
        const at = c * problem.staff.length + data.staffOf[r];
        if (this.met[at] === asked) continue;
        this.met[at] = asked;
        const one = this.weight[c];
        const [distinct, fresh] = [prices.distinctStaff * one, this.known[at] ? 0 : prices.newStaff * one];
        if (distinct !== 0) spend('distinctStaff', distinct, staff.id, this.clients[c]);
        if (fresh !== 0) spend('newStaff', fresh, staff.id, this.clients[c]);
      }
    }
  }
}
