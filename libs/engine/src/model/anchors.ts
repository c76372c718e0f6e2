import { frozenPast } from './frozen-past.js';
import type { GapInput, ProblemInput } from './problem-input.js';

/**
 * A part that should not start before some instant, though it may. The search
 * otherwise starts everything as early as it can; a link from a node that
 * always starts at 0 lets it choose for each such part: from the instant on, or
 * before it.
 */
export interface Anchor {
  /** The node at 0 that stands for this part alone. */
  readonly origin: number;
  readonly part: number;
  readonly at: number;
}

/** @param firstOrigin number of the first node at 0 */
export function anchorsOf(problem: ProblemInput, firstOrigin: number): Anchor[] {
  const { objective, mustBeZero, given } = problem;
  const priced = (name: 'movedStart' | 'wishedTime'): boolean =>
    (objective[name] ?? 0) > 0 || mustBeZero?.includes(name) === true;
  const before = priced('movedStart') ? givenStarts(problem) : new Map<string, number>();
  const wished = priced('wishedTime');
  if (before.size === 0 && !wished) return [];
  const past = new Set([...frozenPast(given).values()].flat().map(({ id }) => id));
  const pinned = new Set(problem.pins?.filter(({ start }) => start !== undefined).map((pin) => `${pin.visit}\u0000${pin.part}`));
  const anchors: Anchor[] = [];
  let part = -1;
  for (const visit of problem.visits) {
    for (const { id, windows, wishedWindow } of visit.parts) {
      part++;
      const key = `${visit.id}\u0000${id}`;
      const at = before.get(key) ?? (wished ? wishedWindow?.start : undefined);
      if (at === undefined || at <= windows[0].start || past.has(visit.id) || pinned.has(key)) continue;
      anchors.push({ origin: firstOrigin + anchors.length, part, at });
    }
  }
  return anchors;
}

/** The link of an anchor: from its instant on, or before it, at no cost of its own. */
export function anchorLink({ origin, part, at }: Anchor) {
  const gaps: readonly GapInput[] = [
    { min: at, max: null, cost: 0 },
    { min: null, max: at - 1, cost: 0 },
  ];
  return { before: origin, after: part, gaps, staff: 'any' as const };
}

/** Starts in the given plan, by visit id and part id; the first one counts. */
export function givenStarts({ given }: ProblemInput): Map<string, number> {
  const starts = new Map<string, number>();
  for (const route of given?.plan.routes ?? []) {
    for (const { kind, id, part, start } of route.stops) {
      const key = `${id}\u0000${part}`;
      if (kind === 'visit' && !starts.has(key)) starts.set(key, start);
    }
  }
  return starts;
}
