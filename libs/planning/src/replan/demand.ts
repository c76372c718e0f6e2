import { practises, type Client, type Shift, type TravelMode, type Visit, type VisitLink } from '#care';
import { frozenPast, type ProblemInput, type VisitInput } from '#engine';
import { endOfDay, startOfDay } from '#time';
import { buildProblem, type BuiltProblem } from '../problem/build-problem.js';
import type { Places } from '../problem/places.js';
import { shiftInput } from '../problem/shift-input.js';
import { known } from '../problem/lookup.js';
import { waysFor } from '../problem/ways.js';
import type { PlanningData, TravelTimes } from '../ports.js';
import type { BarredVisit } from '../law/owed-visits.js';
import { demandedVisits, linkVisits } from '../visits/generate-visits.js';
import { keptPlan, storedPlan } from './keep-problem.js';
import { aroundDays } from './own-work.js';
import { pinInputs } from './pin-inputs.js';
import { asLong, retimed } from './running-over.js';
import type { CurrentPlan, Placement } from './replan-ports.js';
import { pricesFor, wishingPunctuality } from '../weights/weigh.js';

/** What the data want of a current plan's days now, with travel, ready to be built into a problem for some of the days. */
export interface Demand {
  readonly data: PlanningData;
  /** What has begun as it was planned, all else as the data want it now. */
  readonly visits: readonly Visit[];
  /** Visits whose last chance to begin is past. */
  readonly late: readonly Visit[];
  /** Visits owed that the law keeps out. */
  readonly barred: readonly BarredVisit[];
  readonly links: readonly VisitLink[];
  readonly begun: ReadonlySet<string>;
  /** Keys of visits that run over: they are as long here as they take. */
  readonly over: ReadonlySet<string>;
  /** Who has left in mid-shift and is here only for what had begun. */
  readonly gone: readonly { readonly date: string; readonly staffId: string }[];
  readonly warnings: readonly string[];
  readonly places: Places;
  readonly travel: ReadonlyMap<TravelMode, Int32Array>;
}

/** A current plan with the placements of its visits, and the instant before which nothing begins any more. */
export interface Standing {
  readonly current: CurrentPlan;
  readonly placements: ReadonlyMap<string, Placement>;
  /** Clients of the plan, should the data not have them any more. */
  readonly clients: readonly Client[];
  readonly frozenBefore: number;
}

/** Generates the demand of all days of a current plan; what has begun is a fact and stays. */
export async function demandOf(standing: Standing, fresh: PlanningData, travel: TravelTimes): Promise<Demand> {
  const { current, frozenBefore } = standing;
  const days = new Set(current.days);
  const begun = begunIn(current, frozenBefore);
  const { runningOver = [] } = fresh;
  const facts = current.visits.filter(({ key }) => begun.has(key));
  const left = leftShifts(current, fresh, begun);
  const data = withFacts(standing, fresh, left);
  const [first, last] = [current.days[0], current.days[current.days.length - 1]];
  const demanded = demandedVisits(data, first, last);
  const isOpen = ({ key, date }: Visit): boolean => days.has(date) && !begun.has(key);
  const wanted = demanded.visits.filter(isOpen);
  const isLate = ({ windows }: Visit): boolean => windows[windows.length - 1].end < frozenBefore;
  const given = [...facts, ...wanted.filter((visit) => !isLate(visit))];
  const linked = linkVisits(data, asLong(given, current.routes, runningOver));
  const { visits } = linked;
  const ways = await waysFor(data, visits, travel);
  return {
    ...{ data, visits, begun, gone: left, places: ways.places },
    over: new Set(runningOver.map(({ visitKey }) => visitKey)),
    late: wanted.filter(isLate),
    barred: demanded.barred.filter(({ visit }) => isOpen(visit)),
    links: linked.links,
    travel: ways.travel,
    warnings: [...linked.warnings, ...ways.warnings],
  };
}

/** Visits that are facts: somebody gives them already, or is on the way to them. */
function begunIn({ routes }: CurrentPlan, frozenBefore: number): ReadonlySet<string> {
  const past = frozenPast({ plan: storedPlan(routes, 0), frozenBefore });
  return new Set([...past.values()].flatMap((stops) => stops.filter(({ kind }) => kind === 'visit').map(({ id }) => id)));
}

