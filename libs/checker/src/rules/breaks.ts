import type { BreakInput, ShiftInput } from '#engine';
import type { ProblemIndex } from '../problem-index.js';
import type { Timeline } from '../timeline.js';
import type { Violation } from '../violation.js';
import { freeAgain } from './past.js';

/** Breaks are taken at most once, inside their windows, and the required ones that are owed are taken. */
export function checkBreaks(index: ProblemIndex, line: Timeline): Violation[] {
  const violations: Violation[] = [];
  const { shift, staff } = line.route;
  const taken = new Set<string>();
  const lastVisit = line.stops.findLastIndex((stop) => stop.stop.kind === 'visit');
  for (const [position, { stop, start, end }] of line.stops.entries()) {
    if (stop.kind === 'visit') continue;
    const at = { shift: shift.id, staff: staff.id, break: stop.break.id };
    if (stop.past) {
      taken.add(stop.break.id);
      continue;
    }
    if (taken.has(stop.break.id)) violations.push({ code: 'break_repeated', ...at });
    taken.add(stop.break.id);
    // After what is past nobody may have a visit left to put behind it.
    if (stop.break.beforeVisit && position > lastVisit && !index.past.has(shift.id))
      violations.push({ code: 'break_after_last_visit', ...at });
    const { earliest, latest, measuredAt } = stop.break;
    const measured = measuredAt === 'start' ? start : end;
    if (start < earliest) violations.push({ code: 'break_outside_window', ...at, found: start, allowed: earliest });
    else if (measured > latest) violations.push({ code: 'break_outside_window', ...at, found: measured, allowed: latest });
  }
  const free = freeAgain(index, line);
  for (const rest of missedBreaks(shift, line)) {
    const latestStart = rest.latest - (rest.measuredAt === 'end' ? rest.duration : 0);
    if (rest.missed === 'required' && latestStart >= free)
      violations.push({ code: 'break_missing', shift: shift.id, staff: staff.id, break: rest.id });
  }
  return violations;
}

/**
 * The breaks a shift owes and does not take. A used route owes those whose
 * threshold its time from departure to return exceeds; an unused shift owes
 * only the priced ones without a threshold.
 */
export function missedBreaks(shift: ShiftInput, line: Timeline | undefined): BreakInput[] {
  const taken = new Set(line?.stops.map((stop) => (stop.stop.kind === 'break' ? stop.stop.break.id : '')));
  return shift.breaks.filter((rest) => {
    if (taken.has(rest.id)) return false;
    const threshold = rest.whenLongerThan ?? 0;
    if (!line) return threshold === 0 && rest.missed !== 'required';
    return threshold === 0 || line.return - line.departure > threshold;
  });
}
