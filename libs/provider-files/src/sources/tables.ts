import { sheets, type Sheet } from '../columns/sheets.js';
import { LIMITS } from '../limits.js';
import type { Report } from '../report.js';
import { tableFromGrid } from '../tables/from-grid.js';
import { tablesFromJson } from '../tables/from-json.js';
import { columnFor, isReadMe, sheetFor, sheetLike } from '../tables/headers.js';
import type { Table } from '../tables/table.js';
import { gunzip, unzip } from './archive.js';
import { readCsvGrid } from './csv.js';
import { decodeText } from './encoding.js';
import type { Grid } from './grid.js';
import type { NamedBytes, ProviderInput } from './input.js';
import { readWorkbookGrids } from './workbook.js';

const startsWith = (bytes: Uint8Array, ...values: number[]): boolean => values.every((value, at) => bytes[at] === value);

/** The typed tables of whatever was brought, or undefined after reporting why it cannot be read at all. */
export async function readTables(input: ProviderInput, report: Report): Promise<Table[] | undefined> {
  if ('files' in input) return fromCsvFiles(input.name, input.files, report);
  const { name, bytes } = input;
  if (bytes.length > LIMITS.fileBytes) {
    const place = { path: '', sheet: name, value: `${bytes.length} bytes` };
    report.issue('file.too_large', place, { allowed: `at most ${LIMITS.fileBytes} bytes` });
    return undefined;
  }
  if (startsWith(bytes, 0x50, 0x4b)) return fromZip(input, report);
  if (startsWith(bytes, 0x1f, 0x8b)) return fromGzip(input, report);
  if (/\.json$/i.test(name)) return fromJson(name, bytes, report);
  if (/\.(?:csv|tsv)$/i.test(name)) return fromCsvFiles(name, [input], report);
  // The first bytes of an old .xls; also of a workbook locked with a password.
  const detail = startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)
    ? { detail: 'It is an old .xls workbook or is locked with a password.' }
    : {};
  const damaged = /\.(?:xlsx|xlsm|zip|gz)$/i.test(name) && !startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
  const words = { allowed: 'an .xlsx workbook, .json, .json.gz, or a folder or .zip of CSV files', ...detail };
  report.issue(damaged ? 'file.unreadable' : 'file.format_unknown', { path: '', sheet: name }, words);
  return undefined;
}

/** A workbook is a zip archive with a `workbook.xml`; any other is taken for CSV files. */
async function fromZip(input: NamedBytes, report: Report): Promise<Table[] | undefined> {
  const parts = unzip(input.bytes, (name) => /(?:^|\/)workbook\.xml$/.test(name) || /\.(?:csv|tsv|txt)$/i.test(name));
  if (!parts.ok) {
    const code = parts.fault === 'too_large' ? 'file.too_large' : 'file.unreadable';
    report.issue(code, { path: '', sheet: input.name }, { allowed: 'a whole .xlsx or .zip file', detail: parts.detail });
    return undefined;
  }
  if (!parts.value.some((part) => part.name.endsWith('workbook.xml'))) return fromCsvFiles(input.name, parts.value, report);
  const grids = await readWorkbookGrids(input, report);
  return grids === undefined ? undefined : fromGrids(input.name, grids, report);
}

function fromGzip(input: NamedBytes, report: Report): Table[] | undefined {
  const unpacked = gunzip(input.bytes);
  if (unpacked.ok) return fromJson(input.name, unpacked.value, report);
  const code = unpacked.fault === 'too_large' ? 'file.too_large' : 'file.unreadable';
  report.issue(code, { path: '', sheet: input.name }, { allowed: 'a whole .json.gz file', detail: unpacked.detail });
  return undefined;
}

function fromJson(name: string, bytes: Uint8Array, report: Report): Table[] | undefined {
  let data: unknown;
  try {
    data = JSON.parse(decodeText(bytes).text);
  } catch (error) {
    // The parser's message may quote the text; only the position is passed on.
    const position = /position \d+/.exec(String(error))?.[0];
    const detail = position === undefined ? {} : { detail: `The fault is at ${position}.` };
    report.issue('file.json_invalid', { path: '', sheet: name }, { allowed: 'JSON', ...detail });
    return undefined;
  }
  return tablesFromJson(data, report);
}

/** Files an archive or folder holds for the system's sake. */
const isHidden = (name: string): boolean => name.startsWith('__MACOSX/') || /(?:^|\/)\./.test(name);

function fromCsvFiles(name: string, files: readonly NamedBytes[], report: Report): Table[] | undefined {
  const visible = files.filter((file) => !isHidden(file.name));
  const grids = visible.map((file): Grid => {
    const sheet = sheetFor(file.name);
    // A file of no list is reported by its name alone; it need not be readable.
    if (!sheet) return { label: file.name, rows: [] };
    return readCsvGrid(file, (header) => columnFor(sheet, header) !== undefined, report);
  });
  return fromGrids(name, grids, report);
}

function fromGrids(name: string, grids: readonly Grid[], report: Report): Table[] | undefined {
  const tables = new Map<Sheet, Table>();
  for (const grid of grids) {
    const sheet = sheetFor(grid.label);
    if (!sheet) reportUnknown(grid, report);
    else if (tables.has(sheet)) {
      const detail = `"${tables.get(sheet)!.label}" is the same list.`;
      report.issue(
        'sheet.duplicate',
        { path: sheet.name, sheet: grid.label },
        { allowed: `one sheet or file ${sheet.name}`, detail },
      );
    } else tables.set(sheet, tableFromGrid(sheet, grid, report));
  }
  if (tables.size > 0) return [...tables.values()];
  const allowed = `sheets or files named ${sheets.map((sheet) => sheet.name).join(', ')}`;
  report.issue('file.format_unknown', { path: '', sheet: name }, { allowed, detail: 'None of its sheets or files is a list.' });
  return undefined;
}

function reportUnknown(grid: Grid, report: Report): void {
  if (isReadMe(grid.label)) return;
  const like = sheetLike(grid.label);
  const place = { path: '', sheet: grid.label };
  const words = { allowed: sheets.map((sheet) => sheet.name).join(', ') };
  if (like === undefined) report.warn('sheet.unknown', place, { ...words, detail: 'The sheet is not imported.' });
  else report.issue('sheet.unknown', place, { ...words, detail: `Did you mean ${like.name}?` });
}
