import { COMPONENTS } from '../model/levels.js';
import { durationOn, startNode, type ProblemData } from '../model/problem-data.js';
import type { Plan, PlanCost, PlanRoute } from '../model/plan.js';
import type { CostComponent, LinkInput, ObjectiveInput, PartInput, ProblemInput } from '../model/problem-input.js';
import { planIndex, type PlanIndex } from './plan-index.js';
import { ruleAmounts } from './rule-amounts.js';

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
}

/** Cost of a timed plan by component, from the plan alone, in the problem's own prices. */
export function pricePlan(problem: ProblemInput, data: ProblemData, plan: Plan): PlanCost {
  const index = planIndex(problem, data);
  const amounts = Object.fromEntries(COMPONENTS.map((name) => [name, 0])) as Record<CostComponent, number>;
  const work = new Float64Array(data.routes);
  const idle = Float64Array.from(data.shiftStart, (s, r) => (data.openEnd[r] ? 0 : data.shiftEnd[r] - s));
  const length = new Float64Array(data.routes);
  const breakTaken = new Uint8Array(data.breaks);
  const starts = new Map<number, number>();
  for (const route of plan.routes) {
    const r = index.route.get(route.shift)!;
    const price = priceRoute({ problem, data, index, starts, breakTaken }, route, r);
    length[r] = route.return - route.departure;
    work[r] = price.travel + price.service;
    const departure = data.departsLate[r] ? route.departure : data.shiftStart[r];
    idle[r] = departure - data.shiftStart[r] + price.waits + (data.openEnd[r] ? 0 : Math.max(0, data.shiftEnd[r] - route.return));
    amounts.travel += price.charge;
    amounts.lateness += price.lateness;
    amounts.highestLateness = Math.max(amounts.highestLateness, price.highestLate);
    amounts.waiting += price.waiting;
    amounts.highestWaiting = Math.max(amounts.highestWaiting, price.highestWait);
    if (data.soft[startNode(data, r) + 1]) amounts.overtime += Math.max(0, route.return - data.shiftEnd[r]);
    amounts.work += work[r];
    amounts.paid += route.return - departure;
    amounts.wishedTime += price.wished;
    amounts.route += 1;
  }
  for (let b = 0; b < data.breaks; b++) {
    const owed = data.breakWhenLonger[b] === 0 || length[data.routeOfBreak[b]] > data.breakWhenLonger[b];
    const missed = index.breakInputs[b].missed;
    if (missed !== 'required' && !breakTaken[b] && owed) amounts.missedBreak += missed;
  }
  problem.links.forEach((link, l) => (amounts.links += linkPrice(data, link, l, starts)));
  for (const id of plan.unserved) {
    const { unserved } = problem.visits[index.visit.get(id)!];
    amounts.unserved += unserved === 'forbidden' ? data.forbiddenCost : unserved;
  }
  amounts.highestIdle = idle.reduce((a, b) => Math.max(a, b), 0);
  amounts.balance = balanceOf(work);
  Object.assign(amounts, ruleAmounts(problem, index, plan));
  return priced(problem, amounts);
}

/** Applies the prices; what costs nothing is left out. */
function priced({ objective, levels }: ProblemInput, amounts: Readonly<Record<CostComponent, number>>): PlanCost {
  const own = new Set<CostComponent>(['unserved', 'missedBreak', 'links', 'limits', 'rest', 'freeTime', 'caps', 'fairness']);
  const parts: Partial<Record<CostComponent, number>> = {};
  for (const name of COMPONENTS) {
    const cost = amounts[name] * (own.has(name) ? 1 : (objective[name as keyof ObjectiveInput] ?? 0));
    if (cost !== 0) parts[name] = cost;
  }
  const sum = (names: readonly CostComponent[]): number => names.reduce((total, name) => total + (parts[name] ?? 0), 0);
  const total = sum(COMPONENTS);
  if (!levels) return { total, parts };
  return { total, parts, levels: [...levels.map(sum), total - sum(levels.flat())] };
}

/** What pricing reads, and what it notes along the way. */
interface Pricing {
  readonly problem: ProblemInput;
  readonly data: ProblemData;
  readonly index: PlanIndex;
  readonly starts: Map<number, number>;
  readonly breakTaken: Uint8Array;
}

function priceRoute({ problem, data, index, starts, breakTaken }: Pricing, route: PlanRoute, r: number): RoutePrice {
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
    const part = problem.visits[data.visitOf[i]].parts[i - data.visitFirst[data.visitOf[i]]];
    const duration = durationOn(data, i, r);
    price.service += duration;
    const late = part.lateness === 'soft' ? lateBy(part, stop.start, duration) : 0;
    price.lateness += late;
    price.highestLate = Math.max(price.highestLate, late);
    const wish = part.wishedWindow;
    if (wish) price.wished += Math.max(0, wish.start - stop.start, stop.start - wish.end);
  });
  leg(data.place[s + 1]);
  return price;
}

/** Past the end of the last window begun by the start. */
function lateBy({ windows, measuredAt }: PartInput, start: number, duration: number): number {
  const begun = windows.findLast((window) => window.start <= start) ?? windows[0];
  return Math.max(0, start + (measuredAt === 'end' ? duration : 0) - begun.end);
}

function linkPrice(data: ProblemData, { gaps }: LinkInput, l: number, starts: Map<number, number>): number {
  const a = starts.get(data.linkBefore[l]);
  const b = starts.get(data.linkAfter[l]);
  if (a === undefined || b === undefined) return 0;
  return gaps.find(({ min, max }) => b - a >= (min ?? -Infinity) && b - a <= (max ?? Infinity))?.cost ?? 0;
}

function balanceOf(work: Float64Array): number {
  const sum = work.reduce((a, b) => a + b, 0);
  return work.reduce((total, w) => total + Math.ceil(Math.abs(w * work.length - sum) / work.length), 0);
}
