import type { ProblemInput, StaffInput } from '../model/problem-input.js';
import type { HardOrPrice, StaffMeasure } from '../model/staff-rules-input.js';

/** What one used route counts towards its person's limits, rests and shares. Times as the finished plan will have them. */
export interface RouteTime {
  readonly departure: number;
  readonly return: number;
  /** Length of the breaks taken. */
  readonly rest: number;
  readonly service: number;
  readonly parts: number;
}

/** How much of a measure a used route is. */
export function measured(measure: StaffMeasure, time: RouteTime): number {
  if (measure === 'routes') return 1;
  if (measure === 'parts') return time.parts;
  if (measure === 'service') return time.service;
  const paid = time.return - time.departure;
  return measure === 'paid' ? paid : paid - time.rest;
}

/** One person's limits with the routes each counts, and their rests, priced. */
export interface StaffRuleData {
  /** The person's routes by start of shift. */
  readonly routes: readonly number[];
  readonly limits: readonly {
    readonly measure: StaffMeasure;
    readonly routes: readonly number[];
    /** What may come beyond what was before. */
    readonly room: number;
    readonly price: number;
  }[];
  readonly rest: { readonly least: number; readonly lastReturn: number | null; readonly price: number } | null;
  readonly freeTimes: readonly { readonly from: number; readonly to: number; readonly least: number; readonly price: number }[];
  readonly lastReturn: number | null;
}

/** What each component's prices are multiplied by, and the price of a unit of what is hard. */
export interface StaffRulePrices {
  readonly limits: number;
  readonly rest: number;
  readonly freeTime: number;
  readonly hard: number;
}

/** By person, null for those without such rules; null when nobody has any. */
export function compileStaffRules(problem: ProblemInput, prices: StaffRulePrices): readonly (StaffRuleData | null)[] | null {
  let next = 0;
  const rules = problem.staff.map((person) => {
    const first = next;
    next += person.shifts.length;
    if (!person.limits?.length && !person.rest && !person.freeTimes?.length) return null;
    return ruleOf(person, first, prices);
  });
  return rules.some((rule) => rule !== null) ? rules : null;
}

function ruleOf(person: StaffInput, first: number, prices: StaffRulePrices): StaffRuleData {
  const priced = (price: HardOrPrice, factor: number): number => (price === 'hard' ? prices.hard : price * factor);
  const { limits, rest, freeTimes, shifts } = person;
  const routes = shifts.map((_, k) => first + k).sort((a, b) => shifts[a - first].start - shifts[b - first].start);
  return {
    routes,
    limits: (limits ?? []).map((limit) => ({
      measure: limit.measure,
      routes: routes.filter((r) => shifts[r - first].start >= limit.from && shifts[r - first].start < limit.to),
      room: Math.max(0, limit.most - (limit.used ?? 0)),
      price: priced(limit.over, prices.limits),
    })),
    rest: rest ? { least: rest.least, lastReturn: rest.lastReturn ?? null, price: priced(rest.short, prices.rest) } : null,
    freeTimes: (freeTimes ?? []).map(({ from, to, least, short }) => ({
      from,
      to,
      least,
      price: priced(short, prices.freeTime),
    })),
    lastReturn: rest?.lastReturn ?? null,
  };
}

/** What a person's routes cost beyond limits and short of rests, by rule. @param timeOf null for an unused route */
export function staffRuleCosts(
  rules: StaffRuleData,
  timeOf: (route: number) => RouteTime | null,
): { readonly limits: number; readonly rest: number; readonly freeTime: number } {
  let limits = 0;
  for (const { measure, routes, room, price } of rules.limits) {
    let amount = 0;
    for (const r of routes) {
      const time = timeOf(r);
      if (time) amount += measured(measure, time);
    }
    if (amount > room) limits += price * (amount - room);
  }
  return { limits, rest: rules.rest ? restCost(rules, rules.rest, timeOf) : 0, freeTime: freeTimeCost(rules, timeOf) };
}

function restCost(
  { routes }: StaffRuleData,
  { least, lastReturn, price }: NonNullable<StaffRuleData['rest']>,
  timeOf: (route: number) => RouteTime | null,
): number {
  let back = lastReturn;
  let cost = 0;
  for (const r of routes) {
    const time = timeOf(r);
    if (!time) continue;
    if (back !== null && time.departure - back < least) cost += price * (least - time.departure + back);
    back = time.return;
  }
  return cost;
}

function freeTimeCost({ routes, freeTimes, lastReturn }: StaffRuleData, timeOf: (route: number) => RouteTime | null): number {
  let cost = 0;
  for (const { from, to, least, price } of freeTimes) {
    let since = lastReturn !== null && lastReturn > from ? lastReturn : from;
    let longest = 0;
    for (const r of routes) {
      const time = timeOf(r);
      if (!time) continue;
      longest = Math.max(longest, Math.min(time.departure, to) - since);
      since = Math.max(since, time.return);
    }
    longest = Math.max(longest, to - since);
    // Less than is left after the last return before this problem is no fault of the plan.
    const possible = Math.min(least, to - (lastReturn !== null && lastReturn > from ? lastReturn : from));
    if (longest < possible) cost += price * (possible - longest);
  }
  return cost;
}
