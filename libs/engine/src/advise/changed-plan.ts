import { startNode } from '../model/problem-data.js';
import type { Plan } from '../model/plan.js';
import { extractRoute } from '../state/extract-plan.js';
import type { SearchPlan } from '../state/search-plan.js';
import type { PlanSession } from './plan-session.js';

/** The plan of a changed state; routes that are as in the session's plan are the very same objects. */
export function changedPlan(session: PlanSession, state: SearchPlan): Plan {
  const { index, data, problem } = session;
  const bindOtherwise = rebound(session, state);
  const routes = index.shifts.flatMap(({ staff, shift }, r) => {
    if (state.visitsOnRoute[r] === 0) return [];
    const same = bindOtherwise.has(r) || changed(session, state, r) ? undefined : session.routes.get(r);
    const breaks = shift.breaks.map((rest) => rest.id);
    return [same ?? extractRoute(problem, state, r, { shift: shift.id, staff: staff.id, breaks })];
  });
  return { routes, unserved: problem.visits.filter((_, v) => !state.served[v] && v < data.visits).map((visit) => visit.id) };
}

function changed({ data, code, starts }: PlanSession, state: SearchPlan, r: number): boolean {
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
