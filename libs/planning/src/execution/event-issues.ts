import type { Issue } from '#contracts';
import type { EventContext, StoredEvent } from './event-ports.js';

/** Who reports: an account, and the staff member it belongs to. */
export interface Reporter {
  readonly accountId: string;
  /** May report for everybody. */
  readonly office: boolean;
  readonly staffId: string | null;
}

interface Judged {
  readonly context: EventContext;
  readonly reporter: Reporter;
  readonly now: Date;
}

/** How far a device's clock may be ahead, in milliseconds. */
const CLOCK_AHEAD_MS = 15 * 60_000;

type Fault = readonly [code: string, field: string, allowed: string];

/** Everything wrong with events that are to be stored together; repeats of what is stored are not looked at again. */
export function eventIssues(events: readonly StoredEvent[], judged: Judged): readonly Issue[] {
  return events.flatMap((event, index) => {
    const known = judged.context.events.get(event.id);
    const twin = events.find(({ id }) => id === event.id);
    const other = (known && !isSame(known.event, event)) || (twin !== event && twin && !isSame(twin, event));
    if (other) return [issueOf(index, ['event.id_reused', 'id', 'an id of its own'])];
    if (known || twin !== event) return [];
    return [...subjectFaults(event, judged), ...contentFaults(event, judged), ...correctionFaults(event, events, judged)].map(
      (fault) => issueOf(index, fault),
    );
  });
}

function subjectFaults({ visit, staff }: StoredEvent, { context, reporter }: Judged): readonly Fault[] {
  const known = context.visits.get(visit);
  const faults: Fault[] = known ? [] : [['event.visit_unknown', 'visit', 'the key of a visit that was planned']];
  if (!context.staff.has(staff)) faults.push(['event.staff_unknown', 'staff', 'the id of a staff member']);
  const own = staff === reporter.staffId && known?.staff.includes(staff) === true;
  if (known && !reporter.office && !own) faults.push(['event.not_yours', 'visit', 'your own visits of the published plan']);
  return faults;
}

function contentFaults(event: StoredEvent, { context, now }: Judged): readonly Fault[] {
  const { kind, task, reason, expectedAt, at, visit } = event;
  const faults: Fault[] = [];
  if (Date.parse(at) > now.getTime() + CLOCK_AHEAD_MS) faults.push(['event.in_future', 'at', `up to ${now.toISOString()}`]);
  const tasks = context.visits.get(visit)?.tasks ?? [];
  const ofTask = kind === 'task_done' || kind === 'task_not_done';
  if (ofTask ? context.visits.has(visit) && !tasks.includes(task ?? '') : task !== undefined) {
    faults.push(['event.task_unknown', 'task', ofTask ? tasks.join(', ') : 'nothing']);
  }
  const reasoned = kind === 'task_not_done' || kind === 'unsafe' || kind === 'not_given';
  if (reasoned && reason === undefined) faults.push(['event.reason_missing', 'reason', 'up to 200 characters']);
  if (kind === 'running_late' && expectedAt === undefined) {
    faults.push(['event.expected_missing', 'expectedAt', 'an instant with its offset']);
  }
  return faults;
}

function correctionFaults(event: StoredEvent, events: readonly StoredEvent[], { context }: Judged): readonly Fault[] {
  const { id, kind, corrects, visit, staff } = event;
  if (corrects === undefined) {
    return kind === 'withdrawn' ? [['event.corrects_unknown', 'corrects', 'the id of the event to withdraw']] : [];
  }
  const target = events.find((other) => other.id === corrects) ?? context.events.get(corrects)?.event;
  const unknown: Fault = ['event.corrects_unknown', 'corrects', 'an event of the same visit and person'];
  if (!target || corrects === id || target.visit !== visit || target.staff !== staff) return [unknown];
  const by = context.events.get(corrects)?.correctedBy ?? null;
  const twice = (by !== null && by !== id) || events.some((other) => other.corrects === corrects && other.id !== id);
  return twice ? [['event.already_corrected', 'corrects', 'the newest event of its kind']] : [];
}

/** Whether two reports say the same: instants by their moment, everything else by its value. */
function isSame(a: StoredEvent, b: StoredEvent): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf({ visit, staff, kind, at, task, reason, note, expectedAt, position, corrects }: StoredEvent): string {
  const moment = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text));
  const { latitude, longitude, accuracyMetres, ageSeconds } = position ?? {};
  const place = [latitude ?? null, longitude ?? null, accuracyMetres ?? null, ageSeconds ?? null];
  return JSON.stringify([
    ...[visit, staff, kind, moment(at), task ?? null, reason ?? null, note ?? null, moment(expectedAt), place],
    corrects ?? null,
  ]);
}

function issueOf(index: number, [code, field, allowed]: Fault): Issue {
  return { code, path: `events.${index}.${field}`, allowed, message: 'Correct this event and send them all again.' };
}
