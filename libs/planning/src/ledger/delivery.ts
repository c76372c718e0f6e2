import type { LedgerCause } from './causes.js';
import type { LedgerVisit, PlannedPart, ReportedEvent } from './ledger-facts.js';

/** Staff time one person gave at a visit. */
export interface Delivery {
  readonly staffId: string;
  readonly minutes: number;
  /** First arrival and last departure, in minutes since 1970; the departure is null while nobody has left. */
  readonly arrived: number;
  readonly left: number | null;
}

/** What a visit's events come to. */
export interface VisitOutcome {
  readonly deliveries: readonly Delivery[];
  /** Why it was not given, or not in full, in somebody's words. */
  readonly reason: LedgerCause | null;
}

/** One planned part beside what was delivered for it; `part` null for somebody nobody had planned. */
export interface PartOutcome {
  readonly part: PlannedPart | null;
  readonly delivery: Delivery | null;
}

const REASONS: Readonly<Partial<Record<ReportedEvent['kind'], LedgerCause>>> = {
  visit_refused: 'refused',
  client_absent: 'away',
  client_in_hospital: 'in_hospital',
  no_answer: 'no_answer',
  unsafe: 'unsafe',
  not_given: 'no_staff',
};

/** The events that stand: neither corrected by another nor a mere withdrawal. In order of time, then id. */
export function standingEvents(events: readonly ReportedEvent[]): readonly ReportedEvent[] {
  const replaced = new Set(events.map(({ corrects }) => corrects));
  return events
    .filter(({ id, kind }) => !replaced.has(id) && kind !== 'withdrawn')
    .sort((a, b) => a.at - b.at || a.id.localeCompare(b.id, 'en'));
}

/**
 * Minutes each person gave, from arrival to departure, as often as they came: an event counts at its minute, seconds cut
 * off, so that what a clock shows is what is counted. The latest stated reason is the visit's.
 */
export function outcomeOf(events: readonly ReportedEvent[]): VisitOutcome {
  const standing = standingEvents(events);
  const staff = [...new Set(standing.filter(({ kind }) => kind === 'checked_in').map(({ staffId }) => staffId))];
  const reason = standing.findLast(({ kind }) => REASONS[kind] !== undefined);
  return {
    deliveries: staff.map((id) =>
      deliveryOf(
        id,
        standing.filter(({ staffId }) => staffId === id),
      ),
    ),
    reason: reason ? (REASONS[reason.kind] ?? null) : null,
  };
}

function deliveryOf(staffId: string, events: readonly ReportedEvent[]): Delivery {
  let minutes = 0;
  let since: number | null = null;
  let arrived: number | null = null;
  let left: number | null = null;
  for (const { kind, at } of events) {
    const minute = Math.floor(at / 60);
    if (kind === 'checked_in' && since === null) {
      since = minute;
      arrived ??= minute;
    } else if (kind === 'checked_out' && since !== null) {
      minutes += minute - since;
      left = minute;
      since = null;
    }
  }
  return { staffId, minutes, arrived: arrived ?? 0, left };
}

/** Each planned part with its own person's time; parts whose person did not come take whoever came instead, in order of arrival. */
export function matchParts(planned: readonly PlannedPart[], deliveries: readonly Delivery[]): readonly PartOutcome[] {
  const parts = [...planned].sort((a, b) => a.part - b.part);
  const byArrival = [...deliveries].sort((a, b) => a.arrived - b.arrived || a.staffId.localeCompare(b.staffId, 'en'));
  const own = new Set(parts.map(({ staffId }) => staffId));
  const others = byArrival.filter(({ staffId }) => !own.has(staffId));
  const matched = parts.map((part): PartOutcome => {
    const delivery = byArrival.find(({ staffId }) => staffId === part.staffId) ?? others.shift() ?? null;
    return { part, delivery };
  });
  return [...matched, ...others.map((delivery): PartOutcome => ({ part: null, delivery }))];
}

/** Minutes of a planned part. */
export function plannedMinutes({ start, end }: PlannedPart): number {
  return Math.round((end - start) / 60);
}

/** The difference between what was planned and what was delivered of a part, with its one cause; null when there is none. */
export function partGap(
  { part, delivery }: PartOutcome,
  { reason }: VisitOutcome,
  now: number,
): readonly [cause: LedgerCause, minutes: number] | null {
  const planned = part ? plannedMinutes(part) : 0;
  const minutes = planned - (delivery?.minutes ?? 0);
  if (minutes === 0) return null;
  if (!part) return ['unplanned', minutes];
  if (minutes < 0) return ['longer', minutes];
  if (reason) return [reason, minutes];
  if (!delivery) return [part.end > now ? 'not_due' : 'not_recorded', minutes];
  if (delivery.left === null) return ['unfinished', minutes];
  const late = delivery.arrived - Math.floor(part.start / 60);
  const early = Math.floor(part.end / 60) - delivery.left;
  return [late > 0 && late >= early ? 'late' : 'left_early', minutes];
}

/** All gaps between planned and delivered of a visit, part by part, and its sums. */
export function visitOutcome(
  visit: LedgerVisit,
  now: number,
): { readonly planned: number; readonly delivered: number; readonly gaps: readonly (readonly [LedgerCause, number])[] } {
  const outcome = outcomeOf(visit.events);
  const parts = matchParts(visit.planned, outcome.deliveries);
  return {
    planned: parts.reduce((sum, { part }) => sum + (part ? plannedMinutes(part) : 0), 0),
    delivered: parts.reduce((sum, { delivery }) => sum + (delivery?.minutes ?? 0), 0),
    gaps: parts.flatMap((part) => {
      const gap = partGap(part, outcome, now);
      return gap ? [gap] : [];
    }),
  };
}
