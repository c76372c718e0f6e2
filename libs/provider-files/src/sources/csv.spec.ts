import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { readProviderFile } from '../read-provider-file.js';
import { asFolder, csvOf, exampleSheets, TASK_CODES } from '../testing/cells.js';
import { exampleProvider } from '../write/example.js';
import type { NamedBytes } from './input.js';

const options = { taskCodes: TASK_CODES };
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean) => new Uint8Array(Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le'));
const swapBytes = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16());

/** windows-1257 of the letters the example has. */
function baltic(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1257');
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]));
  return Uint8Array.from([...text].map((letter) => bytes.get(letter)!));
}

/** The example with its clients file written otherwise. */
function withClients(encode: (rows: ReturnType<typeof clientRows>) => Uint8Array): { name: string; files: NamedBytes[] } {
  const folder = asFolder(exampleSheets()) as { name: string; files: NamedBytes[] };
  const files = folder.files.map((file) =>
    file.name === 'clients.csv' ? { name: file.name, bytes: encode(clientRows()) } : file,
  );
  return { name: folder.name, files };
}
const clientRows = () => exampleSheets().get('clients')!;

describe('CSV files', () => {
  it.each<[string, (rows: ReturnType<typeof clientRows>) => Uint8Array]>([
    ['UTF-8 without a mark', (rows) => utf8(csvOf(rows))],
    ['commas and bare line feeds', (rows) => utf8(csvOf(rows, ',', '\n'))],
    ['tabs in UTF-16 with a mark', (rows) => utf16(csvOf(rows, '\t'), true)],
    ['UTF-16 without a mark', (rows) => utf16(csvOf(rows), false)],
    ['big-endian UTF-16', (rows) => swapBytes(utf16(csvOf(rows), true))],
    ['a separator named in the first line', (rows) => utf8(`sep=|\r\n${csvOf(rows, '|')}`)],
    ['every cell quoted', (rows) => utf8(rows.map((row) => row.map((cell) => `"${String(cell)}"`).join(';')).join('\n'))],
    [
      'quotation marks inside a value',
      (rows) => utf8(csvOf(rows).replace('Atslēga pie kaimiņienes', 'Atslēga pie "kaimiņienes"')),
    ],
    ['no line end at the end', (rows) => utf8(csvOf(rows).trimEnd())],
  ])('may be %s', async (_, encode) => {
    const result = await readProviderFile(withClients(encode), options);
    expect(result).toMatchObject({ ok: true, warnings: [] });
    const text = JSON.stringify(result.ok ? result.file : result.issues).replaceAll('\\"', '');
    expect(text).toBe(JSON.stringify(exampleProvider));
  });

  it('may be windows-1257, with a warning', async () => {
    const result = await readProviderFile(
      withClients((rows) => baltic(csvOf(rows))),
      options,
    );
    expect(result).toMatchObject({ ok: true, file: exampleProvider });
    expect(result.warnings).toMatchObject([{ code: 'file.encoding_guessed', sheet: 'clients.csv', value: 'windows-1257' }]);
  });

  it('may lie in a folder of a zip, among what systems leave there', async () => {
    const { files } = asFolder(exampleSheets()) as { name: string; files: NamedBytes[] };
    const entries = [
      ...files.map(({ name, bytes }) => [`dati/${name}`, bytes] as const),
      ['__MACOSX/dati/._clients.csv', utf8('\u0000\u0005')] as const,
    ];
    const bytes = zipSync(Object.fromEntries(entries));
    expect(await readProviderFile({ name: 'dati.zip', bytes }, options)).toEqual({
      ok: true,
      file: exampleProvider,
      warnings: [],
    });
  });

  it('counts rows as a spreadsheet does, with lines inside a cell and blank rows', async () => {
    const file = withClients((rows) => {
      const [header, row] = rows;
      const copy = (id: string, note: string, lift: string) =>
        row.map((cell, at) => ({ id, accessNote: note, lift })[String(header[at])] ?? cell);
      return utf8(csvOf([header, row, copy('K-2', 'pirmā\notrā\ntrešā', ''), [], copy('K-3', '', 'varbūt')]));
    });
    const result = await readProviderFile(file, options);
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: 'cell.boolean', row: 5, column: 'lift' }]);
  });

  it('reports an unquoted decimal comma by its row, once', async () => {
    const file = withClients((rows) => utf8(csvOf(rows, ',').replace('56.9568', '56,9568')));
    const result = await readProviderFile(file, options);
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: 'row.extra_cells', sheet: 'clients.csv', row: 2 }]);
  });

  it('reports a quotation mark that never closes, and nothing in its wake', async () => {
    const result = await readProviderFile(
      withClients((rows) => utf8(csvOf(rows).replace('Anna', '"Anna'))),
      options,
    );
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: 'row.quote_open', sheet: 'clients.csv' }]);
  });
});
