import type { PlanCost } from '../model/plan.js';
import type { CostComponent } from '../model/problem-input.js';
import { pricePlan } from '../objective/price-plan.js';
import { routeCost, type CostEntry, type Peak, type RouteCost } from './route-cost.js';
import type { PlanIndex, WalkedPlan, WalkedRoute } from './walked-plan.js';

/**
 * Every share of a plan's cost. They add up to the cost of each component and
 * to the total exactly. A visit that must be served and is not costs nothing
 * here: the rule it breaks says more than a price.
 */
export function costEntries(plan: WalkedPlan): readonly CostEntry[] {
  return [...plan.routes.flatMap((route) => costOf(plan.index, route).entries), ...wholePlan(plan)];
}

/** The cost of a plan by component. */
export function planCost(plan: WalkedPlan): PlanCost {
  const parts: Partial<Record<CostComponent, number>> = {};
  const add = ({ component, amount }: CostEntry): void => {
    parts[component] = (parts[component] ?? 0) + amount;
  };
  for (const route of plan.routes) costOf(plan.index, route).entries.forEach(add);
  wholePlan(plan).forEach(add);
  for (const name of Object.keys(parts) as CostComponent[]) if (parts[name] === 0) delete parts[name];
  const sum = (names: readonly CostComponent[]): number => names.reduce((total, name) => total + (parts[name] ?? 0), 0);
  const total = sum(Object.keys(parts) as CostComponent[]);
  const { levels } = plan.index.problem;
  return levels ? { total, parts, levels: [...levels.map(sum), total - sum(levels.flat())] } : { total, parts };
}

const known = new WeakMap<WalkedRoute, RouteCost>();

/** Routes that stay the same are priced once. */
function costOf(index: PlanIndex, route: WalkedRoute): RouteCost {
  const before = known.get(route);
  if (before) return before;
  const cost = routeCost(index, route);
  known.set(route, cost);
  return cost;
}

/** The components that look at all routes at once, and what is left out. */
function wholePlan(plan: WalkedPlan): CostEntry[] {
  const entries = [...leftOut(plan), ...linkCosts(plan), ...missedBreaks(plan), ...ruleCosts(plan)];
  const { prices } = plan.index;
  const peak = (component: 'highestLateness' | 'highestWaiting', of: (cost: RouteCost) => Peak): void => {
    let top: { readonly staff: string; readonly peak: Peak } | null = null;
    for (const route of plan.routes) {
      const own = of(costOf(plan.index, route));
      if (own.amount > (top?.peak.amount ?? 0)) top = { staff: route.staff.id, peak: own };
    }
    if (!top || prices[component] === 0) return;
    const { amount, visit, client } = top.peak;
    entries.push({ component, staff: top.staff, client, visit, amount: prices[component] * amount });
  };
  peak('highestLateness', (cost) => cost.highestLate);
  peak('highestWaiting', (cost) => cost.highestWait);
  if (prices.highestIdle > 0) entries.push(...mostIdle(plan));
  if (prices.balance > 0) entries.push(...imbalance(plan));
  return entries;
}

const OF_WHOLE_PLAN: readonly CostComponent[] = [
  ...(['movedStart', 'newlyUnserved', 'distinctStaff', 'newStaff'] as const),
  ...(['caps', 'limits', 'rest', 'freeTime', 'fairness'] as const),
];

/** What rules across routes cost is nobody's in particular. */
function ruleCosts({ index, routes, unserved }: WalkedPlan): CostEntry[] {
  if (!index.hasPlanRules) return [];
  const { parts } = pricePlan(index.problem, index.data, { routes: routes.map(({ route }) => route), unserved });
  return OF_WHOLE_PLAN.flatMap((component): CostEntry[] => {
    const amount = parts[component] ?? 0;
    return amount === 0 ? [] : [{ component, staff: null, client: null, visit: null, amount }];
  });
}

function leftOut({ index, unserved }: WalkedPlan): CostEntry[] {
  return unserved.flatMap((id): CostEntry[] => {
    const visit = index.problem.visits[index.visit.get(id)!];
    if (visit.unserved === 'forbidden' || visit.unserved === 0) return [];
    return [{ component: 'unserved', staff: null, client: visit.client, visit: id, amount: visit.unserved }];
  });
}

/** The gap a link uses is spent on the later of its two visits. */
function linkCosts({ index, routeOf, startOf }: WalkedPlan): CostEntry[] {
  const { data, problem } = index;
  return problem.links.flatMap((link, l): CostEntry[] => {
    const [before, after] = [data.linkBefore[l], data.linkAfter[l]];
    if (routeOf[before] < 0 || routeOf[after] < 0) return [];
    const apart = startOf[after] - startOf[before];
    const gaps = link.gaps.filter(({ min, max }) => apart >= (min ?? -Infinity) && apart <= (max ?? Infinity));
    const amount = gaps.reduce((least, gap) => Math.min(least, gap.cost), Infinity);
    if (amount === Infinity || amount === 0) return [];
    const { visit } = index.parts[after];
    return [{ component: 'links', staff: index.shifts[routeOf[after]].staff.id, client: visit.client, visit: visit.id, amount }];
  });
}

function missedBreaks({ index, routes }: WalkedPlan): CostEntry[] {
  const used = new Map(routes.map((route) => [route.r, route]));
  return index.shifts.flatMap(({ staff, shift }, r) =>
    shift.breaks.flatMap((rest): CostEntry[] => {
      if (rest.missed === 'required' || rest.missed === 0) return [];
      const walked = used.get(r);
      const length = walked ? walked.route.return - walked.route.departure : 0;
      const owed = !rest.whenLongerThan || length > rest.whenLongerThan;
      const taken = walked?.stops.some((stop) => stop.kind === 'break' && stop.rest.id === rest.id) ?? false;
      if (taken || !owed) return [];
      return [{ component: 'missedBreak', staff: staff.id, client: null, visit: null, amount: rest.missed }];
    }),
  );
}

function mostIdle({ index, routes }: WalkedPlan): CostEntry[] {
  const used = new Map(routes.map((route) => [route.r, costOf(index, route).idle]));
  let top = { staff: '', idle: 0 };
  index.shifts.forEach(({ staff, shift }, r) => {
    const idle = used.get(r) ?? (shift.endRule === 'open' ? 0 : shift.end - shift.start);
    if (idle > top.idle) top = { staff: staff.id, idle };
  });
  const amount = index.prices.highestIdle * top.idle;
  return amount === 0 ? [] : [{ component: 'highestIdle', staff: top.staff, client: null, visit: null, amount }];
}

/** Every shift's distance from the mean work, rounded up. */
function imbalance({ index, routes }: WalkedPlan): CostEntry[] {
  const work = index.shifts.map(() => 0);
  for (const route of routes) work[route.r] = costOf(index, route).work;
  const sum = work.reduce((total, own) => total + own, 0);
  return work.flatMap((own, r): CostEntry[] => {
    const amount = index.prices.balance * Math.ceil(Math.abs(own * work.length - sum) / work.length);
    return amount === 0 ? [] : [{ component: 'balance', staff: index.shifts[r].staff.id, client: null, visit: null, amount }];
  });
}
