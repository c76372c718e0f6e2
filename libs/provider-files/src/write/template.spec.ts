import { describe, expect, it } from '@jest/globals';
import readWorkbook from 'read-excel-file/universal';
import { sheets } from '../columns/sheets.js';
import { readProviderFile } from '../read-provider-file.js';
import { TASK_CODES } from '../testing/cells.js';
import { exampleProvider } from './example.js';
import { writeTemplate } from './template.js';

const cellsOf = async (bytes: Uint8Array) =>
  new Map((await readWorkbook(bytes.slice().buffer)).map(({ sheet, data }) => [sheet, data as unknown as (string | null)[][]]));

describe('the template', () => {
  it.each(['en', 'lv'] as const)('imports as it is (%s)', async (language) => {
    const bytes = await writeTemplate({ language });
    const result = await readProviderFile({ name: 'provider.xlsx', bytes }, { taskCodes: TASK_CODES });
    expect(result).toEqual({ ok: true, file: exampleProvider, warnings: [] });
  });

  it('has a sheet a list, with every column and an example', async () => {
    const found = await cellsOf(await writeTemplate());
    expect([...found.keys()].slice(1)).toEqual(sheets.map((sheet) => sheet.name));
    for (const sheet of sheets) {
      const [header, ...examples] = found.get(sheet.name)!;
      expect(header).toEqual(sheet.columns.map((column) => column.field));
      expect(examples.length).toBeGreaterThan(0);
    }
  });

  it('explains every column in three languages', async () => {
    const readMe = (await cellsOf(await writeTemplate())).get('Lasi mani - Read me')!;
    const lines = new Map(readMe.map((line) => [`${line[0]}.${line[1]}`, line.slice(3)]));
    for (const sheet of sheets) {
      for (const { field } of sheet.columns) expect(lines.get(`${sheet.name}.${field}`)!.filter(Boolean)).toHaveLength(3);
    }
    expect(lines.get('shifts.end')).toEqual([
      'beigas; ne vēlāk par sākumu – nākamajā dienā. laiks no 00:00 līdz 24:00; obligāts',
      'end; not later than the start: on the next day. a time from 00:00 to 24:00; required',
      'конец; не позже начала – на следующий день. время от 00:00 до 24:00; обязательно',
    ]);
    expect(lines.get('clients.municipality')![1]).toBe('id of the municipality. an id of sheet municipalities; required');
  });
});
