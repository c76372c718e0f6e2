import { givenStarts, type Anchor } from './anchors.js';
import type { ObjectiveWeights } from './problem-data.js';
import type { PartInput, ProblemInput, ShiftInput, StaffInput } from './problem-input.js';

/** A shift with whose it is; one route each. */
export interface RouteSource {
  readonly staff: number;
  readonly person: StaffInput;
  readonly shift: ShiftInput;
}

/** How much there is of everything. */
export interface Base {
  readonly visits: number;
  readonly parts: number;
  readonly breaks: number;
  readonly routes: number;
  readonly nodes: number;
}

interface NodeSources {
  readonly problem: ProblemInput;
  readonly routes: readonly RouteSource[];
  readonly visitFirst: Int32Array;
  readonly breakFirst: Int32Array;
  readonly base: Base;
  readonly weight: ObjectiveWeights;
  readonly anchors: readonly Anchor[];
}

/** Times, places and wishes of all nodes. */
export function compileNodes({ problem, routes, visitFirst, breakFirst, base, weight, anchors }: NodeSources) {
  const ints = (fill = 0): Int32Array => new Int32Array(base.nodes).fill(fill);
  const out = {
    visitOf: ints(-1),
    place: ints(-1),
    duration: ints(),
    earliest: ints(),
    due: ints(problem.horizonEnd),
    soft: new Uint8Array(base.nodes),
    limit: ints(problem.horizonEnd),
    lateWeight: new Float64Array(base.nodes),
    several: new Uint8Array(base.nodes),
    wishFrom: ints(1),
    wishTo: ints(0),
    wishPrice: new Float64Array(base.nodes),
    keptStart: ints(-1),
    demand: ints(),
    windowFirst: ints(),
  };
  const windowStart: number[] = [];
  const windowEnd: number[] = [];
  const windowFirst = new Int32Array(base.nodes + 1);
  const before = weight.movedStart > 0 ? givenStarts(problem) : new Map<string, number>();
  problem.visits.forEach((visit, v) => {
    visit.parts.forEach((part, k) => {
      const i = visitFirst[v] + k;
      const shiftBy = part.measuredAt === 'end' ? part.duration : 0;
      out.visitOf[i] = v;
      out.place[i] = visit.place;
      out.duration[i] = part.duration;
      // Windows are kept in terms of the start; a hard one too short for the service is none, unless all are.
      const usable = part.lateness === 'hard' ? part.windows.filter((w) => w.end - shiftBy >= w.start) : part.windows;
      const windows = usable.length > 0 ? usable : part.windows.slice(0, 1);
      out.earliest[i] = windows[0].start;
      for (const w of windows) {
        windowStart.push(w.start);
        windowEnd.push(part.lateness === 'hard' ? w.end - shiftBy : Math.max(w.end - shiftBy, -problem.horizonEnd));
      }
      out.due[i] = windows[windows.length - 1].end - shiftBy;
      out.soft[i] = part.lateness === 'soft' ? 1 : 0;
      out.lateWeight[i] = part.lateness === 'soft' ? weight.lateness : 0;
      out.several[i] = windows.length > 1 ? 1 : 0;
      out.demand[i] = part.demand ?? 0;
      const wish = wishOf(part, weight, before.get(`${visit.id}\u0000${part.id}`));
      out.wishFrom[i] = wish.from;
      out.wishTo[i] = wish.to;
      out.wishPrice[i] = wish.price;
      out.keptStart[i] = wish.kept;
      windowFirst[i + 1] = windowStart.length;
    });
  });
  windowFirst.fill(windowStart.length, base.parts + 1);
  routes.forEach(({ person, shift }, r) => {
    shift.breaks.forEach((rest, k) => {
      const i = base.parts + breakFirst[r] + k;
      out.duration[i] = rest.duration;
      out.earliest[i] = rest.earliest;
      out.due[i] = rest.measuredAt === 'end' ? rest.latest - rest.duration : rest.latest;
    });
    const s = base.parts + base.breaks + 2 * r;
    out.place[s] = shift.startPlace;
    out.earliest[s] = shift.start;
    out.due[s] = shift.start;
    out.place[s + 1] = shift.endPlace;
    const nextStart = person.shifts.reduce(
      (t, other) => (other.start > shift.start && other.start < t ? other.start : t),
      problem.horizonEnd,
    );
    out.limit[s + 1] = nextStart;
    out.due[s + 1] = shift.endRule === 'open' ? nextStart : shift.end;
    if (shift.endRule === 'soft') {
      out.soft[s + 1] = 1;
      out.lateWeight[s + 1] = weight.overtime;
    }
  });
  for (const { origin } of anchors) {
    out.place[origin] = 0;
    out.due[origin] = 0;
    out.limit[origin] = 0;
  }
  return { ...out, windowFirst, windowStart: Int32Array.from(windowStart), windowEnd: Int32Array.from(windowEnd) };
}

/** What a part's start should be: its wished window, or its start in the given plan, which comes second where there are both. */
function wishOf({ wishedWindow }: PartInput, weight: ObjectiveWeights, before: number | undefined) {
  const kept = before ?? -1;
  if (wishedWindow && weight.wishedTime > 0)
    return { from: wishedWindow.start, to: wishedWindow.end, price: weight.wishedTime, kept };
  return before === undefined
    ? { from: 1, to: 0, price: 0, kept: -1 }
    : { from: before, to: before, price: weight.movedStart, kept: -1 };
}
