import type { BreakInput, Plan } from '#engine';
import type { ProblemIndex } from '../problem-index.js';
import type { ResolvedPlan } from '../resolve-plan.js';
import type { Timeline } from '../timeline.js';
import type { Violation } from '../violation.js';

/** Past stops stand first on their routes as they were, and nothing else starts, or departs late, before the instant. */
export function checkPast(index: ProblemIndex, plan: Plan, lines: readonly Timeline[]): Violation[] {
  const before = index.problem.given?.frozenBefore;
  if (before === undefined) return [];
  const violations: Violation[] = [];
  const byShift = new Map(plan.routes.map((route) => [route.shift, route]));
  for (const [shift, facts] of index.past) {
    const stops = byShift.get(shift)?.stops ?? [];
    facts.forEach((fact, k) => {
      const now = stops[k];
      if (now?.id === fact.id && now.part === fact.part && now.start === fact.start) return;
      const named = fact.kind === 'visit' ? { visit: fact.id, part: fact.part } : { break: fact.id };
      violations.push({ code: 'frozen_changed', shift, ...named, allowed: fact.start });
    });
  }
  for (const line of lines) {
    const { shift, staff } = line.route;
    const at = { shift: shift.id, staff: staff.id, allowed: before };
    if (shift.departure === 'late' && !index.past.has(shift.id) && line.departure < before)
      violations.push({ code: 'frozen_changed', ...at, found: line.departure });
    for (const { stop, start } of line.stops) {
      if (stop.past || start >= before) continue;
      const named = stop.kind === 'visit' ? { visit: stop.visit.id, part: stop.part.id } : { break: stop.break.id };
      violations.push({ code: 'frozen_changed', ...at, ...named, found: start });
    }
  }
  return violations;
}

/** When a route is home that does nothing more after its last past stop; null without a past. */
function homeAfterPast(index: ProblemIndex, line: Timeline): number | null {
  const { shift, profile } = line.route;
  const last = line.stops.findLast(({ stop }) => stop.past);
  if (!last) return null;
  // A break is taken where the next stop is: at home, then.
  return last.stop.kind === 'break'
    ? last.end
    : last.end + profile.durations[last.stop.place * index.problem.places + shift.endPlace];
}

/** Required breaks that could not begin from then on are not owed: home after what is past, and not before the instant; 0 without a past. */
export function freeAgain(index: ProblemIndex, line: Timeline): number {
  const home = homeAfterPast(index, line);
  return home === null ? 0 : Math.max(home, index.problem.given?.frozenBefore ?? 0);
}

/**
 * When a route would be back that did nothing more after what is past but the
 * required breaks it still owes and can take, one after the other; 0 without a past.
 */
export function pastReturn(index: ProblemIndex, line: Timeline): number {
  const home = homeAfterPast(index, line);
  if (home === null) return 0;
  const free = freeAgain(index, line);
  const taken = new Set(line.stops.map(({ stop }) => (stop.kind === 'break' && stop.past ? stop.break.id : '')));
  const latestStart = (rest: BreakInput): number => rest.latest - (rest.measuredAt === 'end' ? rest.duration : 0);
  return line.route.shift.breaks
    .filter((rest) => rest.missed === 'required' && !taken.has(rest.id) && latestStart(rest) >= free)
    .sort((a, b) => latestStart(a) - latestStart(b))
    .reduce((at, rest) => Math.max(at, free, rest.earliest) + rest.duration, home);
}

/** Whether all these ends of links are past. */
export function bothPast(
  { past }: ProblemIndex,
  resolved: ResolvedPlan,
  ends: readonly { readonly visit: string; readonly part: string }[],
): boolean {
  return (
    past.size > 0 &&
    ends.every(({ visit, part }) =>
      resolved.routes.some(({ stops }) =>
        stops.some((stop) => stop.kind === 'visit' && stop.past && stop.visit.id === visit && stop.part.id === part),
      ),
    )
  );
}
