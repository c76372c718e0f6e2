import type { Issue, QualityView, TimeQuality, VisitQuality } from '#contracts';
import { addDays, dayOf, earlierDay, isoWeekStart, LATVIA, laterDay } from '#time';
import { dividedRound } from '../ledger/amount.js';
import { matchParts, outcomeOf, plannedMinutes } from '../ledger/delivery.js';
import type { PlannedPart, ReportedEvent } from '../ledger/ledger-facts.js';
import type { LedgerPeriod } from '../ledger/ledger-table.js';
import { rangeIssues } from '../ledger/view-ledger.js';

/** A visit of a published plan, and what was reported of it. */
export interface MeasuredVisit {
  readonly date: string;
  readonly clientId: string;
  readonly district: string;
  readonly planned: readonly PlannedPart[];
  readonly events: readonly ReportedEvent[];
}

/** A published route; seconds. */
export interface MeasuredRoute {
  readonly date: string;
  readonly staffId: string;
  /** The main one. */
  readonly profession: string;
  readonly contractMinutesPerWeek: number;
  readonly serviceSeconds: number;
  readonly travelSeconds: number;
  readonly waitingSeconds: number;
}

export interface QualityFacts {
  readonly visits: readonly MeasuredVisit[];
  readonly routes: readonly MeasuredRoute[];
  /** Leave and illness; days, both included. */
  readonly absences: readonly { readonly staffId: string; readonly from: string; readonly to: string }[];
  /** What a working hour costs, in cents by profession; null or absent: not known. */
  readonly hourCosts: ReadonlyMap<string, number | null>;
}

/** Published plans and reports of days; visits reach 14 days further back, for continuity. */
export interface QualityStore {
  facts(providerId: string, period: LedgerPeriod): Promise<QualityFacts>;
}

export type QualityOutcome =
  { readonly ok: true; readonly quality: QualityView } | { readonly ok: false; readonly issues: readonly Issue[] };

/** Days over which the people a client sees are counted. */
export const CONTINUITY_DAYS = 14;
const PUNCTUAL_MINUTES = 15;
/** Working days of a week: a contract's minutes are dealt out to them. */
const WORKING_DAYS = 5;
/** A visit planned for this long and given in less is a short one. */
const SHORT_MINUTES = 30;

/** How well care was given on the days, by what is known at `now` (epoch seconds of the last visit counted). */
export async function viewQuality(
  store: QualityStore,
  providerId: string,
  days: LedgerPeriod,
  now: Date,
): Promise<QualityOutcome> {
  const issues = rangeIssues(days);
  if (issues.length > 0) return { ok: false, issues };
  const facts = await store.facts(providerId, days);
  return { ok: true, quality: measureQuality(facts, days, now.getTime() / 1000) };
}

/** The figures of the days, week by week and district by district. */
export function measureQuality(facts: QualityFacts, days: LedgerPeriod, now: number): QualityView {
  const over = facts.visits.filter(({ planned }) => planned.every(({ end }) => end <= now));
  const weeks: LedgerPeriod[] = [];
  for (let monday = isoWeekStart(days.from); monday <= days.to; monday = addDays(monday, 7)) {
    weeks.push({ from: laterDay(monday, days.from), to: earlierDay(addDays(monday, 6), days.to) });
  }
  const today = dayOf(Math.floor(now));
  // Working time is known by routes as planned: what is still ahead is no time spent.
  const spent = { ...facts, routes: facts.routes.filter(({ date }) => date < today) };
  const given = over.filter(({ date }) => date < today);
  const all = (span: LedgerPeriod) => ({
    ...visitQuality(over, span),
    ...timeQuality(spent, span, visitQuality(given, span).deliveredMinutes),
  });
  const districts = [...new Set(over.map(({ district }) => district))].sort((a, b) => a.localeCompare(b, 'lv'));
  return {
    total: all(days),
    weeks: weeks.map((week) => ({ ...week, ...all(week) })),
    districts: districts
      .map((name) => ({
        name,
        ...visitQuality(
          over.filter(({ district }) => district === name),
          days,
        ),
      }))
      .filter(({ planned }) => planned > 0),
  };
}

const within = ({ from, to }: LedgerPeriod, day: string): boolean => from <= day && day <= to;

