import { compileFits } from './compile-fits.js';
import { compileLinks } from './compile-links.js';
import { nearestVisits } from './neighbours.js';
import type { ObjectiveWeights, ProblemData } from './problem-data.js';
import type { ObjectiveInput, ProblemInput, ShiftInput, StaffInput } from './problem-input.js';
import { validateProblem } from './validate-problem.js';
import type { ProblemIssue } from './issues.js';

export type CompileResult =
  { readonly ok: true; readonly data: ProblemData } | { readonly ok: false; readonly issues: readonly ProblemIssue[] };

/** Checks a problem and turns it into flat arrays; all issues come back together. */
export function compileProblem(problem: ProblemInput): CompileResult {
  const issues = validateProblem(problem);
  if (issues.length > 0) return { ok: false, issues };
  const weight = weights(problem.objective);
  const routes: { staff: number; person: StaffInput; shift: ShiftInput }[] = [];
  problem.staff.forEach((person, staff) => person.shifts.forEach((shift) => routes.push({ staff, person, shift })));
  const visitFirst = new Int32Array(problem.visits.length + 1);
  problem.visits.forEach((visit, v) => (visitFirst[v + 1] = visitFirst[v] + visit.parts.length));
  const parts = visitFirst[problem.visits.length];
  const breakFirst = new Int32Array(routes.length + 1);
  routes.forEach((r, i) => (breakFirst[i + 1] = breakFirst[i] + r.shift.breaks.length));
  const breaks = breakFirst[routes.length];
  const base = { visits: problem.visits.length, parts, breaks, routes: routes.length, nodes: parts + breaks + 2 * routes.length };
  const travel = problem.profiles.map((p) => cells(p.durations));
  const charge = problem.profiles.map((p, i) => (p.charges ? cells(p.charges) : travel[i]));
  const nodeArrays = compileNodes({ problem, routes, visitFirst, breakFirst, base, weight });
  const routeArrays = compileRoutes(problem, routes, breakFirst, base.breaks);
  const unservedCost = Float64Array.from(problem.visits, (v) => (v.unserved === 'forbidden' ? 0 : v.unserved));
  const forbidden = Uint8Array.from(problem.visits, (v) => (v.unserved === 'forbidden' ? 1 : 0));
  const forbiddenCost = Math.max(1e9, 10 * unservedCost.reduce((a, b) => Math.max(a, b), 0));
  forbidden.forEach((f, v) => {
    if (f) unservedCost[v] = forbiddenCost;
  });
  const partial = {
    horizonEnd: problem.horizonEnd,
    places: problem.places,
    ...base,
    visitFirst,
    ...nodeArrays,
    ...routeArrays,
    travel,
    charge,
    ...byDestination(travel, charge, problem.places),
  };
  const links = compileLinks(problem, visitFirst, base.nodes);
  const fits = compileFits(problem, partial);
  const data: ProblemData = {
    ...partial,
    ...links,
    ...fits,
    ...nearestVisits(partial),
    unservedCost,
    forbidden,
    forbiddenCost,
    weight,
    leastLateWeight: leastPositive([
      ...nodeArrays.lateWeight,
      ...(nodeArrays.wishFrom.some((f, i) => f <= nodeArrays.wishTo[i]) ? [weight.wishedTime] : []),
    ]),
    allHard: nodeArrays.soft.every((s) => s === 0),
    routeCosts: [
      weight.waiting,
      weight.highestWaiting,
      weight.highestIdle,
      weight.balance,
      weight.work,
      weight.paid,
      weight.route,
    ].some((w) => w > 0),
  };
  return { ok: true, data };
}

/** The matrix itself where it is an array of integers already: threads share its memory. */
function cells(matrix: ArrayLike<number>): Int32Array {
  return matrix instanceof Int32Array ? matrix : Int32Array.from(matrix);
}

/** The matrices by destination; a symmetric one is its own, and one that stands twice is turned once. */
function byDestination(travel: readonly Int32Array[], charge: readonly Int32Array[], places: number) {
  const turned = new Map<Int32Array, Int32Array>();
  const turn = (matrix: Int32Array): Int32Array => {
    if (!turned.has(matrix)) turned.set(matrix, isSymmetric(matrix, places) ? matrix : transposed(matrix, places));
    return turned.get(matrix)!;
  };
  return { travelTo: travel.map(turn), chargeTo: charge.map(turn) };
}

function isSymmetric(matrix: Int32Array, n: number): boolean {
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) if (matrix[i * n + j] !== matrix[j * n + i]) return false;
  return true;
}

