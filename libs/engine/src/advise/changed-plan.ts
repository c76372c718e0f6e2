import { startNode } from '../model/problem-data.js';
import type { Plan, PlanRoute } from '../model/plan.js';
import { extractRoute } from '../state/extract-plan.js';
import type { SearchPlan } from '../state/search-plan.js';
import type { PlanSession } from './plan-session.js';

/** The plan of a changed state; routes that are as in the session's plan are the very same objects. */
export function changedPlan(session: PlanSession, state: SearchPlan): Plan {
  const { data, problem } = session;
  const bindOtherwise = rebound(session, state);
  const routes: PlanRoute[] = [];
  for (let r = 0; r < data.routes; r++) {
    if (state.visitsOnRoute[r] === 0) continue;
    const same = bindOtherwise.has(r) || changed(session, state, r) ? undefined : session.routes.get(r);
    routes.push(same ?? routeOf(session, state, r));
  }
  const unserved: string[] = [];
  for (let v = 0; v < data.visits; v++) if (!state.served[v]) unserved.push(problem.visits[v].id);
  return { routes, unserved };
}

function routeOf({ index, problem }: PlanSession, state: SearchPlan, r: number): PlanRoute {
  const { staff, shift } = index.shifts[r];
  return extractRoute(problem, state, r, { shift: shift.id, staff: staff.id, breaks: shift.breaks.map((rest) => rest.id) });
}

function changed({ data, code, starts }: PlanSession, state: SearchPlan, r: number): boolean {
  if (!state.isTouched(r)) return false;
  const end = startNode(data, r) + 1;
  for (let i = end - 1; i !== end; i = state.next[i]) if (state.next[i] !== code[i] || state.start[i] !== starts[i]) return true;
  return state.start[end] !== starts[end];
}

/** Routes with a stop that a link binds now and did not, or the reverse: such a stop may not be put off. */
function rebound({ data, code, route }: PlanSession, state: SearchPlan): ReadonlySet<number> {
  const routes = new Set<number>();
  for (let l = 0; l < data.links; l++) {
    if (state.gap[l] >= 0 === code[data.nodes + l] >= 0) continue;
    for (const node of [data.linkBefore[l], data.linkAfter[l]]) {
      routes.add(state.route[node]);
      routes.add(route[node]);
    }
  }
  return routes;
}
