import type { ProblemIndex } from '../problem-index.js';
import { measureOf } from '../rules/staff-time.js';
import type { Timeline } from '../timeline.js';
import { waits } from '../timeline.js';

/** Sum over all shifts of ceil(|work - mean work|), in whole numbers throughout: ceil(|n * work - sum| / n). */
export function balance(index: ProblemIndex, used: readonly Timeline[]): number {
  const work = used.map((line) => line.travel + line.service);
  const shifts = index.shifts.size;
  const total = work.reduce((sum, own) => sum + own, 0);
  const distance = (own: number): number => Math.ceil(Math.abs(shifts * own - total) / shifts);
  return work.reduce((sum, own) => sum + distance(own), 0) + (shifts - used.length) * (shifts ? distance(0) : 0);
}

/** Every fairness rule at its price: sum over its people of ceil(|amount - mean|), in whole numbers throughout. */
export function fairnessCost({ problem }: ProblemIndex, used: readonly Timeline[]): number {
  let cost = 0;
  for (const { measure, staff, shifts, price } of problem.fairness ?? []) {
    const amounts = staff.map((share) => {
      const own = used.filter(({ route }) => route.staff.id === share.staff && (shifts?.includes(route.shift.id) ?? true));
      return own.reduce((sum, line) => sum + measureOf(line, measure), share.before ?? 0);
    });
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    for (const amount of amounts) cost += price * Math.ceil(Math.abs(amounts.length * amount - total) / amounts.length);
  }
  return cost;
}

/** Largest idle time of any shift; see ObjectiveInput.highestIdle. */
export function highestIdle(index: ProblemIndex, used: readonly Timeline[]): number {
  const byShift = new Map(used.map((line) => [line.route.shift.id, line]));
  let highest = 0;
  for (const { shift } of index.shifts.values()) {
    const line = byShift.get(shift.id);
    const open = shift.endRule === 'open';
    let idle = open ? 0 : shift.end - shift.start;
    if (line) {
      const waiting = waits(line).reduce((sum, wait) => sum + wait, 0);
      idle = line.departure - shift.start + waiting + (open ? 0 : Math.max(0, shift.end - line.return));
    }
    highest = Math.max(highest, idle);
  }
  return highest;
}
