import type { PlanCost } from '../model/plan.js';
import type { CostComponent } from '../model/problem-input.js';
import { spendOnRules } from './plan-rules.js';
import { routeCost, routeEntries, type CostEntry, type CostSums, type Peak, type RouteCost } from './route-cost.js';
import type { PlanIndex, WalkedPlan, WalkedRoute } from './walked-plan.js';

/**
 * Every share of a plan's cost. They add up to the cost of each component and
 * to the total exactly. A visit that must be served and is not costs nothing
 * here: the rule it breaks says more than a price.
 */
export function costEntries(plan: WalkedPlan): readonly CostEntry[] {
  const entries = plan.routes.flatMap((route) => routeEntries(plan.index, route));
  spendOnPlan(plan, (entry) => entries.push(entry));
  return entries;
}

/** The cost of a plan by component. */
export function planCost(plan: WalkedPlan): PlanCost {
  const parts: CostSums = {};
  const add = (component: CostComponent, amount: number): void => {
    parts[component] = (parts[component] ?? 0) + amount;
  };
  for (const route of plan.routes) {
    const own = costOf(plan.index, route).parts;
    for (const name in own) add(name as CostComponent, own[name as CostComponent]!);
  }
  spendOnPlan(plan, ({ component, amount }) => add(component, amount));
  for (const name of Object.keys(parts) as CostComponent[]) if (parts[name] === 0) delete parts[name];
  const sum = (names: readonly CostComponent[]): number => names.reduce((total, name) => total + (parts[name] ?? 0), 0);
  const total = sum(Object.keys(parts) as CostComponent[]);
  const { levels } = plan.index.problem;
  return levels ? { total, parts, levels: [...levels.map(sum), total - sum(levels.flat())] } : { total, parts };
}

const known = new WeakMap<WalkedRoute, RouteCost>();

/** Routes that stay the same are priced once. */
function costOf(index: PlanIndex, route: WalkedRoute): RouteCost {
  let cost = known.get(route);
  if (!cost) known.set(route, (cost = routeCost(index, route)));
  return cost;
}

type SpendEntry = (entry: CostEntry) => void;

/** The components that look at all routes at once, and what is left out. */
function spendOnPlan(plan: WalkedPlan, spend: SpendEntry): void {
  const { prices } = plan.index;
  leftOut(plan, spend);
  linkCosts(plan, spend);
  missedBreaks(plan, spend);
  spendOnRules(plan, (component, amount, staff, client) => spend({ component, staff, client, visit: null, amount }));
  const peak = (component: 'highestLateness' | 'highestWaiting', of: (cost: RouteCost) => Peak): void => {
    if (prices[component] === 0) return;
    let top: { readonly staff: string; readonly peak: Peak } | null = null;
    for (const route of plan.routes) {
      const own = of(costOf(plan.index, route));
      if (own.amount > (top?.peak.amount ?? 0)) top = { staff: route.staff.id, peak: own };
    }
    if (!top) return;
    const { amount, visit, client } = top.peak;
    spend({ component, staff: top.staff, client, visit, amount: prices[component] * amount });
  };
  peak('highestLateness', (cost) => cost.highestLate);
  peak('highestWaiting', (cost) => cost.highestWait);
  if (prices.highestIdle > 0) mostIdle(plan, spend);
  if (prices.balance > 0) imbalance(plan, spend);
}

function leftOut({ index, unserved }: WalkedPlan, spend: SpendEntry): void {
  for (const id of unserved) {
    const v = index.visit.get(id)!;
    const { client, unserved: price } = index.problem.visits[v];
    const on = { staff: null, client, visit: id };
    if (price !== 'forbidden' && price !== 0) spend({ component: 'unserved', ...on, amount: price });
    const newly = index.givenServed[v] ? index.prices.newlyUnserved : 0;
    if (newly !== 0) spend({ component: 'newlyUnserved', ...on, amount: newly });
  }
}

/** The gap a link uses is spent on the later of its two visits. */
function linkCosts({ index, routeOf, startOf }: WalkedPlan, spend: SpendEntry): void {
  const { data, problem } = index;
  problem.links.forEach(({ gaps }, l) => {
    const [before, after] = [data.linkBefore[l], data.linkAfter[l]];
    if (routeOf[before] < 0 || routeOf[after] < 0) return;
    const apart = startOf[after] - startOf[before];
    let amount = Infinity;
    for (const { min, max, cost } of gaps)
      if (apart >= (min ?? -Infinity) && apart <= (max ?? Infinity) && cost < amount) amount = cost;
    if (amount === Infinity || amount === 0) return;
    const { visit } = index.parts[after];
    const staff = index.shifts[routeOf[after]].staff.id;
    spend({ component: 'links', staff, client: visit.client, visit: visit.id, amount });
  });
}

function missedBreaks({ index, byRoute }: WalkedPlan, spend: SpendEntry): void {
  index.shifts.forEach(({ staff, shift }, r) => {
    for (const rest of shift.breaks) {
      if (rest.missed === 'required' || rest.missed === 0) continue;
      const walked = byRoute[r];
      const length = walked ? walked.route.return - walked.route.departure : 0;
      const owed = !rest.whenLongerThan || length > rest.whenLongerThan;
      const taken = walked?.stops.some((stop) => stop.kind === 'break' && stop.rest.id === rest.id) ?? false;
      if (taken || !owed) continue;
      spend({ component: 'missedBreak', staff: staff.id, client: null, visit: null, amount: rest.missed });
    }
  });
}

function mostIdle({ index, byRoute }: WalkedPlan, spend: SpendEntry): void {
  let top = { staff: '', idle: 0 };
  index.shifts.forEach(({ staff, shift }, r) => {
    const walked = byRoute[r];
    const unused = shift.endRule === 'open' ? 0 : shift.end - shift.start;
    const idle = walked ? costOf(index, walked).idle : unused;
    if (idle > top.idle) top = { staff: staff.id, idle };
  });
  const amount = index.prices.highestIdle * top.idle;
  if (amount !== 0) spend({ component: 'highestIdle', staff: top.staff, client: null, visit: null, amount });
}

/** Every shift's distance from the mean work, rounded up. */
function imbalance({ index, routes }: WalkedPlan, spend: SpendEntry): void {
  const work = index.shifts.map(() => 0);
  for (const route of routes) work[route.r] = costOf(index, route).work;
  const sum = work.reduce((total, own) => total + own, 0);
  work.forEach((own, r) => {
    const amount = index.prices.balance * Math.ceil(Math.abs(own * work.length - sum) / work.length);
    if (amount !== 0) spend({ component: 'balance', staff: index.shifts[r].staff.id, client: null, visit: null, amount });
  });
}
