import type { ProviderSheet } from '#contracts';
import { nearest } from '../words.js';
import type { Check, Context } from './context.js';

const COLUMNS: readonly (readonly [ProviderSheet, string])[] = [
  ['informalCarers', 'tasks'],
  ['decisions', 'tasks'],
  ['episodes', 'mainTasks'],
  ['episodes', 'additionalTasks'],
  ['patterns', 'tasks'],
];

/** Every task code is in the catalogue; one issue for each unknown code. */
export const knownTasks: Check = (context) => {
  for (const [name, field] of COLUMNS) {
    for (const each of context.rows(name)) {
      const codes = each.row.values[field];
      if (!Array.isArray(codes)) continue;
      for (const code of codes as string[]) if (!context.taskCodes.has(code)) unknownTask(context, each, field, code);
    }
  }
};

function unknownTask(context: Context, each: Parameters<Context['issue']>[1], field: string, code: string): void {
  const meant = nearest(code, context.taskCodes, 2);
  const words = { allowed: [...context.taskCodes].join(', ') };
  const detail = `There is no task ${code}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
  context.issue('task.unknown', each, field, { ...words, detail });
}
