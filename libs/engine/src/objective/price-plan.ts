import { startNode, UNWISHED, type ProblemData } from '../model/problem-data.js';
import type { CostParts, Plan, PlanCost, PlanRoute } from '../model/plan.js';
import type { CostComponent, ProblemInput } from '../model/problem-input.js';
import { lateness } from '../state/node-time.js';

/** What one route adds to each component; maxima and balance are put together afterwards. */
interface RoutePrice {
  charge: number;
  travel: number;
  service: number;
  /** Waits that count as waiting, and all waits but the first stop's under late departure. */
  waiting: number;
  waits: number;
  highestWait: number;
  lateness: number;
  highestLate: number;
  wished: number;
  unwished: number;
}

/** Cost of a timed plan by component, from the plan alone. */
export function pricePlan(problem: ProblemInput, data: ProblemData, plan: Plan): PlanCost {
  const index = planIndex(problem, data);
  const { weight } = data;
  const sums: Record<CostComponent, number> = Object.fromEntries(
    [...Object.keys(weight), 'unserved', 'missedBreak', 'links'].map((name) => [name, 0]),
  ) as Record<CostComponent, number>;
  const work = new Float64Array(data.routes);
  const idle = Float64Array.from(data.shiftStart, (s, r) => (data.openEnd[r] ? 0 : data.shiftEnd[r] - s));
  const length = new Float64Array(data.routes);
  const breakTaken = new Uint8Array(data.breaks);
  const starts = new Map<number, number>();
  for (const route of plan.routes) {
    const r = index.route.get(route.shift)!;
    const price = priceRoute({ data, index, starts, breakTaken }, route, r);
    length[r] = route.return - route.departure;
    work[r] = price.travel + price.service;
    const departure = data.departsLate[r] ? route.departure : data.shiftStart[r];
    idle[r] = departure - data.shiftStart[r] + price.waits + (data.openEnd[r] ? 0 : Math.max(0, data.shiftEnd[r] - route.return));
    sums.travel += weight.travel * price.charge;
    sums.lateness += weight.lateness * price.lateness;
    sums.highestLateness = Math.max(sums.highestLateness, weight.highestLateness * price.highestLate);
    sums.waiting += weight.waiting * price.waiting;
    sums.highestWaiting = Math.max(sums.highestWaiting, weight.highestWaiting * price.highestWait);
    if (data.soft[startNode(data, r) + 1]) sums.overtime += weight.overtime * Math.max(0, route.return - data.shiftEnd[r]);
    sums.work += weight.work * work[r];
    sums.paid += weight.paid * (route.return - departure);
    sums.preference += weight.preference * price.unwished;
    sums.wishedTime += weight.wishedTime * price.wished;
    sums.route += weight.route;
  }
  for (const id of plan.unserved) sums.unserved += data.unservedCost[index.visit.get(id)!];
  for (let b = 0; b < data.breaks; b++) {
    const owed = data.breakWhenLonger[b] === 0 || length[data.routeOfBreak[b]] > data.breakWhenLonger[b];
    if (!data.breakRequired[b] && !breakTaken[b] && owed) sums.missedBreak += data.breakMissed[b];
  }
  for (let l = 0; l < data.links; l++) sums.links += linkPrice(data, l, starts);
  sums.highestIdle = weight.highestIdle * idle.reduce((a, b) => Math.max(a, b), 0);
  if (weight.balance > 0) sums.balance = weight.balance * balanceOf(work);
  const parts = Object.fromEntries(Object.entries(sums).filter(([, value]) => value !== 0)) as CostParts;
  return { total: Object.values(sums).reduce((a, b) => a + b, 0), parts };
}

function planIndex(problem: ProblemInput, data: ProblemData) {
  return {
    route: new Map(problem.staff.flatMap((s) => s.shifts.map((h) => h.id)).map((id, r) => [id, r])),
    visit: new Map(problem.visits.map((v, i) => [v.id, i])),
    part: new Map(
      problem.visits.flatMap((v, i) => v.parts.map((p, k) => [`${v.id}\u0000${p.id}`, data.visitFirst[i] + k] as const)),
    ),
    breaks: problem.staff.flatMap((s) => s.shifts.map((h) => h.breaks.map((b) => b.id))),
  };
}

/** What pricing reads, and what it notes along the way. */
interface Pricing {
  readonly data: ProblemData;
  readonly index: ReturnType<typeof planIndex>;
  readonly starts: Map<number, number>;
  readonly breakTaken: Uint8Array;
}

function priceRoute({ data, index, starts, breakTaken }: Pricing, route: PlanRoute, r: number): RoutePrice {
  const price: RoutePrice = {
    charge: 0,
    travel: 0,
    service: 0,
    waiting: 0,
    waits: 0,
    highestWait: 0,
    lateness: 0,
    highestLate: 0,
    wished: 0,
    unwished: 0,
  };
  const s = startNode(data, r);
  const n = data.places;
  const travel = data.travel[data.profileOf[r]];
  const charge = data.charge[data.profileOf[r]];
  let from = data.place[s];
  let visited = false;
  let leadingBreak = false;
  const leg = (to: number): void => {
    price.travel += travel[from * n + to];
    price.charge += charge[from * n + to];
    from = to;
  };
  route.stops.forEach((stop, k) => {
    const wait = stop.start - stop.arrival;
    const free = data.departsLate[r] === 1 && (k === 0 || (!visited && leadingBreak));
    if (k > 0 || !data.departsLate[r]) price.waits += wait;
    if (!free) {
      price.waiting += wait;
      price.highestWait = Math.max(price.highestWait, wait);
    }
    if (stop.kind === 'break') {
      leadingBreak = leadingBreak || k === 0;
      breakTaken[data.breakFirst[r] + index.breaks[r].indexOf(stop.id)] = 1;
      return;
    }
    visited = true;
    const i = index.part.get(`${stop.id}\u0000${stop.part}`)!;
    starts.set(i, stop.start);
    leg(data.place[i]);
    price.service += data.duration[i];
    const late = data.soft[i] ? lateness(data, i, stop.start) : 0;
    price.lateness += late;
    price.highestLate = Math.max(price.highestLate, late);
    if (data.fit[i * data.routes + r] === UNWISHED) price.unwished++;
    if (data.wishFrom[i] <= data.wishTo[i])
      price.wished += Math.max(0, data.wishFrom[i] - stop.start, stop.start - data.wishTo[i]);
  });
  leg(data.place[s + 1]);
  return price;
}

function linkPrice(data: ProblemData, l: number, starts: Map<number, number>): number {
  const a = starts.get(data.linkBefore[l]);
  const b = starts.get(data.linkAfter[l]);
  if (a === undefined || b === undefined) return 0;
  for (let g = data.gapFirst[l]; g < data.gapFirst[l + 1]; g++)
    if (b - a >= data.gapMin[g] && b - a <= data.gapMax[g]) return data.gapCost[g];
  return 0;
}

function balanceOf(work: Float64Array): number {
  const sum = work.reduce((a, b) => a + b, 0);
  return work.reduce((total, w) => total + Math.ceil(Math.abs(w * work.length - sum) / work.length), 0);
}
