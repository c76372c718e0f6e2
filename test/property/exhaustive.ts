import type { GapInput, LinkInput, PartInput, ProblemInput, ShiftInput, StaffInput, VisitInput } from '#engine';

/** A part, and who gives it (index of the person; -1: nobody). */
interface Given {
  readonly visit: VisitInput;
  readonly part: PartInput;
  staff: number;
  start: number;
}

/** A link of which both ends are served, and the gap tried. */
interface Bound {
  readonly link: LinkInput;
  readonly before: Given;
  readonly after: Given;
  gap: GapInput;
}

/**
 * The least cost of any plan, by trying every assignment, order and gap.
 * Knows only what the tiny problems have: one profile, one shift a person, one
 * price each for travel, lateness, gaps and visits left out, soft windows only
 * one by one. The earliest starts are then the best for given routes.
 */
export function exhaustive(problem: ProblemInput): number {
  const given = problem.visits.flatMap((visit) => visit.parts.map((part): Given => ({ visit, part, staff: -1, start: 0 })));
  let best = Infinity;
  const assign = (at: number): void => {
    if (at === given.length) best = Math.min(best, bestOrder(problem, given, best));
    else for (let s = -1; s < problem.staff.length; s++) if (may(given, at, s, problem.staff)) assign(at + 1);
  };
  assign(0);
  return best;
}

/** Gives the part to somebody if nothing about the two and the visit's other parts forbids it. */
function may(given: Given[], at: number, staff: number, people: readonly StaffInput[]): boolean {
  const one = given[at];
  one.staff = staff;
  const others = given.slice(0, at).filter((g) => g.visit === one.visit);
  if (staff < 0) return others.every((g) => g.staff < 0);
  const { id, skills } = people[staff];
  return (
    others.every((g) => g.staff >= 0 && g.staff !== staff) &&
    one.part.skills.every((s) => skills.includes(s)) &&
    !one.part.excludedStaff?.includes(id)
  );
}

/** Least cost over all orders of each person's parts and all gaps, `Infinity` where a link forbids the assignment. */
function bestOrder(problem: ProblemInput, given: readonly Given[], limit: number): number {
  const bound: Bound[] = [];
  for (const link of problem.links) {
    const [before, after] = [link.before, link.after].map((ref) =>
      given.find((g) => g.visit.id === ref.visit && g.part.id === ref.part)!,
    );
    if (before.staff >= 0 && after.staff >= 0) {
      if (link.staff !== 'any' && (link.staff === 'same') !== (before.staff === after.staff)) return Infinity;
      bound.push({ link, before, after, gap: link.gaps[0] });
    } else if (before.staff >= 0 && (link.served === 'beforeNeedsAfter' || link.served === 'together')) return Infinity;
    else if (after.staff >= 0 && (link.served === 'afterNeedsBefore' || link.served === 'together')) return Infinity;
  }
  const left = new Set(given.filter((g) => g.staff < 0).map((g) => g.visit));
  const fixed = [...left].reduce((sum, v) => sum + Number(v.unserved), 0);
  if (fixed >= limit) return Infinity;
  let best = Infinity;
  const rows = problem.staff.map((_, s) => given.filter((g) => g.staff === s));
  forEachOrder(rows, 0, () => {
    forEachGap(bound, 0, () => {
      const cost = timedCost(problem, rows, bound);
      if (cost < best) best = cost;
    });
  });
  return fixed + best;
}

function forEachOrder(rows: Given[][], at: number, then: () => void): void {
  if (at === rows.length) return then();
  const permute = (row: Given[], from: number): void => {
    if (from >= row.length - 1) return forEachOrder(rows, at + 1, then);
    for (let k = from; k < row.length; k++) {
      [row[from], row[k]] = [row[k], row[from]];
      permute(row, from + 1);
      [row[from], row[k]] = [row[k], row[from]];
    }
  };
  permute(rows[at], 0);
}

function forEachGap(bound: readonly Bound[], at: number, then: () => void): void {
  if (at === bound.length) return then();
  for (const gap of bound[at].link.gaps) {
    bound[at].gap = gap;
    forEachGap(bound, at + 1, then);
  }
}

/** Cost of travel, lateness and gaps of the routes at their earliest starts; `Infinity` when they have none. */
function timedCost(problem: ProblemInput, rows: readonly (readonly Given[])[], bound: readonly Bound[]): number {
  const { profiles, places, staff, objective, horizonEnd } = problem;
  const way = (from: number, to: number): number => profiles[0].durations[from * places + to];
  for (const row of rows) for (const g of row) g.start = g.part.windows[0].start;
  for (let moved = true; moved;) {
    moved = false;
    const raise = (g: Given, least: number): boolean => {
      if (least <= g.start) return true;
      const start = startFrom(g.part, least);
      if (start > horizonEnd) return false;
      g.start = start;
      return (moved = true);
    };
    for (const [s, row] of rows.entries()) {
      let [free, at] = [staff[s].shifts[0].start, staff[s].shifts[0].startPlace];
      for (const g of row) {
        if (!raise(g, free + way(at, g.visit.place))) return Infinity;
        [free, at] = [g.start + g.part.duration, g.visit.place];
      }
      if (row.length > 0 && free + way(at, staff[s].shifts[0].endPlace) > lastReturn(staff[s].shifts[0], horizonEnd))
        return Infinity;
    }
    for (const { before, after, gap } of bound) {
      if (gap.min !== null && !raise(after, before.start + gap.min)) return Infinity;
      if (gap.max !== null && !raise(before, after.start - gap.max)) return Infinity;
    }
  }
  let travel = 0;
  let late = 0;
  for (const [s, row] of rows.entries()) {
    const { startPlace, endPlace } = staff[s].shifts[0];
    const path = [startPlace, ...row.map((g) => g.visit.place), endPlace];
    if (row.length > 0) for (let k = 1; k < path.length; k++) travel += way(path[k - 1], path[k]);
    for (const g of row) late += Math.max(0, g.start - g.part.windows[g.part.windows.length - 1].end);
  }
  return (objective.travel ?? 0) * travel + (objective.lateness ?? 0) * late + bound.reduce((sum, b) => sum + b.gap.cost, 0);
}

/** First start the part allows from `least` on; `Infinity` when its hard windows are over. */
function startFrom(part: PartInput, least: number): number {
  if (part.lateness === 'soft') return Math.max(least, part.windows[0].start);
  const open = part.windows.find((w) => w.end >= least);
  return open ? Math.max(least, open.start) : Infinity;
}

function lastReturn(shift: ShiftInput, horizonEnd: number): number {
  return shift.endRule === 'hard' ? shift.end : horizonEnd;
}
