import { compileSettled } from '../features/settled.js';
import { anchorsOf } from './anchors.js';
import { compileFits } from './compile-fits.js';
import { compileLinks } from './compile-links.js';
import { compileNodes, type RouteSource } from './compile-nodes.js';
import { compilePast } from './compile-past.js';
import { compileRoutes } from './compile-routes.js';
import { compileRules, priceOf } from './compile-rules.js';
import { levelsOf, type Levels } from './levels.js';
import { nearestVisits } from './neighbours.js';
import type { ObjectiveWeights, ProblemData } from './problem-data.js';
import type { ObjectiveInput, ProblemInput } from './problem-input.js';
import { validateProblem } from './validate-problem.js';
import type { ProblemIssue } from './issues.js';

export type CompileResult =
  { readonly ok: true; readonly data: ProblemData } | { readonly ok: false; readonly issues: readonly ProblemIssue[] };

/** Checks a problem and turns it into flat arrays; all issues come back together. */
export function compileProblem(problem: ProblemInput): CompileResult {
  const issues = validateProblem(problem);
  if (issues.length > 0) return { ok: false, issues };
  const levels = levelsOf(problem);
  const routes: RouteSource[] = [];
  problem.staff.forEach((person, staff) => person.shifts.forEach((shift) => routes.push({ staff, person, shift })));
  const visitFirst = new Int32Array(problem.visits.length + 1);
  problem.visits.forEach((visit, v) => (visitFirst[v + 1] = visitFirst[v] + visit.parts.length));
  const parts = visitFirst[problem.visits.length];
  const breakFirst = new Int32Array(routes.length + 1);
  routes.forEach((r, i) => (breakFirst[i + 1] = breakFirst[i] + r.shift.breaks.length));
  const breaks = breakFirst[routes.length];
  const originFirst = parts + breaks + 2 * routes.length;
  const nodeOf = nodeNumbers(problem, visitFirst);
  const settled = compileSettled(problem, parts, nodeOf);
  const anchors = anchorsOf(problem, originFirst);
  const nodes = originFirst + anchors.length;
  const base = { visits: problem.visits.length, parts, breaks, routes: routes.length, nodes };
  const travel = problem.profiles.map((p) => cells(p.durations));
  const charge = problem.profiles.map((p, i) => (p.charges ? cells(p.charges) : travel[i]));
  const unserved = compileUnserved(problem, levels);
  const hardPrice = 10 * unserved.forbiddenCost;
  const weight = weights(problem, levels, hardPrice);
  const nodeArrays = compileNodes({ problem, routes, visitFirst, breakFirst, base, weight, anchors });
  const past = compilePast({ problem, routes, settled, parts, breaks, breakFirst, nodes: nodeArrays });
  const routeArrays = compileRoutes(problem, routes, { breakFirst, breaks, past, missed: levels.factor.missedBreak });
  const partial = {
    horizonEnd: problem.horizonEnd,
    places: problem.places,
    ...base,
    originFirst,
    visitFirst,
    ...nodeArrays,
    ...routeArrays,
    travel,
    charge,
    ...byDestination(travel, charge, problem.places),
  };
  const links = compileLinks(problem, nodeOf, base.nodes, { factor: levels.factor.links, anchors });
  const rules = compileRules({ problem, visitFirst, nodeOf, levels, hardPrice, past });
  const fits = compileFits(problem, { ...partial, ...rules }, settled, (name) => priceOf(problem, levels, hardPrice, name));
  const data: ProblemData = {
    ...partial,
    ...links,
    ...rules,
    ...fits,
    ...nearestVisits(partial),
    ...unserved,
    weight,
    leastLateWeight: leastPositive([
      ...nodeArrays.lateWeight,
      ...nodeArrays.wishPrice,
      ...(nodeArrays.keptStart.some((start) => start >= 0) ? [weight.movedStart] : []),
    ]),
    allHard: nodeArrays.soft.every((s) => s === 0) && nodeArrays.wishFrom.every((from, i) => from > nodeArrays.wishTo[i]),
    routeCosts: [
      weight.waiting,
      weight.highestWaiting,
      weight.highestIdle,
      weight.balance,
      weight.work,
      weight.paid,
      weight.route,
      rules.staffRules || rules.visitEquipment || rules.fairness.length > 0 ? 1 : 0,
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

/** What leaving each visit out costs; one that must be served costs more than any other. */
function compileUnserved(problem: ProblemInput, { factor, most }: Levels) {
  const before = new Set(
    problem.given?.plan.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === 'visit').map(({ id }) => id)),
  );
  const newly = (problem.objective.newlyUnserved ?? 0) * factor.newlyUnserved;
  const unservedCost = Float64Array.from(
    problem.visits,
    ({ id, unserved }) => (unserved === 'forbidden' ? 0 : unserved * factor.unserved) + (before.has(id) ? newly : 0),
  );
  const forbidden = Uint8Array.from(problem.visits, (v) => (v.unserved === 'forbidden' ? 1 : 0));
  const highest = unservedCost.reduce((a, b) => Math.max(a, b), 0);
  const forbiddenCost = most === Infinity ? Math.max(1e9, 10 * highest) : most + 1;
  forbidden.forEach((f, v) => {
    if (f) unservedCost[v] += forbiddenCost;
  });
  return { unservedCost, forbidden, forbiddenCost };
}

/** Number of a part by visit id and part id. */
function nodeNumbers(problem: ProblemInput, visitFirst: Int32Array): (visit: string, part: string) => number {
  const numbers = new Map(
    problem.visits.flatMap(({ id, parts }, v) => parts.map((part, k) => [`${id}\u0000${part.id}`, visitFirst[v] + k] as const)),
  );
  return (visit, part) => numbers.get(`${visit}\u0000${part}`)!;
}

function weights(problem: ProblemInput, levels: Levels, hardPrice: number): ObjectiveWeights {
  const of = (name: keyof ObjectiveInput): number => priceOf(problem, levels, hardPrice, name);
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
    movedStart: of('movedStart'),
  };
}
