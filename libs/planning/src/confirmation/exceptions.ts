import type { Position } from '#care';
import type { ExceptionReason } from '#contracts';
import { matchParts, outcomeOf, standingEvents, type PartOutcome } from '../ledger/delivery.js';
import type { PlannedPart, ReportedEvent } from '../ledger/ledger-facts.js';
import type { ConfirmationLimits } from './limits.js';

/** An event with everything that limits look at; instants in epoch seconds. */
export interface RecordedEvent extends ReportedEvent {
  readonly recordedAt: number;
  readonly task: string | null;
  readonly reason: string | null;
  readonly position: (Position & { readonly accuracyMetres: number | null }) | null;
  /** Whether the code at the door that came with it was the client's; null: none came. */
  readonly doorCode: boolean | null;
}

/** What was planned and what was reported of one visit. */
export interface VisitRecord {
  readonly planned: readonly PlannedPart[];
  readonly tasks: readonly string[];
  readonly home: Position;
  readonly events: readonly RecordedEvent[];
  /** Numbers of events of which somebody has said that they are right; later events are looked at anew. */
  readonly acknowledged: readonly number[];
}

/**
 * `open`: its time has not passed, or somebody is still there. `confirmed`: ended inside the limits. `exception`: outside
 * of them, and nobody has acknowledged it as it stands. `acknowledged`: outside, and somebody has.
 */
export type RecordState = 'open' | 'confirmed' | 'exception' | 'acknowledged';

/** A record with what lies outside the limits. */
export interface JudgedRecord {
  readonly state: RecordState;
  readonly reasons: readonly ExceptionReason[];
}

/**
 * Judges a visit's record. A visit neither planned nor reported is open. Every part has its own reasons; tasks are the
 * visit's. Minutes are whole ones of the clock, as the ledger counts them.
 */
export function judgeRecord(record: VisitRecord, limits: ConfirmationLimits, now: number): JudgedRecord {
  const outcome = outcomeOf(record.events);
  const parts = matchParts(record.planned, outcome.deliveries);
  const overdue = now - 60 * limits.longerMinutes;
  const waiting = parts.some(({ part, delivery }) =>
    delivery ? delivery.left === null && (part?.end ?? delivery.arrived * 60) > overdue : part !== null && part.end > now,
  );
  if (parts.length === 0 || (waiting && outcome.reason === null)) return { state: 'open', reasons: [] };
  const reasons = [
    ...parts.flatMap((part) => partReasons(part, outcome.reason, limits)),
    ...placeReasons(record, limits),
    ...(outcome.deliveries.length > 0 ? taskReasons(record, limits) : []),
  ];
  if (reasons.length === 0) return { state: 'confirmed', reasons };
  return { state: record.acknowledged.includes(record.events.length) ? 'acknowledged' : 'exception', reasons };
}

/** Whether what was delivered may be billed. */
export function isConfirmed({ state }: JudgedRecord): boolean {
  return state === 'confirmed' || state === 'acknowledged';
}

function partReasons(
  { part, delivery }: PartOutcome,
  missed: string | null,
  { startMinutes, shorterMinutes, longerMinutes }: ConfirmationLimits,
): readonly ExceptionReason[] {
  const reason = (code: ExceptionReason['code'], actual = 0, limit = 0): ExceptionReason => ({ code, actual, limit });
  if (!part) return [reason('unplanned', delivery?.minutes ?? 0)];
  if (!delivery) return [missed === null ? reason('not_recorded') : { ...reason('missed'), cause: missed }];
  if (delivery.left === null) return [reason('unfinished')];
  const start = delivery.arrived - Math.floor(part.start / 60);
  const length = delivery.minutes - Math.round((part.end - part.start) / 60);
  return [
    ...(delivery.staffId === part.staffId ? [] : [reason('other_person')]),
    ...(-start > startMinutes ? [reason('early', -start, startMinutes)] : []),
    ...(start > startMinutes ? [reason('late', start, startMinutes)] : []),
    ...(-length > shorterMinutes ? [reason('shorter', -length, shorterMinutes)] : []),
    ...(length > longerMinutes ? [reason('longer', length, longerMinutes)] : []),
  ];
}

/** What check-ins and check-outs say of where and how they were made; each reason once, with its worst figure. */
function placeReasons({ events, home }: VisitRecord, limits: ConfirmationLimits): readonly ExceptionReason[] {
  const checks = standing(events).filter(({ kind }) => kind === 'checked_in' || kind === 'checked_out');
  const far = Math.max(0, ...checks.map((event) => metresOff(event, home)));
  const hours = Math.max(0, ...checks.map(({ at, recordedAt }) => Math.floor((recordedAt - at) / 3600)));
  const forced = checks.find(({ reason, doorCode }) => reason !== null && doorCode !== true)?.reason;
  return [
    ...(forced ? [{ code: 'forced', actual: 0, limit: 0, cause: forced } as const] : []),
    ...(far > limits.placeMetres ? [{ code: 'place', actual: far, limit: limits.placeMetres } as const] : []),
    ...(checks.some(({ doorCode }) => doorCode === false) ? [{ code: 'door_code', actual: 0, limit: 0 } as const] : []),
    ...(hours > limits.recordedHours ? [{ code: 'entered_late', actual: hours, limit: limits.recordedHours } as const] : []),
  ];
}

function taskReasons({ tasks, events }: VisitRecord, limits: ConfirmationLimits): readonly ExceptionReason[] {
  const last = new Map<string, RecordedEvent['kind']>();
  for (const { task, kind } of standing(events)) if (task !== null) last.set(task, kind);
  const notDone = tasks.filter((task) => last.get(task) === 'task_not_done').length;
  const open = tasks.filter((task) => !last.has(task)).length;
  return [
    ...(notDone > limits.tasksNotDone ? [{ code: 'tasks_not_done', actual: notDone, limit: limits.tasksNotDone } as const] : []),
    ...(open > limits.tasksOpen ? [{ code: 'tasks_open', actual: open, limit: limits.tasksOpen } as const] : []),
  ];
}

function standing(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return standingEvents(events) as readonly RecordedEvent[];
}

const EARTH_METRES = 6_371_000;

/** Metres between a check and the home beyond what the position is unsure of; the code at the door is proof of the place. */
function metresOff({ position, doorCode }: RecordedEvent, home: Position): number {
  if (position === null || doorCode === true) return 0;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [dLat, dLon] = [radians(position.latitude - home.latitude), radians(position.longitude - home.longitude)];
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(position.latitude)) * Math.cos(radians(home.latitude)) * Math.sin(dLon / 2) ** 2;
  return Math.max(0, Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(h)) - (position.accuracyMetres ?? 0)));
}
