import { describe, expect, it } from '@jest/globals';
import { gzipSync, strToU8 } from 'fflate';
import { readProviderFile, type ReadResult } from '../read-provider-file.js';
import { TASK_CODES } from '../testing/cells.js';
import { exampleProvider } from '../write/example.js';

type Json = Record<string, unknown>;
const options = { taskCodes: TASK_CODES };
const read = (text: string, name = 'provider.json') => readProviderFile({ name, bytes: strToU8(text) }, options);
/** The example as JSON, changed. */
const withChange = (change: (file: Record<string, Json[]> & { provider: Json }) => void) => {
  const file = structuredClone(exampleProvider) as never;
  change(file);
  return read(JSON.stringify(file));
};
const placesOf = (result: ReadResult) => (result.ok ? [] : result.issues.map(({ code, path }) => [code, path]));

describe('a provider as JSON', () => {
  it('reads, with a byte order mark, packed or not', async () => {
    const text = JSON.stringify(exampleProvider);
    const expected = { ok: true, file: exampleProvider, warnings: [] };
    expect(await read(text)).toEqual(expected);
    expect(await read(`\uFEFF${text}`)).toEqual(expected);
    expect(await readProviderFile({ name: 'p.json.gz', bytes: gzipSync(strToU8(text)) }, options)).toEqual(expected);
  });

  it('takes null and empty texts for absent, and fills in defaults', async () => {
    const result = await withChange((file) => {
      Object.assign(file['clients'][0], { phone: null, doorCode: '', languages: null });
      delete (file as Json)['places'];
    });
    const [client] = exampleProvider.clients;
    const { phone: _phone, doorCode: _doorCode, ...rest } = client;
    expect(result).toEqual({
      ok: true,
      file: { ...exampleProvider, places: [], clients: [{ ...rest, languages: ['lv'] }] },
      warnings: [],
    });
  });

  it.each<[string, (file: Record<string, Json[]>) => unknown, (readonly [string, string])[]]>([
    ['a missing field', (file) => delete file['clients'][0]['familyName'], [['cell.required', 'clients[0].familyName']]],
    ['a number for an id', (file) => (file['places'][0]['id'] = 7), [['cell.type', 'places[0].id']]],
    [
      'a text for a number',
      (file) => (file['patterns'][1]['durationMinutes'] = '40'),
      [['cell.type', 'patterns[1].durationMinutes']],
    ],
    [
      'half a minute',
      (file) => (file['patterns'][1]['durationMinutes'] = 40.5),
      [['cell.number', 'patterns[1].durationMinutes']],
    ],
    ['a date as people write it', (file) => (file['absences'][0]['to'] = '31.12.2026'), [['cell.date', 'absences[0].to']]],
    ['a day that is none', (file) => (file['absences'][0]['to'] = '2026-02-30'), [['cell.date', 'absences[0].to']]],
    [
      'a bad entry of a list',
      (file) => (file['clients'][0]['languages'] = ['lv', 'xx']),
      [['cell.choice', 'clients[0].languages[1]']],
    ],
    [
      'a bad time of a window',
      (file) => (file['patterns'][0]['windows'] = [{ from: '8:00', to: '09:00' }]),
      [['cell.windows', 'patterns[0].windows[0].from']],
    ],
    [
      'swapped coordinates',
      (file) => Object.assign(file['clients'][0], { latitude: 24.1, longitude: 56.9 }),
      [['coordinates.swapped', 'clients[0].latitude']],
    ],
    ['an unknown client', (file) => (file['patterns'][0]['client'] = 'K-1000'), [['reference.unknown', 'patterns[0].client']]],
    ['a list that is none', (file) => (file['shifts'] = {} as never), [['cell.type', 'shifts']]],
    ['a row that is none', (file) => (file['absences'] = ['x'] as never), [['cell.type', 'absences[0]']]],
    ['a misspelt field', (file) => (file['staff'][0]['profesions'] = []), [['column.unknown', 'staff[0].profesions']]],
    ['a list of something else', (file) => (file['cats'] = []), []],
    ['a list misspelt by a letter', (file) => (file['paterns'] = []), [['column.unknown', 'paterns']]],
    ['no clients', (file) => delete (file as Json)['clients'], [['sheet.missing', 'clients']]],
  ])('with %s', async (_, change, places) => {
    expect(placesOf(await withChange((file) => void change(file)))).toEqual(places);
  });

  it.each([
    ['no JSON', '{"format": ', 'file.json_invalid'],
    ['a list', '[]', 'file.version_unknown'],
    ['another format', '{"format":"x","version":1}', 'file.version_unknown'],
    ['a later version', '{"format":"apgaita-provider","version":2}', 'file.version_unknown'],
    ['nothing', 'null', 'file.version_unknown'],
  ])('that is %s', async (_, text, code) => {
    expect(placesOf(await read(text))).toEqual([[code, '']]);
  });

  it('does not quote the text it cannot parse', async () => {
    const result = await read('{"clients": [{"familyName": Noslēpums}]}');
    expect(JSON.stringify(result)).not.toContain('Noslēpums');
  });
});
