import { TASKS } from './task-data.js';
import type { Task, TaskFamily } from './task.js';

const BY_CODE: ReadonlyMap<string, Task> = new Map(TASKS.map((task) => [task.code, task]));
const ORDER: ReadonlyMap<string, number> = new Map(TASKS.map((task, index) => [task.code, index]));

/** The task of a code, or undefined: for checking what people typed. */
export function findTask(code: string): Task | undefined {
  return BY_CODE.get(code);
}

/** The task of a code that has been checked before. Throws a RangeError when it is unknown. */
export function taskOf(code: string): Task {
  const task = BY_CODE.get(code);
  if (task === undefined) throw new RangeError(`'${code}' is not a task of the catalogue`);
  return task;
}

/** Place of a task in the catalogue, from 0; pairs are named in this order. */
export function taskIndex(code: string): number {
  return ORDER.get(taskOf(code).code) as number;
}

/** The service a task belongs to (S001). */
export function familyOf(task: Task): TaskFamily {
  switch (task.group[0]) {
    case 'S':
      return 'social';
    case 'R':
      return 'rehabilitation';
    case 'G':
      return 'gp';
    default:
      return 'health';
  }
}

/** Whether the task holds the client: then no second such task can go on at the same time. */
export function occupiesClient(task: Task): boolean {
  return task.occupancy === 'body' || task.occupancy === 'attention';
}

/** Health tasks paid only beside a main one of the same episode: samples, vital signs, teaching, enema (S026-S029). */
export function isAddOn(task: Task): boolean {
  return task.group.startsWith('A');
}

/** The five main services of health care at home, which an add-on needs (S018-S024). */
export function isMainHealthTask(task: Task): boolean {
  return familyOf(task) === 'health' && !isAddOn(task);
}
