import { PAST, PINNED, emptyShiftEnd, type Settled } from '../features/settled.js';
import type { ProblemInput, ShiftInput, StaffInput } from './problem-input.js';

/** The node arrays that pins and the past change. */
interface NodeArrays {
  readonly earliest: Int32Array;
  readonly due: Int32Array;
  readonly soft: Uint8Array;
  readonly several: Uint8Array;
  readonly windowFirst: Int32Array;
  readonly windowStart: Int32Array;
  readonly windowEnd: Int32Array;
}

interface Sources {
  readonly problem: ProblemInput;
  readonly routes: readonly { readonly person: StaffInput; readonly shift: ShiftInput }[];
  readonly settled: Settled;
  readonly parts: number;
  readonly breaks: number;
  readonly breakFirst: Int32Array;
  readonly nodes: NodeArrays;
}

/** What pins and the past leave open, in the search's terms. */
export interface PastData {
  /** By node: 0 free, else its start is fixed. */
  readonly fixed: Uint8Array;
  /** By route: the last past node, or the route's start; nothing new stands before what follows it. */
  readonly routeHead: Int32Array;
  /** By route: past nodes in order. */
  readonly pastNodes: readonly (readonly number[])[];
  readonly pastVisit: Uint8Array;
  /** 1: an unused shift that can no longer begin. */
  readonly closed: Uint8Array;
  /** By break: 1 where it can no longer be taken, and is not owed. */
  readonly breakOver: Uint8Array;
}

/** Fixes starts, and keeps everything else from starting before now. Changes the node arrays. */
export function compilePast(sources: Sources): PastData {
  const { routes, settled, parts, breaks, breakFirst, nodes } = sources;
  const fixed = new Uint8Array(nodes.earliest.length);
  const fix = (node: number, start: number, how: number): void => {
    nodes.earliest[node] = nodes.due[node] = start;
    nodes.several[node] = 1;
    fixed[node] = how;
  };
  const routeHead = Int32Array.from(routes, (_, r) => parts + breaks + 2 * r);
  const pastNodes = settled.past.map((list, r) =>
    list.map(({ part, rest, start }) => {
      const node = part >= 0 ? part : parts + breakFirst[r] + rest;
      fix(node, start, PAST);
      routeHead[r] = node;
      return node;
    }),
  );
  for (let i = 0; i < parts; i++) {
    if (fixed[i] === PAST) continue;
    if (settled.now > 0) notBefore(nodes, i, settled.now);
    const start = settled.pinStart[i];
    if (start < 0) continue;
    if (!mayStart(nodes, i, start)) settled.pinRoute[i] = routes.length;
    fix(i, start, PINNED);
  }
  return { fixed, routeHead, pastNodes, pastVisit: settled.pastVisit, ...compileShiftsNow(sources, fixed) };
}

/** Windows count from `now` on. */
function notBefore(nodes: NodeArrays, i: number, now: number): void {
  nodes.earliest[i] = Math.max(nodes.earliest[i], now);
  for (let w = nodes.windowFirst[i]; w < nodes.windowFirst[i + 1]; w++) {
    const over = !nodes.soft[i] && nodes.windowEnd[w] < now;
    nodes.windowStart[w] = over ? -1 : Math.max(nodes.windowStart[w], now);
    if (!over) continue;
    nodes.windowEnd[w] = -1;
    if (w + 1 < nodes.windowFirst[i + 1]) nodes.earliest[i] = Math.max(nodes.earliest[i], nodes.windowStart[w + 1]);
  }
}

function mayStart(nodes: NodeArrays, i: number, start: number): boolean {
  if (start < nodes.earliest[i]) return false;
  if (nodes.soft[i]) return true;
  for (let w = nodes.windowFirst[i]; w < nodes.windowFirst[i + 1]; w++)
    if (start >= nodes.windowStart[w] && start <= nodes.windowEnd[w]) return true;
  return false;
}

/** Departures, breaks and ends of shifts, as far as `now` changes them. */
function compileShiftsNow(
  { problem, routes, settled, parts, breaks, breakFirst, nodes }: Sources,
  fixed: Uint8Array,
): Pick<PastData, 'closed' | 'breakOver'> {
  const closed = new Uint8Array(routes.length);
  const breakOver = new Uint8Array(breaks);
  const { now } = settled;
  if (now === 0) return { closed, breakOver };
  const matrices = new Map(problem.profiles.map(({ id, durations }) => [id, durations]));
  routes.forEach(({ person, shift }, r) => {
    const s = parts + breaks + 2 * r;
    const head = settled.past[r];
    const late = shift.departure === 'late' ? Math.max(shift.start, now) : shift.start;
    if (head.length === 0) {
      const home = matrices.get(person.profile)![shift.startPlace * problem.places + shift.endPlace];
      const over = emptyShiftEnd(shift, Math.max(late, shift.start), home);
      const required = shift.breaks.some((rest) => rest.missed === 'required');
      const end = required ? Math.max(over, emptyShiftEnd(shift, now, 0)) : over;
      if (end > (shift.endRule === 'hard' ? shift.end : nodes.due[s + 1])) {
        closed[r] = 1;
        return;
      }
      nodes.earliest[s] = nodes.due[s] = late;
    } else if (shift.endRule === 'hard') nodes.due[s + 1] = Math.max(shift.end, settled.pastReturn[r]);
    const free = Math.max(now, settled.free[r]);
    for (let b = breakFirst[r]; b < breakFirst[r + 1]; b++) {
      const node = parts + b;
      if (fixed[node]) continue;
      if (nodes.due[node] < free) {
        breakOver[b] = 1;
        nodes.due[node] = -1;
      } else nodes.earliest[node] = Math.max(nodes.earliest[node], now);
    }
  });
  return { closed, breakOver };
}
