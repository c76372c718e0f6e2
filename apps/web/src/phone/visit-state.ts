import type { ExecutionEvent, MyDayView, MyStopView, MyVisitView } from '#contracts';
import type { Entry } from './outbox.js';

/** How far one's own visit has come, by what the server has and what still waits on the phone. */
export interface VisitState {
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** By code: done, or the reason why not. */
  readonly tasks: ReadonlyMap<string, { readonly done: true } | { readonly done: false; readonly reason: string }>;
  readonly notes: readonly string[];
  /** Reports that end a visit before it began: nobody home, refused. */
  readonly missed: string | null;
  /** Ids of what began, ended or stopped the visit, the last one first: what a slip of the thumb may have been. */
  readonly steps: readonly string[];
}

const MISSED: ReadonlySet<string> = new Set(['visit_refused', 'client_absent', 'client_in_hospital', 'no_answer', 'unsafe']);

/** Everything reported of the day, sent or not, each event once, in order of time. */
export function reported(day: Pick<MyDayView, 'events'>, entries: readonly Entry[]): readonly ExecutionEvent[] {
  const waiting = entries.flatMap((entry) => (entry.channel === 'events' && entry.refused === null ? [entry.body] : []));
  const events = new Map([...day.events, ...waiting].map((event) => [event.id, event]));
  const replaced = new Set([...events.values()].map(({ corrects }) => corrects));
  return [...events.values()]
    .filter(({ id, kind }) => !replaced.has(id) && kind !== 'withdrawn')
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.id.localeCompare(b.id));
}

/** The state of one visit. */
export function stateOf(visit: string, events: readonly ExecutionEvent[]): VisitState {
  const own = events.filter((event) => event.visit === visit);
  const tasks = new Map<string, { done: true } | { done: false; reason: string }>();
  for (const { kind, task, reason } of own) {
    if (task === undefined) continue;
    tasks.set(task, kind === 'task_done' ? { done: true } : { done: false, reason: reason ?? '' });
  }
  return {
    startedAt: own.find(({ kind }) => kind === 'checked_in')?.at ?? null,
    endedAt: own.findLast(({ kind }) => kind === 'checked_out')?.at ?? null,
    tasks,
    notes: own.flatMap(({ kind, note }) => (kind === 'note' && note !== undefined ? [note] : [])),
    missed: own.findLast(({ kind }) => MISSED.has(kind))?.kind ?? null,
    steps: own
      .filter(({ kind }) => kind === 'checked_in' || kind === 'checked_out' || MISSED.has(kind))
      .map(({ id }) => id)
      .reverse(),
  };
}

/** Tasks nothing is said of yet. */
export function unsaid({ tasks }: Pick<MyVisitView, 'tasks'>, state: VisitState): readonly string[] {
  return tasks.filter((task) => !state.tasks.has(task));
}

/** Whether nothing is left to do at a visit. */
export function isOver({ startedAt, endedAt, missed }: VisitState): boolean {
  return endedAt !== null || (missed !== null && startedAt === null);
}

export interface VisitStop extends MyStopView {
  readonly visit: MyVisitView;
}

/** The visits of a day in order. */
export function visitsOf({ routes }: Pick<MyDayView, 'routes'>): readonly VisitStop[] {
  return routes.flatMap(({ stops }) => stops).filter((stop): stop is VisitStop => stop.visit !== null);
}

/** The visit that is next, or under way; undefined when the day is done. */
export function nextVisit(day: MyDayView, events: readonly ExecutionEvent[]): VisitStop | undefined {
  return visitsOf(day).find(({ visit }) => !isOver(stateOf(visit.visit, events)));
}

/** Seconds of the day's paid time that have passed: from leaving to being back, without breaks. */
export function paidUntil({ routes }: Pick<MyDayView, 'routes'>, now: number): number {
  const past = (from: string, to: string): number => Math.max(0, Math.min(now, Date.parse(to)) - Date.parse(from));
  return routes.reduce((sum, { departure, return: back, stops }) => {
    const breaks = stops.filter(({ kind }) => kind === 'break').reduce((all, { start, end }) => all + past(start, end), 0);
    return sum + (past(departure, back) - breaks) / 1000;
  }, 0);
}
