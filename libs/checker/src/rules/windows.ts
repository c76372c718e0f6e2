import type { VisitStop } from '../resolve-plan.js';
import type { Timeline } from '../timeline.js';
import type { Violation } from '../violation.js';

/** Hard windows, and the earliest start of soft ones. */
export function checkWindows(line: Timeline): Violation[] {
  const violations: Violation[] = [];
  for (const { stop, start, end } of line.stops) {
    if (stop.kind === 'break' || stop.past) continue;
    const { part, visit } = stop;
    const at = { shift: line.route.shift.id, staff: line.route.staff.id, visit: visit.id, part: part.id };
    const first = part.windows[0];
    const measured = part.measuredAt === 'start' ? start : end;
    if (!first) violations.push({ code: 'window_missed', ...at, found: measured });
    else if (start < first.start) violations.push({ code: 'window_too_early', ...at, found: start, allowed: first.start });
    else if (part.lateness === 'hard' && lateness(stop, start) > 0) {
      violations.push({ code: 'window_missed', ...at, found: measured, allowed: measured - lateness(stop, start) });
    }
  }
  return violations;
}

/** Units past the end of the last window begun by the start; 0 before the first window, which is a violation of its own. */
export function lateness({ part, duration }: Pick<VisitStop, 'part' | 'duration'>, start: number): number {
  const measured = part.measuredAt === 'start' ? start : start + duration;
  const begun = part.windows.findLast((window) => window.start <= start);
  return begun ? Math.max(0, measured - begun.end) : 0;
}
