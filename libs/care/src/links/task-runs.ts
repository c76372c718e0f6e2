import type { TaskOrder, Visit } from '../model.js';
import { taskOf } from '../tasks/catalogue.js';

/** When a task runs inside its visit: whole seconds from the visit's start, the end left out. */
export interface TaskRun {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The tasks of a visit one after the other in the listed order, their typical
 * durations stretched or squeezed to fill the visit exactly.
 */
export function taskRuns(visit: Pick<Visit, 'tasks' | 'durationSeconds'>): readonly TaskRun[] {
  const typical = visit.tasks.map((code) => taskOf(code).minutes.typical);
  const total = typical.reduce((sum, minutes) => sum + minutes, 0);
  let passed = 0;
  let start = 0;
  return visit.tasks.map((code, i) => {
    passed += typical[i];
    const end = Math.round((visit.durationSeconds * passed) / total);
    const run = { code, start, end };
    start = end;
    return run;
  });
}

/** The orders a visit may choose from; without any named, the listed one. */
export function ordersOf(visit: Visit): readonly TaskOrder[] {
  return visit.orders ?? [{ tasks: visit.tasks, cost: 0 }];
}
