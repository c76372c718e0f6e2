import type { CostComponent, PlanCost } from '#engine';
import type { ProblemIndex } from '../problem-index.js';
import type { ResolvedPlan } from '../resolve-plan.js';
import { placement, usedGap } from '../rules/links.js';
import { missedBreaks } from '../rules/breaks.js';
import { capUse } from '../rules/shared-supply.js';
import { staffExcesses, type StaffExcess } from '../rules/staff-time.js';
import { lateness } from '../rules/windows.js';
import type { Timeline } from '../timeline.js';
import { countedWaits } from '../timeline.js';
import { assignmentFigures, differentStaff, newlyUnserved, outOfOrder } from './assignments.js';
import { balance, fairnessCost, highestIdle } from './workload.js';

/**
 * Raw amounts of every component, before prices: units of time or charge,
 * counts, and for those that carry their own prices the cost itself.
 */
export type RawCost = Readonly<Record<CostComponent, number>>;

/** Recomputes every component from the problem and the starts in the plan. */
export function rawCost(index: ProblemIndex, resolved: ResolvedPlan, lines: readonly Timeline[]): RawCost {
  const used = lines.filter(isUsed);
  const lates = partFigures(used, lateness);
  const people = differentStaff(index, used);
  const waiting = used.flatMap((line) => countedWaits(line));
  return {
    travel: sum(used.map((line) => line.charge)),
    lateness: sum(lates),
    highestLateness: largest(lates),
    waiting: sum(waiting),
    highestWaiting: largest(waiting),
    overtime: sum(used.map(overtime)),
    highestIdle: highestIdle(index, used),
    balance: balance(index, used),
    work: sum(used.map((line) => line.travel + line.service)),
    paid: sum(used.map((line) => line.return - line.departure)),
    preference: sum(partFigures(used, ({ part }, _start, staff) => (isWish(part.preferredStaff, staff) ? 0 : 1))),
    wishedTime: sum(
      partFigures(used, ({ part: { wishedWindow: wish } }, start) =>
        wish ? Math.max(0, wish.start - start, start - wish.end) : 0,
      ),
    ),
    route: used.length,
    unserved: unservedCost(index, resolved),
    missedBreak: missedBreakCost(index, used),
    links: linkCost(index, resolved),
    ...assignmentFigures(index, used),
    newlyUnserved: newlyUnserved(index, resolved),
    outOfOrder: outOfOrder(used),
    distinctStaff: people.all,
    newStaff: people.fresh,
    ...staffTimeCosts(index, used),
    caps: capCost(index, resolved),
    fairness: fairnessCost(index, used),
  };
}

/** Whether a route serves any visit. */
export function isUsed(line: Timeline): boolean {
  return line.stops.some((stop) => stop.stop.kind === 'visit');
}

/** Components whose amounts are costs already. */
const OWN_PRICES = { unserved: 1, missedBreak: 1, links: 1, limits: 1, rest: 1, freeTime: 1, caps: 1, fairness: 1 };

/** Applies the problem's prices; components that cost nothing are left out. */
export function priced(index: ProblemIndex, raw: RawCost): PlanCost {
  const { objective } = index.problem;
  const prices: Readonly<Record<string, number | undefined>> = { ...objective, ...OWN_PRICES };
  const parts: Partial<Record<CostComponent, number>> = {};
  let total = 0;
  for (const [component, amount] of Object.entries(raw) as [CostComponent, number][]) {
    const cost = amount * (prices[component] ?? 0);
    if (cost === 0) continue;
    parts[component] = cost;
    total += cost;
  }
  const levels = index.problem.levels;
  return levels ? { total, parts, levels: levelSums(levels, parts, total) } : { total, parts };
}

/** The sum on each level; what no level names forms the last. */
function levelSums(levels: readonly (readonly CostComponent[])[], parts: PlanCost['parts'], total: number): number[] {
  const sums = levels.map((names) => sum(names.map((name) => parts[name] ?? 0)));
  return [...sums, total - sum(sums)];
}

function overtime(line: Timeline): number {
  const { shift } = line.route;
  return shift.endRule === 'soft' ? Math.max(0, line.return - shift.end) : 0;
}

function isWish(preferred: readonly string[] | undefined, staff: string): boolean {
  return !preferred || preferred.length === 0 || preferred.includes(staff);
}

type VisitStop = Extract<Timeline['stops'][number]['stop'], { kind: 'visit' }>;

function partFigures(lines: readonly Timeline[], figure: (stop: VisitStop, start: number, staff: string) => number): number[] {
  return lines.flatMap((line) =>
    line.stops.map(({ stop, start }) => (stop.kind === 'visit' ? figure(stop, start, line.route.staff.id) : 0)),
  );
}

function unservedCost(index: ProblemIndex, resolved: ResolvedPlan): number {
  let cost = 0;
  for (const { visit, parts } of index.visits.values()) {
    const whole = (resolved.placements.get(visit.id)?.size ?? 0) === parts.size;
    if (!whole && visit.unserved !== 'forbidden') cost += visit.unserved;
  }
  return cost;
}

function missedBreakCost(index: ProblemIndex, used: readonly Timeline[]): number {
  const byShift = new Map(used.map((line) => [line.route.shift.id, line]));
  let cost = 0;
  for (const { shift } of index.shifts.values()) {
    for (const { missed } of missedBreaks(shift, byShift.get(shift.id))) if (missed !== 'required') cost += missed;
  }
  return cost;
}

function linkCost(index: ProblemIndex, resolved: ResolvedPlan): number {
  let cost = 0;
  for (const link of index.problem.links) {
    const before = placement(resolved, link.before);
    const after = placement(resolved, link.after);
    if (before && after) cost += usedGap(link, after.start - before.start)?.cost ?? 0;
  }
  return cost;
}

function staffTimeCosts(index: ProblemIndex, used: readonly Timeline[]): Pick<RawCost, 'limits' | 'rest' | 'freeTime'> {
  const excesses = staffExcesses(index, used);
  const cost = (code: StaffExcess['code']): number =>
    sum(excesses.map((one) => (one.code === code && one.price !== 'hard' ? one.units * one.price : 0)));
  return { limits: cost('limit_exceeded'), rest: cost('rest_too_short'), freeTime: cost('free_time_too_short') };
}

function capCost(index: ProblemIndex, resolved: ResolvedPlan): number {
  return sum((index.problem.caps ?? []).map((cap) => (cap.over === 'hard' ? 0 : cap.over * capUse(index, resolved, cap).over)));
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

function largest(figures: readonly number[]): number {
  return figures.reduce((top, figure) => Math.max(top, figure), 0);
}
