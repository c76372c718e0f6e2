import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { readProviderFile } from './read-provider-file.js';
import { inputFromPath } from './sources/input.js';
import { TASK_CODES } from './testing/cells.js';

const FIXTURES = 'test/fixtures/provider-files';

describe('a folder as an office hands it over', () => {
  it('is answered with every issue at its cell', async () => {
    const found = await inputFromPath(`${FIXTURES}/dirty`);
    const result = found.ok ? await readProviderFile(found.input, { taskCodes: TASK_CODES }) : found;
    const issues = result.ok
      ? []
      : result.issues.map(({ code, sheet, row, column, value }) => ({ code, sheet, row, column, value }));
    expect(issues).toEqual(JSON.parse(await readFile(`${FIXTURES}/dirty.issues.json`, 'utf8')));
    const warnings = 'warnings' in result ? result.warnings.map(({ code, sheet }) => [code, sheet]) : [];
    expect(warnings.sort()).toEqual([
      ['file.encoding_guessed', 'Klienti.csv'],
      ['file.encoding_guessed', 'Pašvaldības.csv'],
      ['sheet.unknown', 'Piezīmes.csv'],
    ]);
  });

  it('is no folder when it is not there', async () => {
    expect(await inputFromPath(`${FIXTURES}/none`)).toMatchObject({
      ok: false,
      issues: [{ code: 'file.unreadable', sheet: 'none' }],
    });
  });
});
