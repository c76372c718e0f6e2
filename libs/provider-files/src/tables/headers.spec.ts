import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '#contracts';
import { sheets } from '../columns/sheets.js';
import { readProviderFile } from '../read-provider-file.js';
import { asFolder, asWorkbook, exampleSheets, FORMS, TASK_CODES, type TypedSheets } from '../testing/cells.js';
import { exampleProvider } from '../write/example.js';
import { columnFor, sheetFor } from './headers.js';

const options = { taskCodes: TASK_CODES };
const edited = (edit: (found: TypedSheets) => void): TypedSheets => {
  const found = exampleSheets();
  edit(found);
  return found;
};
const header = (found: TypedSheets, name: string) => found.get(name)![0];
const rename = (found: TypedSheets, from: string, to: string): void => {
  const rows = found.get(from)!;
  found.delete(from);
  found.set(to, rows);
};

describe('names of sheets and columns', () => {
  it('mean one thing each', () => {
    for (const sheet of sheets) {
      expect(sheetFor(sheet.name)).toBe(sheet);
      expect(sheetFor(sheet.header)).toBe(sheet);
      for (const column of sheet.columns) {
        expect(columnFor(sheet, column.field)).toBe(column);
        expect(columnFor(sheet, column.text.header)).toBe(column);
      }
    }
  });

  it.each(['familyName', 'FAMILYNAME', 'family name', ' family_name ', '\uFEFFFamily-Name*', 'Uzvārds', 'UZVARDS', 'surname'])(
    'takes %j',
    (name) => {
      expect(columnFor(sheetFor('clients')!, name)?.field).toBe('familyName');
    },
  );

  it.each(['clients', 'Clients.csv', '01_clients.csv', 'export/CLIENTS.CSV', 'Klienti', 'klienti.txt'])(
    'takes sheet %j',
    (name) => {
      expect(sheetFor(name)?.name).toBe('clients');
    },
  );
});

describe.each(FORMS)('headers in $form', ({ make, label }) => {
  const read = async (edit: (found: TypedSheets) => void) => readProviderFile(await make(edited(edit)), options);

  it.each<[string, (found: TypedSheets) => void]>([
    [
      'Latvian names throughout',
      (found) => sheets.forEach((sheet) => header(found, sheet.name).splice(0, 99, ...sheet.columns.map((c) => c.text.header))),
    ],
    ['a Latvian sheet name', (found) => rename(found, 'clients', 'Klienti')],
    ['columns in another order', (found) => found.get('clients')!.forEach((row) => row.reverse())],
    ['a title above the header', (found) => found.get('clients')!.unshift(['Klientu saraksts'], [''])],
    ['blank columns behind', (found) => found.get('clients')!.forEach((row) => row.push('', ' '))],
    ['blank rows between', (found) => found.get('patterns')!.splice(2, 0, [''], ['', ' '])],
    ['missing optional lists', (found) => ['preferences', 'absences', 'places'].forEach((name) => found.delete(name))],
  ])('may have %s', async (_, edit) => {
    const result = await read(edit);
    expect(result).toMatchObject({ ok: true, warnings: [] });
    if (result.ok) expect(result.file.clients).toEqual(exampleProvider.clients);
    if (result.ok) expect(result.file.patterns).toEqual(exampleProvider.patterns);
  });

  it.each<[string, (found: TypedSheets) => void, ErrorCode, string | undefined, number | undefined, string | undefined]>([
    [
      'a missing required column',
      (found) => found.get('clients')!.forEach((row) => row.splice(2, 1)),
      'column.missing',
      'clients',
      1,
      'familyName',
    ],
    [
      'a misspelt column',
      (found) => void (header(found, 'clients')[3] = 'brithDate'),
      'column.unknown',
      'clients',
      1,
      'brithDate',
    ],
    [
      'a doubled column',
      (found) => void (header(found, 'clients')[4] = 'Birth date'),
      'column.duplicate',
      'clients',
      1,
      'Birth date',
    ],
    ['a row longer than the header', (found) => found.get('clients')![1].push('?'), 'row.extra_cells', 'clients', 2, undefined],
    ['a misspelt sheet', (found) => rename(found, 'absences', 'absenses'), 'sheet.unknown', 'absenses', undefined, undefined],
    ['a missing required sheet', (found) => found.delete('clients'), 'sheet.missing', undefined, undefined, undefined],
    ['a sheet without a header', (found) => found.get('clients')!.shift(), 'sheet.no_header', 'clients', 1, undefined],
    ['an empty required sheet', (found) => found.set('staff', []), 'sheet.no_header', 'staff', 1, undefined],
    [
      'one list twice',
      (found) => found.set('Klienti', [...found.get('clients')!]),
      'sheet.duplicate',
      'Klienti',
      undefined,
      undefined,
    ],
    ['no provider', (found) => found.get('provider')!.pop(), 'provider.rows', 'provider', undefined, undefined],
    ['two providers', (found) => found.get('provider')!.push(['B', 'Otrs']), 'provider.rows', 'provider', 3, undefined],
  ])('may not have %s: one issue, and no others in its wake', async (_, edit, code, sheet, row, column) => {
    const result = await read(edit);
    expect(result.ok ? [] : result.issues).toEqual([expect.objectContaining({ code })]);
    const [found] = result.ok ? [] : result.issues;
    expect([found.sheet, found.row, found.column]).toEqual([sheet && label(sheet), row, column]);
  });

  it('warns of a sheet and a column that belong nowhere, and imports the rest', async () => {
    const result = await read((found) => {
      found.set('Piezīmes', [['mums pašiem']]);
      found.get('clients')!.forEach((row, at) => row.push(at === 0 ? 'Kaķa vārds' : 'Muris'));
    });
    expect(result).toMatchObject({ ok: true, file: exampleProvider });
    expect(result.warnings.map(({ code, sheet, column }) => [code, sheet, column])).toEqual([
      ['column.unknown', label('clients'), 'Kaķa vārds'],
      ['sheet.unknown', label('Piezīmes'), undefined],
    ]);
  });
});

it('forms agree on what they were given', async () => {
  const found = exampleSheets();
  const [a, b] = [await readProviderFile(await asWorkbook(found), options), await readProviderFile(asFolder(found), options)];
  expect(a).toEqual(b);
});
