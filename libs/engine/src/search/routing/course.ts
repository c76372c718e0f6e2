import { MEAN_REMOVED } from '../../moves/ruin/string-removal.js';

/**
 * Temperatures as shares of the mean cost a stop. From the first: hot enough
 * for the number of routes to change. Down to the last, no faster through that
 * range than need be. Warm: what a crossed plan is settled from, so that it
 * stays near its parents. Measured on delivery of 100 to 1,000 visits.
 */
const HEAT = { first: 0.4, warm: 0.06, last: 0.015 };
/** How often each stop leaves, on average, in a leg from nothing at the least, and in one from a crossed plan. */
const REMOVALS = { start: 7_500, cross: 2_000 };
const MOST_STARTS = 8;
/** Share of the search that starts from nothing. */
const STARTS = 0.6;
/** Choices among all routes found, in one search. */
const CHOICES = 4;

/** A stretch of the search, in which it cools once. */
export interface Leg {
  /** Shares of the whole. */
  readonly begin: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** What it begins with: no visit served, or two elites crossed. */
  readonly from: 'nothing' | 'crossed';
  /** Ends with a choice among all routes found. */
  readonly chooses: boolean;
}

/**
 * What a search does with its time. One that can take each stop out often
 * anneals several times from nothing, for where the number of routes has
 * settled, longer annealing changes little; then it crosses what it found.
 */
export function course(iterations: number, visits: number): readonly Leg[] {
  const removals = (iterations * MEAN_REMOVED) / visits;
  const starts = Math.min(MOST_STARTS, Math.floor((removals * STARTS) / REMOVALS.start));
  const { first, warm, last } = HEAT;
  if (starts === 0) return [{ begin: 0, end: 1, first, last, from: 'nothing', chooses: false }];
  const crossings = Math.max(1, Math.floor((removals * (1 - STARTS)) / REMOVALS.cross));
  // The last choice comes before the last leg, which may better it.
  const every = Math.ceil(crossings / CHOICES);
  return [
    ...evenly(starts, 0, STARTS).map((part, k): Leg => ({ ...part, first, last, from: 'nothing', chooses: k === starts - 1 })),
    ...evenly(crossings, STARTS, 1).map((part, k): Leg => ({
      ...part,
      first: warm,
      last,
      from: 'crossed',
      chooses: (crossings - k) % every === 2 % every,
    })),
  ];
}

function evenly(count: number, from: number, to: number): { readonly begin: number; readonly end: number }[] {
  const at = (k: number): number => from + ((to - from) * k) / count;
  return Array.from({ length: count }, (_, k) => ({ begin: at(k), end: at(k + 1) }));
}

/** Temperature at a share of the search within a leg, in mean costs a stop. */
export function heat({ begin, end, first, last }: Leg, share: number): number {
  return first * Math.pow(last / first, (share - begin) / (end - begin));
}
