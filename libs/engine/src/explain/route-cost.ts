import { STATIC_COMPONENTS, missedOf } from '../features/wishes.js';
import { startNode } from '../model/problem-data.js';
import type { CostComponent } from '../model/problem-input.js';
import { pastWindow } from './rules/times.js';
import type { PlanIndex, WalkedRoute, WalkedStop } from './walked-plan.js';

/** A share of a plan's cost and what it is spent on; null where it is nobody's in particular. */
export interface CostEntry {
  readonly component: CostComponent;
  readonly staff: string | null;
  readonly client: string | null;
  readonly visit: string | null;
  /** Weighted. */
  readonly amount: number;
}

/** What one route adds to a plan's cost, and what the components of the whole plan need of it; times unweighted. */
export interface RouteCost {
  readonly parts: CostSums;
  readonly highestLate: Peak;
  readonly highestWait: Peak;
  readonly idle: number;
  readonly work: number;
}

/** Weighted cost by component. */
export type CostSums = Partial<Record<CostComponent, number>>;

/** A largest amount and the stop that has it. */
export interface Peak {
  readonly amount: number;
  readonly visit: string | null;
  readonly client: string | null;
}

const NO_PEAK: Peak = { amount: 0, visit: null, client: null };

/** What one route costs. */
export function routeCost(index: PlanIndex, walked: WalkedRoute): RouteCost {
  const parts: CostSums = {};
  const figures = spendOnRoute(index, walked, (component, amount) => {
    parts[component] = (parts[component] ?? 0) + amount;
  });
  return { parts, ...figures };
}

/** Every share of what a route costs. */
export function routeEntries(index: PlanIndex, walked: WalkedRoute): readonly CostEntry[] {
  const entries: CostEntry[] = [];
  const staff = walked.staff.id;
  spendOnRoute(index, walked, (component, amount, on) => entries.push({ component, staff, ...on, amount }));
  return entries;
}

interface On {
  readonly client: string | null;
  readonly visit: string | null;
}

/** The way to a client, the wait there and the care are spent on that client; the way home on the last one. */
function spendOnRoute(
  index: PlanIndex,
  walked: WalkedRoute,
  spend: (component: CostComponent, amount: number, on: On) => void,
): Omit<RouteCost, 'parts'> {
  const { data } = index;
  const { prices } = index;
  const { r, route, shift, stops } = walked;
  let on: On = { client: null, visit: null };
  const add = (component: CostComponent, amount: number): void => {
    if (amount !== 0) spend(component, amount, on);
  };
  const legs = new Legs(index, r);
  const figures = { late: NO_PEAK, wait: NO_PEAK, waits: 0, work: 0 };
  const firstVisit = stops.findIndex((stop) => stop.kind === 'visit');
  const lastVisit = stops.findLastIndex((stop) => stop.kind === 'visit');
  const late = data.departsLate[r] === 1;
  let rank = -Infinity;
  let free = route.departure;
  stops.forEach((stop, k) => {
    // A break is spent on whoever comes next, or came last.
    const served = nextVisit(stops, Math.min(k, lastVisit));
    on = { client: served.visit.client, visit: served.visit.id };
    const wait = Math.max(0, stop.stop.start - stop.stop.arrival);
    figures.waits += wait;
    if (!late || k > firstVisit) {
      add('waiting', prices.waiting * wait);
      figures.wait = higher(figures.wait, { amount: wait, ...on });
    }
    add('paid', prices.paid * (stop.stop.end - free));
    free = stop.stop.end;
    if (stop.kind === 'break') return;
    const leg = legs.to(data.place[stop.node]);
    const service = stop.stop.end - stop.stop.start;
    figures.work += leg.time + service;
    add('travel', prices.travel * leg.charge);
    add('work', prices.work * (leg.time + service));
    const over = stop.part.lateness === 'soft' ? Math.max(0, pastWindow(stop.part, stop.stop)) : 0;
    add('lateness', prices.lateness * over);
    figures.late = higher(figures.late, { amount: over, ...on });
    const missed = missedAt(index, stop, walked);
    if (missed > 0) STATIC_COMPONENTS.forEach((name, bit) => add(name, missed & (1 << bit) ? prices[name] : 0));
    add('outOfOrder', (stop.part.rank ?? 0) < rank ? prices.outOfOrder : 0);
    rank = stop.part.rank ?? 0;
    const before = index.givenStart[stop.node];
    if (before >= 0) add('movedStart', prices.movedStart * Math.abs(stop.stop.start - before));
    const wish = stop.part.wishedWindow;
    if (wish) add('wishedTime', prices.wishedTime * Math.max(0, wish.start - stop.stop.start, stop.stop.start - wish.end));
  });
  const home = legs.to(data.place[startNode(data, r) + 1]);
  figures.work += home.time;
  add('travel', prices.travel * home.charge);
  add('work', prices.work * home.time);
  add('paid', prices.paid * (route.return - free));
  if (shift.endRule === 'soft') add('overtime', prices.overtime * Math.max(0, route.return - shift.end));
  on = { client: null, visit: null };
  add('route', prices.route);
  const after = shift.endRule === 'open' ? 0 : Math.max(0, shift.end - route.return);
  const idle = route.departure - shift.start + figures.waits + after;
  return { highestLate: figures.late, highestWait: figures.wait, idle, work: figures.work };
}

/** See `missedOf`; known by the fit where the person may come at all. */
function missedAt({ data, givenStaff }: PlanIndex, { node, visit, part }: VisitStop, { r, staff, shift }: WalkedRoute): number {
  const fit = data.fit[node * data.routes + r];
  return fit > 0 ? fit - 1 : missedOf({ visit, part, person: staff, shift, before: givenStaff });
}

type VisitStop = Extract<WalkedStop, { kind: 'visit' }>;

function nextVisit(stops: readonly WalkedStop[], from: number): VisitStop {
  for (let k = from; ; k++) {
    const stop = stops[k];
    if (stop.kind === 'visit') return stop;
  }
}

function higher(a: Peak, b: Peak): Peak {
  return b.amount > a.amount ? b : a;
}

/** The legs of a route one after the other. */
class Legs {
  private at: number;

  constructor(
    private readonly index: PlanIndex,
    private readonly r: number,
  ) {
    this.at = index.data.place[startNode(index.data, r)];
  }

  to(place: number): { readonly time: number; readonly charge: number } {
    const { data } = this.index;
    const cell = this.at * data.places + place;
    this.at = place;
    const profile = data.profileOf[this.r];
    return { time: data.travel[profile][cell], charge: data.charge[profile][cell] };
  }
}
