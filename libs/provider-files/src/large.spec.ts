import { describe, expect, it } from '@jest/globals';
import { readProviderFile } from './read-provider-file.js';
import { asFolder, csvOf, exampleSheets, TASK_CODES, type Typed, type TypedSheets } from './testing/cells.js';
import { largeProvider } from './testing/large-provider.js';
import type { NamedBytes } from './sources/input.js';
import { writeProviderFile } from './write/write-provider-file.js';

const ROWS = 20_000;
/** Milliseconds; far less on a machine that does nothing else. */
const PATIENCE = 120_000;
const options = { taskCodes: TASK_CODES };
const large = largeProvider(ROWS);

describe('20,000 rows', () => {
  it(
    'come in whole as csv-zip',
    async () => {
      const bytes = await writeProviderFile(large, 'csv-zip');
      const result = await readProviderFile({ name: 'large', bytes }, options);
      expect(result.ok && result.file.shifts.length).toBe(ROWS);
      expect(result.ok && result.file.shifts.at(-1)).toEqual(large.shifts.at(-1));
    },
    PATIENCE,
  );

  it(
    'with a fault in each give an issue each, none left out',
    async () => {
      const sheets: TypedSheets = exampleSheets();
      const [header] = sheets.get('shifts')! as [Typed[]];
      const rows = large.shifts.map((shift) =>
        header.map((field) => ({ ...shift, staff: `X${shift.id}` })[field as 'id'] as Typed),
      );
      const folder = asFolder(sheets) as { name: string; files: NamedBytes[] };
      const shifts = { name: 'shifts.csv', bytes: new TextEncoder().encode(csvOf([header, ...rows])) };
      const files = [...folder.files.filter((file) => file.name !== 'shifts.csv'), shifts];
      const result = await readProviderFile({ name: 'folder', files }, options);
      expect(result.ok ? 0 : result.issues.length).toBe(ROWS);
      expect(result.ok ? undefined : result.issues.at(-1)).toMatchObject({
        code: 'reference.unknown',
        row: ROWS + 1,
        column: 'staff',
        value: `XM-${ROWS - 1}`,
      });
    },
    PATIENCE,
  );
});