/** Shifts that the data have no more although something on them has begun: somebody went home ill. */
function leftShifts({ routes }: CurrentPlan, { shifts }: PlanningData, begun: ReadonlySet<string>): Shift[] {
  const rostered = new Set(shifts.map(({ id }) => id));
  return routes
    .filter(({ shiftId, stops }) => !rostered.has(shiftId) && stops.some(({ id }) => begun.has(id)))
    .map(({ shiftId: id, staffId, date, shiftStart: start, shiftEnd: end, breakSeconds }) => ({
      ...{ id, staffId, date, start, end, breakSeconds },
    }));
}

/** The data with what facts need although it is gone: clients visited already, and shifts broken off. */
function withFacts({ clients }: Standing, data: PlanningData, left: readonly Shift[]): PlanningData {
  const known = new Set(data.clients.map(({ id }) => id));
  return {
    ...data,
    clients: [...data.clients, ...clients.filter(({ id }) => !known.has(id))],
    shifts: [...data.shifts, ...left],
  };
}

/** The problem of some of the days with the plan in force given; nothing is kept for its own sake but what has begun. */
export function problemOf(standing: Standing, demand: Demand, [from, to]: readonly [string, string]): BuiltProblem {
  const inDays = ({ date }: { readonly date: string }): boolean => from <= date && date <= to;
  const visits = demand.visits.filter(inDays);
  const keys = new Set(visits.map(({ key }) => key));
  const weights = standing.current.profile?.weights ?? null;
  const built = buildProblem({
    name: `${from} to ${to}`,
    epoch: startOfDay(from),
    end: endOfDay(to),
    data: aroundDays(demand.data, standing.current, [from, to]),
    visits,
    links: demand.links.filter(({ before, after }) => keys.has(before) && keys.has(after)),
    places: demand.places,
    travel: demand.travel,
    prices: pricesFor(weights),
    practises,
  });
  const { epoch } = built;
  const routes = standing.current.routes.filter(inDays);
  const wished = wishingPunctuality(built.problem, weights);
  const problem = withBegunShifts(withoutTheGone(wished, demand), routes, demand, epoch);
  const frozenBefore = Math.min(Math.max(0, standing.frozenBefore - epoch), problem.horizonEnd);
  const pins = pinInputs(standing.current.pins, problem, epoch);
  const kept = keptPlan(routes, problem, keys, epoch);
  const plan = retimed(kept, problem, demand.data.runningOver ?? []);
  return { ...built, problem: { ...problem, pins, given: { plan, frozenBefore } } };
}

/** The problem with every shift that has begun: a fact stands although the law would not let the shift be worked any more. */
function withBegunShifts(
  problem: ProblemInput,
  routes: CurrentPlan['routes'],
  { data, places, begun }: Demand,
  epoch: number,
): ProblemInput {
  const worked = new Set(routes.filter(({ stops }) => stops.some(({ id }) => begun.has(id))).map(({ shiftId }) => shiftId));
  const shifts = data.shifts.filter(({ id }) => worked.has(id));
  const staff = problem.staff.map((member) => {
    const there = new Set(member.shifts.map(({ id }) => id));
    const missing = shifts.filter(({ id, staffId }) => staffId === member.id && !there.has(id));
    if (missing.length === 0) return member;
    const place = known(places.ofStaff, member.id, 'place of staff');
    const all = [...member.shifts, ...missing.map((shift) => shiftInput(shift, epoch, place))];
    return { ...member, shifts: all.sort((a, b) => a.start - b.start) };
  });
  return { ...problem, staff };
}

/** Nobody who has left in mid-shift is given more. */
function withoutTheGone(problem: ProblemInput, { visits, begun, gone }: Demand): ProblemInput {
  if (gone.length === 0) return problem;
  const dates = new Map(visits.map(({ key, date }) => [key, date]));
  const without = (visit: VisitInput): VisitInput => {
    const left = gone.filter(({ date }) => date === dates.get(visit.id)).map(({ staffId }) => staffId);
    if (left.length === 0 || begun.has(visit.id)) return visit;
    return { ...visit, parts: visit.parts.map((part) => ({ ...part, excludedStaff: [...(part.excludedStaff ?? []), ...left] })) };
  };
  return { ...problem, visits: problem.visits.map(without) };
}
