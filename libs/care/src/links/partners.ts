import type { Visit } from '../model.js';
import type { Span } from './spans.js';
import { byWindow, reachOf } from './visit-windows.js';

/** Two visits a rule could bring together, with the differences of starts that would keep it. */
export interface Candidate {
  readonly from: Visit;
  readonly to: Visit;
  readonly allowed: readonly Span[];
}

/**
 * Pairs the visits off, each at most once, the best fit first: the pair whose
 * windows lie closest to what the rule wants, measured between the middles.
 */
export function partners(candidates: readonly Candidate[]): readonly Candidate[] {
  const ranked = candidates
    .map((candidate) => ({ candidate, misfit: misfitOf(candidate) }))
    .sort(
      (x, y) => x.misfit - y.misfit || byWindow(x.candidate.from, y.candidate.from) || byWindow(x.candidate.to, y.candidate.to),
    );
  const taken = new Set<Visit>();
  const chosen: Candidate[] = [];
  for (const { candidate } of ranked) {
    if (taken.has(candidate.from) || taken.has(candidate.to)) continue;
    taken.add(candidate.from).add(candidate.to);
    chosen.push(candidate);
  }
  return chosen;
}

/** Each visit with the next one of the day. */
export function neighbours(visits: readonly Visit[]): readonly (readonly [Visit, Visit])[] {
  const sorted = [...visits].sort(byWindow);
  return sorted.slice(1).map((visit, i) => [sorted[i], visit]);
}

function misfitOf({ from, to, allowed }: Candidate): number {
  return Math.abs(middleOf(allowed) - middleOf(reachOf(from, to)));
}

function middleOf(spans: readonly Span[]): number {
  return (Math.min(...spans.map((span) => span.min)) + Math.max(...spans.map((span) => span.max))) / 2;
}