function visitQuality(visits: readonly MeasuredVisit[], span: LedgerPeriod): VisitQuality {
  const own = visits.filter(({ date, planned }) => planned.length > 0 && within(span, date)).map(measured);
  const given = own.filter(({ delivered }) => delivered > 0);
  const sum = (field: 'planned' | 'delivered'): number => own.reduce((total, one) => total + one[field], 0);
  const people = peopleSeen(visits, { from: addDays(span.to, 1 - CONTINUITY_DAYS), to: span.to });
  return {
    planned: own.length,
    given: given.length,
    missed: own.filter(({ delivered, reason }) => delivered === 0 && (reason === null || reason === 'no_staff')).length,
    refused: own.filter(({ delivered, reason }) => delivered === 0 && reason !== null && reason !== 'no_staff').length,
    short: given.filter(({ planned, parts, delivered }) => planned / parts >= SHORT_MINUTES && delivered / parts < SHORT_MINUTES)
      .length,
    punctual: perMille(given.filter(({ late }) => Math.abs(late) <= PUNCTUAL_MINUTES).length, given.length),
    people: people.length === 0 ? null : dividedRound(10 * people.reduce((total, n) => total + n, 0), people.length),
    mostPeople: people.length === 0 ? null : Math.max(...people),
    plannedMinutes: sum('planned'),
    deliveredMinutes: sum('delivered'),
  };
}

/** Minutes planned and delivered, how late the first one came, and the reason told. */
function measured({ planned, events }: MeasuredVisit) {
  const outcome = outcomeOf(events);
  const matched = matchParts(planned, outcome.deliveries);
  const lates = matched.flatMap(({ part, delivery }) =>
    part && delivery ? [delivery.arrived - Math.floor(part.start / 60)] : [],
  );
  return {
    planned: planned.reduce((sum, part) => sum + plannedMinutes(part), 0),
    parts: planned.length,
    delivered: outcome.deliveries.reduce((sum, { minutes }) => sum + minutes, 0),
    late: lates.length === 0 ? 0 : lates.reduce((a, b) => (Math.abs(a) > Math.abs(b) ? a : b)),
    reason: outcome.reason,
  };
}

/** How many different people each client saw on the days who had anybody. */
function peopleSeen(visits: readonly MeasuredVisit[], span: LedgerPeriod): readonly number[] {
  const seen = new Map<string, Set<string>>();
  for (const { date, clientId, events } of visits) {
    if (!within(span, date)) continue;
    const known = seen.get(clientId) ?? new Set<string>();
    for (const { staffId } of outcomeOf(events).deliveries) known.add(staffId);
    if (known.size > 0) seen.set(clientId, known);
  }
  return [...seen.values()].map((people) => people.size);
}

function timeQuality({ routes, absences, hourCosts }: QualityFacts, span: LedgerPeriod, deliveredMinutes: number): TimeQuality {
  const own = routes.filter(({ date }) => within(span, date));
  const minutes = (field: 'serviceSeconds' | 'travelSeconds' | 'waitingSeconds', of = own): number =>
    Math.round(of.reduce((sum, route) => sum + route[field], 0) / 60);
  const [care, travel, waiting] = [minutes('serviceSeconds'), minutes('travelSeconds'), minutes('waitingSeconds')];
  const work = care + travel + waiting;
  const workdays = [...new Set(own.map(({ date }) => date))].filter((day) => LATVIA.isWorkingDay(day));
  const loads = [...new Set(own.map(({ staffId }) => staffId))].flatMap((staffId) => {
    const mine = own.filter((route) => route.staffId === staffId);
    const away = absences.filter((absence) => absence.staffId === staffId);
    const present = workdays.filter((day) => !away.some((absence) => within(absence, day)));
    const contract = (mine[0].contractMinutesPerWeek * present.length) / WORKING_DAYS;
    const worked = minutes('serviceSeconds', mine) + minutes('travelSeconds', mine) + minutes('waitingSeconds', mine);
    return contract > 0 ? [Math.round((100 * worked) / contract)] : [];
  });
  return {
    travelMinutes: travel,
    waitingMinutes: waiting,
    travelShare: perMille(travel, work),
    lowestLoad: loads.length === 0 ? null : Math.min(...loads),
    highestLoad: loads.length === 0 ? null : Math.max(...loads),
    minutesPerHour: deliveredMinutes === 0 ? null : dividedRound(60 * work, deliveredMinutes),
    costPerHour: deliveredMinutes === 0 ? null : costPerHour(own, hourCosts, deliveredMinutes),
  };
}

/** Cents for each hour delivered; null where a profession at work has no cost. */
function costPerHour(
  routes: readonly MeasuredRoute[],
  hourCosts: QualityFacts['hourCosts'],
  deliveredMinutes: number,
): number | null {
  let cents = 0;
  for (const { profession, serviceSeconds, travelSeconds, waitingSeconds } of routes) {
    const cost = hourCosts.get(profession) ?? null;
    if (cost === null) return null;
    cents += (cost * (serviceSeconds + travelSeconds + waitingSeconds)) / 3600;
  }
  return Math.round((60 * cents) / deliveredMinutes);
}

function perMille(part: number, whole: number): number | null {
  return whole === 0 ? null : dividedRound(1000 * part, whole);
}