function transposed(matrix: Int32Array, n: number): Int32Array {
  const out = new Int32Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[j * n + i] = matrix[i * n + j]!;
  return out;
}

/** Smallest price above 0; 0 when a soft node is free of charge would be no bound, so free ones do not count. */
function leastPositive(prices: readonly number[]): number {
  const positive = prices.filter((p) => p > 0);
  return positive.reduce((a, b) => Math.min(a, b), positive[0] ?? 0);
}

function weights(objective: ObjectiveInput): ObjectiveWeights {
  const of = (name: keyof ObjectiveInput): number => objective[name] ?? 0;
  return {
    travel: of('travel'),
    lateness: of('lateness'),
    highestLateness: of('highestLateness'),
    waiting: of('waiting'),
    highestWaiting: of('highestWaiting'),
    overtime: of('overtime'),
    highestIdle: of('highestIdle'),
    balance: of('balance'),
    work: of('work'),
    paid: of('paid'),
    preference: of('preference'),
    wishedTime: of('wishedTime'),
    route: of('route'),
  };
}

type RouteSource = { staff: number; person: StaffInput; shift: ShiftInput };
type Base = { visits: number; parts: number; breaks: number; routes: number; nodes: number };

interface NodeSources {
  readonly problem: ProblemInput;
  readonly routes: readonly RouteSource[];
  readonly visitFirst: Int32Array;
  readonly breakFirst: Int32Array;
  readonly base: Base;
  readonly weight: ObjectiveWeights;
}

function compileNodes({ problem, routes, visitFirst, breakFirst, base, weight }: NodeSources) {
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
    demand: ints(),
    windowFirst: ints(),
  };
  const windowStart: number[] = [];
  const windowEnd: number[] = [];
  const windowFirst = new Int32Array(base.nodes + 1);
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
      if (part.wishedWindow && weight.wishedTime > 0) {
        out.wishFrom[i] = part.wishedWindow.start;
        out.wishTo[i] = part.wishedWindow.end;
      }
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
  return { ...out, windowFirst, windowStart: Int32Array.from(windowStart), windowEnd: Int32Array.from(windowEnd) };
}

function compileRoutes(problem: ProblemInput, routes: readonly RouteSource[], breakFirst: Int32Array, breaks: number) {
  const profileIndex = new Map(problem.profiles.map((p, i) => [p.id, i]));
  const classes = new Map<string, number>();
  const breakInputs = routes.flatMap((r) => r.shift.breaks);
  const routeOfBreak = new Int32Array(breaks);
  routes.forEach((_, r) => routeOfBreak.fill(r, breakFirst[r], breakFirst[r + 1]));
  const named = new Set(
    problem.visits.flatMap((v) =>
      v.parts.flatMap((p) => [...(p.allowedStaff ?? []), ...(p.excludedStaff ?? []), ...(p.preferredStaff ?? [])]),
    ),
  );
  const routeClass = Int32Array.from(routes, ({ person, shift }) => {
    // Staff somebody names are never interchangeable, nor are people with several shifts.
    const own = named.has(person.id) || person.shifts.length > 1 ? shift.id : '';
    const { id: _id, breaks: rests, ...rest } = shift;
    const key = JSON.stringify([own, person.profile, [...person.skills].sort(), rest, rests.map(({ id: _b, ...r }) => r)]);
    if (!classes.has(key)) classes.set(key, classes.size);
    return classes.get(key)!;
  });
  return {
    profileOf: Int32Array.from(routes, (r) => profileIndex.get(r.person.profile)!),
    staffOf: Int32Array.from(routes, (r) => r.staff),
    shiftStart: Int32Array.from(routes, (r) => r.shift.start),
    shiftEnd: Int32Array.from(routes, (r) => r.shift.end),
    departsLate: Uint8Array.from(routes, (r) => (r.shift.departure === 'late' ? 1 : 0)),
    openEnd: Uint8Array.from(routes, (r) => (r.shift.endRule === 'open' ? 1 : 0)),
    capacity: Int32Array.from(routes, (r) => r.shift.capacity ?? 0x7fffffff),
    breakFirst,
    routeOfBreak,
    breakMissed: Float64Array.from(breakInputs, (b) => (b.missed === 'required' ? 0 : b.missed)),
    breakRequired: Uint8Array.from(breakInputs, (b) => (b.missed === 'required' ? 1 : 0)),
    breakWhenLonger: Int32Array.from(breakInputs, (b) => b.whenLongerThan ?? 0),
    breakBeforeVisit: Uint8Array.from(breakInputs, (b) => (b.beforeVisit ? 1 : 0)),
    routeClass,
    routeClasses: classes.size,
  };
}
