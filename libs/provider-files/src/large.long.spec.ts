import { expect, it } from '@jest/globals';
import { readProviderFile } from './read-provider-file.js';
import { TASK_CODES } from './testing/cells.js';
import { largeProvider } from './testing/large-provider.js';
import { writeProviderFile } from './write/write-provider-file.js';

it('20,000 rows come in whole as xlsx', async () => {
  const large = largeProvider(20_000);
  const bytes = await writeProviderFile(large, 'xlsx');
  const result = await readProviderFile({ name: 'large', bytes }, { taskCodes: TASK_CODES });
  expect(result.ok && result.file.shifts).toEqual(large.shifts);
});
