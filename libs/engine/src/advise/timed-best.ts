import type { BrokenRule } from '../explain/broken-rule.js';
import { ruleKey } from '../explain/broken-rules.js';
import type { Plan, PlanRoute, PlanStop } from '../model/plan.js';
import type { Arrangement } from './arrange.js';
import { changedPlan } from './changed-plan.js';
import { codesOf, type Binding } from './coded.js';
import { judged, type Judged, type PlanSession } from './plan-session.js';
import type { Draft, DraftChange } from './draft.js';
import { holdsAround } from './holds-around.js';

/** An arrangement with the best timing found for it. */
export interface TimedArrangement {
  readonly arrangement: Arrangement;
  readonly judged: Judged;
}

/** How a timing is looked for: which rules hold it, how links bind, and whether breaks may be taken elsewhere. */
interface Attempt {
  readonly rules: 'strict' | 'loose';
  readonly binding: Binding;
  readonly breaks: 'kept' | 'anew';
  /** Nothing starts at another time but what moves. */
  readonly others?: 'exactly';
}

/** In this order until one breaks nothing; the last gives times wherever there are any. */
const ATTEMPTS: readonly Attempt[] = [
  { rules: 'strict', binding: 'all', breaks: 'kept', others: 'exactly' },
  { rules: 'strict', binding: 'all', breaks: 'kept' },
  { rules: 'strict', binding: 'all', breaks: 'anew' },
  { rules: 'strict', binding: 'others', breaks: 'kept' },
  { rules: 'strict', binding: 'others', breaks: 'anew' },
  { rules: 'loose', binding: 'all', breaks: 'kept' },
  { rules: 'loose', binding: 'others', breaks: 'kept' },
  { rules: 'loose', binding: 'none', breaks: 'kept' },
];

/**
 * The arrangement and timing that break fewest rules the plan did not break
 * before, the cheapest of those. Null when none can be given times, whatever rules it breaks.
 */
export function timedBest(session: PlanSession, arrangements: readonly Arrangement[]): TimedArrangement | null {
  let best: TimedArrangement | null = null;
  for (const attempt of ATTEMPTS) {
    for (const arrangement of arrangements) {
      if (!worthTrying(session, attempt, { arrangement, best })) continue;
      const found = timed(session, arrangement, attempt);
      if (found && (!best || isBetter(session, found, best.judged))) best = { arrangement, judged: found };
    }
    if (best && caused(session, best.judged).length === 0) return best;
  }
  return best;
}

const known = new WeakMap<Judged, readonly BrokenRule[]>();

/** Rules broken that the plan before did not break, or not by as much. */
export function caused(session: PlanSession, one: Judged): readonly BrokenRule[] {
  let rules = known.get(one);
  if (!rules) known.set(one, (rules = one.broken.filter((rule) => !session.brokenBefore.has(ruleKey(rule)))));
  return rules;
}

function isBetter(session: PlanSession, a: Judged, b: Judged): boolean {
  return caused(session, a).length - caused(session, b).length < 0 || sameButCheaper(session, a, b);
}

function sameButCheaper(session: PlanSession, a: Judged, b: Judged): boolean {
  return caused(session, a).length === caused(session, b).length && a.cost.total < b.cost.total;
}

interface SoFar {
  readonly arrangement: Arrangement;
  readonly best: TimedArrangement | null;
}

/** Rules that another timing could still keep. */
const BY_TIME = new Set(['break_missing', 'break_outside_window', 'break_after_last_visit', 'link_gap', 'shift_end_exceeded']);

function worthTrying(session: PlanSession, { rules, binding, breaks, others }: Attempt, { arrangement, best }: SoFar): boolean {
  if (others === 'exactly') return session.held.size > 0;
  if (rules === 'loose') return best === null || (binding === 'others' && session.data.links > 0 && isLoose(session, best));
  if (breaks === 'anew' && !hasBreaks(session, arrangement)) return false;
  if (binding !== 'all' && session.data.links === 0) return false;
  return best === null || caused(session, best.judged).some(({ code }) => BY_TIME.has(code));
}

/** The best so far came without the rules, so that another loose timing may break fewer. */
function isLoose(session: PlanSession, best: TimedArrangement): boolean {
  return caused(session, best.judged).some(({ code }) => code === 'window_missed' || BY_TIME.has(code));
}

