import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { issue, providerFile, type ProviderFile } from '#contracts';
import { readProviderFile } from './read-provider-file.js';
import { asFolder, asWorkbook, exampleSheets, TASK_CODES, type Typed, type TypedSheets } from './testing/cells.js';
import { exampleProvider } from './write/example.js';
import { writeProviderFile, type ProviderFormat } from './write/write-provider-file.js';

const options = { taskCodes: TASK_CODES };
const NAMES: Readonly<Record<ProviderFormat, string>> = { xlsx: 'a.xlsx', json: 'a.json', 'csv-zip': 'a.zip' };

/** Texts that have tripped spreadsheets, beside any other. */
const text = fc.oneof(
  { arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), weight: 3 },
  fc.constantFrom(
    '=1+1',
    '@SUM(A1)',
    '-2',
    "'=x",
    "''@x",
    '#N/A',
    '+371 20000000',
    '_x000D_',
    'valueOf',
    '__proto__',
    '_x005F_x000D_',
    '1',
    'true',
    '00123',
    '1e5',
    '"',
    'a;b',
    'a,b',
    '12.10.',
  ),
);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`);
const id = fc.stringMatching(/^[\p{Ll}0-9._/-]{1,12}$/u);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const windows = fc.array(
  fc
    .tuple(time, time)
    .map((pair) => pair.sort())
    .map(([from, to]) => ({ from: from, to: to })),
  { minLength: 1, maxLength: 6 },
);

/** The example with the fields of some rows drawn at random; drafts the schema itself refuses are left out. */
const files: fc.Arbitrary<ProviderFile> = fc
  .record({
    client: fc.record({
      givenName: text,
      doorCode: maybe(text),
      accessNote: maybe(text),
      birthDate: maybe(day),
      lift: maybe(fc.boolean()),
    }),
    place: fc.record({ id, name: text, latitude: fc.double({ min: 55.6, max: 58.2, noNaN: true }) }),
    pattern: fc.record({
      windows,
      priority: fc.integer({ min: 1, max: 5 }),
      weekdays: fc.subarray(['MO', 'WE', 'SU'] as const, { minLength: 1 }),
    }),
    shift: fc.record({ start: time, vehicle: maybe(fc.constant('A-001')) }),
  })
  .map(({ client, place, pattern, shift }) => ({
    ...exampleProvider,
    clients: [{ ...exampleProvider.clients[0], ...client }],
    places: [{ ...exampleProvider.places[0], ...place }],
    patterns: [{ ...exampleProvider.patterns[0], ...pattern }],
    shifts: [{ ...exampleProvider.shifts[0], ...shift, breakMinutes: 0 }],
  }))
  .map((draft) => providerFile.safeParse(draft))
  .filter((parsed) => parsed.success)
  .map((parsed) => parsed.data);

/** `undefined` fields and absent ones are the same. */
const plain = (file: ProviderFile): unknown => JSON.parse(JSON.stringify(file));

describe('export and import', () => {
  it.each<[ProviderFormat, number]>([
    ['json', 60],
    ['csv-zip', 60],
    ['xlsx', 20],
  ])('%s gives the same provider back', async (format, numRuns) => {
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        const bytes = await writeProviderFile(file, format);
        const result = await readProviderFile({ name: NAMES[format], bytes }, options);
        expect(result.ok ? [] : result.issues).toEqual([]);
        expect(result.ok && plain(result.file)).toEqual(plain(file));
      }),
      { numRuns, seed: 20_261_122 },
    );
  });

  it('writes equal bytes for equal data as CSV', async () => {
    const [a, b] = [await writeProviderFile(exampleProvider, 'csv-zip'), await writeProviderFile(exampleProvider, 'csv-zip')];
    expect(a).toEqual(b);
  });
});

const anything: fc.Arbitrary<Typed> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  text,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  day,
  fc.constantFrom(
    '24:00',
    '8.3',
    '31.02.2026',
    '1.1.26',
    'K-001',
    'BATH;;',
    '12:00-',
    'MO-',
    '56,9 ',
    '1 000',
    '#REF!',
    '-',
    '—',
    '\u0000',
    '\uD800',
  ),
);

/** The example with a few cells, a header among them, replaced by anything. */
const dirty: fc.Arbitrary<TypedSheets> = fc
  .array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), anything), { minLength: 1, maxLength: 8 })
  .map((changes) => {
    const sheets = exampleSheets();
    const names = [...sheets.keys()];
    for (const [sheet, row, column, value] of changes) {
      const rows = sheets.get(names[sheet % names.length])!;
      // Headers are hit seldom: a file without one is a dull case.
      const cells = row % 12 === 0 ? rows[0] : rows[1 + (row % (rows.length - 1))];
      cells[column % (cells.length + 1)] = value;
    }
    return sheets;
  });

async function neverBreaks(sheets: TypedSheets, make: (found: TypedSheets) => ReturnType<typeof asWorkbook>): Promise<void> {
  const result = await readProviderFile(await make(sheets), options);
  if (result.ok) expect(providerFile.parse(result.file)).toEqual(result.file);
  else expect(result.issues.length).toBeGreaterThan(0);
  for (const found of [...(result.ok ? [] : result.issues), ...result.warnings]) issue.parse(found);
}

describe('whatever a cell holds', () => {
  it('CSV files give a valid provider or issues', async () => {
    const make = (found: TypedSheets) => Promise.resolve(asFolder(found));
    await fc.assert(
      fc.asyncProperty(dirty, (sheets) => neverBreaks(sheets, make)),
      { numRuns: 300, seed: 1 },
    );
  });

  it('workbooks give a valid provider or issues', async () => {
    await fc.assert(
      fc.asyncProperty(dirty, (sheets) => neverBreaks(workbookSafe(sheets), asWorkbook)),
      { numRuns: 25, seed: 2 },
    );
  });

  it('JSON gives a valid provider or issues', async () => {
    const lists = Object.keys(exampleProvider);
    const change = fc.tuple(fc.constantFrom(...lists), fc.nat(), fc.jsonValue({ maxDepth: 2 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const file = structuredClone(exampleProvider) as unknown as Record<string, unknown>;
        for (const [list, at, value] of changes) {
          const row = Array.isArray(file[list]) ? (file[list] as unknown[])[0] : file[list];
          const keys = typeof row === 'object' && row !== null ? Object.keys(row) : [];
          if (keys.length === 0 || at % 9 === 0) file[list] = value;
          else (row as Record<string, unknown>)[keys[at % keys.length]] = value;
        }
        const bytes = new TextEncoder().encode(JSON.stringify(file));
        const result = await readProviderFile({ name: 'a.json', bytes }, options);
        if (result.ok) expect(providerFile.parse(result.file)).toEqual(result.file);
        else for (const found of result.issues) issue.parse(found);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('bytes of any kind under any name give an answer', async () => {
    const name = fc.constantFrom('a.xlsx', 'a.zip', 'a.json', 'a.json.gz', 'clients.csv', 'a');
    const start = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0x1f, 0x8b, 8, 0], [0xff, 0xfe], [0xef, 0xbb, 0xbf]);
    await fc.assert(
      fc.asyncProperty(name, start, fc.uint8Array({ maxLength: 400 }), async (called, magic, rest) => {
        const result = await readProviderFile({ name: called, bytes: Uint8Array.from([...magic, ...rest]) }, options);
        expect(result.ok).toBe(false);
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});

/** What no spreadsheet program could have written into a workbook is left out: its writer throws on it. */
const workbookSafe = (sheets: TypedSheets): TypedSheets =>
  new Map(
    [...sheets].map(([name, rows]) => [
      name,
      rows.map((row) => Array.from(row, (cell) => (typeof cell === 'number' && !Number.isFinite(cell) ? null : (cell ?? null)))),
    ]),
  );
