import type { BrokenRule, RuleCode } from '../explain/broken-rule.js';
import { heldRules } from '../explain/held-rules.js';
import type { Plan, PlanCost, PlanRoute } from '../model/plan.js';
import { areIssues, arrange, type Arrangement } from './arrange.js';
import { costDelta } from './cost-delta.js';
import type { Move, MoveIssue } from './move.js';
import type { Judged, PlanSession } from './plan-session.js';
import { caused, timedBest } from './timed-best.js';

/** What a plan would be after some moves by hand. */
export interface MoveVerdict {
  /** The resulting plan breaks no hard rule. */
  readonly feasible: boolean;
  /** Every hard rule the resulting plan breaks, and those of them that the plan before did not. */
  readonly broken: readonly BrokenRule[];
  readonly caused: readonly BrokenRule[];
  /** Hard rules that concern the moved parts and are kept. */
  readonly held: readonly RuleCode[];
  /** Of the resulting plan; as far as it makes sense where rules are broken. */
  readonly cost: PlanCost;
  /** Cost minus the cost before, by component; below 0 is cheaper. */
  readonly delta: PlanCost;
  /** Routes that are not as before, as they would be; `emptied`: shifts that lose their last visit. */
  readonly routes: readonly PlanRoute[];
  readonly emptied: readonly string[];
  readonly plan: Plan;
}

export type MoveResult =
  { readonly ok: true; readonly verdict: MoveVerdict } | { readonly ok: false; readonly issues: readonly MoveIssue[] };

/**
 * What a few moves by hand, carried out one after the other, would make of the
 * plan. Nobody else's order of stops changes; times do, as far as travel and
 * links demand it, and the breaks of the changed routes where they must. Where
 * no timing keeps every rule, the verdict is that of the one which breaks
 * fewest, cheapest first.
 */
export function judgeMoves(session: PlanSession, moves: readonly Move[]): MoveResult {
  const arrangements = arrange(session, moves);
  if (areIssues(arrangements)) return { ok: false, issues: arrangements };
  const best = timedBest(session, arrangements);
  if (!best) return { ok: false, issues: [{ code: 'CANNOT_BE_TIMED', path: '' }] };
  return { ok: true, verdict: verdictOf(session, best.judged, best.arrangement) };
}

/** What a timed arrangement amounts to beside the plan as it is. */
export function verdictOf(session: PlanSession, judged: Judged, { moved }: Arrangement): MoveVerdict {
  const { plan, walked, cost, broken } = judged;
  const changed = walked.routes.filter(({ r, route }) => !sameRoute(route, session.routes.get(r)));
  const emptied = session.base.walked.routes.filter(({ r }) => walked.byRoute[r] === undefined);
  return {
    feasible: broken.length === 0,
    broken,
    caused: caused(session, judged),
    held: heldRules(walked, { moved, broken }),
    cost,
    delta: costDelta(session.base.cost, cost),
    routes: changed.map(({ route }) => route),
    emptied: emptied.map(({ shift }) => shift.id),
    plan,
  };
}

function sameRoute(a: PlanRoute, b: PlanRoute | undefined): boolean {
  return (
    a === b ||
    (b !== undefined &&
      a.departure === b.departure &&
      a.return === b.return &&
      a.stops.length === b.stops.length &&
      a.stops.every((stop, k) => {
        const other = b.stops[k];
        return stop.id === other.id && stop.part === other.part && stop.start === other.start && stop.arrival === other.arrival;
      }))
  );
}