function hasBreaks({ data }: PlanSession, { sequences }: Arrangement): boolean {
  return [...sequences.keys()].some((r) => data.breakFirst[r + 1] > data.breakFirst[r]);
}

function timed(session: PlanSession, arrangement: Arrangement, attempt: Attempt): Judged | null {
  const draft = attempt.rules === 'strict' ? session.strict : session.loose();
  const order = attempt.breaks === 'kept' ? arrangement : withoutBreaks(session, arrangement);
  const around = holdsAround(session, arrangement);
  const holds = attempt.others === undefined ? around : new Map([...around].filter(([, hold]) => hold === null));
  const routes = [...arrangement.sequences.keys()];
  const change = (code: Int32Array): DraftChange => ({ code, routes, holds, fixed: arrangement.fixed });
  const code = cheapest(draft, codesOf(session, order, attempt.binding), change);
  if (!code) return null;
  return draft.ask(change(code), ({ plan }) => {
    if (attempt.breaks === 'anew' && !takeBreaks(draft, routes)) return null;
    const made = withFixedStarts(session, changedPlan(session, plan), arrangement);
    return judged(session.index, made, session.base.walked);
  });
}

/** Of the decisions that can be timed the cheapest, the first on ties. */
function cheapest(draft: Draft, codes: readonly Int32Array[], change: (code: Int32Array) => DraftChange): Int32Array | null {
  if (codes.length === 1) return codes[0];
  let best: Int32Array | null = null;
  let cost = Infinity;
  for (const code of codes) {
    const total = draft.ask(change(code), ({ plan }) => plan.total()) ?? Infinity;
    if (total >= cost) continue;
    best = code;
    cost = total;
  }
  return best;
}

function withoutBreaks({ data }: PlanSession, arrangement: Arrangement): Arrangement {
  const sequences = new Map([...arrangement.sequences].map(([r, stops]) => [r, stops.filter((node) => node < data.parts)]));
  return { ...arrangement, sequences };
}

/** Takes every break of the routes at its cheapest moment, where it has one. False when the timing broke down. */
function takeBreaks({ edits, insertion }: Draft, routes: readonly number[]): boolean {
  const { plan } = edits;
  const { data } = plan;
  for (const r of routes) {
    if (plan.visitsOnRoute[r] === 0) continue;
    for (let b = data.breakFirst[r]; b < data.breakFirst[r + 1]; b++) {
      insertion.insertBreak(data.parts + b, r);
      if (insertion.broken) return false;
    }
  }
  return true;
}

/** A part that was to start before anybody can be there is shown at the start asked for; the verdict says what is wrong with it. */
function withFixedStarts(session: PlanSession, plan: Plan, { fixed, sequences }: Arrangement): Plan {
  if (fixed.size === 0) return plan;
  const wanted = new Map([...fixed].map(([node, start]) => [refKey(session, node), start]));
  const touched = (route: PlanRoute): boolean => sequences.has(session.index.route.get(route.shift)!);
  return { ...plan, routes: plan.routes.map((route) => (touched(route) ? withStarts(session, route, wanted) : route)) };
}

function refKey({ index }: PlanSession, node: number): string {
  const { visit, part } = index.parts[node];
  return JSON.stringify([visit.id, part.id]);
}

function withStarts(session: PlanSession, route: PlanRoute, wanted: ReadonlyMap<string, number>): PlanRoute {
  const startOf = (stop: PlanStop): number => wanted.get(JSON.stringify([stop.id, stop.part])) ?? stop.start;
  if (route.stops.every((stop) => startOf(stop) === stop.start)) return route;
  const { shift } = session.index.shifts[session.index.route.get(route.shift)!];
  // Legs stay what they are; everything else follows from the starts.
  let before = route.departure;
  const legs = [...route.stops.map((stop) => ({ at: stop.arrival, end: stop.end })), { at: route.return, end: 0 }].map(
    ({ at, end }) => {
      const leg = at - before;
      before = end;
      return leg;
    },
  );
  const late = shift.departure === 'late';
  const departure = late ? Math.max(shift.start, startOf(route.stops[0]) - legs[0]) : route.departure;
  let free = departure;
  const stops = route.stops.map((stop, k) => {
    const start = startOf(stop);
    const arrival = free + legs[k];
    free = start + (stop.end - stop.start);
    return { ...stop, arrival, start, end: free };
  });
  return { ...route, departure, stops, return: free + legs[stops.length] };
}
