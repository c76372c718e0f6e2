import { refusalsOf, TASKS } from '#care';
import { readProviderFile, writeTemplate } from '#provider-files';
import type { ProviderFiles } from '../parts.js';

/** An upload has a type and no name; what is packed tells its form by its first bytes. */
const NAMES: Readonly<Record<string, string>> = { 'application/json': 'upload.json', 'text/csv': 'upload.csv' };

/** Reading and offering provider files, with the task catalogue and the competence rules the reader may not know itself. */
export function providerFiles(): ProviderFiles {
  const taskCodes = TASKS.map((task) => task.code);
  return {
    read: (bytes, type) => readProviderFile({ name: NAMES[type] ?? 'upload.xlsx', bytes }, { taskCodes, refusalsOf }),
    template: () => writeTemplate(),
  };
}
