import type { ProviderSheet } from '#contracts';
import { nearest } from '../words.js';
import type { Check, Context } from './context.js';

const COLUMNS: readonly (readonly [ProviderSheet, string])[] = [
  ['informalCarers', 'tasks'],
  ['ruleSets', 'tasks'],
  ['ruleBands', 'tasks'],
  ['decisions', 'tasks'],
  ['episodes', 'mainTasks'],
  ['episodes', 'additionalTasks'],
  ['patterns', 'tasks'],
  ['manipulations', 'task'],
];

/** Every task code is in the catalogue; one issue for each unknown code. */
export const knownTasks: Check = (context) => {
  for (const [name, field] of COLUMNS) {
    for (const each of context.rows(name)) {
      const value = each.row.values[field];
      if (value === undefined) continue;
      for (const code of [value].flat() as string[])
        if (!context.care.taskCodes.has(code)) unknownTask(context, each, field, code);
    }
  }
};

function unknownTask(context: Context, each: Parameters<Context['issue']>[1], field: string, code: string): void {
  const meant = nearest(code, context.care.taskCodes, 2);
  const words = { allowed: [...context.care.taskCodes].join(', ') };
  const detail = `There is no task ${code}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
  context.issue('task.unknown', each, field, { ...words, detail });
}

/** Every visit is done by a profession that may do its tasks (S004, S017-S029); known tasks only. */
export const competentPatterns: Check = (context) => {
  const { refusalsOf, taskCodes } = context.care;
  if (!refusalsOf) return;
  for (const pattern of context.rows('patterns')) {
    const { profession, tasks } = pattern.values;
    if (profession === undefined || tasks === undefined) continue;
    const known = tasks.filter((code) => taskCodes.has(code));
    for (const { reason } of refusalsOf(profession, known)) {
      const words = { allowed: 'a profession that does every task of the visit', detail: reason.en };
      context.issue('task.profession', pattern, 'profession', words);
    }
  }
};
