import type { CostComponent, PlanCost } from '#engine';
import type { ProblemIndex } from '../problem-index.js';
import type { ResolvedPlan } from '../resolve-plan.js';
import { placement, usedGap } from '../rules/links.js';
import { missedBreaks } from '../rules/breaks.js';
import { lateness } from '../rules/windows.js';
import type { Timeline } from '../timeline.js';
import { countedWaits } from '../timeline.js';
import { balance, highestIdle } from './workload.js';

/**
 * Raw amounts of every component, before prices: units of time or charge,
 * counts, and for the three that carry their own prices the cost itself.
 */
export type RawCost = Readonly<Record<CostComponent, number>>;

/** Recomputes every component from the problem and the starts in the plan. */
export function rawCost(index: ProblemIndex, resolved: ResolvedPlan, lines: readonly Timeline[]): RawCost {
  const used = lines.filter((line) => line.stops.some((stop) => stop.stop.kind === 'visit'));
  const lates = partFigures(used, ({ part }, start) => lateness(part, start));
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
  };
}

/** Applies the problem's prices; components that cost nothing are left out. */
export function priced(index: ProblemIndex, raw: RawCost): PlanCost {
  const { objective } = index.problem;
  const prices: Readonly<Record<string, number | undefined>> = { ...objective, unserved: 1, missedBreak: 1, links: 1 };
  const parts: Partial<Record<CostComponent, number>> = {};
  let total = 0;
  for (const [component, amount] of Object.entries(raw) as [CostComponent, number][]) {
    const cost = amount * (prices[component] ?? 0);
    if (cost === 0) continue;
    parts[component] = cost;
    total += cost;
  }
  return { total, parts };
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

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

function largest(figures: readonly number[]): number {
  return figures.reduce((top, figure) => Math.max(top, figure), 0);
}
