import { frozenPast } from '../model/frozen-past.js';
import type { ProblemInput, ShiftInput } from '../model/problem-input.js';
import { afterPast } from '../model/validate-given.js';

/** A node whose start somebody fixed; one that is past besides. */
export const PINNED = 1;
export const PAST = 2;

/** What is settled before the search: pins and the past, by part, break and route. */
export interface Settled {
  /** Earliest instant anything new may start; 0 without a past. */
  readonly now: number;
  /** By part; -1: not pinned, or not past. */
  readonly pinStaff: Int32Array;
  readonly pinRoute: Int32Array;
  readonly pinStart: Int32Array;
  readonly pastRoute: Int32Array;
  readonly pastVisit: Uint8Array;
  /** By route: the past parts and breaks in order, as {part} or {rest: number within the shift}, with their starts. */
  readonly past: readonly (readonly PastNode[])[];
  /** By route: when one that does nothing more than what is past is back; 0 without a past. */
  readonly pastReturn: Float64Array;
  /** By route: home after what is past, and not before now; required breaks that could not begin then are not owed. 0 without a past. */
  readonly free: Float64Array;
}

export interface PastNode {
  /** Number of the part, or -1 for a break. */
  readonly part: number;
  /** Number of the break within its shift, or -1. */
  readonly rest: number;
  readonly start: number;
}

/** @param nodeOf number of a part by visit id and part id */
export function compileSettled(problem: ProblemInput, parts: number, nodeOf: (visit: string, part: string) => number): Settled {
  const none = (): Int32Array => new Int32Array(parts).fill(-1);
  const settled = { pinStaff: none(), pinRoute: none(), pinStart: none(), pastRoute: none() };
  const staffNumber = new Map(problem.staff.map(({ id }, s) => [id, s]));
  const shifts = problem.staff.flatMap((person) => person.shifts.map((shift) => ({ person, shift })));
  const routeNumber = new Map(shifts.map(({ shift }, r) => [shift.id, r]));
  for (const pin of problem.pins ?? []) {
    const i = nodeOf(pin.visit, pin.part);
    if (pin.staff !== undefined) settled.pinStaff[i] = staffNumber.get(pin.staff)!;
    if (pin.shift !== undefined) settled.pinRoute[i] = routeNumber.get(pin.shift)!;
    if (pin.start !== undefined) settled.pinStart[i] = pin.start;
  }
  const pastVisit = new Uint8Array(problem.visits.length);
  const visitNumber = new Map(problem.visits.map(({ id }, v) => [id, v]));
  const past: PastNode[][] = shifts.map(() => []);
  const [back, free] = [new Float64Array(shifts.length), new Float64Array(shifts.length)];
  for (const [id, stops] of frozenPast(problem.given)) {
    const r = routeNumber.get(id)!;
    const { person, shift } = shifts[r];
    ({ back: back[r], free: free[r] } = afterPast(problem, person, shift, stops));
    for (const stop of stops) {
      const part = stop.kind === 'visit' ? nodeOf(stop.id, stop.part) : -1;
      past[r].push({ part, rest: part < 0 ? breakNumber(shift, stop.id) : -1, start: stop.start });
      if (part < 0) continue;
      settled.pastRoute[part] = r;
      pastVisit[visitNumber.get(stop.id)!] = 1;
    }
  }
  return { now: problem.given?.frozenBefore ?? 0, ...settled, pastVisit, past, pastReturn: back, free };
}

function breakNumber(shift: ShiftInput, id: string): number {
  return shift.breaks.findIndex((rest) => rest.id === id);
}

/**
 * When an unused shift is over that leaves at `from` and takes its required
 * breaks in turn; `Infinity` when one can no longer begin.
 */
export function emptyShiftEnd(shift: ShiftInput, from: number, home: number): number {
  let free = from + home;
  const latest = (rest: ShiftInput['breaks'][number]): number =>
    rest.measuredAt === 'end' ? rest.latest - rest.duration : rest.latest;
  const required = shift.breaks.filter((rest) => rest.missed === 'required');
  for (const rest of required.toSorted((a, b) => latest(a) - latest(b))) {
    const begin = Math.max(free, rest.earliest, from);
    if (begin > latest(rest)) return Infinity;
    free = begin + rest.duration;
  }
  return free;
}
