import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { LIMITS } from '../limits.js';
import { readProviderFile, type ReadResult } from '../read-provider-file.js';
import { asWorkbook, exampleSheets, TASK_CODES, withCells, type Typed } from '../testing/cells.js';
import { exampleProvider } from '../write/example.js';
import type { NamedBytes } from './input.js';
import { scanSheet } from './workbook.js';

const options = { taskCodes: TASK_CODES };
const placesOf = (result: ReadResult) =>
  result.ok ? [] : result.issues.map(({ code, sheet, row, column }) => [code, sheet, row, column]);
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

/** The example workbook with the XML of its parts changed. */
async function patched(change: (name: string, xml: string) => string, sheets = exampleSheets()): Promise<NamedBytes> {
  const { bytes } = (await asWorkbook(sheets)) as NamedBytes;
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strToU8(change(name, strFromU8(part)))] as const);
  return { name: 'provider.xlsx', bytes: zipSync(Object.fromEntries(parts)) };
}

/** Worksheets count from 1. */
const clientSheet = [...exampleSheets().keys()].indexOf('clients') + 1;
/** Changes the cell of an address in the sheet of the clients. */
const clientCell = (address: string, cell: string) => (name: string, xml: string) =>
  name.endsWith(`worksheets/sheet${clientSheet}.xml`)
    ? xml.replace(new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`), cell)
    : xml;

/** Column letter of a field of the clients. */
const letter = (field: string) => String.fromCharCode(65 + exampleSheets().get('clients')![0].indexOf(field));

describe('an .xlsx workbook', () => {
  it.each<[string, string, number, string, Typed]>([
    ['days formatted as dates', 'clients', 2, 'birthDate', day('1941-05-17')],
    ['days of the present century', 'patterns', 2, 'validTo', day('2027-01-18')],
    ['booleans', 'clients', 2, 'livesAlone', true],
    ['numbers', 'clients', 2, 'latitude', 56.9568],
    ['a formatted time', 'shifts', 2, 'start', new Date(Math.round((8 / 24) * 86_400_000) - 25_569 * 86_400_000)],
  ])('may have %s', async (_, sheet, row, field, value) => {
    const result = await readProviderFile(await asWorkbook(withCells([[sheet as 'clients', row, field, value]])), options);
    expect(result).toEqual({ ok: true, file: exampleProvider, warnings: [] });
  });

  it('may end a shift at 24:00 formatted as [h]:mm', async () => {
    const midnight = new Date((1 - 25_569) * 86_400_000);
    const result = await readProviderFile(await asWorkbook(withCells([['shifts', 2, 'end', midnight]])), options);
    expect(result).toMatchObject({ ok: true, file: { shifts: [{ end: '24:00' }] } });
  });

  it('may not have a text that the spreadsheet made a date', async () => {
    const result = await readProviderFile(await asWorkbook(withCells([['clients', 2, 'doorCode', day('2026-12-10')]])), options);
    expect(placesOf(result)).toEqual([['cell.date_in_text', 'clients', 2, 'doorCode']]);
    expect(result.ok ? '' : result.issues[0].value).toBe('2026-12-10');
  });

  it.each([
    ['a calculated formula', '<c r="@" t="str"><f>1+2</f><v>3</v></c>', []],
    ['a formula with an empty result', '<c r="@" t="str"><f>IF(1,"")</f><v></v></c>', []],
    ['a formula without a result', '<c r="@"><f>A1+1</f></c>', [['cell.formula_error', 'clients', 2, 'floor']]],
    ['a division by zero', '<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>', [['cell.formula_error', 'clients', 2, 'floor']]],
    ['a broken reference, written otherwise', "<c t='e' r='@'><v>#REF!</v></c>", [['cell.formula_error', 'clients', 2, 'floor']]],
    ['a rich text', '<c r="@" t="inlineStr"><is><r><t>1</t></r><r><t>2</t></r></is></c>', []],
  ])('reads %s', async (_, cell, issues) => {
    const address = `${letter('floor')}2`;
    const file = await patched(clientCell(address, cell.replace('@', address)));
    expect(placesOf(await readProviderFile(file, options))).toEqual(issues);
  });

  it('passes over a million formatted but empty rows', async () => {
    const empties = '<row r="1048575" s="1" ht="15"/><row r="1048576"><c r="XFD1048576" s="3"/></row></sheetData>';
    const file = await patched((name, xml) => (name.includes('worksheets/') ? xml.replace('</sheetData>', empties) : xml));
    expect(await readProviderFile(file, options)).toEqual({ ok: true, file: exampleProvider, warnings: [] });
  });

  it.each([
    ['two filled cells in far corners', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', 'file.too_large'],
    ['a cell without an address', '<row><c><v>1</v></c></row>', 'file.unreadable'],
    ['an address that is none', '<row r="99"><c r="A-1"><v>1</v></c></row>', 'file.unreadable'],
    ['an address in disguise', '<row r="99"><c r="&#88;FD9"><v>1</v></c></row>', 'file.unreadable'],
    ['a tag nobody can follow', '<row r="99"><c x=">" r="B99" y="><v>1</v></c></row>', 'file.unreadable'],
  ])('refuses %s before it is laid out', async (_, row, code) => {
    const file = await patched((name, xml) =>
      name.endsWith('sheet4.xml') ? xml.replace('</sheetData>', `${row}</sheetData>`) : xml,
    );
    expect(placesOf(await readProviderFile(file, options))).toEqual([[code, 'provider.xlsx', undefined, undefined]]);
  });

  it('counts the area, not only rows and columns', () => {
    const sheet = (row: number, column: string) =>
      `<sheetData><row r="${row}"><c r="${column}${row}"><v>1</v></c></row></sheetData>`;
    expect(scanSheet(sheet(100_000, 'A')).ok).toBe(true);
    expect(scanSheet(sheet(100_000, 'BA'))).toEqual({ ok: false, fault: 'too_large' });
    expect(LIMITS.cells).toBeLessThan(100_000 * 53);
  });
});

describe('files that are no workbook', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['an old .xls', 'a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'file.format_unknown'],
    [
      'an .xlsx locked with a password',
      'a.xlsx',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'file.format_unknown',
    ],
    ['a picture', 'a.png', strToU8('\u0089PNG'), 'file.format_unknown'],
    ['nothing', 'a.xlsx', new Uint8Array(0), 'file.unreadable'],
    ['a text called .xlsx', 'a.xlsx', strToU8('id;name'), 'file.unreadable'],
    ['the beginning of a zip', 'a.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), 'file.unreadable'],
    ['a zip of something else', 'a.zip', zipSync({ 'notes.md': strToU8('x') }), 'file.format_unknown'],
    ['a workbook without its parts', 'a.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'file.unreadable'],
  ])('%s', async (_, name, bytes, code) => {
    expect(await readProviderFile({ name, bytes }, options)).toMatchObject({ ok: false, issues: [{ code, sheet: name }] });
  });
});
