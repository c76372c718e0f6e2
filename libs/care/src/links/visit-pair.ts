import type { TaskOrder, Visit } from '../model.js';
import { compareBinding } from './binding-order.js';
import type { Demand } from './day-demands.js';
import { foldRules, type Folded } from './fold-rules.js';
import { mirrored } from './spans.js';
import { taskRuns } from './task-runs.js';
import { byWindow } from './visit-windows.js';

/** Two visits of one client and day that rules speak of, and what the rules make of every order of their tasks. */
export class VisitPair {
  readonly before: Visit;
  readonly after: Visit;
  /** Most binding first. */
  readonly demands: readonly Demand[];
  private readonly folded = new Map<TaskOrder, Map<TaskOrder, Folded<Demand>>>();

  constructor(demands: readonly Demand[]) {
    this.demands = [...demands].sort((a, b) => compareBinding(a.rule, b.rule));
    [this.before, this.after] = orient(this.demands);
  }

  has(visit: Visit): boolean {
    return visit === this.before || visit === this.after;
  }

  other(visit: Visit): Visit {
    return visit === this.before ? this.after : this.before;
  }

  /** The rules' word on start(after) - start(before) when the tasks of both are done in these orders; worked out once. */
  judged(before: TaskOrder, after: TaskOrder): Folded<Demand> {
    const row = this.folded.get(before) ?? new Map<TaskOrder, Folded<Demand>>();
    this.folded.set(before, row);
    const known = row.get(after);
    if (known !== undefined) return known;
    const runs = {
      before: taskRuns({ ...this.before, tasks: before.tasks }),
      after: taskRuns({ ...this.after, tasks: after.tasks }),
    };
    const wanted = this.demands.map((demand) => {
      const ahead = demand.from === this.before;
      const allowed = ahead ? demand.allowed(runs.before, runs.after) : mirrored(demand.allowed(runs.after, runs.before));
      return { demand, rule: demand.rule, allowed };
    });
    const folded = foldRules(wanted);
    row.set(after, folded);
    return folded;
  }

  /** {@link judged} with the orders named by whose they are. */
  judgedFor(visit: Visit, own: TaskOrder, others: TaskOrder): Folded<Demand> {
    return visit === this.before ? this.judged(own, others) : this.judged(others, own);
  }
}

/** Kinds that say which of two visits comes first. */
const DIRECTED = new Set(['precede', 'requires_after', 'forbid_order']);

/** Before and after: as the most binding rule with a direction says, otherwise by window. */
function orient(demands: readonly Demand[]): readonly [Visit, Visit] {
  const directed = demands.find(({ rule }) => DIRECTED.has(rule.kind));
  const { from, to } = directed ?? demands[0];
  if (directed === undefined) return byWindow(from, to) <= 0 ? [from, to] : [to, from];
  return directed.rule.kind === 'forbid_order' ? [to, from] : [from, to];
}
